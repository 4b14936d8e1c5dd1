import { StaleAggregate } from '../domain/shared-kernel/domain-error.ts';
import type { AggregateRoot, DomainEvent } from '../domain/shared-kernel/aggregate-root.ts';
import { crashPoint } from './ports/crash-points.ts';
import {
  ChangedSinceRead,
  CommandHandledBefore,
  CommandIdReused,
  type CommandIdentity,
  type HandledCommand,
  type Receipt,
  type Repository,
} from './ports/repository.ts';

const ATTEMPTS = 5;

/** A command as it reaches a use case. `expectedVersion`: what its sender read. */
export type Ask = CommandIdentity & Readonly<{ expectedVersion?: number }>;

type Root = AggregateRoot<{ readonly stage: string }, never, DomainEvent>;

/**
 * load → execute → save, once per command id. A lost race is run again from a fresh load; there a sender who named the
 * version that he read is told of the present one. A process's command that changes nothing is not stored: asking again is quiet too.
 * @throws ChangedSinceRead, CommandIdReused, NotFound, and whatever the aggregate refuses
 */
export async function change<Aggregate extends Root>(
  ...asked: Parameters<typeof changed<Aggregate>>
): Promise<Receipt> {
  return (await changed(...asked)).receipt;
}

/** The same, for who goes on with the aggregate as it stands afterwards. `repeated`: it took effect before, and not now. */
export async function changed<Aggregate extends Root>(
  repository: Repository<Aggregate>,
  id: string,
  ask: Ask,
  execute: (aggregate: Aggregate) => void | Promise<void>,
  more: (aggregate: Aggregate) => Readonly<Record<string, string>> = () => ({}),
): Promise<Readonly<{ receipt: Receipt; aggregate: Aggregate; repeated?: true }>> {
  for (let attempt = 1; ; attempt += 1) {
    const { aggregate, handled } = await repository.load(id, ask.commandId);
    if (handled !== undefined) return { receipt: replay(handled, ask), aggregate, repeated: true };
    if (ask.expectedVersion !== undefined && ask.expectedVersion !== aggregate.version) {
      throw new ChangedSinceRead(aggregate.version);
    }
    await execute(aggregate);
    if (aggregate.news.length === 0 && ask.fingerprint === undefined)
      return { receipt: receiptOf(aggregate, {}), aggregate };
    try {
      return { receipt: await store(repository, aggregate, ask, more(aggregate)), aggregate };
    } catch (error) {
      if (error instanceof CommandHandledBefore) {
        // At the same moment, or about something else: what is not there yet knows of no command.
        const receipt = replay(error.handled, ask);
        return { receipt, aggregate: (await repository.load(id)).aggregate, repeated: true };
      }
      if (!(error instanceof StaleAggregate) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Saves an aggregate that this command has just made, or answers as it was answered before. */
export const create = <Aggregate extends Root>(
  repository: Repository<Aggregate>,
  aggregate: Aggregate,
  ask: Ask,
  more: Readonly<Record<string, string>> = {},
): Promise<Receipt> => once(ask, () => store(repository, aggregate, ask, more));

/** What is stored now, or what was told the first time, where the same command comes again. */
export async function once(ask: Ask, save: () => Promise<Receipt>): Promise<Receipt> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof CommandHandledBefore) return replay(error.handled, ask);
    throw error;
  }
}

/**
 * What somebody has made of the same already, by what `theirs` makes of it; else what this command makes. Made at the same
 * moment, it is found by the second look.
 */
export async function theirsOrOurs(
  theirs: () => Promise<Receipt | undefined>,
  ours: () => Promise<Receipt>,
): Promise<Receipt> {
  const known = await theirs();
  if (known !== undefined) return known;
  try {
    return await ours();
  } catch (error) {
    const meanwhile = error instanceof StaleAggregate ? await theirs() : undefined;
    if (meanwhile === undefined) throw error;
    return meanwhile;
  }
}

async function store<Aggregate extends Root>(
  repository: Repository<Aggregate>,
  aggregate: Aggregate,
  ask: Ask,
  more: Readonly<Record<string, string>> = {},
): Promise<Receipt> {
  const receipt = receiptOf(aggregate, more);
  await repository.save(aggregate, ask, receipt);
  crashPoint('command/before-reply');
  return receipt;
}

/** What the sender was told then. @throws CommandIdReused */
export function replay({ fingerprint, receipt }: HandledCommand, ask: Ask): Receipt {
  if (ask.fingerprint !== undefined && fingerprint !== ask.fingerprint) throw new CommandIdReused();
  return receipt;
}

function receiptOf(aggregate: Root, more: Readonly<Record<string, string>>): Receipt {
  return { id: aggregate.id, version: aggregate.version, stage: aggregate.state.stage, ...more };
}
