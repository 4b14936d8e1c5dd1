import { ruleForCase } from '../../../activities/case-rules.ts';
import type { Uses } from '../../../activities/index.ts';
import {
  completeEssentialsOrder,
  recordEssentialsShipment,
} from '../../../activities/isolation-management/deliver-essentials.ts';
import { openSupplies } from '../../../activities/isolation-management/open-supplies.ts';
import { recordEssentialsPayment } from '../../../activities/isolation-management/pay-essentials.ts';
import { asSupplies, suppliesOf } from '../../../activities/isolation-management/supplies-step.ts';
import type { Step } from '../../../activities/uses.ts';

type Supplied = Step & { id: string };
type Referred = Supplied & { reference: string };
const ATTEMPT = 1;

/** What changes in the rows of the one order there is. */
export const naiveSupplies = (uses: Uses) => ({
  openSupplies: async ({ id: isolationId, caseId, at }: Supplied): Promise<string> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const given = await ruleForCase(uses, 'supplies', state, at);
    if (given === undefined) throw new Error('the protocol gives no supplies');
    const { id } = await openSupplies(uses)({
      isolationId,
      needed: given.rule.items.map(({ code, quantity }) => ({ code, quantity })),
      budgetWon: given.rule.budgetWonPerPerson,
      commandId: `isolation:${isolationId}:supplies`,
      by: 'process:isolation',
      at,
    });
    return id;
  },
  recordPayment: async ({ id, at, reference }: Referred): Promise<void> => {
    const amountWon = (await suppliesOf(uses, id)).state.attempts.at(-1)?.totalWon ?? 0;
    const paid = { ...asSupplies({ id, at }, 'paid-1'), attempt: ATTEMPT, reference, amountWon };
    await recordEssentialsPayment(uses)(paid);
  },
  recordOrderTaken: async ({ id, at, reference }: Referred): Promise<void> => {
    const taken = { ...asSupplies({ id, at }, 'completed-1'), attempt: ATTEMPT, reference };
    await completeEssentialsOrder(uses)(taken);
  },
  findParcel: async ({ id }: Supplied): Promise<string> => {
    const parcel = await uses.deliveries.findParcelByKey(`supplies:${id}:parcel:${ATTEMPT}`);
    if (parcel === undefined) throw new Error('the parcel is not known');
    return parcel.trackingReference;
  },
  recordShipment: async ({ id, at, reference: tracking }: Referred): Promise<void> => {
    const shipped = { ...asSupplies({ id, at }, 'shipped-1'), attempt: ATTEMPT, tracking };
    await recordEssentialsShipment(uses)(shipped);
  },
});
