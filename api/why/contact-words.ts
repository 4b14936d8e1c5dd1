import type { ContactStep } from '../../activities/epidemiological-investigation/contact-standing.ts';
import type { ContactAnswer } from '../../domain/protocol/evaluation/contact-grade.ts';
import type { DueTest } from '../../domain/protocol/evaluation/quarantine.ts';
import type { FollowUpKind } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { Words } from '../problem.ts';
import { when } from './spelt.ts';
import { TEST_TYPE_WORDS } from './test-words.ts';

export const KIND_WORDS: Readonly<Record<FollowUpKind, Words>> = {
  quarantine: { ko: '자가격리', en: 'quarantine' },
  activeSurveillance: { ko: '능동감시', en: 'active surveillance' },
  passiveSurveillance: { ko: '수동감시', en: 'passive surveillance' },
  none: { ko: '조치 없음', en: 'no measure' },
};

/** Why a contact is where it is, beside what its measure says. */
export const STEP_WORDS: Readonly<Record<ContactStep, Words>> = {
  grading: {
    ko: '아직 판정하지 않은 접촉이 있습니다.',
    en: 'There is an exposure that has not been graded yet.',
  },
  planning: {
    ko: '접촉 등급은 정해졌고, 어떤 조치를 언제까지 할지 정하는 중입니다.',
    en: 'The contact is graded; what follows, and until when, is being decided.',
  },
  watched: { ko: '추적관리 중입니다.', en: 'Under follow-up.' },
  'period-over': {
    ko: '추적관리 기간이 끝났습니다.',
    en: 'The period of the follow-up is over.',
  },
  'source-cleared': {
    ko: '선행확진자가 환자가 아닌 것으로 정해져 추적관리를 끝냅니다.',
    en: 'The source was no case after all, so the follow-up ends.',
  },
  'falling-ill': {
    ko: '증상이 있거나 양성이 나와 본인의 사례를 엽니다.',
    en: 'There are symptoms or a positive test, so a case of their own is being opened.',
  },
  'becoming-case': {
    ko: '본인의 사례가 열려 접촉자에서 사례로 전환합니다.',
    en: 'A case of their own is open: the contact becomes that case.',
  },
  suspected: {
    ko: '본인의 사례로 전환되어, 그 사례의 진단을 기다립니다.',
    en: 'Has become a case of their own, whose diagnosis is waited for.',
  },
  'handing-over': {
    ko: '본인이 확진되어 자가격리를 격리로 바꿉니다.',
    en: 'Confirmed themselves: their quarantine goes over into isolation.',
  },
  reverting: {
    ko: '본인의 사례가 환자가 아닌 것으로 정해져 다시 접촉자로 되돌립니다.',
    en: 'Their own case came to nothing: a contact again.',
  },
  leaving: {
    ko: '더 이상 접촉자로 관리하지 않아 자가격리에서 제외합니다.',
    en: 'Followed up no more, and being taken out of the quarantine that counts them.',
  },
  closed: { ko: '추적관리가 끝났거나 필요하지 않습니다.', en: 'The follow-up is over, or was not needed.' },
};
export const CONTACT_STEPS = Object.keys(STEP_WORDS) as readonly ContactStep[];

const GRADED_BECAUSE: Readonly<Record<ContactAnswer['because'], Words>> = {
  'grade-fits': { ko: '등급에 해당', en: 'a grade fits' },
  'no-grade-fits': { ko: '해당하는 등급 없음', en: 'no grade fits' },
  'facts-missing': { ko: '판정할 사실이 부족함', en: 'facts are missing' },
  'outside-window': { ko: '전염 가능 기간 밖', en: 'outside the days on which the case could infect' },
};
export const GRADE_WORDS: Readonly<Record<string, Words>> = {
  close: { ko: '밀접 접촉', en: 'close contact' },
  casual: { ko: '일상 접촉', en: 'casual contact' },
  none: { ko: '접촉 아님', en: 'no contact' },
};

const factOf = (fact: string): Words =>
  (Object.hasOwn(GRADE_WORDS, fact) ? GRADE_WORDS[fact] : undefined) ??
  (Object.hasOwn(GRADED_BECAUSE, fact) ? GRADED_BECAUSE[fact as ContactAnswer['because']] : undefined) ?? {
    ko: fact,
    en: fact,
  };

type Condition = Readonly<{ criterion: string; met: boolean; fact: string }>;
type Exposure = Readonly<{ dateOfLastContact: string }>;

/** What the contact definition says of one exposure, or a person has said of all. */
export function gradedWords({ criterion, fact }: Condition, exposures: readonly Exposure[]): Words {
  const { ko, en } = factOf(fact);
  const number = Number(/^exposure-(\d+)$/.exec(criterion)?.[1]);
  const on = exposures[number - 1]?.dateOfLastContact;
  if (on === undefined) return { ko: `사람이 판정함: ${ko}.`, en: `Graded by a person: ${en}.` };
  return { ko: `${number}번째 접촉(${on}): ${ko}.`, en: `Exposure ${number} (${on}): ${en}.` };
}

const TEST_STATES: Readonly<Record<DueTest['state'], Words>> = {
  notYet: { ko: '아직 아님', en: 'not yet' },
  due: { ko: '지금 받아야 함', en: 'due now' },
  overdue: { ko: '기한이 지남', en: 'overdue' },
  done: { ko: '완료', en: 'done' },
  unknown: { ko: '날짜를 알 수 없음', en: 'its days are not known' },
};
export function dueTestWords({ testType, from, until, state }: DueTest): Words {
  const { ko, en } = TEST_STATES[state];
  const days = from === null || until === null ? '' : from === until ? ` ${from}` : ` ${from}~${until}`;
  const type = TEST_TYPE_WORDS[testType];
  return { ko: `${type.ko} 검사${days}: ${ko}.`, en: `Test (${type.en})${days}: ${en}.` };
}

/** The measure, by its title in the protocol, and its end where it has one. */
export function measureWords(kind: FollowUpKind, title: Words | null, endsAt: string | undefined): Words {
  const named = KIND_WORDS[kind];
  const until =
    endsAt === undefined ? { ko: '', en: '' } : { ko: ` ${when(endsAt)}까지`, en: ` until ${when(endsAt)}` };
  return {
    ko: `조치: ${named.ko}${until.ko}${title === null ? '' : ` (「${title.ko}」)`}.`,
    en: `Measure: ${named.en}${until.en}${title === null ? '' : ` (“${title.en}”)`}.`,
  };
}
