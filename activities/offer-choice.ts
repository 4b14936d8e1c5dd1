import type { Case } from '../domain/patient-management/case/case.ts';
import type { CaseStage, CaseState } from '../domain/patient-management/case/case.state.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { caseRules, releaseChoice } from './case-rules.ts';
import { openTask } from './open-task.ts';
import { PROTOCOL_CHOICE, choiceSince } from './withdraw-choice.ts';
import { PROCESS, type Moment, type Uses } from './uses.ts';

/** Where a date is planned. Elsewhere a version is news only if it frees. */
const AT_HOME: readonly CaseStage[] = ['home-treatment', 'symptom-check'];

/** Both versions, and what each of them plans. */
type Offered = Readonly<{
  dueAt: string;
  version: string;
  previousDueAt: string;
  previousVersion: string;
}>;

/**
 * A version leaves the choice, and it would move the date of this case or free it: a person decides, once for each such rule.
 * What it would do is worked out and not stored. Nothing where the date stays: other criteria on the same day are no reason
 * to ask.
 */
export async function offerChoice(
  uses: Uses,
  { caseId, at }: Moment,
  episode: CaseState,
): Promise<Offered | undefined> {
  const choice = await releaseChoice(uses, episode, at);
  if (choice === undefined) return undefined;
  const aCase: Case = (await uses.cases.load(caseId)).aggregate;
  const previous = await caseRules(uses, aCase.state, at);
  const rule = await caseRules(uses, { ...aCase.state, chosenProtocol: choice.id }, at);
  aCase.execute({
    ...{ type: 'ApplyProtocol', protocol: choice.id, rule, previous, by: PROCESS },
    at: Instant.of(at),
  });
  const moved = aCase.news.find((one) => one.type === 'ProtocolApplied');
  if (moved === undefined) return undefined;
  const { dueAt, previousDueAt } = moved;
  if (AT_HOME.includes(aCase.state.stage) && dueAt === previousDueAt) return undefined;
  const commandId = `case:${caseId}:choice:${choiceSince(choice)}`;
  await openTask(uses)({ caseId, at, commandId, kind: PROTOCOL_CHOICE, reason: choice.id });
  return { dueAt, version: rule.id, previousDueAt, previousVersion: previous.id };
}
