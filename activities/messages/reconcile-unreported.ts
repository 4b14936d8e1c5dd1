import type { recordDelivery } from './record-delivery.ts';
import { taskForOwner } from '../task-for-owner.ts';
import { unlessPartner } from '../unless-partner.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

/** A question of a round is asked again with the next one: its report is not worth a person's time. */
export const ASKED_AGAIN: readonly string[] = ['case-monitoring', 'contact-monitoring', 'symptom-question'];

/** Messages whose delivery was never reported: the gateway is asked; what it cannot say after days is for a person. */
export const reconcileUnreported =
  (uses: UpkeepUses, record: ReturnType<typeof recordDelivery>) =>
  async (_step: Readonly<{ at: string }>): Promise<Readonly<{ reported: number; told: number }>> => {
    let [reported, told] = [0, 0];
    for (const { key, name, owner, isOld } of await uses.unsettledEffects.withoutReport(PER_ROUND)) {
      uses.heart.beat();
      const answer = await uses.texts.findByKey(key).then((found) => ({ found }), unlessPartner);
      if (answer === undefined) continue;
      const { found } = answer;
      if (found !== undefined && found.state !== 'underway') {
        const { state, ...said } = found;
        await record({ key, delivered: state === 'delivered', ...said });
        reported += 1;
      } else if (isOld) {
        if (!ASKED_AGAIN.includes(name)) {
          await taskForOwner(uses)({
            owner,
            kind: 'effect-unsettled',
            commandId: `${key}:unreported`,
            reason: 'sms',
          });
          told += 1;
        }
        await uses.effects.confirm(key, 'never-reported');
      }
    }
    return { reported, told };
  };
