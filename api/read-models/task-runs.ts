import { TEAMS } from '../access/teams.ts';
import { beginningWith, placesOf } from './reach.ts';
import { all, type Of } from './statement.ts';
import { NOBODY, type TaskFilter } from './task-filter.ts';

/**
 * Open tasks `t` that lie in the order of the list in an index, once for each combination of the values of its `keys`.
 * `where`: what is looked at in each.
 */
export type Run = Readonly<{ keys: Readonly<Record<string, string>>; where: string }>;

/** Every province that has open tasks, the headquarters' own among them. */
const PROVINCES = `(with recursive known(code) as (
    select min(province) from task where stage = 'open'
    union all select (select min(t.province) from task t where t.stage = 'open' and t.province > known.code)
      from known where known.code is not null)
  select code from known where code is not null)`;

const among = (of: Of, values: readonly unknown[]): string => `unnest(${of([...new Set(values)])}::text[])`;
const oneOf = (of: Of, column: string, values: readonly string[] | undefined): string =>
  values === undefined ? '' : `${column} = any (${of(values)}::text[])`;

/** Which runs hold all tasks of the filter in reach, each task once: by the index that leaves the least to look at. */
export function runsOf(of: Of, filter: TaskFilter, reach: readonly string[]): readonly Run[] {
  const { country, provinces, districts } = placesOf(reach, filter.district);
  if (!country && provinces.length + districts.length === 0) return [];
  const few = fewOf(of, filter);
  if (few !== undefined) return [{ ...few, where: all(few.where, inReach(of, filter, reach)) }];
  const { kind, team = TEAMS } = filter;
  const runs: Run[] = [];
  if (districts.length > 0) {
    const keys = { district: among(of, districts), team: among(of, team) };
    runs.push({ keys, where: all(oneOf(of, 't.kind', kind), ownerOf(of, filter), rest(of, filter)) });
  }
  if (!country && provinces.length === 0) return runs;
  const province = country ? undefined : among(of, provinces);
  const where = all(ownerOf(of, filter), rest(of, filter));
  if (kind === undefined)
    runs.push({ keys: { ...(province && { province }), team: among(of, team) }, where });
  else
    runs.push({
      keys: { kind: among(of, kind), province: province ?? PROVINCES },
      where: all(oneOf(of, 't.team', filter.team), where),
    });
  return runs;
}

/** Where the filter names a case, a subject or members of staff there are few tasks, wherever they lie. */
function fewOf(of: Of, filter: TaskFilter): Run | undefined {
  const { caseId, subject, owner, team, kind } = filter;
  const keysOf = (): Run['keys'] | undefined => {
    if (caseId !== undefined) return { case_id: among(of, [caseId]) };
    if (subject !== undefined) return { subject_id: among(of, [subject]) };
    return owner === undefined || owner.includes(NOBODY) ? undefined : { owner: among(of, owner) };
  };
  const keys = keysOf();
  if (keys === undefined) return undefined;
  return {
    keys,
    where: all(
      caseId === undefined || subject === undefined ? '' : `t.subject_id = ${of(subject)}`,
      'owner' in keys ? '' : ownerOf(of, filter),
      oneOf(of, 't.team', team),
      oneOf(of, 't.kind', kind),
      rest(of, filter),
    ),
  };
}

const inReach = (of: Of, { district }: TaskFilter, reach: readonly string[]): string =>
  all(oneOf(of, 't.district', district), `t.district like any (${of(beginningWith(reach))}::text[])`);

function ownerOf(of: Of, { owner }: TaskFilter): string {
  if (owner === undefined) return '';
  const named = owner.filter((one) => one !== NOBODY);
  if (named.length === owner.length) return oneOf(of, 't.owner', owner);
  return named.length === 0 ? 't.owner is null' : `(t.owner is null or ${oneOf(of, 't.owner', named)})`;
}

const rest = (of: Of, { subjectKind, openedAfter, exceptKind = [] }: TaskFilter): string =>
  all(
    exceptKind.length === 0 ? '' : `t.kind <> all (${of(exceptKind)}::text[])`,
    oneOf(of, 't.subject_kind', subjectKind),
    openedAfter === undefined ? '' : `t.opened > ${of(openedAfter)}::text`,
  );
