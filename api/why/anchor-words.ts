import type { Anchor } from '../../domain/protocol/language/day-count.schema.ts';
import type { Words } from '../problem.ts';

/** The days from which rules count. Each Korean word ends in 일, so that 을 may follow. */
export const ANCHOR_WORDS: Readonly<Record<Anchor, Words>> = {
  onset: { ko: '증상발생일', en: 'day of symptom onset' },
  confirmed: { ko: '확진일', en: 'day of confirmation' },
  specimen: { ko: '검체채취일', en: 'day on which the specimen was taken' },
  firstContact: { ko: '최초접촉일', en: 'day of first contact' },
  lastContact: { ko: '최종접촉일', en: 'day of last contact' },
  arrival: { ko: '입국일', en: 'day of arrival' },
  isolationStarted: { ko: '격리시작일', en: 'first day of isolation' },
  symptomsEnded: { ko: '증상소실일', en: 'day on which symptoms ended' },
  discharged: { ko: '퇴원일', en: 'day of discharge' },
  sourceCaseReleased: { ko: '선행확진자의 격리해제일', en: 'day on which the source case was released' },
};

export const anchorWords = (anchor: unknown): Words =>
  typeof anchor === 'string' && Object.hasOwn(ANCHOR_WORDS, anchor)
    ? ANCHOR_WORDS[anchor as Anchor]
    : { ko: '기준일', en: 'day from which it counts' };
