import type { Model } from './model.ts';
import { sortedSet } from './sources.ts';
import { callsOf, type Call } from './system-calls.ts';
import { code, contextsInOrder, label, NOT_BUILT, table, titleOf } from './words.ts';

/** News that nobody waits for: a context's event reaches a process. */
type Told = Readonly<{ context: string; process: string; events: readonly string[] }>;

const nodeOf = (name: string): string => name.replaceAll(/\W+/g, '_');

const toldIn = (model: Model): readonly Told[] =>
  contextsInOrder(model.aggregates.map(({ context }) => context)).flatMap((context) =>
    model.processes.flatMap(({ name: process }) => {
      const events = model.events
        .filter(({ aggregate, hearers }) => aggregate.context === context && hearers.includes(process))
        .map(({ name }) => name);
      return events.length === 0 ? [] : [{ context, process, events }];
    }),
  );

/** The contexts whose commands a process issues, through activities. */
const commandedBy = (process: string, { commands }: Model): readonly string[] =>
  sortedSet(
    commands
      .filter(({ issuers }) => issuers.processes.includes(process))
      .map(({ aggregate }) => aggregate.context),
  );

function picture(model: Model, calls: readonly Call[], told: readonly Told[]): string {
  const contexts = contextsInOrder(model.aggregates.map(({ context }) => context));
  const lines = [
    ...contexts.map((context) => `${nodeOf(context)}[${label(...titleOf(context).split(' · '))}]`),
    ...model.processes.map(({ name }) => `${name}([${label('process', name)}])`),
    ...calls.map(({ system }) => `${nodeOf(system.english)}[[${label(system.korean, system.english)}]]`),
    ...told.map(
      ({ context, process, events }) =>
        `${nodeOf(context)} -. ${label(counted(events.length))} .-> ${process}`,
    ),
    ...model.processes.flatMap(({ name }) =>
      commandedBy(name, model).map((context) => `${name} --> ${nodeOf(context)}`),
    ),
    ...calls.flatMap(({ system, port, contexts: callers }) =>
      callers.map((context) => `${nodeOf(context)} -- ${label(port)} --> ${nodeOf(system.english)}`),
    ),
  ];
  return ['```mermaid', 'flowchart LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

const counted = (events: number): string => (events === 1 ? '1 event' : `${events} events`);

export function contextMap(model: Model): string {
  const calls = callsOf(model);
  const told = toldIn(model);
  return [
    '## Context map',
    'Solid: synchronous, somebody waits for the answer. Dotted: asynchronous, an event is stored first and announced to the process later.',
    picture(model, calls, told),
    '### Asynchronous: events announced to processes',
    table(
      ['From', 'To the process', 'Events'],
      told.map(({ context, process, events }) => [
        titleOf(context),
        code(process),
        events.map(code).join(', '),
      ]),
    ),
    '### Synchronous: what a process asks of the contexts',
    table(
      ['Process', 'Of', 'Issues commands to'],
      model.processes.map(({ name, context }) => [
        code(name),
        titleOf(context),
        commandedBy(name, model).map(titleOf).join(', '),
      ]),
    ),
    '### Synchronous: external systems',
    table(
      ['System', 'English', 'Port', 'Called by'],
      calls.map(({ system, port, contexts }) => [
        system.korean,
        system.english,
        port === '' ? NOT_BUILT : code(port),
        contexts.map(titleOf).join(', ') || NOT_BUILT,
      ]),
    ),
  ].join('\n\n');
}
