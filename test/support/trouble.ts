import type { EffectSystem } from '../../activities/ports/effect-log.ts';
import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../activities/ports/external-system.ts';

export type Trouble = 'refuse' | 'down' | 'answer-lost' | 'garbage';
/** Runs what a partner does, or has it fail as it was told to. */
export type Meet = (system: EffectSystem, act: () => void, key?: string) => void;

/** So many times that no test sees the end of it. */
export const FOREVER = 1_000;
/** What is stored of a call that was meant, and is owed no more. */
export const CALLED_OFF = { status: 'refused', code: 'called-off' };

/** Questions fail only where that is said: `find:…`, `track:…`. */
const QUESTION = /^(find|track):/;

/** Partners fail when they are told to: they refuse, are down, or do it and lose their answer. */
export function troubles(): Readonly<{
  meet: Meet;
  /** `about`: a part of the keys that it happens to; anything, unless said otherwise. */
  trouble: (system: EffectSystem, how: Trouble, times?: number, about?: string) => void;
  /** From now on all is well. */
  calm: () => void;
}> {
  const ahead: { system: EffectSystem; how: Trouble; times: number; about: string }[] = [];
  return {
    meet: (system, act, key = '') => {
      const isAimed = ({ about }: { about: string }) =>
        key.includes(about) && (!QUESTION.test(key) || QUESTION.test(about));
      const met = ahead.find((one) => one.system === system && one.times > 0 && isAimed(one));
      if (met === undefined) return act();
      met.times -= 1;
      if (met.how === 'refuse') throw new ExternalSystemRefused(system, 'http-422');
      if (met.how === 'answer-lost' || met.how === 'garbage') act();
      throw new ExternalSystemUnavailable(system, met.how === 'garbage' ? 'garbage' : 'http-503');
    },
    trouble: (system, how, times = 1, about = '') => {
      ahead.push({ system, how, times, about });
    },
    calm: () => {
      ahead.length = 0;
    },
  };
}
