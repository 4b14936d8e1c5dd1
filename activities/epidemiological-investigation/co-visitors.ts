import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import {
  gradeContact,
  infectiousWindow,
  spelt,
  type ContactAnswer,
} from '../../domain/protocol/evaluation/contact-grade.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { ruleForCase } from '../case-rules.ts';
import type { CoVisitor } from '../ports/contact-lookups.ts';
import type { Uses } from '../uses.ts';

/** A candidate for naming, with what the protocol says of what is known: how long, and never how near. */
export type JudgedCoVisitor = Omit<CoVisitor, 'sourceCaseId'> &
  Partial<Pick<ContactAnswer, 'grade' | 'next' | 'missing'>>;
export type CoVisitors = Readonly<{
  /** By which the days and the grades were found; nothing where no version is in force. */
  protocolVersion: string | null;
  window: ContactAnswer['window'];
  items: readonly JudgedCoVisitor[];
}>;

/** 동선이 겹친 사람: who was at the same place at the same time, within the days that count by the protocol. */
export const coVisitors =
  (uses: Uses) =>
  async (caseId: string): Promise<CoVisitors> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const now = await uses.clock.now();
    const at = Instant.of(now).epochMilliseconds;
    const definition = await ruleForCase(uses, 'contactDefinition', state, now);
    const history = historyOfCase(state);
    const days = definition === undefined ? null : infectiousWindow(definition.rule, history, at);
    const window = days === null ? null : spelt(days);
    const met = await uses.lookups.coVisitorsOf(caseId, {
      from: window?.from ?? undefined,
      until: window?.until ?? undefined,
    });
    const judged = ({ from, minutes }: Pick<CoVisitor, 'from' | 'minutes'>): Partial<ContactAnswer> => {
      if (definition === undefined) return {};
      const on = Instant.of(from).dateInSeoul().toString();
      const { grade, next, missing } = gradeContact(definition.rule, history, { on, minutes }, at);
      return { grade, next, missing };
    };
    return {
      protocolVersion: definition?.version ?? null,
      window,
      items: met.map(({ sourceCaseId: _case, ...one }) => ({ ...one, ...judged(one) })),
    };
  };
