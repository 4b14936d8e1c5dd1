import type { EXPOSURE_FACTS } from '../../domain/protocol/language/condition.ts';
import type { Words } from '../problem.ts';

/** What the definition of a contact asks of one exposure. */
export const EXPOSURE_FACT_WORDS: Readonly<Record<keyof typeof EXPOSURE_FACTS, Words>> = {
  distanceMetres: { ko: '거리(미터)', en: 'distance in metres' },
  minutes: { ko: '함께 있은 시간(분)', en: 'minutes together' },
  setting: { ko: '접촉 장소', en: 'setting' },
  exposedMasked: { ko: '접촉자의 마스크 착용', en: 'mask of the exposed person' },
  caseMasked: { ko: '확진자의 마스크 착용', en: 'mask of the case' },
  caseSymptomatic: { ko: '확진자의 증상 유무', en: 'symptoms of the case' },
  caseCoughing: { ko: '확진자의 기침', en: 'cough of the case' },
  faceToFace: { ko: '마주 봄', en: 'face to face' },
  talking: { ko: '대화', en: 'talking' },
  touched: { ko: '신체 접촉', en: 'touch' },
  sameClosedSpace: { ko: '같은 밀폐 공간', en: 'same closed space' },
  careWithoutProtection: { ko: '보호구 없는 간호나 진료', en: 'care without protection' },
};
export type ExposureFact = keyof typeof EXPOSURE_FACT_WORDS;
export const isExposureFact = (fact: string): fact is ExposureFact =>
  Object.hasOwn(EXPOSURE_FACT_WORDS, fact);
