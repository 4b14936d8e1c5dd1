import type { Met } from '../../domain/protocol/evaluation/release.ts';
import type { Words } from '../problem.ts';

/** Whether what a rule wants is so. */
export const MET_WORDS: Readonly<Record<Met, Words>> = {
  met: { ko: '충족했습니다.', en: 'It is met.' },
  notMet: { ko: '충족하지 못했습니다.', en: 'It is not met.' },
  unknown: { ko: '아직 알 수 없습니다.', en: 'It is not known yet.' },
};
