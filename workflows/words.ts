import type { CaseStage } from '../domain/patient-management/case/case.state.ts';
import type { WaitingFor } from '../domain/patient-management/case/standing.ts';

/** What an operator reads in Temporal Web, Korean first. */
export const STAGE_WORDS: Readonly<Record<CaseStage, string>> = {
  suspected: '의심 · suspected',
  confirmed: '확진 · confirmed',
  'home-treatment': '재택치료 · home treatment',
  'symptom-check': '증상 확인 중 · symptoms being asked',
  retest: '재검사 · PCR again',
  'clinician-decision': '의사 판단 대기 · clinician decides',
  'release-due': '해제 예정 · release due',
  'in-hospital': '입원 · in hospital',
  released: '격리해제 · released',
  'not-a-case': '환자 아님 · not a case',
  deceased: '사망 · deceased',
  withdrawn: '확진 취소 · withdrawn',
  recorded: '과거 기록 · recorded from a list',
};

export const WAIT_WORDS: Readonly<Record<WaitingFor, string>> = {
  'test-result': 'PCR 결과 · PCR result',
  registration: '확진자 등록 · registration',
  'release-check': 'n일 후 격리기준 확인 · check of the release criteria after n days',
  'contact-hours': '연락 가능 시간 · contact hours',
  'symptom-answer': '환자 답장 · the patient’s answer',
  'retest-result': '재검사 결과 · result of the PCR test for release',
  clinician: '의사 판단 · a clinician’s decision',
  release: '격리해제 처리 · release',
  'return-from-hospital': '퇴원 · return from hospital',
  identity: '신원 확인 · identity to be resolved',
  staff: '담당자 처리 · staff',
  nothing: '없음 · nothing',
};

/** A moment as people in Korea read it, without the host's time zone. */
export function inSeoul(moment: string): string {
  const shifted = new Date(Date.parse(moment) + 9 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} KST`;
}
