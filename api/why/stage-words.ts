import type { CaseStage, CaseState } from '../../domain/patient-management/case/case.state.ts';
import type { Words } from '../problem.ts';
import { reasonWords } from './reason-words.ts';
import { listed, when } from './spelt.ts';
import { RESULT_WORDS } from './test-words.ts';

type Says = (state: CaseState) => Words;

const on = (moment: string | undefined): string => (moment === undefined ? '' : when(moment));

const retested = ({ retests, releaseTests }: CaseState): Words => {
  const { ko, en } = listed(
    releaseTests.map(({ result, resultedAt }) => {
      const said = RESULT_WORDS[result];
      return { ko: `${said.ko} ${when(resultedAt)}`, en: `${said.en} ${when(resultedAt)}` };
    }),
  );
  return {
    ko: `지금까지 결과가 나온 재검사 ${retests}회${ko === '' ? '' : ` (${ko})`}.`,
    en: `Retests with a result so far: ${retests}${en === '' ? '' : ` (${en})`}.`,
  };
};

/** Why a case is at its stage, where no release criterion says so by itself. */
const STAGE_WORDS: Readonly<Record<CaseStage, Says>> = {
  suspected: ({ openedAt, diagnosticTests }) => ({
    ko: `${when(openedAt)}에 의심환자로 신고되었고, 검사로 확진이나 음성이 정해지지 않았습니다. 결론이 나지 않은 검사 ${diagnosticTests}회.`,
    en: `Reported as a suspicion at ${when(openedAt)}; no test has confirmed it or ruled it out yet. Tests without a conclusion: ${diagnosticTests}.`,
  }),
  confirmed: ({ confirmedAt }) => ({
    ko: `${on(confirmedAt)}에 확진되어 격리와 재택치료가 시작되는 중입니다.`,
    en: `Confirmed at ${on(confirmedAt)}; isolation and home treatment are being started.`,
  }),
  'home-treatment': ({ homeTreatmentSince }) => ({
    ko: `${on(homeTreatmentSince)}부터 재택치료 중입니다. 격리해제 기준을 판정할 지침이 아직 없습니다.`,
    en: `In home treatment since ${on(homeTreatmentSince)}. No protocol is there by which its release could be judged.`,
  }),
  'symptom-check': ({ question }) => ({
    ko: `격리해제 기준을 판정하려고 ${on(question?.firstAskedAt)}에 환자에게 상태를 물었습니다. 판정할 지침이 아직 없습니다.`,
    en: `The patient was asked at ${on(question?.firstAskedAt)} how they are, for the criteria for release. No protocol is there to judge by.`,
  }),
  'in-hospital': ({ stays }) => ({
    ko: `${on(stays.at(-1)?.from)}부터 입원 중입니다. 격리해제 기준을 판정할 지침이 아직 없습니다.`,
    en: `In hospital since ${on(stays.at(-1)?.from)}. No protocol is there by which its release could be judged.`,
  }),
  retest: (state) => {
    const so = retested(state);
    return {
      ko: `${on(state.lastVerdictAt)}의 판정에서 검사가 더 필요하다고 나와 재검사 중입니다. ${so.ko} 판정의 근거는 tracks에 있습니다.`,
      en: `The verdict of ${on(state.lastVerdictAt)} asks for another test, which is under way. ${so.en} What it rested on stands in tracks.`,
    };
  },
  'clinician-decision': (state) => {
    const so = retested(state);
    return {
      ko: `${on(state.lastVerdictAt)}의 판정에서 지침만으로 정할 수 없어 의료진의 결정으로 넘어왔습니다. ${so.ko} 판정의 근거는 tracks에 있습니다.`,
      en: `The verdict of ${on(state.lastVerdictAt)} could not be reached by the protocol alone, so it was left to a clinician. ${so.en} What it rested on stands in tracks.`,
    };
  },
  'release-due': (state) =>
    by(state, {
      ko: '격리해제가 처리되는 중입니다.',
      en: 'The release is being carried out.',
    }),
  released: (state) =>
    by(state, {
      ko: `${on(state.closedAt)}에 격리해제되었습니다.`,
      en: `Released from isolation at ${on(state.closedAt)}.`,
    }),
  'not-a-case': ({ closedAt }) => ({
    ko: `${on(closedAt)}에 감염이 아닌 것으로 정해져 종결되었습니다.`,
    en: `Ruled out at ${on(closedAt)}, and closed.`,
  }),
  deceased: ({ outcome, closedAt }) => ({
    ko: `사망(${outcome?.on ?? '날짜 모름'})하여 ${on(closedAt)}에 종결되었습니다.`,
    en: `The patient died (${outcome?.on ?? 'day not known'}); closed at ${on(closedAt)}.`,
  }),
  withdrawn: ({ closedAt, classifications }) => {
    const { ko, en } = reasonWords(classifications.at(-1)?.because ?? '');
    return {
      ko: `${on(closedAt)}에 확진이 취소되었습니다(사유: ${ko}).`,
      en: `The diagnosis was withdrawn at ${on(closedAt)} (reason: ${en}).`,
    };
  },
  recorded: ({ openedAt }) => ({
    ko: `${when(openedAt)}에 명단에서 기록된 과거 사례입니다.`,
    en: `Recorded from a list at ${when(openedAt)}, after the fact.`,
  }),
};

/** Who found the patient fit for release. */
function by({ releaseBasis, lastVerdictAt }: CaseState, { ko, en }: Words): Words {
  if (releaseBasis === 'clinician')
    return { ko: `의료진이 격리해제를 결정했습니다. ${ko}`, en: `A clinician decided the release. ${en}` };
  return {
    ko: `${on(lastVerdictAt)}의 판정에서 격리해제 기준을 충족했습니다(tracks 참조). ${ko}`,
    en: `The verdict of ${on(lastVerdictAt)} found the criteria for release met (see tracks). ${en}`,
  };
}

/** 신원 의심: beside everything else. */
export function identityWords(doubt: string): Words {
  const { ko, en } = reasonWords(doubt);
  return {
    ko: `누구의 사례인지 의심되어(${ko}) 통지, 등록, 지급이 멈춰 있습니다.`,
    en: `Whose case it is is in doubt (${en}): messages, registration and payments are held.`,
  };
}

export const stageWords = (state: CaseState): Words => STAGE_WORDS[state.stage](state);
