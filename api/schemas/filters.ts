import { z } from 'zod';
import { day, moment } from './basics.ts';
import { NOT_BEFORE_THE_FIRST, said } from './said.ts';
import { several } from './several.ts';

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

type Span = Readonly<{ from?: string | undefined; to?: string | undefined }>;

/** The same of moments, which may be told by clocks of different places. */
export const momentsInOrder = <Query extends z.ZodType<Span>>(query: Query) =>
  query.refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(to) >= Date.parse(from),
    {
      path: ['to'],
      message: said('from의 시각 또는 그 뒤의 시각', 'the moment of from or one behind it'),
    },
  );

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
