import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** The disease of an episode, as protocols name it: `covid-19`. */
export type Disease = string & { readonly __kind: 'disease' };

/** @throws InvalidValue `disease/malformed` */
export function disease(code: string): Disease {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(code)) throw new InvalidValue('disease/malformed');
  return code as Disease;
}
