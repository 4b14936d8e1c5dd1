import type { Anchor } from '../../domain/protocol/language/day-count.schema.ts';
import type { Words } from '../problem.ts';
import { ANCHOR_WORDS } from './anchor-words.ts';
import { EXPOSURE_FACT_WORDS, isExposureFact } from './exposure-fact-words.ts';
import { factWords } from './fact-words.ts';

/** A missing fact by its name. */
export function missingWords(fact: string): Words {
  if (fact === 'temperature') return { ko: '체온 또는 발열 여부', en: 'temperature or fever' };
  if (fact === 'protocol') return { ko: '시행 중인 지침', en: 'a protocol in force' };
  if (Object.hasOwn(ANCHOR_WORDS, fact) && fact !== 'arrival') return ANCHOR_WORDS[fact as Anchor];
  return isExposureFact(fact) ? EXPOSURE_FACT_WORDS[fact] : factWords(fact).name;
}
