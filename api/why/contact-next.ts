import type { ContactStep } from '../../activities/epidemiological-investigation/contact-standing.ts';
import type { Action } from '../access/matrix.ts';
import type { Words } from '../problem.ts';
import { movedBy, type MovedOn } from './moved-on.ts';
import { sentences, waitsUntil } from './spelt.ts';

type Place = Readonly<{ contactId: string; at: string | null; taskId?: string }>;
type Waiting = Readonly<{
  says: Words;
  /** The right that moving it on takes, and by which request; null: its process does it at once, by itself. */
  action: Action | null;
  endpoint?: (place: Place) => string | undefined;
}>;

const decision = ({ taskId }: Place): string | undefined =>
  taskId === undefined ? undefined : `/tasks/${taskId}/decision`;
const atOnce: Waiting = {
  says: {
    ko: '절차가 지금 스스로 처리합니다. 사람이 할 일은 없습니다.',
    en: 'Its process is doing so by itself. Nobody has to do anything.',
  },
  action: null,
};

const NEXT: Readonly<Record<ContactStep, Waiting>> = {
  grading: {
    says: {
      ko: '지침으로 판정합니다. 지침으로 정할 수 없으면 역학조사관의 판정을 기다립니다.',
      en: 'Graded by the protocol; where that cannot say, it waits for an investigator.',
    },
    action: 'contact:trace',
    endpoint: ({ contactId }) => `/contacts/${contactId}/grade`,
  },
  planning: {
    says: {
      ko: '지침으로 조치를 정합니다. 사실이 부족하면 입력하거나 역학조사관이 과업에서 정하기를 기다립니다.',
      en: 'The protocol gives the measure; where facts are missing it waits for them, or for an investigator to choose in the task.',
    },
    action: 'contact:trace',
    endpoint: decision,
  },
  watched: {
    says: {
      ko: '그 전에 증상이나 양성이 확인되면 본인의 사례가 열립니다.',
      en: 'Symptoms or a positive test before that open a case of their own.',
    },
    action: 'contact:report',
    endpoint: ({ contactId }) => `/contacts/${contactId}/symptom-reports`,
  },
  'period-over': atOnce,
  'source-cleared': atOnce,
  'falling-ill': atOnce,
  'becoming-case': atOnce,
  suspected: {
    says: {
      ko: '본인 사례의 진단을 기다립니다. 확진되면 격리로 바뀌고, 환자가 아니면 추적관리로 돌아옵니다.',
      en: 'Waits for the diagnosis of their own case: confirmed, it becomes an isolation; ruled out, the follow-up goes on.',
    },
    action: null,
  },
  'handing-over': atOnce,
  reverting: atOnce,
  leaving: atOnce,
  closed: {
    says: { ko: '기다리는 것이 없습니다.', en: 'Waits for nothing.' },
    action: null,
  },
};

/** What a contact's process waits for, until when at most, and who may move it on before. */
export function contactNext(
  step: ContactStep,
  place: Place,
): Readonly<{ says: Words; movedOn: MovedOn | null }> {
  const { says, action, endpoint } = NEXT[step];
  return movedBy(sentences(waitsUntil(place.at), says), action, endpoint?.(place));
}
