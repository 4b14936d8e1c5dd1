import { CLOSED_STAGES } from '../../domain/patient-management/case/case.state.ts';
import { caseRules, NoProtocolInForce, ruleForCase } from '../case-rules.ts';
import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { openTask } from '../open-task.ts';
import type { EpisodeGroup, Oversights } from '../ports/oversights.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

type Round = Readonly<{ at: string }>;
export type MissingRules = Readonly<{ told: number; cancelled: number }>;

/** What has to be there, for which cases, and what a task says where it is not. */
type Need = Readonly<{
  reason: string;
  name: string;
  episodes: Oversights['openEpisodes'];
  untold: Oversights['openCasesWithoutTask'];
  isGoverned: (episode: EpisodeGroup) => Promise<boolean>;
  /** Once the case is closed the task is moot. */
  endsWithCase: boolean;
}>;

/**
 * Who has no rules in force waits and is tried again by itself, for as long as nobody publishes any: a task says so, once
 * a case, and goes when the rules are there. The rules of a case, and the definition of its contacts.
 */
export const tellOfMissingRules =
  (uses: UpkeepUses, claims: (round: Round) => Promise<MissingRules>) =>
  async (round: Round): Promise<MissingRules> => {
    const { oversights } = uses;
    const ofCases = await tellOf(uses, round, {
      reason: 'protocol/none-in-force',
      name: 'no-protocol',
      episodes: () => oversights.openEpisodes(),
      untold: (...group) => oversights.openCasesWithoutTask(...group),
      isGoverned: (episode) => hasRules(() => caseRules(uses, episode, round.at)),
      endsWithCase: true,
    });
    const ofContacts = await tellOf(uses, round, {
      reason: 'protocol/no-contact-definition',
      name: 'no-contact-definition',
      episodes: () => oversights.episodesOfOpenContacts(),
      untold: (...group) => oversights.casesOfOpenContactsWithoutTask(...group),
      isGoverned: async (episode) =>
        (await ruleForCase(uses, 'contactDefinition', episode, round.at)) !== undefined,
      endsWithCase: false,
    });
    const ofClaims = await claims(round);
    const all = [ofCases, ofContacts, ofClaims];
    return {
      told: all.reduce((sum, { told }) => sum + told, 0),
      cancelled: all.reduce((sum, { cancelled }) => sum + cancelled, 0),
    };
  };

async function hasRules(find: () => Promise<unknown>): Promise<boolean> {
  try {
    await find();
    return true;
  } catch (error) {
    if (error instanceof NoProtocolInForce) return false;
    throw error;
  }
}

async function tellOf(uses: UpkeepUses, round: Round, need: Need): Promise<MissingRules> {
  const { oversights } = uses;
  const { reason, name, isGoverned, endsWithCase } = need;
  let [told, cancelled] = [0, 0];
  for (const group of await need.episodes()) {
    uses.heart.beat();
    if (await isGoverned(group)) continue;
    for (const caseId of await need.untold(group, reason, PER_ROUND)) {
      uses.heart.beat();
      const commandId = `case:${caseId}:${name}`;
      await openTask(uses)({ caseId, kind: 'process-parked', reason, commandId, at: round.at });
      told += 1;
    }
  }
  for (const { taskId, stage, episode } of await oversights.openTasksBecause(reason, PER_ROUND)) {
    uses.heart.beat();
    const isMoot = endsWithCase && CLOSED_STAGES.includes(stage);
    if (!isMoot && !(await isGoverned(episode))) continue;
    await cancelTask(uses, taskId, byUpkeep(round));
    cancelled += 1;
  }
  return { told, cancelled };
}
