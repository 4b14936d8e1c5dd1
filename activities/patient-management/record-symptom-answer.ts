import { feverFreeHoursAsked } from '../../domain/patient-management/case/release-criteria.ts';
import { SymptomReport, type Course } from '../../domain/patient-management/case/symptom-report.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { SETTLED_BY_ANSWER } from '../../domain/worklist/task.ts';
import { cancelTasks } from '../cancel-tasks.ts';
import { caseRules } from '../case-rules.ts';
import { change } from '../change.ts';
import type { Uses } from '../uses.ts';

type SymptomAnswer = Readonly<{
  commandId: string;
  fingerprint: string;
  caseId: string;
  course: Course;
}>;

/** What a patient has answered by text: nobody has to call them for it any more. */
export const recordSymptomAnswer =
  (uses: Uses) =>
  async ({ caseId, course, commandId, fingerprint }: SymptomAnswer): Promise<void> => {
    const at = await uses.clock.now();
    await change(uses.cases, caseId, { commandId, fingerprint }, async (aCase) => {
      const feverFreeForHours = feverFreeHoursAsked(await caseRules(uses, aCase.state, at));
      const report = SymptomReport.of({
        course,
        channel: 'sms',
        // The question says so: 1 and 2 are for those without fever.
        ...(course === 'notImproved' ? {} : { feverFreeForHours }),
      });
      aCase.execute({ type: 'ReportSymptoms', report, by: 'patient', at: Instant.of(at) });
    });
    await cancelTasks(uses)({ caseId, at, kinds: SETTLED_BY_ANSWER });
  };
