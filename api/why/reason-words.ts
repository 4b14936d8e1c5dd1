import type { DoubtIdentity, WithdrawalReason } from '../../domain/patient-management/case/case.commands.ts';
import type { Words } from '../problem.ts';

const REASONS: Readonly<Record<WithdrawalReason | DoubtIdentity['reason'], Words>> = {
  'wrong-result': { ko: '검사 결과가 틀림', en: 'the result was wrong' },
  'wrong-person': { ko: '다른 사람의 결과', en: 'it was somebody else’s result' },
  'entered-by-mistake': { ko: '잘못 입력함', en: 'it was entered by mistake' },
  'survey-contradicts': { ko: '조사 내용과 다름', en: 'the survey contradicts' },
  'specimen-mixed-up': { ko: '검체가 뒤바뀜', en: 'specimens were mixed up' },
  'document-contradicts': { ko: '서류와 다름', en: 'a document contradicts' },
  'person-denies': { ko: '본인이 아니라고 함', en: 'the person denies it' },
};

/** Why a diagnosis was withdrawn, or an identity is in doubt; a code that nobody knows any more stands for itself. */
export const reasonWords = (code: string): Words =>
  Object.hasOwn(REASONS, code) ? REASONS[code as keyof typeof REASONS] : { ko: code, en: code };
