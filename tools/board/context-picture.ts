import type { Aggregate } from './domain-code.ts';
import type { Model } from './model.ts';
import { koreanOf } from './terms.ts';
import { label } from './words.ts';

const COLOURS = [
  'classDef command fill:#a6c8ff,stroke:#3b6fb6,color:#111',
  'classDef event fill:#ffb366,stroke:#b36b1e,color:#111',
  'classDef actor fill:#fff3a6,stroke:#b3a23b,color:#111',
];

const nodeOf = (actor: string): string => `actor_${actor.replaceAll(/\W+/g, '_')}`;

/** Two aggregates may use the same word. */
const noteOf = ({ name }: Aggregate, note: string): string => `${name}_${note}`;

/** Actor → command → event, and dotted the next command of the same context. */
export function contextPicture(context: string, model: Model): string {
  const own = model.commands.filter(({ aggregate }) => aggregate.context === context);
  const named = (name: string, kind: string) => label(koreanOf(name, kind, model), name);
  const lines = ['flowchart LR', ...COLOURS];
  for (const actor of [...new Set(own.flatMap(({ actors }) => actors))].sort()) {
    lines.push(`${nodeOf(actor)}([${label(actor)}]):::actor`);
  }
  for (const aggregate of model.aggregates.filter((other) => other.context === context)) {
    lines.push(
      `subgraph in_${aggregate.name}[${named(aggregate.name, 'aggregate')}]`,
      ...aggregate.commands.map(
        (name) => `  ${noteOf(aggregate, name)}[${named(name, 'command')}]:::command`,
      ),
      ...aggregate.events.map((name) => `  ${noteOf(aggregate, name)}[${named(name, 'event')}]:::event`),
      'end',
    );
  }
  for (const { name, aggregate, actors, events } of own) {
    const note = noteOf(aggregate, name);
    if (actors.length > 0) lines.push(`${actors.map(nodeOf).join(' & ')} --> ${note}`);
    lines.push(...events.map((event) => `${note} --> ${noteOf(aggregate, event)}`));
  }
  for (const { name, aggregate, next } of model.events.filter(
    (event) => event.aggregate.context === context,
  )) {
    for (const { command, processes } of next) {
      const target = own.find((other) => other.name === command);
      if (target !== undefined && processes.length > 0)
        lines.push(`${noteOf(aggregate, name)} -.-> ${noteOf(target.aggregate, command)}`);
    }
  }
  return ['```mermaid', lines[0], ...lines.slice(1).map((line) => `  ${line}`), '```'].join('\n');
}
