import type { z } from 'zod';
import { refuse } from '../api-problems.ts';
import { reachOf } from '../access/staff.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { jurisdictionsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Words } from '../problem.ts';
import type { Counting, Scope } from '../read-models/figures/scope.ts';
import { rangesOf } from '../read-models/reach.ts';
import { forPeople } from '../words.ts';

type Filters = Readonly<Record<string, string | readonly string[] | null>>;
/** `filters`: those in force where they are not what was asked for. */
export type Figure = Readonly<{
  counting: Counting;
  definition: Words;
  filters?: Filters;
  shown: Readonly<Record<string, unknown>>;
}>;
type Query = Readonly<Record<string, string | readonly string[] | undefined>> &
  Omit<Scope, 'within'> &
  Readonly<{ district?: readonly string[] | undefined }>;

/** A figure: counted now, in reach, by the filters that were given; what it means stands beside it. */
export function figure<Asked extends Query>(
  {
    path,
    does,
    more,
    query,
    shows,
  }: Readonly<{ path: string; does: Words; more: Words; query: z.ZodType<Asked>; shows: z.ZodType }>,
  count: (uses: Dependencies, asked: Asked, scope: Scope) => Promise<Figure>,
): Endpoint {
  return endpoint(
    {
      method: 'get',
      path: `/figures/${path}`,
      tag: 'figures',
      load: 'counting',
      does,
      more,
      action: 'figures:read',
      query,
      problems: ['access/not-in-this-district'],
      answer: { status: 200, schema: shows, etag: true },
    },
    async (uses, { query: asked, staff }) => {
      const reach = reachOf(staff, 'figures:read');
      // Nothing counted there would read as if there were nothing.
      if (asked.district?.some((one) => rangesOf(reach, [one]).length === 0) === true)
        throw refuse('access/not-in-this-district');
      const within = rangesOf(reach, asked.district);
      const { disease, from, to } = asked;
      const { counting, definition, filters, shown } = await count(uses, asked, {
        ...{ within, disease, from, to },
      });
      const given = Object.keys((query as unknown as z.ZodObject).shape).map((name) => [
        name,
        asked[name] ?? null,
      ]);
      const places = jurisdictionsOf(within);
      const inForce = { ...Object.fromEntries(given), district: places, ...filters };
      return { body: { asOf: forPeople(counting.asOf), definition, filters: inForce, ...shown } };
    },
  );
}
