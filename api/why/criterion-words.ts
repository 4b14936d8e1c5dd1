import type { CriterionName } from '../../domain/protocol/evaluation/criteria.ts';
import type { ExplainedCriterion, Met } from '../../domain/protocol/evaluation/release.ts';
import type { Course } from '../../domain/protocol/language/condition.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { Words } from '../problem.ts';
import { anchorWords } from './anchor-words.ts';
import { conditionWords, factsInWords } from './condition-words.ts';
import { COURSE_WORDS } from './fact-words.ts';
import { feverFreeWords, negativesWords } from './fever-and-tests.ts';
import { MET_WORDS } from './met-words.ts';
import { amount, dated, sentences } from './spelt.ts';

/** `track`: as its version states it, where that can be read. */
type Says = (one: ExplainedCriterion, track: ReleaseTrack | undefined) => Words;

const appliesIf: Says = ({ met, facts }, track) => {
  const who = track?.appliesIf === undefined ? factsInWords(facts) : conditionWords(track.appliesIf, facts);
  const comes: Readonly<Record<Met, Words>> = {
    met: { ko: '해당합니다.', en: 'That is so here.' },
    notMet: { ko: '해당하지 않습니다.', en: 'That is not so here.' },
    unknown: {
      ko: '모르는 사실이 있어 해당하는지 알 수 없습니다.',
      en: 'Whether it is so cannot be said without what is not known.',
    },
  };
  return sentences({ ko: `적용 대상: ${who.ko}.`, en: `Meant for: ${who.en}.` }, comes[met]);
};

const requires: Says = ({ met, facts }, track) => {
  const what = track?.requires === undefined ? factsInWords(facts) : conditionWords(track.requires, facts);
  return sentences({ ko: `추가 요건: ${what.ko}.`, en: `Also required: ${what.en}.` }, MET_WORDS[met]);
};

const minimum: Says = ({ met, facts }) => {
  const from = anchorWords(facts['anchor']);
  const [anchorDayIs, endDay] = [amount(facts['anchorDayIs']), amount(facts['endDay'])];
  const [first, last, end] = [dated(facts['anchorDay']), dated(facts['lastDay']), dated(facts['endsAt'])];
  if (first === undefined || last === undefined || end === undefined)
    return {
      ko: `기간: ${from.ko}을 ${anchorDayIs}일째로 세어 ${endDay}일째까지입니다. ${from.ko}을 몰라 셀 수 없습니다.`,
      en: `Period: to day ${endDay}, with the ${from.en} as day ${anchorDayIs}. That day is not known, so nothing can be counted.`,
    };
  return {
    ko: `기간: ${from.ko}(${first})을 ${anchorDayIs}일째로 세어 ${endDay}일째(${last})까지입니다. ${end}에 ${met === 'met' ? '끝났습니다' : '끝납니다'}.`,
    en: `Period: to day ${endDay} (${last}), with the ${from.en} (${first}) as day ${anchorDayIs}. It ${met === 'met' ? 'ended' : 'ends'} at ${end}.`,
  };
};

const courseSaid = (course: unknown): Words | undefined =>
  typeof course === 'string' && Object.hasOwn(COURSE_WORDS, course)
    ? COURSE_WORDS[course as Course]
    : undefined;

const course: Says = ({ met, facts }) => {
  const wants: Words =
    facts['wanted'] === 'symptomFree'
      ? { ko: '임상경과: 증상이 없어야 합니다.', en: 'Course: there must be no symptoms.' }
      : {
          ko: '임상경과: 증상이 없거나 호전되고 있어야 합니다.',
          en: 'Course: symptoms must be gone or improving.',
        };
  const [told, at] = [courseSaid(facts['course']), dated(facts['reportedAt'])];
  if (told === undefined || at === undefined)
    return sentences(wants, {
      ko: '환자의 상태를 알린 보고가 아직 없습니다.',
      en: 'Nobody has reported yet how the patient is.',
    });
  const latest = { ko: `마지막 보고: ${told.ko}(${at}).`, en: `Latest report: ${told.en} (${at}).` };
  const again: Words = {
    ko: '오래되었거나 이미 판정에 쓰인 보고이므로 지금 상태를 다시 물어야 합니다.',
    en: 'It is too old, or has been judged already: somebody has to ask again.',
  };
  return sentences(wants, latest, met === 'unknown' ? again : MET_WORDS[met]);
};

const symptomFreeHours: Says = ({ met, facts }) => {
  const hours = amount(facts['symptomFreeHours']);
  const wants = {
    ko: `증상 소실: ${hours}시간 동안 증상이 없어야 합니다.`,
    en: `No symptoms: for ${hours} hours.`,
  };
  const [since, end] = [dated(facts['since']), dated(facts['endsAt'])];
  if (met === 'unknown')
    return sentences(wants, {
      ko: '지금 증상이 없다는 최근 보고가 없습니다.',
      en: 'No recent report says how the patient is now.',
    });
  if (since === undefined || end === undefined)
    return sentences(wants, {
      ko: '마지막 보고에 증상이 있습니다.',
      en: 'The latest report tells of symptoms.',
    });
  return sentences(wants, {
    ko: `${since}부터 증상이 없고, 그 시간은 ${end}에 ${met === 'met' ? '지났습니다' : '지납니다'}.`,
    en: `There are none since ${since}; the hours ${met === 'met' ? 'were' : 'will be'} over at ${end}.`,
  });
};

const CRITERION_WORDS: Readonly<Record<CriterionName, Says>> = {
  appliesIf,
  minimum,
  feverFreeHours: feverFreeWords,
  symptomFreeHours,
  course,
  negatives: negativesWords,
  requires,
};
export const CRITERION_NAMES = Object.keys(CRITERION_WORDS) as readonly CriterionName[];

/** What the rule wants, what the facts are, and whether it is met. */
export const criterionWords: Says = (one, track) => CRITERION_WORDS[one.criterion](one, track);

/** The moment at which time alone meets it, where it does. */
export function metFrom({ met, facts }: ExplainedCriterion): string | null {
  const end = facts['endsAt'];
  return met === 'notMet' && typeof end === 'string' ? end : null;
}
