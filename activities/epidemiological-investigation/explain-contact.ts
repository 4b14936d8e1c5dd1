import { judgeContact } from '../../domain/epidemiological-investigation/infection-network/judge-contact.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import type { DueTest } from '../../domain/protocol/evaluation/quarantine.ts';
import { judgeRelease, type Verdict } from '../../domain/protocol/evaluation/release.ts';
import type { Measure } from '../../domain/protocol/language/contacts.schema.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { NoProtocolInForce } from '../case-rules.ts';
import type { Uses } from '../uses.ts';
import { contactFacts, type ContactFacts } from './contact-facts.ts';
import { standingFrom, type ContactStanding } from './contact-standing.ts';
import { planOf } from './follow-up-plan.ts';

type Title = ProtocolVersion['title'] | null;

/** A contact with the answer to: why is it followed up in this way, until when, and what comes next? */
export type ExplainedContact = Readonly<{
  /** Null where nobody has published a definition of a contact. */
  standing: ContactStanding | null;
  protocol: Readonly<{ version: string; title: Title }> | null;
  /** What the protocol gives the contact now. */
  measure: Readonly<{ id: string; title: Title }> | null;
  /** Whether the measure has ended, and why not; null where there is none that ends. */
  end: Verdict | null;
  /** The ways out of it as they are stated. */
  tracks: readonly ReleaseTrack[];
  tests: readonly DueTest[];
  /** Facts without which no grade or no measure can be given. */
  missing: readonly string[];
}>;

const NOTHING = { measure: null, end: null, tracks: [], tests: [], missing: [] } as const;

export const explainContact =
  (uses: Uses) =>
  async (id: string): Promise<ExplainedContact> => {
    const at = await uses.clock.now();
    const facts = await contactFacts(uses, { id, at }).catch((error: unknown) => {
      if (error instanceof NoProtocolInForce) return undefined; // what is known is shown all the same
      throw error;
    });
    if (facts === undefined) return { ...NOTHING, standing: null, protocol: null, missing: ['protocol'] };
    const standing = await standingFrom(uses, facts);
    const governing = (facts.quarantineRule ?? facts.definition).version;
    const versions = await uses.protocols.versions(facts.source.disease, uses.jurisdiction);
    const title = versions.find(({ id: one }) => one === governing)?.title ?? null;
    return {
      standing,
      protocol: { version: governing, title },
      ...explained(standing, facts),
    };
  };

type Followed = Omit<ExplainedContact, 'standing' | 'protocol'>;

function explained({ stage }: ContactStanding, facts: ContactFacts): Followed {
  if (stage === 'grading') return { ...NOTHING, missing: missingForGrade(facts) };
  return stage === 'planning' || stage === 'watched' ? followedBy(facts) : NOTHING;
}

function missingForGrade({ state, source, definition, at }: ContactFacts): readonly string[] {
  const grounds = { rule: definition.rule, source: historyOfCase(source), at: at.epochMilliseconds };
  const judged = judgeContact(state, grounds);
  return 'undecided' in judged ? judged.missing : [];
}

function followedBy(facts: ContactFacts): Followed {
  const plan = planOf(facts);
  if ('missing' in plan) return { ...NOTHING, missing: plan.missing };
  const measure = facts.quarantineRule?.rule.measures.find(({ id }) => id === plan.measure);
  if (measure === undefined) return NOTHING;
  return {
    measure: { id: measure.id, title: measure.title ?? null },
    end: endOf(measure, facts),
    tracks: measure.end?.tracks ?? [],
    tests: plan.tests,
    missing: [],
  };
}

const endOf = ({ end }: Measure, { history, at }: ContactFacts): Verdict | null =>
  end === undefined ? null : judgeRelease({ ways: end }, history, at.epochMilliseconds);
