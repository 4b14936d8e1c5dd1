import type { CheckOutcome } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { whoAndWhen } from './asked.ts';
import type { IsolationAsked } from './isolation-command.ts';

type CheckIsolationInput = IsolationAsked & Readonly<{ outcome: CheckOutcome }>;
type CheckUses = Pick<Uses, 'isolations' | 'clock'> &
  Readonly<{ lookups: Pick<Uses['lookups'], 'isInHospital'> }>;

/** 격리중 확인. Whether a person whom a visit did not find is in hospital is looked up, nobody has to say it. */
export const checkIsolation =
  ({ isolations, clock, lookups }: CheckUses) =>
  async (input: CheckIsolationInput): Promise<Receipt> => {
    const { outcome, isolationId } = input;
    const by = await whoAndWhen(input, clock);
    return change(isolations, isolationId, input, async (isolation) => {
      const inHospital = outcome === 'notFound' && (await lookups.isInHospital(isolation.state.personId));
      isolation.execute({ type: 'RecordCheck', outcome, inHospital, ...by });
    });
  };
