import type { Contradicted } from '../faults/contradict.ts';
import { contradiction } from '../faults/contradictions.ts';
import type { World } from '../world.ts';
import type { ContradictionView } from './evidence.ts';

/**
 * What was opened for the message itself, where it was laid aside, or by the command that asks about what was booked ($3).
 * An order whose notice did not arrive is served by staff: that is one task of its own.
 */
const FOUND = `
  select m.status, coalesce((select json_agg(json_build_object('stage', t.stage, 'isOfMessage',
      t.subject_id = coalesce(m.laid_with, m.id)::text)) from task t
    where t.subject_id = coalesce(m.laid_with, m.id)::text or exists (select from domain_event e
      where e.aggregate_id = t.id and e.version = 1 and (starts_with(e.command_id, $3) or e.command_id = (
        select 'isolation:' || o.owner_id || ':notice-unproven:task' from effect o
        where o.key || ':undeliverable' = $3 and o.owner_kind = 'isolation' and o.key ~ ':(isolation|quarantine)-notice$')))
  ), '[]') as tasks
  from inbox_message m where m.source = $1 and m.message_id = $2`;

type Found = Readonly<{
  status: string;
  tasks: readonly Readonly<{ stage: string; isOfMessage: boolean }>[];
}>;

const isAsked = ({ status, tasks }: Found, mayBeCalledOff: boolean): boolean =>
  status === 'parked'
    ? tasks.some(({ isOfMessage, stage }) => isOfMessage && stage !== 'cancelled')
    : tasks.some(({ isOfMessage, stage }) => !isOfMessage && (mayBeCalledOff || stage !== 'cancelled'));

/** What became of each message that takes something back. */
export const dealtWith = (
  { read }: Pick<World, 'read'>,
  contradicted: readonly Contradicted[],
): Promise<readonly ContradictionView[]> =>
  Promise.all(
    contradicted.map(async ({ what, system, messageId, asksAs }) => {
      const [found] = await read<Found>(FOUND, [system, messageId, asksAs ?? null]);
      return {
        what: `${what}, message ${messageId}`,
        status: found?.status,
        hasTask: found !== undefined && isAsked(found, contradiction(what).mayBeCalledOff === true),
        mayBeBooked: asksAs !== undefined,
      };
    }),
  );
