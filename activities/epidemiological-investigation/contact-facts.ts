import type { TestState } from '../../domain/diagnostic-testing/test/test.state.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { historyOfContact } from '../../domain/epidemiological-investigation/infection-network/history-of-contact.ts';
import {
  countingExposures,
  type Grounds,
} from '../../domain/epidemiological-investigation/infection-network/judge-contact.ts';
import type { ExposureFacts } from '../../domain/epidemiological-investigation/infection-network/exposure.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import { ageIn } from '../../domain/patient-management/person/personal-values.ts';
import type { History } from '../../domain/protocol/evaluation/history.schema.ts';
import type { RuleInForce } from '../../domain/protocol/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { NoProtocolInForce, ruleForCase } from '../case-rules.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

export type ContactTest = Readonly<{ id: string; state: TestState }>;

/** Everything by which a contact is judged at a moment. */
export type ContactFacts = Readonly<{
  id: string;
  state: ContactState;
  source: CaseState;
  at: Instant;
  definition: RuleInForce<'contactDefinition'>;
  quarantineRule: RuleInForce<'quarantine'> | undefined;
  /** Those that count for the days of what follows. */
  exposures: readonly ExposureFacts[];
  history: History;
  tests: readonly ContactTest[];
  /** The latest quarantine that counts this contact among its exposures. */
  quarantine: Readonly<{ id: string; state: IsolationState }> | undefined;
}>;

/** @throws NoProtocolInForce where nobody has published a definition of a contact: trying again helps once somebody has */
export async function contactFacts(uses: Uses, { id, at: now }: SubjectMoment): Promise<ContactFacts> {
  const { state } = (await uses.contacts.load(id)).aggregate;
  const at = Instant.of(now);
  const source = (await uses.cases.load(state.sourceCaseId)).aggregate.state;
  const definition = await ruleForCase(uses, 'contactDefinition', source, now);
  if (definition === undefined) throw new NoProtocolInForce(source.disease, 'contactDefinition');
  const grounds: Grounds = { rule: definition.rule, source: historyOfCase(source), at: at.epochMilliseconds };
  const exposures = countingExposures(state, grounds);
  const tests = await Promise.all(
    (await uses.lookups.testsOfContact(id)).map(async (testId) => ({
      id: testId,
      state: (await uses.tests.load(testId)).aggregate.state,
    })),
  );
  const quarantineId = await uses.lookups.quarantineOfContact(id);
  const quarantine =
    quarantineId === undefined
      ? undefined
      : { id: quarantineId, state: (await uses.isolations.load(quarantineId)).aggregate.state };
  return {
    id,
    state,
    source,
    at,
    definition,
    quarantineRule: await ruleForCase(uses, 'quarantine', source, now),
    exposures,
    tests,
    quarantine,
    history: historyOfContact(state, exposures, {
      age: await ageOf(uses, state.exposedPersonId, at),
      sourceReleasedAt: source.stage === 'released' ? source.closedAt : undefined,
      startedOn: quarantine?.state.startsOn,
      tests: tests.flatMap(({ state: test }) => asKnown(test, state.revertedAt)),
    }),
  };
}

/** The latest day of contact among the exposures that count. */
export const lastContactIn = (exposures: readonly ExposureFacts[]): LocalDate =>
  exposures
    .map(({ dateOfLastContact }) => LocalDate.of(dateOfLastContact))
    .reduce((last, day) => (day.isAfter(last) ? day : last));

async function ageOf(uses: Uses, personId: string, at: Instant): Promise<number | undefined> {
  const person = await personStandingFor(uses, personId);
  if (person.state.stage === 'erased') return undefined;
  return ageIn(person.personal, at.dateInSeoul());
}

/** A positive result that a ruled-out suspicion came of counts no more. */
function asKnown(test: TestState, revertedAt: string | undefined): NonNullable<History['tests']> {
  const { result, resultedAt, collectedAt = resultedAt, testType = 'pcr' } = test;
  if (result === undefined || resultedAt === undefined || collectedAt === undefined) return [];
  if (result === 'positive' && revertedAt !== undefined && resultedAt <= revertedAt) return [];
  return [{ collectedAt, resultedAt, testType, purpose: 'quarantine', result }];
}
