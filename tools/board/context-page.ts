import { contextPicture } from './context-picture.ts';
import type { CommandNote, EventNote, Model, NextCommand } from './model.ts';
import { koreanOf, termOf, type Note } from './terms.ts';
import { code, NO_PROCESS, NO_USE_CASE, NOT_BUILT, table, titleOf } from './words.ts';

const named = (name: string, kind: string, model: Model): string => {
  const korean = koreanOf(name, kind, model);
  return korean === '' ? code(name) : `${korean} ${code(name)}`;
};

const follow = ({ command, processes }: NextCommand): string =>
  processes.length === 0 ? `${code(command)}: ${NO_PROCESS}` : code(command);

function policyOf(event: EventNote | undefined): string {
  if (event === undefined) return '';
  if (event.whenever !== undefined) return `${event.whenever} → ${event.hearers.map(code).join(', ')}`;
  const going = event.next.flatMap(({ processes }) => processes);
  return going.length === 0 ? '' : `${[...new Set(going)].map(code).join(', ')} goes on`;
}

function issuerOf({ actors, issuers: { asked, activities, processes } }: CommandNote): string {
  const byProcess = processes.map((process) => `process ${code(process)}`);
  const named = [...actors, ...byProcess];
  const unused = asked || activities ? '' : ` (${NO_USE_CASE})`;
  return `${named.length === 0 ? 'process' : named.join(', ')}${unused}`;
}

function flowTable(context: string, model: Model): string {
  const commands = model.commands.filter(({ aggregate }) => aggregate.context === context);
  const rows = commands.flatMap((command) => {
    const { name, aggregate, events } = command;
    return events.map((eventName, index) => {
      const event = model.events.find((other) => other.aggregate === aggregate && other.name === eventName);
      return [
        index === 0 ? issuerOf(command) : '',
        index === 0 ? named(name, 'command', model) : '',
        index === 0 ? named(aggregate.name, 'aggregate', model) : '',
        named(eventName, 'event', model),
        policyOf(event),
        (event?.next ?? []).map(follow).join('<br>'),
      ];
    });
  });
  return table(['Actor', 'Command', 'Aggregate', 'Event', 'Policy', 'Next command'], rows);
}

/** What the policies of the storming come to today: the events they begin with, and each command that should follow. */
function policyStatus(events: readonly string[], model: Model): string {
  return events
    .map((name) => {
      const event = model.events.find((other) => other.name === name);
      if (event === undefined) return `${code(name)} ${NOT_BUILT}`;
      const then = event.next.map(follow).join(', ');
      return `${code(name)} → ${then || event.whenever || NO_PROCESS}`;
    })
    .join('<br>');
}

function carriedBy(note: Note, model: Model): string {
  const names = termOf(note, model.glossary)?.code ?? [];
  if (note.kind === 'policy') return policyStatus(names, model);
  if (names.length > 0)
    return names
      .map((name) => (model.names.includes(name) ? code(name) : `${code(name)} ${NOT_BUILT}`))
      .join(', ');
  return note.kind === 'actor' ? 'a role' : NOT_BUILT;
}

export const stickyNotes = (context: string, model: Model): string =>
  table(
    ['Kind', 'Korean', 'English', 'In the code'],
    model.storming
      .filter((note) => note.context === context)
      .map((note) => [note.kind, note.korean, note.english, carriedBy(note, model)]),
  );

export function contextPage(context: string, model: Model): string {
  const aggregates = model.aggregates.filter((aggregate) => aggregate.context === context);
  const parts = [`## ${titleOf(context)}`];
  if (aggregates.length > 0) parts.push(flowTable(context, model), contextPicture(context, model));
  else parts.push(`_${NOT_BUILT}_`);
  if (model.storming.some((note) => note.context === context)) {
    parts.push('### Sticky notes', stickyNotes(context, model));
  }
  return parts.join('\n\n');
}
