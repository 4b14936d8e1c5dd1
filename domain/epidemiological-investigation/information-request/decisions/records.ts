import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { Instant } from '../../../shared-kernel/instant.ts';
import { LocalDate } from '../../../shared-kernel/local-date.ts';
import type {
  ConsultRecords,
  NotifyPerson,
  RecordDestruction,
  RecordNoFinding,
  RecordResult,
  RecordVisitsDrawn,
} from '../information-request.commands.ts';
import type { InformationRequestEvent } from '../information-request.events.ts';
import type { InformationRequestState } from '../information-request.state.ts';
import { fact, needsApproval, needsPerson, needsResult } from './fact.ts';

type Found = Readonly<{ recordCount: number; resultReference?: string; destroyBy?: string }>;

/** Raw records are destroyed within the law's days from the day of the result. */
export function recordResult(
  state: InformationRequestState,
  command: RecordResult,
): InformationRequestEvent[] {
  const { recordCount, resultReference, keptAtMost } = command;
  const latest = keptAtMost.from(command.at.dateInSeoul());
  const destroyBy = command.destroyBy ?? storedDay(state.destroyBy) ?? latest;
  if (!Number.isSafeInteger(recordCount) || recordCount < 1) {
    throw new InvalidValue('information-request/record-count-impossible');
  }
  return checked(state, command, { recordCount, resultReference, destroyBy: destroyBy.toString() }, () => {
    if (destroyBy.isBefore(command.at.dateInSeoul()))
      throw new InvalidValue('information-request/destroy-by-too-soon');
    if (destroyBy.isAfter(latest)) {
      throw new RuleBroken('information-request/destroy-by-too-late', { latest: latest.toString() });
    }
  });
}

export function recordNoFinding(
  state: InformationRequestState,
  command: RecordNoFinding,
): InformationRequestEvent[] {
  return checked(state, command, { recordCount: 0 }, () => undefined);
}

/** The same result again is quiet; another one is refused. */
function checked(
  state: InformationRequestState,
  command: RecordResult | RecordNoFinding,
  found: Found,
  guard: () => void,
): InformationRequestEvent[] {
  needsApproval(state);
  if (state.destroyedAt !== undefined) throw new RuleBroken('information-request/records-destroyed');
  if (state.recordCount !== undefined) {
    const { recordCount, resultReference, destroyBy } = state;
    const same =
      recordCount === found.recordCount &&
      resultReference === found.resultReference &&
      destroyBy === found.destroyBy;
    if (same) return [];
    throw new RuleBroken('information-request/result-contradicts-earlier');
  }
  guard();
  const type = state.kind === 'entryLog' ? 'EntryLogChecked' : 'CardApprovalsChecked';
  const notifyBy = command.notifyWithin.from(command.at.dateInSeoul()).toString();
  const told = state.venue === undefined ? { notifyBy } : {};
  return [{ ...fact(type, command, state), ...found, ...told, protocolVersion: command.protocolVersion }];
}

const storedDay = (day: string | undefined): LocalDate | undefined =>
  day === undefined ? undefined : LocalDate.of(day);

/** Every reading is kept on record, and none comes after the destruction or its day. The very same one is quiet. */
export function consult(state: InformationRequestState, command: ConsultRecords): InformationRequestEvent[] {
  needsResult(state);
  if (state.destroyedAt !== undefined) throw new RuleBroken('information-request/records-destroyed');
  if (state.destroyBy === undefined) throw new RuleBroken('information-request/no-result');
  if (command.at.dateInSeoul().isAfter(LocalDate.of(state.destroyBy))) {
    throw new RuleBroken('information-request/retention-over', { destroyBy: state.destroyBy });
  }
  const { by, purpose } = command;
  const last = state.lastConsultation;
  if (last?.by === by && last.purpose === purpose && last.at === command.at.toString()) return [];
  return [{ ...fact('RawRecordsConsulted', command, state), purpose }];
}

/** Once; again is quiet. What was read before the destruction may be told after it. Who was at a venue is no visit of the case. */
export function drawn(state: InformationRequestState, command: RecordVisitsDrawn): InformationRequestEvent[] {
  needsResult(state);
  needsPerson(state);
  if (state.visitsDrawnAt !== undefined) return [];
  if (state.recordCount === 0) throw new RuleBroken('information-request/no-result');
  const { visits, leftOut } = command;
  return [{ ...fact('VisitsDerived', command, state), visits, leftOut }];
}

/**
 * The person must be told (Act art. 76-2), also of a look-up that found nothing. Once; again is quiet. A look-up of a venue
 * is of nobody in particular, so nobody is told by it: a text to everybody who was there would tell them of a case before
 * anybody has judged whether they met it. Who is named as a contact is told then.
 */
export function notify(state: InformationRequestState, command: NotifyPerson): InformationRequestEvent[] {
  needsResult(state);
  needsPerson(state);
  const { notifyBy, notifiedAt } = state;
  if (notifiedAt !== undefined || notifyBy === undefined) return [];
  const late = command.at.dateInSeoul().isAfter(LocalDate.of(notifyBy));
  return [{ ...fact('PersonNotified', command, state), channel: command.channel, notifyBy, late }];
}

/** Nobody has them destroyed while somebody may still have to read them. */
export function needsLastDay({ destroyBy }: InformationRequestState, at: Instant): void {
  if (destroyBy !== undefined && at.dateInSeoul().isBefore(LocalDate.of(destroyBy)))
    throw new RuleBroken('information-request/retention-not-over', { destroyBy });
}

/** The same certificate again is quiet; another one is refused. That they are gone already is a fact, also before their day. */
export function destroy(
  state: InformationRequestState,
  command: RecordDestruction,
): InformationRequestEvent[] {
  needsResult(state);
  const { certificateId } = command;
  if (state.certificateId === certificateId) return [];
  if (state.destroyedAt !== undefined) throw new RuleBroken('information-request/already-destroyed');
  if (state.destroyBy === undefined) throw new RuleBroken('information-request/nothing-to-destroy');
  const late = command.at.dateInSeoul().isAfter(LocalDate.of(state.destroyBy));
  const { destroyBy } = state;
  return [{ ...fact('RawRecordsDestroyed', command, state), certificateId, destroyBy, late }];
}
