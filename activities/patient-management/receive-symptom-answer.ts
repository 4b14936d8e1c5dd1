import { feverFreeHoursAsked } from '../../domain/patient-management/case/release-criteria.ts';
import { courseOf } from '../../domain/patient-management/case/sms-answer.ts';
import { SymptomReport } from '../../domain/patient-management/case/symptom-report.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { caseRules } from '../case-rules.ts';
import { change } from '../change.ts';
import type { Uses } from '../uses.ts';
import { openTask } from '../open-task.ts';

export type SymptomAnswerInput = Readonly<{
  commandId: string;
  fingerprint: string;
  from: string;
  text: string;
}>;
export type SymptomAnswerOutcome = 'reported' | 'for-staff' | 'unknown-sender';

/**
 * A text message from a patient. What cannot be read, or may be meant for several patients who share a telephone,
 * becomes a task for staff: an answer is never lost and never guessed.
 */
export const receiveSymptomAnswer =
  (uses: Uses) =>
  async (input: SymptomAnswerInput): Promise<SymptomAnswerOutcome> => {
    const candidates = await uses.lookups.casesAtHomeByPhone(telephone(input.from));
    const asked = candidates.filter(({ asked }) => asked);
    const meant = asked.length > 0 ? asked : candidates;
    const only = meant.length === 1 ? meant[0] : undefined;
    const course = courseOf(input.text);
    const at = await uses.clock.now();
    if (only !== undefined && course !== undefined) {
      await change(uses.cases, only.caseId, input, async (aCase) => {
        const feverFreeForHours = feverFreeHoursAsked(await caseRules(uses, aCase.state, at));
        const report = SymptomReport.of({
          course,
          channel: 'sms',
          // The question says so: 1 and 2 are for those without fever.
          ...(course === 'notImproved' ? {} : { feverFreeForHours }),
        });
        aCase.execute({ type: 'ReportSymptoms', report, by: 'patient', at: Instant.of(at) });
      });
      return 'reported';
    }
    for (const { caseId } of meant) {
      await openTask(uses)({ caseId, at, commandId: `${input.commandId}/${caseId}`, kind: 'answer-unclear' });
    }
    return meant.length === 0 ? 'unknown-sender' : 'for-staff';
  };

function telephone(from: string): string {
  try {
    return PhoneNumber.of(from).e164;
  } catch (error) {
    if (error instanceof DomainError) return '';
    throw error;
  }
}
