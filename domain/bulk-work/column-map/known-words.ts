import type { WordField } from './import-fields.ts';

/** What everybody's words mean. Compared as `wordKeyOf` writes them. */
const WORDS: Readonly<Record<WordField, Readonly<Record<string, readonly string[]>>>> = {
  sex: {
    female: ['f', 'female', 'woman', '여', '여성', '여자'],
    male: ['m', 'male', 'man', '남', '남성', '남자'],
    unknown: ['unknown', 'other', 'undisclosed', '미상', '모름', '기타'],
  },
  state: {
    isolated: ['isolated', '격리', '격리중', '치료중', '입원', 'alive', 'no_outcome', 'in isolation'],
    released: ['released', '해제', '격리해제', '완치', '퇴원', 'recovered', 'completed monitoring'],
    deceased: ['deceased', '사망', 'dead', 'died'],
  },
  language: {
    ko: ['ko', 'kor', 'korean', '한국어', '국어'],
    en: ['en', 'eng', 'english', '영어'],
    zh: ['zh', 'zho', 'chi', 'chinese', '중국어'],
    vi: ['vi', 'vie', 'vietnamese', '베트남어'],
    ja: ['ja', 'jpn', 'japanese', '일본어'],
    ru: ['ru', 'rus', 'russian', '러시아어'],
    th: ['th', 'tha', 'thai', '태국어'],
  },
  nationality: {
    KR: ['kr', 'kor', 'korea', 'republic of korea', 'south korea', '한국', '대한민국', '내국인'],
    CN: ['cn', 'chn', 'china', '중국'],
    US: ['us', 'usa', 'united states', '미국'],
    VN: ['vn', 'vnm', 'vietnam', '베트남'],
    JP: ['jp', 'jpn', 'japan', '일본'],
    TH: ['th', 'tha', 'thailand', '태국'],
    MN: ['mn', 'mng', 'mongolia', '몽골'],
    RU: ['ru', 'rus', 'russia', '러시아'],
    UZ: ['uz', 'uzb', 'uzbekistan', '우즈베키스탄'],
    PH: ['ph', 'phl', 'philippines', '필리핀'],
    FR: ['fr', 'fra', 'france', '프랑스'],
    GB: ['gb', 'gbr', 'united kingdom', '영국'],
    CA: ['ca', 'can', 'canada', '캐나다'],
    CH: ['ch', 'che', 'switzerland', '스위스'],
    ES: ['es', 'esp', 'spain', '스페인'],
    ID: ['id', 'idn', 'indonesia', '인도네시아'],
  },
};

/** Go.Data writes `LNG_REFERENCE_DATA_CATEGORY_GENDER_FEMALE`. */
const wordKeyOf = (word: string): string =>
  word
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^lng_reference_data_category_(?:gender|outcome)_/, '')
    .replaceAll(/\s+/g, ' ');

const meanings = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    Object.entries(words).flatMap(([meaning, all]) =>
      all.map((word) => [`${field}:${wordKeyOf(word)}`, meaning] as const),
    ),
  ),
);

/** What a word of the list means, by the list's own words first; nothing where nobody knows it. */
export function meaningOf(
  field: WordField,
  word: string,
  own: Readonly<Record<string, string>> = {},
): string | undefined {
  const key = wordKeyOf(word);
  const mapped = Object.entries(own).find(([theirs]) => wordKeyOf(theirs) === key)?.[1];
  return mapped ?? meanings.get(`${field}:${key}`);
}
