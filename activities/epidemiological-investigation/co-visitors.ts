import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import { gradeContact } from '../../domain/protocol/evaluation/contact-grade.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { ruleForCase } from '../case-rules.ts';
import type { CoVisitor } from '../ports/contact-lookups.ts';
import type { Uses } from '../uses.ts';

/** 동선이 겹친 사람: who was at the same place at the same time, within the days that count by the protocol. Candidates for naming. */
export const coVisitors =
  (uses: Uses) =>
  async (caseId: string): Promise<readonly CoVisitor[]> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const now = await uses.clock.now();
    const definition = await ruleForCase(uses, 'contactDefinition', state, now);
    const at = Instant.of(now);
    const window =
      definition === undefined
        ? undefined
        : gradeContact(
            definition.rule,
            historyOfCase(state),
            { on: at.dateInSeoul().toString() },
            at.epochMilliseconds,
          ).window;
    return uses.lookups.coVisitorsOf(caseId, {
      from: window?.from ?? undefined,
      until: window?.until ?? undefined,
    });
  };
