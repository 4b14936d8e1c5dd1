import type { WaitingFor } from '../../domain/patient-management/case/standing.ts';
import type { Action } from '../access/matrix.ts';
import type { Words } from '../problem.ts';
import { movedBy, type MovedOn } from './moved-on.ts';
import { when } from './spelt.ts';

/** What is known where a case waits. `testId`: the open test; `taskId`: the open task that settles it. */
export type Place = Readonly<{ caseId: string; at: string | null; testId?: string; taskId?: string }>;
type Waiting = Readonly<{
  says: (at: string) => Words;
  /** Said instead where time alone ends nothing. */
  untimed?: Words;
  /** The right that moving it on takes; null: nobody has to. */
  action: Action | null;
  endpoint: (place: Place) => string | undefined;
}>;

const nowhere = (): undefined => undefined;
const report = ({ caseId }: Place): string => `/cases/${caseId}/symptom-reports`;
const decision = ({ taskId }: Place): string | undefined =>
  taskId === undefined ? undefined : `/tasks/${taskId}/decision`;
const result = ({ caseId, testId }: Place): string | undefined =>
  testId === undefined ? undefined : `/cases/${caseId}/tests/${testId}/result`;
const always = (ko: string, en: string): Pick<Waiting, 'says'> => ({ says: () => ({ ko, en }) });

/** A clinician is asked about a release, or about a diagnosis that tests leave open. */
type Waited = WaitingFor | 'clinician-on-diagnosis';

/** What the process waits for, what happens then, and who may move it on before. */
const WAITING: Readonly<Record<Waited, Waiting>> = {
  'test-result': {
    ...always(
      '검사 결과를 기다립니다. 검사기관의 결과는 저절로 들어오며, 양성이면 확진, 음성이면 종결됩니다.',
      'Waits for the result of the test. The laboratory’s comes in by itself; positive confirms, negative closes the case.',
    ),
    action: 'test:handle',
    endpoint: result,
  },
  registration: {
    ...always(
      '격리 명령과 재택치료 시작을 처리하는 중이며, 확진자 등록도 함께 진행됩니다. 사람이 할 일은 없습니다.',
      'Isolation is being ordered and home treatment begun, with the registration beside it. Nobody has to do anything.',
    ),
    action: null,
    endpoint: nowhere,
  },
  'release-check': {
    says: (at) => ({
      ko: `${at}에 격리해제 기준을 다시 판정합니다. 그때 충족하면 격리해제하고, 환자의 상태를 모르면 문자로 묻습니다. 그 전에 상태를 입력하면 바로 다시 판정합니다.`,
      en: `At ${at} the criteria for release are judged again: if they are met the patient is released, and if nobody knows how the patient is, they are asked by SMS. A report before that has them judged at once.`,
    }),
    untimed: {
      ko: '격리해제 기준의 다음 판정이 계획되는 중입니다. 환자의 상태를 입력하면 바로 판정합니다.',
      en: 'The next look at the criteria for release is being planned. A report of symptoms has them judged at once.',
    },
    action: 'case:report',
    endpoint: report,
  },
  'contact-hours': {
    says: (at) => ({
      ko: `연락할 수 있는 시간이 되는 ${at}에 환자에게 상태를 묻습니다.`,
      en: `At ${at}, when patients may be contacted again, the patient is asked how they are.`,
    }),
    untimed: {
      ko: '연락할 수 있는 시간이 되면 환자에게 상태를 묻습니다.',
      en: 'The patient is asked how they are as soon as patients may be contacted again.',
    },
    action: 'case:report',
    endpoint: report,
  },
  'symptom-answer': {
    says: (at) => ({
      ko: `상태를 묻는 문자에 대한 환자의 답을 ${at}까지 기다립니다. 답이 오면 바로 판정하고, 없으면 다시 묻거나 담당자가 전화합니다.`,
      en: `Waits until ${at} for the patient’s answer to the SMS that asks how they are. It is judged at once; without one they are reminded, or staff call.`,
    }),
    untimed: {
      ko: '상태를 묻는 문자에 대한 환자의 답을 기다립니다.',
      en: 'Waits for the patient’s answer to the SMS that asks how they are.',
    },
    action: 'case:report',
    endpoint: report,
  },
  'retest-result': {
    ...always(
      '재검사 결과를 기다립니다. 검사기관의 결과는 저절로 들어오며, 그 결과로 격리해제 기준을 다시 판정합니다.',
      'Waits for the result of another test. The laboratory’s comes in by itself, and the criteria for release are judged with it.',
    ),
    action: 'test:handle',
    endpoint: result,
  },
  clinician: {
    ...always(
      '의료진의 결정을 기다립니다. release로 결정하면 격리해제되고, keep이면 다음 확인일이 잡힙니다.',
      'Waits for a clinician. Decided release, the patient is released; decided keep, the next check is planned.',
    ),
    action: 'case:turn',
    endpoint: decision,
  },
  'clinician-on-diagnosis': {
    ...always(
      '검사로 결론이 나지 않아 의료진의 결정을 기다립니다. confirm으로 결정하면 확진되고, ruleOut이면 종결됩니다.',
      'Tests stayed without a conclusion, so it waits for a clinician. Decided confirm, the case is confirmed; decided ruleOut, it is closed.',
    ),
    action: 'case:turn',
    endpoint: decision,
  },
  release: {
    ...always(
      '격리해제를 처리하고 환자에게 알리는 중입니다. 사람이 할 일은 없습니다.',
      'The release is being carried out and the patient told. Nobody has to do anything.',
    ),
    action: null,
    endpoint: nowhere,
  },
  'return-from-hospital': {
    says: (at) => ({
      ko: `퇴원을 기다립니다. 입원 중에도 ${at}에 격리해제 기준을 다시 판정합니다.`,
      en: `Waits for the return from hospital. At ${at} the criteria for release are judged again, in hospital too.`,
    }),
    untimed: {
      ko: '퇴원을 기다립니다. 복귀를 기록하면 재택치료가 이어집니다.',
      en: 'Waits for the return from hospital; once it is recorded, home treatment goes on.',
    },
    action: 'case:turn',
    endpoint: ({ caseId }) => `/cases/${caseId}/return-from-hospital`,
  },
  identity: {
    ...always(
      '누구의 사례인지 사람이 확인하기를 기다립니다. 같은 사람(samePerson)이면 멈춘 일이 이어지고, 다른 사람(anotherPerson)이면 확진이 취소됩니다.',
      'Waits for somebody to find out whose case it is. Decided samePerson, what was held goes on; anotherPerson, the finding is withdrawn.',
    ),
    action: 'case:doubt',
    endpoint: decision,
  },
  staff: {
    ...always(
      '환자의 답이 없어 담당자를 기다립니다. 전화해 상태를 입력하면 바로 판정합니다.',
      'The patient has not answered, so it waits for staff. Call, and enter how the patient is: it is judged at once.',
    ),
    action: 'case:report',
    endpoint: report,
  },
  nothing: {
    ...always('기다리는 것이 없습니다. 종결된 사례입니다.', 'Waits for nothing: the case is closed.'),
    action: null,
    endpoint: nowhere,
  },
};
export const WAITINGS = Object.keys(WAITING) as readonly Waited[];
export const WAITED_FOR = WAITINGS.filter((one) => one !== 'clinician-on-diagnosis');

/** What comes next in words, by whom it may be moved on, and how. */
export function waitingWords(
  waitingFor: Waited,
  place: Place,
): Readonly<{ says: Words; movedOn: MovedOn | null }> {
  const { says, untimed, action, endpoint } = WAITING[waitingFor];
  const waits = place.at === null ? (untimed ?? says('')) : says(when(place.at));
  return movedBy(waits, action, endpoint(place));
}
