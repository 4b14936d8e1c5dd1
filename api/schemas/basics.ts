import { z } from 'zod';
import { isMachine } from '../access/machine-actors.ts';
import { OFFICES } from '../access/offices.ts';
import { said } from './said.ts';

/** A day, `YYYY-MM-DD`. */
export const day = z.iso
  .date()
  .regex(/^(?:19|[2-9]\d)\d\d-/, said('1900년 이후의 날짜', 'a day from 1900 on'))
  .meta({ format: 'date' });
/** Farther from Greenwich than this is nobody's time. */
const FROM_1900_TO_2999 = /^(?:19|2\d)\d\d-.*(?:Z|[+-](?:0\d|1[0-4]):\d\d)$/;
/** RFC 3339 with an offset, from 1900 to 2999. */
export const moment = z.iso
  .datetime({ offset: true })
  .regex(FROM_1900_TO_2999, said('1900년부터 2999년까지의 시각', 'a moment from 1900 to 2999'))
  .meta({ format: 'date-time' });
export const district = z
  .string()
  .regex(/^\d{5}$/, said('행정구역 코드 다섯 자리', 'five-digit administrative code'));
export const disease = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, said('영문 소문자로 된 감염병 코드', 'a disease code in lower case'));
/** Where nothing is said. */
export const diseaseOrCovid = disease.default('covid-19');
/** A code in lower case, such as that of an item. */
export const code = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
    said('영문자, 숫자, 하이픈으로 된 코드', 'a code of letters, digits and hyphens'),
  );
/** The account of a member of staff. */
export const staff = z.string().min(1).max(64);
/** The same as the identity provider names it; none of those under which the machines write. */
export const account = staff
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._@|+-]*$/,
    said(
      '영문자, 숫자와 . _ @ | + - 로 된 계정 이름',
      'the name of an account: letters, digits and . _ @ | + -',
    ),
  )
  .refine((name) => !isMachine(name), said('사람의 계정', 'the account of a person'));
export const won = z.number().int().min(1).max(100_000_000);
export const nothing = z.strictObject({});

/** In which office somebody approves. */
export const approverRole = z.enum(OFFICES);

export const trueOrFalse = z.stringbool({ truthy: ['true'], falsy: ['false'] });
