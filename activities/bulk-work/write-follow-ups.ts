import { judgeMonitoring, underMeasure, type Tier } from '../../domain/protocol/evaluation/monitoring.ts';
import { asksStill, slotsOf } from '../../domain/protocol/evaluation/monitoring-times.ts';
import { inForce, ruleInForce, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { CALLS } from '../../domain/worklist/task.ts';
import { MEASURES } from '../../domain/protocol/language/contacts.schema.ts';
import type { AskedTier, Attempts, UndecidedGroup } from '../ports/monitoring.ts';
import { askAboutUndecided } from './undecided-watch.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { toTheEnd } from './in-batches.ts';
import { roundOf } from './monitoring-round.ts';
import { openCalls } from './open-calls.ts';

/**
 * Writes, for everybody under watch whose tier asks them in this half hour, one follow-up and the message or the task that
 * asks: in batches, each with its progress in one transaction.
 */
export const writeFollowUps =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { monitoring, protocols, jurisdiction } = uses;
    const { day, ...half } = await roundOf(uses, runId);
    const { slot } = half;
    let isForPeople = false;
    for (const disease of await monitoring.diseases()) {
      const versions = await protocols.versions(disease, jurisdiction);
      const today = uses.protocolAsOf ?? day;
      const hours = inForce(versions, today)?.rules.contactHours;
      if (hours === undefined) continue; // nobody has said how these people may be asked
      const days = await monitoring.daysOfNaming(disease);
      const contacts = tiersOfContacts(
        versions,
        days.map((namedOn) => ({ namedOn, startedOn: uses.protocolAsOf ?? namedOn, today, half, at })),
      );
      const groups: readonly Group[] = [
        { of: 'case', tiers: tiersOfCases(versions, half) },
        { of: 'contact', tiers: contacts.asked, attempts: attemptsOf(versions) },
      ];
      for (const { of, tiers, attempts = [] } of groups) {
        if (tiers.length === 0) continue;
        isForPeople ||= tiers.some(({ channel }) => Object.hasOwn(CALLS, channel));
        const step = `${of}s:${disease}`;
        const { answerWithinHours } = hours;
        const asking = { runId, step, of, disease, day, slot, at, answerWithinHours, tiers, attempts };
        const written = await toTheEnd(uses, () => monitoring.writeBatch(asking));
        if (written.paused) return written;
      }
      if (contacts.undecided.length === 0) continue;
      const asked = await askAboutUndecided(uses, { runId, disease, groups: contacts.undecided, at });
      if (asked.paused) return asked;
    }
    return isForPeople ? openCalls(uses, { runId, day, slot, at }) : { paused: false };
  };

type Group = Readonly<{
  of: 'case' | 'contact';
  tiers: readonly AskedTier[];
  attempts?: readonly Attempts[];
}>;
type HalfHour = Readonly<{ slot: string; heldAt: string }>;
const asksNow = (tier: Tier, { slot, heldAt }: HalfHour): boolean => asksStill(tier, slot, heldAt);

/** A case was given its tier by a version: that version says when the tier's people are asked. */
const tiersOfCases = (versions: readonly ProtocolVersion[], half: HalfHour): readonly AskedTier[] =>
  versions.flatMap(({ id, rules }) =>
    (rules.monitoring?.tiers ?? [])
      .filter((tier) => tier.of === 'case' && asksNow(tier, half))
      .map(({ id: tier, channel, forDays }) => ({
        version: id,
        tier,
        channel,
        ...(forDays === undefined ? {} : { forDays }),
      })),
  );

type Named = Readonly<{ namedOn: string; startedOn: string; today: string; half: HalfHour; at: string }>;
type OfContacts = Readonly<{ asked: readonly AskedTier[]; undecided: readonly UndecidedGroup[] }>;

/**
 * Contacts have the first tier that the rule gives to all under their measure; where it needs a fact about each, a person
 * decides. Whose measure has no tier watches themself.
 */
function tiersOfContacts(versions: readonly ProtocolVersion[], days: readonly Named[]): OfContacts {
  const asked: AskedTier[] = [];
  const undecided: UndecidedGroup[] = [];
  for (const { namedOn, startedOn, today, half, at } of days) {
    const rule = ruleInForce(versions, 'monitoring', { startedOn }, today)?.rule;
    if (rule === undefined) continue;
    for (const measure of MEASURES) {
      const answer = judgeMonitoring(underMeasure(rule, measure), { of: 'contact' }, Date.parse(at));
      if (!('tier' in answer)) {
        const { missing } = answer;
        if (answer.undecided === 'facts-missing') undecided.push({ namedOn, measure, missing });
        continue;
      }
      const tier = rule.tiers.find(({ id }) => id === answer.tier);
      if (tier === undefined || !asksNow(tier, half)) continue;
      const isFirst = slotsOf(tier)[0] === half.slot;
      asked.push({ namedOn, measure, isFirst, tier: tier.id, channel: tier.channel });
    }
  }
  return { asked, undecided };
}

/** MERS: five calls or messages in fourteen days. */
const attemptsOf = (versions: readonly ProtocolVersion[]): readonly Attempts[] =>
  versions.flatMap(({ id: version, rules }) =>
    (rules.quarantine?.measures ?? []).flatMap(({ id: measure, contactAttempts: times }) =>
      times === undefined ? [] : [{ version, measure, times }],
    ),
  );
