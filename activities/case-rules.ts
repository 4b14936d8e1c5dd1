import type { CaseRules } from '../domain/patient-management/case/case-rules.ts';
import type { CaseState } from '../domain/patient-management/case/case.state.ts';
import { releaseRules } from '../domain/protocol/evaluation/release.ts';
import type { RuleName } from '../domain/protocol/language/protocol.schema.ts';
import {
  choiceLeft,
  ruleInForce,
  type ProtocolVersion,
  type RuleInForce,
} from '../domain/protocol/protocol-version.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import type { Uses } from './uses.ts';

/** Nobody has published the rules by which this case is to be decided. Trying again helps once somebody has. */
export class NoProtocolInForce extends Error {
  readonly params: Readonly<{ disease: string; rule: string }>;

  constructor(disease: string, rule: string) {
    super(`no protocol in force: ${disease} ${rule}`);
    this.name = 'NoProtocolInForce';
    this.params = { disease, rule };
  }
}

type Episode = Pick<CaseState, 'disease' | 'openedAt' | 'chosenProtocol' | 'recorded'>;
type Settings = Pick<Uses, 'protocolAsOf'>;
/** Where the rules of a case come from. */
export type RuleSource = Pick<Uses, 'protocols' | 'jurisdiction' | 'protocolAsOf'>;

/** The rules by which a case is decided at a moment. @throws NoProtocolInForce */
export async function caseRules(uses: RuleSource, episode: Episode, at: string): Promise<CaseRules> {
  const versions = await uses.protocols.versions(episode.disease, uses.jurisdiction);
  return caseRulesFrom(versions, uses, episode, Instant.of(at));
}

/** One rule of the protocol that governs a case; nothing where it has none. */
export async function ruleForCase<Name extends RuleName>(
  uses: RuleSource,
  name: Name,
  episode: Episode,
  at: string,
): Promise<RuleInForce<Name> | undefined> {
  const versions = await uses.protocols.versions(episode.disease, uses.jurisdiction);
  return governing(versions, uses, name, episode, Instant.of(at));
}

/** The rules by which a case is decided, from versions at hand. `protocolAsOf` pins the day whose rules decide, for exercises. */
export function caseRulesFrom(
  versions: readonly ProtocolVersion[],
  { protocolAsOf }: Settings,
  episode: Episode,
  at: Instant,
): CaseRules {
  const rule = <Name extends RuleName>(name: Name): RuleInForce<Name> => {
    const found = governing(versions, { protocolAsOf }, name, episode, at);
    if (found === undefined) throw new NoProtocolInForce(episode.disease, name);
    return found;
  };
  const release = rule('caseRelease');
  const check = rule('releaseCheck').rule;
  return {
    id: release.version,
    release: releaseRules(release.rule, check),
    check,
    contactHours: rule('contactHours').rule,
  };
}

/** The version that an officer may choose for this case, and nobody has; nothing where none leaves the choice. */
export async function releaseChoice(
  uses: RuleSource,
  episode: Episode,
  at: string,
): Promise<ProtocolVersion | undefined> {
  const versions = await uses.protocols.versions(episode.disease, uses.jurisdiction);
  return choiceLeft(versions, 'caseRelease', ...datesOf(uses, episode, Instant.of(at)));
}

const governing = <Name extends RuleName>(
  versions: readonly ProtocolVersion[],
  settings: Settings,
  name: Name,
  episode: Episode,
  at: Instant,
): RuleInForce<Name> | undefined => ruleInForce(versions, name, ...datesOf(settings, episode, at));

/** When the episode began, by our own record or by the list that tells of it, and the day whose rules are asked for. */
function datesOf(
  { protocolAsOf }: Settings,
  { openedAt, chosenProtocol: chosen, recorded }: Episode,
  at: Instant,
): [Readonly<{ startedOn: string; chosen?: string }>, string] {
  const began = recorded?.confirmedOn ?? Instant.of(openedAt).dateInSeoul().toString();
  const startedOn = protocolAsOf ?? began;
  const episode = chosen === undefined ? { startedOn } : { startedOn, chosen };
  return [episode, protocolAsOf ?? at.dateInSeoul().toString()];
}
