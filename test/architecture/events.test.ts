import { expect, test } from '@jest/globals';
import { policies } from '../../activities/policies.ts';
import { filesBelow, textOf } from './project-files.ts';

/** The policy table lists every event type there is, or it would not compile. */
const eventTypes = Object.keys(policies);
const domain = filesBelow('domain').map((path) => ({ path, text: textOf(path) }));

const IRREGULAR = [
  'Found',
  'Left',
  'Sent',
  'Paid',
  'Told',
  'Held',
  'Lost',
  'Withdrawn',
  'Begun',
  'Given',
  'Taken',
  'Chosen',
  'Undone',
  'Kept',
];
const isPast = (name: string): boolean =>
  (name.match(/[A-Z][a-z]*/g) ?? []).some((word) => /[^e]ed$/.test(word) || IRREGULAR.includes(word));

test('a name in the present is not taken for one in the past', () => {
  expect(['ConfirmInfection', 'OrderIsolation', 'ReleaseCheck', 'Need'].filter(isPast)).toEqual([]);
});

test('events are named in the past tense', () => {
  expect(eventTypes.length).toBeGreaterThan(10);
  expect(eventTypes.filter((type) => !isPast(type))).toEqual([]);
});

test('an event is declared once, as a type of its own name that carries the version of its shape', () => {
  const declared = domain.flatMap(({ text }) => declarationsIn(text));
  expect(declared.map(({ type }) => type).sort()).toEqual([...eventTypes].sort());
  expect(declared.filter(({ name, type }) => name !== type)).toEqual([]);
  expect(declared.filter(({ versioned }) => !versioned)).toEqual([]);
});

test('a declaration without a version, or under another name, is seen', () => {
  const [unversioned] = declarationsIn(
    `export type CaseOpened = DomainEvent & Readonly<{ type: 'CaseOpened' }>;`,
  );
  expect(unversioned).toEqual({ name: 'CaseOpened', type: 'CaseOpened', versioned: false });
  const [renamed] = declarationsIn(
    `type Fact<T> = DomainEvent & { type: T; v: 1 };\nexport type Opened = Fact<'CaseOpened', { district: string }>;`,
  );
  expect(renamed).toEqual({ name: 'Opened', type: 'CaseOpened', versioned: true });
});

/** Event types declared in a source text: through the file's own `Fact<'X', …>`, or written out from DomainEvent. */
function declarationsIn(text: string): { name: string; type: string; versioned: boolean }[] {
  const factIsVersioned = /\bv: 1\b/.test(definitionOfFact(text));
  const facts = [...text.matchAll(/export type (\w+) = Fact<\s*'(\w+)'/g)].map(
    ([, name = '', type = '']) => ({
      name,
      type,
      versioned: factIsVersioned,
    }),
  );
  const written = [
    ...text.matchAll(/export type (\w+) = DomainEvent &\s*Readonly<\{ type: '(\w+)'([^>]*)\}/g),
  ].map(([, name = '', type = '', rest = '']) => ({ name, type, versioned: /\bv: \d+\b/.test(rest) }));
  return [...facts, ...written];
}

function definitionOfFact(text: string): string {
  const start = text.indexOf('type Fact<');
  return start < 0 ? '' : text.slice(start, text.indexOf('export type', start));
}
