import { judgeMonitoring } from '../../domain/protocol/evaluation/monitoring.ts';
import { slotsOf } from '../../domain/protocol/evaluation/monitoring-times.ts';
import { inForce, ruleInForce, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import type { AskedTier } from '../ports/monitoring.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { roundOf } from './monitoring-round.ts';

/**
 * Writes, for everybody under watch whose tier asks them in this half hour, one follow-up and the message that asks:
 * in batches, each with its progress in one transaction.
 */
export const writeFollowUps =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { monitoring, protocols, jurisdiction, heart } = uses;
    const { day, slot } = await roundOf(uses, runId);
    for (const disease of await monitoring.diseases()) {
      const versions = await protocols.versions(disease, jurisdiction);
      const today = uses.protocolAsOf ?? day;
      const hours = inForce(versions, today)?.rules.contactHours;
      if (hours === undefined) continue; // nobody has said how these people may be asked
      const groups = [
        { of: 'case', tiers: tiersOfCases(versions, slot) },
        {
          of: 'contact',
          tiers: (await monitoring.daysOfNaming(disease)).flatMap((namedOn) =>
            tierOfContacts(versions, { namedOn, startedOn: uses.protocolAsOf ?? namedOn, today, slot, at }),
          ),
        },
      ] as const;
      for (const { of, tiers } of groups) {
        if (tiers.length === 0) continue;
        const step = `${of}s:${disease}`;
        const { answerWithinHours } = hours;
        for (let outcome = 'more'; outcome === 'more';) {
          heart.beat();
          outcome = await monitoring.writeBatch({
            runId,
            step,
            of,
            disease,
            day,
            slot,
            at,
            answerWithinHours,
            tiers,
          });
          if (outcome === 'paused') return { paused: true };
        }
      }
    }
    return { paused: false };
  };

/** A case was given its tier by a version: that version says when the tier's people are asked. */
const tiersOfCases = (versions: readonly ProtocolVersion[], slot: string): readonly AskedTier[] =>
  versions.flatMap(({ id, rules }) =>
    (rules.monitoring?.tiers ?? [])
      .filter((tier) => tier.of === 'case' && slotsOf(tier).includes(slot))
      .map(({ id: tier, channel, forDays }) => ({
        version: id,
        tier,
        channel,
        ...(forDays === undefined ? {} : { forDays }),
      })),
  );

type Named = Readonly<{ namedOn: string; startedOn: string; today: string; slot: string; at: string }>;

/** Contacts have the tier that the rule gives to all of them; where it needs a fact about each, a person decides. */
function tierOfContacts(
  versions: readonly ProtocolVersion[],
  { namedOn, startedOn, today, slot, at }: Named,
): readonly AskedTier[] {
  const rule = ruleInForce(versions, 'monitoring', { startedOn }, today)?.rule;
  if (rule === undefined) return [];
  const answer = judgeMonitoring(rule, { of: 'contact' }, Date.parse(at));
  const tier = 'tier' in answer ? rule.tiers.find(({ id }) => id === answer.tier) : undefined;
  if (tier === undefined || !slotsOf(tier).includes(slot)) return [];
  return [{ namedOn, tier: tier.id, channel: tier.channel }];
}
