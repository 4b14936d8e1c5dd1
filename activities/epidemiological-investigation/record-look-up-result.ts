import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { TimeLimit } from '../../domain/epidemiological-investigation/information-request/time-limit.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { LookUpLimitsOf } from './limits.ts';
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
      const { caseId, kind, destroyBy } = lookUp.state;
      const { rawRecordsKeptAtMostDays, personNotifiedWithinDays } = await limits(caseId, kind);
      const keptAtMost = TimeLimit.ofDays(rawRecordsKeptAtMostDays);
      // The same result again, days later, is still the same.
      const said = input.destroyBy ?? destroyBy;
      lookUp.execute({
        type: 'RecordResult',
        recordCount: input.recordCount,
        resultReference: reference(input.resultReference),
        destroyBy: said === undefined ? keptAtMost.from(at.dateInSeoul()) : LocalDate.of(said),
        keptAtMost,
        notifyWithin: TimeLimit.ofDays(personNotifiedWithinDays),
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
      const notifyWithin = TimeLimit.ofDays((await limits(caseId, kind)).personNotifiedWithinDays);
      lookUp.execute({ type: 'RecordNoFinding', notifyWithin, by: input.by, at });
    });
  };
