import { z } from 'zod';
import type { DayFormat } from '../../domain/bulk-work/column-map/day-formats.ts';
import type { DayField, ImportField, WordField } from '../../domain/bulk-work/column-map/import-fields.ts';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { district } from './basics.ts';
import { namesOf } from './names-of.ts';
import { said } from './said.ts';

const heading = z.string().trim().min(1).max(200);
const cell = z.string().max(200);
/** Each as often as there are names, and each may be missing. */
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, value.exactOptional()])) as Record<
      Name,
      z.ZodExactOptional<Value>
    >,
  );
const fields = namesOf<ImportField>({
  listId: true,
  infectedBy: true,
  name: true,
  phone: true,
  dateOfBirth: true,
  age: true,
  ageGroup: true,
  sex: true,
  registryNumber: true,
  province: true,
  district: true,
  nationality: true,
  language: true,
  reportDate: true,
  dateOfSymptomOnset: true,
  confirmationDate: true,
  releasedOn: true,
  deceasedOn: true,
  dateOfOutcome: true,
  state: true,
});
const dayFields = namesOf<DayField>({
  dateOfBirth: true,
  reportDate: true,
  dateOfSymptomOnset: true,
  confirmationDate: true,
  releasedOn: true,
  deceasedOn: true,
  dateOfOutcome: true,
});
const formats = namesOf<DayFormat>({
  'YYYY-MM-DD': true,
  'YYYY.MM.DD': true,
  YYYYMMDD: true,
  'M/D/YYYY': true,
  'D/M/YYYY': true,
});
const MEANINGS: Readonly<Record<WordField, z.ZodType<string>>> = {
  sex: z.enum(['female', 'male', 'unknown']),
  state: z.enum(['isolated', 'released', 'deceased']),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, said('언어 코드(BCP 47), 예: ko', 'a language as BCP 47, such as ko')),
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/, said('국가 코드(ISO 3166-1), 예: KR', 'a country as ISO 3166-1, such as KR')),
};
const meant = (meaning: z.ZodType<string>) =>
  z
    .record(cell.min(1), meaning)
    .refine((words) => Object.keys(words).length <= 300, said('단어 300개까지', 'at most 300 words'))
    .exactOptional();

const map = z.strictObject({
  columns: each(fields, heading),
  days: each(dayFields, z.enum(formats)).exactOptional(),
  words: z
    .strictObject({
      sex: meant(MEANINGS.sex),
      state: meant(MEANINGS.state),
      language: meant(MEANINGS.language),
      nationality: meant(MEANINGS.nationality),
    })
    .exactOptional(),
});

/** POST /import-maps and its replacement */
export const importMapBody = z.strictObject({ name: z.string().trim().min(1).max(60), district, map });
export const importMapListQuery = z.strictObject(pageQuery);
export const importMapShown = z
  .object({
    importMapId: z.uuid(),
    version: z.int().min(1),
    name: z.string(),
    district,
    map,
    savedBy: z.string(),
    savedAt: shownMoment,
  })
  .meta({ id: 'ImportMap' });

/** POST /import-maps/suggestion */
export const suggestionBody = z.union([
  z.strictObject({ headings: z.array(z.string().max(200)).min(1).max(300) }),
  z.strictObject({ lines: z.string().min(1).max(60_000) }),
]);
const missing = z.array(z.enum(fields));
export const suggestionShown = z
  .object({
    map,
    missing: z.object({ live: missing, past: missing }),
    unused: z.array(z.string()),
  })
  .meta({ id: 'ImportMapSuggestion' });
