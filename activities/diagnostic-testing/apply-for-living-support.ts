import { HouseholdSize } from '../../domain/diagnostic-testing/living-support/household-size.ts';
import { IsolatedDays } from '../../domain/diagnostic-testing/living-support/isolated-days.ts';
import { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import { caseId, isolationId, livingSupportId, personId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { parsed, present, whoAndWhen, type Asked } from './asked.ts';

type Needs = Readonly<{ livingSupports: Repository<LivingSupport>; clock: Clock; newId: () => string }>;
export type ApplyForLivingSupportInput = Asked &
  Readonly<{
    personId: string;
    isolationId: string;
    caseId?: string | undefined;
    householdSize: number;
    paidLeave: boolean;
    dateOfIsolationNotice: string;
    isolatedDays: number;
  }>;

/** Living support is claimed for one isolation. */
export const applyForLivingSupport =
  ({ livingSupports, clock, newId }: Needs) =>
  async (input: ApplyForLivingSupportInput): Promise<Receipt> => {
    const claim = LivingSupport.unopened(livingSupportId(newId()));
    claim.execute({
      type: 'ApplyForLivingSupport',
      personId: personId(input.personId),
      isolationId: isolationId(input.isolationId),
      householdSize: HouseholdSize.of(input.householdSize),
      paidLeave: input.paidLeave,
      dateOfIsolationNotice: LocalDate.of(input.dateOfIsolationNotice),
      isolatedDays: IsolatedDays.of(input.isolatedDays),
      ...present({ caseId: parsed(input.caseId, caseId) }),
      ...(await whoAndWhen(input, clock)),
    });
    return create(livingSupports, claim, input);
  };
