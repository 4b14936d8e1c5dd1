import { policies } from '../../activities/policies.ts';
import { ISSUED_BY } from './actors.ts';
import { aggregatesIn, exportedNames, type Aggregate } from './domain-code.ts';
import { issuersOf, processesIn, type Issuers, type Process } from './issuers.ts';
import { NEXT_COMMANDS } from './next-commands.ts';
import { recordedBy } from './recorded-events.ts';
import { sortedSet, sourcesBelow, type Source } from './sources.ts';
import { readGlossary, readStorming, type Note, type Term } from './terms.ts';

export type CommandNote = Readonly<{
  name: string;
  aggregate: Aggregate;
  issuers: Issuers;
  actors: readonly string[];
  events: readonly string[];
}>;
/** A next command, and the processes that really issue it after this event: none when that is not built. */
export type NextCommand = Readonly<{ command: string; processes: readonly string[] }>;
export type EventNote = Readonly<{
  name: string;
  aggregate: Aggregate;
  /** The sentence of the policy table, and the process that hears it. */
  whenever: string | undefined;
  hearers: readonly string[];
  next: readonly NextCommand[];
}>;
export type Model = Readonly<{
  aggregates: readonly Aggregate[];
  commands: readonly CommandNote[];
  events: readonly EventNote[];
  processes: readonly Process[];
  activities: readonly Source[];
  /** Names of domain/, the ports and the processes. */
  names: readonly string[];
  storming: readonly Note[];
  glossary: readonly Term[];
}>;

type Reacting = Readonly<{ process: string; whenever: string }>;

/** The reactions of the policy table, however many an event has. */
const reactionsTo = (event: string): readonly Reacting[] =>
  [(policies as Readonly<Record<string, unknown>>)[event] ?? 'none']
    .flat()
    .filter((reaction): reaction is Reacting => reaction !== 'none');

/** What a typed table beside this file lacks or has too much: all of it is told at once. */
class Faults {
  readonly #found: string[] = [];
  add(fault: string | undefined): void {
    if (fault !== undefined) this.#found.push(fault);
  }
  throwAny(): void {
    if (this.#found.length > 0) throw new Error(`the board cannot be made:\n${this.#found.join('\n')}`);
  }
}

function actorFault(command: string, { asked, activities }: Issuers): string | undefined {
  const listed = ISSUED_BY[command];
  if (activities && !asked)
    return listed === undefined || listed === 'process'
      ? undefined
      : `actors.ts: ${command} is issued by processes only, take ${listed.join(', ')} out`;
  if (listed === undefined) return `actors.ts: who issues ${command}?`;
  return listed === 'process' && asked ? `actors.ts: ${command} is asked for by whom?` : undefined;
}

/** A line of a typed table for a name that is neither in the code nor planned in the glossary is a slip of the pen. */
function strangerFault(
  table: string,
  listed: readonly string[],
  known: readonly string[],
): string | undefined {
  const strangers = listed.filter((name) => !known.includes(name));
  return strangers.length === 0 ? undefined : `${table}: nobody knows ${strangers.join(', ')}`;
}

function commandsOf(
  aggregates: readonly Aggregate[],
  processes: readonly Process[],
  { domain, activities }: Readonly<{ domain: readonly Source[]; activities: readonly Source[] }>,
  faults: Faults,
): readonly CommandNote[] {
  const names = aggregates.flatMap(({ commands }) => commands);
  return aggregates.flatMap((aggregate) =>
    aggregate.commands.map((name) => {
      const shared = names.filter((other) => other === name).length > 1;
      const issuers = issuersOf(name, shared ? aggregate.context : undefined, activities, processes);
      const events = recordedBy(name, aggregate, domain);
      const listed = ISSUED_BY[name] ?? 'process';
      faults.add(actorFault(name, issuers));
      faults.add(events.length === 0 ? `recorded-events.ts: say what ${name} records` : undefined);
      return { name, aggregate, issuers, events, actors: listed === 'process' ? [] : listed };
    }),
  );
}

function eventsOf(
  aggregates: readonly Aggregate[],
  commands: readonly CommandNote[],
  faults: Faults,
): readonly EventNote[] {
  const processesOf = (command: string) =>
    commands.filter(({ name }) => name === command).flatMap(({ issuers }) => issuers.processes);
  return aggregates.flatMap((aggregate) =>
    aggregate.events.map((name) => {
      const reactions = reactionsTo(name);
      const causes = commands.filter(
        (command) => command.aggregate === aggregate && command.events.includes(name),
      );
      faults.add(causes.length === 0 ? `recorded-events.ts: which command records ${name}?` : undefined);
      const hearers = sortedSet(reactions.map(({ process }) => process));
      // A process goes on by itself after what it caused, and after what it is told.
      const awake = [...hearers, ...causes.flatMap(({ issuers }) => issuers.processes)];
      const next = (NEXT_COMMANDS[name] ?? []).map((command) => ({
        command,
        processes: sortedSet(processesOf(command).filter((process) => awake.includes(process))),
      }));
      const whenever = reactions.map((reaction) => reaction.whenever).join('; ') || undefined;
      return { name, aggregate, whenever, hearers, next };
    }),
  );
}

/** @throws Error naming every line that a typed table beside this file lacks */
export function readModel(): Model {
  const domain = sourcesBelow('domain');
  const activities = sourcesBelow('activities');
  const workflows = sourcesBelow('workflows');
  const glossary = readGlossary();
  const aggregates = aggregatesIn(domain);
  const processes = processesIn(workflows);

  const faults = new Faults();
  const commands = commandsOf(aggregates, processes, { domain, activities }, faults);
  const events = eventsOf(aggregates, commands, faults);
  const known = [
    ...glossary.flatMap(({ code }) => code),
    ...aggregates.flatMap((aggregate) => [...aggregate.commands, ...aggregate.events]),
  ];
  faults.add(strangerFault('actors.ts', Object.keys(ISSUED_BY), known));
  faults.add(strangerFault('next-commands.ts', Object.entries(NEXT_COMMANDS).flat(2), known));
  faults.throwAny();

  const names = namesIn(domain, activities, workflows);
  return { aggregates, commands, events, processes, activities, names, storming: readStorming(), glossary };
}

/** What a term of the glossary may be called in the code: exports of the domain, the ports and the processes. */
export const namesIn = (
  domain: readonly Source[],
  activities: readonly Source[],
  workflows: readonly Source[],
): readonly string[] =>
  exportedNames([
    ...domain,
    ...activities.filter(({ path }) => path.startsWith('activities/ports/')),
    ...workflows,
  ]);
