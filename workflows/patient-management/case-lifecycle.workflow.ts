import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { CaseStanding } from '../../activities/index.ts';
import type { CaseLifecycleInput } from '../../activities/ports/processes.ts';
import { store } from '../activity-presets.ts';
import { caseProcess, type CaseProcess } from '../case-process.ts';
import { tell, type Story } from '../story.ts';
import { told } from '../summaries.ts';
import { diagnosis } from './diagnosis.ts';
import { farewell, isClosed } from './farewell.ts';
import { beginning, check, clinician, hospital, release, retest } from './home-treatment.ts';
import { registration } from './registration.ts';
import { decided } from './tasks.ts';

type Chapter = (life: CaseProcess, standing: CaseStanding) => Promise<void>;

/**
 * A case's life: suspicion or diagnosis, registration and home treatment, the check after n days, release or PCR again
 * and round. What happens at each stage until the case stands at the next one; the domain decides which that is. A
 * process that begins again from the database goes on where the case stands.
 */
const STORY: Readonly<Record<Exclude<CaseStanding['stage'], Parameters<typeof farewell>[1]>, Chapter>> = {
  suspected: diagnosis,
  confirmed: beginning,
  'home-treatment': check,
  'symptom-check': check,
  retest,
  'clinician-decision': clinician,
  'release-due': release,
  'in-hospital': hospital,
};

export async function caseLifecycle(input: CaseLifecycleInput): Promise<void> {
  const life = caseProcess(input);
  let registering = false;
  let withdrawalsAtLook = 0;
  const isWithdrawn = () => life.heardOf('DiagnosisWithdrawn') > withdrawalsAtLook;
  const story: Story<CaseStanding> = {
    look: async () => {
      withdrawalsAtLook = life.heardOf('DiagnosisWithdrawn');
      const standing = await told(store.caseStanding, '현재 상태 · where the case stands', life.moment());
      life.enter(standing.stage, standing.district);
      return standing;
    },
    chapter: ({ stage, registered, registrationOwed = false }) => {
      const isOwed = isClosed(stage) ? registrationOwed : stage !== 'suspected' && !registered;
      if (isOwed && !registering) {
        registering = true;
        life.meanwhile(() => registration(life));
      }
      if (isClosed(stage)) return undefined;
      return (standing) => STORY[stage](life, standing);
    },
    turned: async () => {
      await told(
        store.cancelTasks,
        '경로 변경, 과업 종료 · the case took a turn, close its tasks',
        life.moment(),
      );
      life.stirErrands();
    },
    parked: async (standing, reason) => {
      const stage = standing?.stage ?? 'unknown';
      await decided(life, { kind: 'process-parked', name: `parked:${stage}:${life.now()}`, reason }, 'staff');
    },
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof caseLifecycle>(continuation);
    },
  };
  for (;;) {
    const { stage } = await tell(story);
    if (!isClosed(stage) || !(await farewell(life, stage, isWithdrawn))) return;
  }
}
