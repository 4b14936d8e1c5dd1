import { inSeoul } from './days.ts';
import type { Happening } from './api-client.ts';

const WORDS: Readonly<Record<string, string>> = {
  InfectionConfirmed: '확진 · infection confirmed',
  ConfirmedCaseRegistered: '확진자 등록 · registered',
  IsolationNotified: '격리 통지 · isolation notified',
  HomeTreatmentStarted: '재택치료 시작 · home treatment started',
  SymptomCheckRequested: '증상 확인 문자 · asked how they are',
  SymptomsReported: '환자 답장 · answered',
  FoundFreeOfSymptoms: 'n일 이후 무증상 또는 호전 · free of symptoms or improving after n days',
  FoundSymptomaticNotImproved: 'n일 이후 유증상, 호전되지 않음 · symptomatic and not improved',
  PcrTestPerformed: 'PCR 재검사 · PCR again',
  ClinicianDecided: '의사 판단 · clinician decided',
  ReleasedFromIsolation: '격리해제 · released from isolation',
  ReleaseNotified: '격리 해제 통지 · release notified',
  DeathReported: '사망 · died',
};

/** One happening as a line of a case's story; nothing for steps that tell a reader nothing new. */
export function line(patientId: string, { at, type, data }: Happening): string | undefined {
  const words = WORDS[type];
  if (words === undefined) return undefined;
  const more = [data['course'], data['result'], data['decision'], data['registryNumber']].filter(
    (one) => typeof one === 'string',
  );
  return `${inSeoul(Date.parse(at))}  [${patientId}] ${words}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}
