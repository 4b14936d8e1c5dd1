import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../../shared-kernel/local-date.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import type { IsolationState } from '../isolation.state.ts';

type Subject = Pick<IsolationState, 'caseId' | 'contactId'>;

/** The part that every event of an order shares. */
export function fact<Type extends IsolationEvent['type']>(
  type: Type,
  { by, at }: By,
  { caseId, contactId }: Subject,
) {
  return { type, v: 1, at: at.toString(), by, ...known({ caseId, contactId }) } as const;
}

/** The fields that have a value: a fact never holds an empty one. */
export const known = <Fields extends object>(fields: Fields): Known<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>;
type Known<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

export function needsRunning({ stage }: IsolationState): void {
  if (stage === 'ended') throw new RuleBroken('isolation/already-ended');
}

/** What a process does by itself, it does as `process:…`. */
export function needsPerson({ by }: By): void {
  if (by.startsWith('process:')) throw new RuleBroken('isolation/needs-a-person');
}

/** `field` names the place in the request. */
export function notInTheFuture(day: LocalDate, { at }: By, field: string): void {
  if (day.isAfter(at.dateInSeoul())) throw new InvalidValue('date/in-the-future', { field });
}
