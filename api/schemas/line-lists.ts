import { z } from 'zod';
import { shownMoment } from '../contract/shapes.ts';
import { day, moment } from './basics.ts';
import { several } from './several.ts';
import { NOT_BEFORE_THE_FIRST, PAGE_CURSOR, said } from './said.ts';

/** To the second, as moments are compared that lie in the store as text: what follows within that second is later. */
const stored = (at: string): string => new Date(at).toISOString().slice(0, 19);
/** The day begins in Seoul. */
export const fromDay = day.transform((text) => stored(`${text}T00:00:00+09:00`));
/** The last day counts: up to the beginning of the next. */
export const toDay = day.transform((text) =>
  stored(new Date(Date.parse(`${text}T00:00:00+09:00`) + 24 * 3_600_000).toISOString()),
);
/** A moment, or the beginning of a day in Seoul. */
export const beforeMoment = z
  .union([day.transform((text) => `${text}T00:00:00+09:00`), moment])
  .transform(stored);

/** Under which name ends what begins with `from` or `<what>From`. */
const endOf = (name: string, asked: object): string | undefined => {
  if (name === 'from') return ['to', 'until'].find((end) => end in asked);
  return name.endsWith('From') ? name.replace(/From$/, 'To') : undefined;
};

/** What begins on a day ends on that day or behind it. */
export const inOrder = <Shape extends z.core.$ZodShape>(query: z.ZodObject<Shape, z.core.$strict>) =>
  query.superRefine((asked: Readonly<Record<string, unknown>>, context) => {
    for (const [name, from] of Object.entries(asked)) {
      const last = endOf(name, asked);
      const to = last === undefined ? undefined : asked[last];
      if (last === undefined || typeof from !== 'string' || typeof to !== 'string') continue;
      // A moment at which the last day has ended lies behind the first one’s beginning.
      if (from.includes('T') ? to <= from : to < from)
        context.addIssue({ code: 'custom', path: [last], message: NOT_BEFORE_THE_FIRST });
    }
  });

export const oneOfCode = several(
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, said('코드', 'a code')),
);
/** A district, or all of a province. */
export const districts = several(
  z
    .string()
    .regex(
      /^(\d{2}|\d{5})$/,
      said('시도 두 자리나 시군구 다섯 자리 코드', 'two digits of a province or five of a district'),
    ),
);

/** What identifies somebody or not, beside the list's own columns; masked unless `identified`. */
export const PERSON_COLUMNS = ['name', 'sex', 'dateOfBirth', 'age', 'ageGroup', 'phone'] as const;
export const isOfPerson = (column: string): boolean => (PERSON_COLUMNS as readonly string[]).includes(column);
export const columnsOf = <Name extends string>(known: readonly Name[]) =>
  several(z.enum([...known, ...PERSON_COLUMNS]));

/** `<id>` where the id is the order, `<key>~<id>` else. */
const CURSOR = /^(?:([0-9T:.Z-]{1,30}|[~-][0-9a-f-]{36})~)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const pageOfLines = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(CURSOR, PAGE_CURSOR)
    .transform((text) => {
      const [, key, id = ''] = CURSOR.exec(text) ?? [];
      return { key, id };
    })
    .optional(),
} as const;

const text = z.string().nullable().optional();
const date = z.iso.date().nullable().optional();
const at = shownMoment.nullable().optional();
const person = {
  /** Whether what identifies the person is shown whole; only where such columns are. */
  identified: z.boolean().optional(),
  name: text,
  sex: text,
  /** The year alone where it is masked. */
  dateOfBirth: text,
  age: z.int().min(0).nullable().optional(),
  /** As a list told it, where no birth date is known. */
  ageGroup: text,
  phone: text,
};

/** One line of the list of cases, with the columns that were asked for. */
export const caseLine = z
  .strictObject({
    caseId: z.uuid(),
    version: z.int().min(1).optional(),
    personId: z.uuid().optional(),
    registryNumber: text,
    classification: text,
    stage: text,
    disease: text,
    district: text,
    openedAt: at,
    reportDate: date,
    dateOfSymptomOnset: date,
    confirmationDate: date,
    tier: text,
    isolationStage: text,
    isolationEndsAt: at,
    outcome: text,
    dateOfOutcome: date,
    /** What a list told of the end of a recorded episode. */
    recordedEnd: text,
    dateOfRecordedEnd: date,
    nextDueAt: at,
    officer: text,
    ...person,
  })
  .meta({ id: 'CaseLine' });

/** One line of the list of contacts, with the columns that were asked for. */
export const contactLine = z
  .strictObject({
    contactId: z.uuid(),
    version: z.int().min(1).optional(),
    personId: z.uuid().optional(),
    stage: text,
    status: text,
    district: text,
    sourceCaseId: z.uuid().optional(),
    foundBy: text,
    reportDate: date,
    dateOfLastExposure: date,
    typeOfExposure: text,
    riskLevel: text,
    certainty: text,
    followUpStatus: text,
    followUpUntil: at,
    quarantineStage: text,
    quarantineEndsAt: at,
    officer: text,
    convertedCaseId: z.uuid().nullable().optional(),
    ...person,
  })
  .meta({ id: 'ContactLine' });
