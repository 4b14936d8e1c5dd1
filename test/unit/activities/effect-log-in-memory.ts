import type { EffectLog, EffectStanding } from '../../../activities/ports/effect-log.ts';

/** A log that remembers; a process that dies is one that never settles. */
export function effectLog(settlesInMilliseconds = 0) {
  const rows = new Map<string, EffectStanding>();
  const steps: string[] = [];
  const atTheCall: (() => void)[] = [];
  const log: EffectLog = {
    intend({ key }) {
      steps.push('intend');
      const standing = rows.get(key) ?? { status: 'new' };
      if (standing.status === 'new') rows.set(key, { status: 'unknown', settlesInMilliseconds });
      atTheCall.shift()?.();
      return Promise.resolve(standing);
    },
    callAgain() {
      steps.push('call again');
      return Promise.resolve();
    },
    neverTaken() {
      steps.push('never taken');
      return Promise.resolve();
    },
    wasAttempted: async (key) => rows.has(key),
    unsettled: async (key) => {
      const row = rows.get(key);
      if (row?.status !== 'unknown') return undefined;
      return { system: 'sms', milliseconds: row.settlesInMilliseconds };
    },
    settle(key, reference) {
      steps.push(`settle ${reference}`);
      rows.set(key, { status: 'done', reference });
      return Promise.resolve();
    },
    ownerOfMessage: () => Promise.resolve(undefined),
    whenSent: () => Promise.resolve(undefined),
    confirm: () => Promise.resolve(),
    refuse(key, code) {
      steps.push(`refuse ${code}`);
      rows.delete(key);
      return Promise.resolve();
    },
  };
  return {
    log,
    steps,
    /** What happens between the intention and the call: one of them each time. */
    atTheCall,
  };
}
