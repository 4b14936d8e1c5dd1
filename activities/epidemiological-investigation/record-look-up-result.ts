import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { TimeLimit } from '../../domain/epidemiological-investigation/information-request/time-limit.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { LookUpLimitsOf } from '../look-up-limits.ts';
import type { LookUpRequest, LookUpUses } from './look-up-command.ts';

type ResultUses = LookUpUses & Readonly<{ limits: LookUpLimitsOf }>;

export type RecordResultInput = LookUpRequest &
  Readonly<{
    recordCount: number;
    resultReference: string;
    /** Until when the provider keeps the records; unsaid, as long as the protocol lets it. */
    destroyBy?: string | undefined;
  }>;

/** The provider has answered; the records themselves stay where `resultReference` says. */
export const recordLookUpResult =
  ({ informationRequests, clock, limits }: ResultUses) =>
  async (input: RecordResultInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    return change(informationRequests, input.informationRequestId, input, async (lookUp) => {
      const { caseId, kind } = lookUp.state;
      const { rawRecordsKeptAtMostDays, personNotifiedWithinDays, protocolVersion } = await limits(
        caseId,
        kind,
      );
      lookUp.execute({
        type: 'RecordResult',
        recordCount: input.recordCount,
        resultReference: reference(input.resultReference),
        ...(input.destroyBy === undefined ? {} : { destroyBy: LocalDate.of(input.destroyBy) }),
        keptAtMost: TimeLimit.ofDays(rawRecordsKeptAtMostDays),
        notifyWithin: TimeLimit.ofDays(personNotifiedWithinDays),
        protocolVersion,
        by: input.by,
        at,
      });
    });
  };

/** The provider has nothing on that person in that period. */
export const recordNoFinding =
  ({ informationRequests, clock, limits }: ResultUses) =>
  async (input: LookUpRequest): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    return change(informationRequests, input.informationRequestId, input, async (lookUp) => {
      const { caseId, kind } = lookUp.state;
      const { personNotifiedWithinDays, protocolVersion } = await limits(caseId, kind);
      const notifyWithin = TimeLimit.ofDays(personNotifiedWithinDays);
      lookUp.execute({ type: 'RecordNoFinding', notifyWithin, protocolVersion, by: input.by, at });
    });
  };

export type LookUpAnswer = LookUpRequest &
  Readonly<{
    /** Of which provider the answer is. */
    kind: LookUpKind;
    recordCount: number;
    /** Where the records lie, if there are any. */
    resultReference?: string | undefined;
  }>;

/** What a provider answers, by webhook or when it is asked. The same answer again is quiet. */
export const recordLookUpAnswer =
  (uses: ResultUses) =>
  async ({ kind, resultReference, ...answer }: LookUpAnswer): Promise<Receipt> => {
    const { state } = (await uses.informationRequests.load(answer.informationRequestId)).aggregate;
    if (state.kind !== kind) throw new RuleBroken('information-request/kind-mistaken', { kind });
    if (answer.recordCount === 0) return recordNoFinding(uses)(answer);
    return recordLookUpResult(uses)({ ...answer, resultReference: resultReference ?? '' });
  };
