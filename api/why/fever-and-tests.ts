import type { ExplainedCriterion, Met } from '../../domain/protocol/evaluation/release.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { Words } from '../problem.ts';
import { MET_WORDS } from './met-words.ts';
import { TEST_TYPE_WORDS } from './test-words.ts';
import { amount, dated, listed, sentences } from './spelt.ts';

/** 발열: for how many hours there must have been none, and what the reports say. */
export function feverFreeWords({ met, facts }: ExplainedCriterion): Words {
  const hours = amount(facts['feverFreeHours']);
  const unaided = facts['withoutAntipyretic'] === true;
  const wants: Words = {
    ko: `발열: ${unaided ? '해열제 없이 ' : ''}${hours}시간 동안 열이 없어야 합니다.`,
    en: `Fever: none for ${hours} hours${unaided ? ', without fever reducers' : ''}.`,
  };
  const [fever, clear, end] = ['lastFeverAt', 'lastReportWithoutFeverAt', 'endsAt'].map((name) =>
    dated(facts[name]),
  );
  const reported: Words = {
    ko: `마지막 발열 보고: ${fever ?? '없음'}, 열이 없다는 마지막 보고: ${clear ?? '없음'}.`,
    en: `Latest report of fever: ${fever ?? 'none'}; latest report without: ${clear ?? 'none'}.`,
  };
  const comes: Readonly<Record<Met, Words>> = {
    met: MET_WORDS.met,
    notMet: {
      ko: `${end ?? '그때'}까지 열이 없어야 충족합니다.`,
      en: `It is met if there is none until ${end ?? 'then'}.`,
    },
    unknown: {
      ko: '그 시간 동안 열이 없었다는 최근 보고가 없어 아직 알 수 없습니다.',
      en: 'No recent report covers these hours, so it is not known yet.',
    },
  };
  return sentences(wants, reported, comes[met]);
}

/** 음성: how many in a row, how many there are, and from when the next specimen counts. */
export function negativesWords({ met, facts }: ExplainedCriterion, track: ReleaseTrack | undefined): Words {
  const [wanted = '', found = '', gap = ''] = ['wanted', 'found', 'minGapHours'].map((name) =>
    amount(facts[name]),
  );
  const types = track?.negatives?.testTypes;
  const kinds = types === undefined ? { ko: '', en: '' } : listed(types.map((one) => TEST_TYPE_WORDS[one]));
  const wants: Words = {
    ko: `검사: ${kinds.ko}${kinds.ko === '' ? '' : ' '}음성이 ${gap}시간 이상 간격으로 연속 ${wanted}회 나와야 합니다.`,
    en: `Tests: ${wanted} negative${kinds.en === '' ? '' : ` (${kinds.en})`} in a row, at least ${gap} hours apart.`,
  };
  const positive = dated(facts['lastPositiveAt']);
  const so: Words = {
    ko: `지금까지 ${found}회${positive === undefined ? '' : ` (마지막 양성의 검체 채취: ${positive})`}.`,
    en: `So far ${found}${positive === undefined ? '' : ` (specimen of the last positive: ${positive})`}.`,
  };
  const next = dated(facts['nextTestFrom']);
  const from: Words = {
    ko: `다음 검체는 ${next ?? ''}부터 인정됩니다.`,
    en: `The next specimen counts from ${next ?? ''} on.`,
  };
  return sentences(wants, so, met === 'met' || next === undefined ? undefined : from, MET_WORDS[met]);
}
