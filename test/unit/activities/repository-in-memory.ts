import {
  CommandHandledBefore,
  type HandledCommand,
  type Repository,
} from '../../../activities/ports/repository.ts';
import type { AggregateRoot, DomainEvent, Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';

type Root<State> = Pick<
  AggregateRoot<State, never, DomainEvent>,
  'id' | 'state' | 'version' | 'versionBefore'
>;

/** One kind of aggregate in memory, stored as JSON as in the database. */
export function repositoryInMemory<State, Aggregate extends Root<State>>(
  restore: (id: string, stored: Stored<State>) => Aggregate,
): Repository<Aggregate> {
  const rows = new Map<string, string>();
  const commands = new Map<string, HandledCommand>();
  const read = (id: string): Stored<State> | undefined => {
    const row = rows.get(id);
    return row === undefined ? undefined : (JSON.parse(row) as Stored<State>);
  };
  return {
    async load(id, commandId = '') {
      const stored = read(id);
      if (stored === undefined) throw new Error(`nothing stored under ${id}`);
      const handled = commands.get(commandId);
      return { aggregate: restore(id, stored), ...(handled && { handled }) };
    },
    async save(aggregate, { commandId, fingerprint } = {}, receipt) {
      const handled = commands.get(commandId ?? '');
      if (handled !== undefined) throw new CommandHandledBefore(handled);
      if ((read(aggregate.id)?.version ?? 0) !== aggregate.versionBefore) throw new StaleAggregate();
      rows.set(aggregate.id, JSON.stringify({ state: aggregate.state, version: aggregate.version }));
      if (commandId !== undefined && receipt !== undefined) {
        commands.set(commandId, { fingerprint: fingerprint ?? null, receipt });
      }
    },
  };
}
