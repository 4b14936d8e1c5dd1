import {
  SymptomReport,
  type Course,
  type Symptom,
} from '../../domain/patient-management/case/symptom-report.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { SETTLED_BY_ANSWER } from '../../domain/worklist/task.ts';
import { cancelTasks } from '../cancel-tasks.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type ReportSymptomsInput = Request &
  Readonly<{
    caseId: string;
    course: Course;
    symptoms?: readonly Symptom[] | undefined;
    temperatureCelsius?: number | undefined;
    antipyretic?: boolean | undefined;
    feverFreeForHours?: number | undefined;
    dateOfSymptomOnset?: string | undefined;
  }>;

/** Staff tell how a patient is, whether or not anybody asked: nobody has to call them for it any more. */
export const reportSymptoms =
  (uses: Uses) =>
  async (input: ReportSymptomsInput): Promise<Receipt> => {
    const onset = input.dateOfSymptomOnset;
    const report = SymptomReport.of({
      course: input.course,
      channel: 'staff',
      symptoms: input.symptoms,
      temperatureCelsius: input.temperatureCelsius,
      antipyretic: input.antipyretic,
      feverFreeForHours: input.feverFreeForHours,
      dateOfSymptomOnset: onset === undefined ? undefined : LocalDate.of(onset),
    });
    const { caseId, by } = input;
    const at = Instant.of(await uses.clock.now());
    const receipt = await change(uses.cases, caseId, input, (aCase) =>
      aCase.execute({ type: 'ReportSymptoms', report, by, at }),
    );
    await cancelTasks(uses)({ caseId, at: at.toString(), kinds: SETTLED_BY_ANSWER });
    return receipt;
  };
