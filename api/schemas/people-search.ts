import { z } from 'zod';
import { day } from './basics.ts';
import { said } from './said.ts';

/** POST /people/searches. All that is given has to fit. */
export const peopleSearchBody = z
  .strictObject({
    name: z.string().min(1).max(200).optional(),
    initials: z
      .string()
      .regex(
        /^[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ]{2,10}$/,
        said('초성 2~10자, 예: ㅎㄱㄷ', 'two to ten initial consonants, such as ㅎㄱㄷ'),
      )
      .optional(),
    phone: z.string().min(3).max(40).optional(),
    registryNumber: z.string().max(40).optional(),
    birthDate: day.optional(),
    limit: z.int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  })
  .refine(
    ({ name, initials, phone, registryNumber, birthDate }) =>
      [name, initials, phone, registryNumber, birthDate].some((one) => one !== undefined),
    said(
      'name, initials, phone, registryNumber, birthDate 중 하나 이상',
      'one of name, initials, phone, registryNumber and birthDate at least',
    ),
  );

/** Somebody on a page of people; masked unless `identified`, null after erasure. */
export const personFound = z
  .object({
    personId: z.uuid(),
    version: z.int().min(1),
    stage: z.string(),
    district: z.string(),
    identified: z.boolean(),
    /** In districts whose cases whoever asks may read; the newest first. */
    caseIds: z.array(z.uuid()),
    name: z.string().nullable(),
    sex: z.string().nullable(),
    /** The year alone where it is masked. */
    dateOfBirth: z.string().nullable(),
    age: z.int().min(0).nullable(),
    /** As a list told it, where no birth date is known. */
    ageGroup: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'PersonFound' });
