import type { FactName } from '../../domain/protocol/language/condition.ts';
import type { Anchor } from '../../domain/protocol/language/day-count.schema.ts';
import type { Words } from '../problem.ts';
import { missingWords } from './missing-words.ts';

/** Where somebody enters it; nowhere: a person decides without. */
export type Entry = Readonly<{ post: string; says: Words }> | 'nowhere';
/** What every history may lack. */
export type Missing = FactName | Anchor | 'protocol';
export type ToEnter = Readonly<{ fact: string; says: Words; endpoint: string | null }>;

export const at = (post: string, ko: string, en: string): Entry => ({ post, says: { ko, en } });
export const publish = at(
  '/protocols',
  '이 질병에 시행 중인 지침이 없습니다. 중앙방역대책본부에 공표를 요청하세요.',
  'No protocol of the disease is in force. Ask disease-control headquarters to publish one.',
);

/** What comes with the register, the tests, the isolation or the source case. */
export const OF_NOBODY = {
  hadDiseaseBefore: 'nowhere',
  confirmed: 'nowhere',
  confirmedOn: 'nowhere',
  specimen: 'nowhere',
  everTestedPositive: 'nowhere',
  isolationStarted: 'nowhere',
  isolationStartedOn: 'nowhere',
  arrival: 'nowhere',
  daysSinceArrival: 'nowhere',
  sourceCaseReleased: 'nowhere',
  firstSourceCaseReleased: 'nowhere',
  age: 'nowhere',
} as const satisfies Readonly<Partial<Record<Missing, Entry>>>;

const NOWHERE: Words = {
  ko: '입력하는 곳이 없습니다. 담당자 과업에서 사람이 결정하세요.',
  en: 'There is no place to enter it: decide in the task that is open for it.',
};

/** What to enter about a fact, and by which request to what has that id. */
export function toEnter(fact: string, entry: Entry, id: string): ToEnter {
  const name = missingWords(fact);
  const says = entry === 'nowhere' ? NOWHERE : entry.says;
  return {
    fact,
    says: { ko: `${name.ko}: ${says.ko}`, en: `${name.en}: ${says.en}` },
    endpoint: entry === 'nowhere' ? null : `POST ${entry.post.replace('{id}', id)}`,
  };
}
