import { z } from 'zod';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { several } from './several.ts';
import { PAGE_CURSOR } from './said.ts';

/** What identifies somebody or not, beside the list's own columns; masked unless `identified`. */
export const PERSON_COLUMNS = ['name', 'sex', 'dateOfBirth', 'age', 'ageGroup', 'phone'] as const;
export const isOfPerson = (column: string): boolean => (PERSON_COLUMNS as readonly string[]).includes(column);
export const columnsOf = <Name extends string>(known: readonly Name[]) =>
  several(z.enum([...known, ...PERSON_COLUMNS]));

/** `<id>` where the id is the order, `<key>~<id>` else. */
const CURSOR = /^(?:([0-9T:.Z-]{1,30}|[~-][0-9a-f-]{36})~)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const pageOfLines = {
  limit: pageQuery.limit,
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
