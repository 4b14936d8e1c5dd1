import { describe, expect, test } from '@jest/globals';
import { policies } from '../../activities/policies.ts';
import { BOARD, firstDifference, makeBoard } from '../../tools/board/board.ts';
import { aggregatesIn } from '../../tools/board/domain-code.ts';
import {
  ambiguousIn,
  faultsOfNotes,
  orphansIn,
  readVocabulary,
  unspokenIn,
  type Vocabulary,
} from '../../tools/board/join.ts';
import { recordedBy } from '../../tools/board/recorded-events.ts';
import { readGlossary, readStorming, type Note, type Term } from '../../tools/board/terms.ts';
import { textOf } from './project-files.ts';

const COMMANDS = `
type Opening = By & Readonly<{ type: 'OpenGate'; width: number }>;
export type OpenGate = Opening & (A | B);
export type ForceGate = By &
  Readonly<{
    type: 'ForceGate';
  }>;
export type ShutGate = By & Readonly<{ type: 'ShutGate' }>;
export type GateCommand = OpenGate | ForceGate | ShutGate;
`;
const EVENTS = `
export type GateOpened = Fact<'GateOpened', { width: number }>;
export type LockBroken = Fact<'LockBroken'>;
export type GateShut = DomainEvent & Readonly<{ type: 'GateShut'; v: 1 }>;
export type Opening = GateOpened | LockBroken;
export type GateEvent =
  | Opening
  | GateShut;
`;
const GATE = `
export class Gate extends AggregateRoot<GateState, GateCommand, GateEvent> {
  execute(command: GateCommand): void {
    if (command.type === 'ShutGate') {
      return this.raise(fact('GateShut', command));
    }
    switch (command.type) {
      case 'OpenGate':
        return this.open(command);
      case 'ForceGate':
        this.raise(fact('LockBroken', command));
        return this.open(command);
    }
  }

  private open(command: OpenGate): void {
    this.raise(fact('GateOpened', command));
  }

  protected evolve(state: GateState, event: GateEvent): GateState {
    return event.type === 'GateShut' ? state : this.open(event);
  }
}
`;

const glossary = readGlossary();
const storming = readStorming();
const vocabulary = readVocabulary();

describe('the board', () => {
  test('is what the generator makes of the code: npm run board', async () => {
    expect(firstDifference(textOf(BOARD), await makeBoard())).toBeUndefined();
  });

  test('has every sticky note of the storming', () => {
    const board = textOf(BOARD);
    expect(storming.length).toBeGreaterThan(70);
    expect(storming.filter(({ korean }) => !board.includes(`| ${korean} `))).toEqual([]);
  });

  test('that is stale is told by its first line that differs', () => {
    expect(firstDifference('a\nb\nc', 'a\nb\nc')).toBeUndefined();
    expect(firstDifference('a\nb\nc', 'a\nx\ny')).toMatch(/^line 2\b.*\n.*b\n.*x$/);
    expect(firstDifference('a', 'a\nb')).toMatch(/^line 2\b.*\n.*\(end\)\n.*b$/);
  });
});

describe('the code is read', () => {
  const source = (path: string, text: string) => ({ path: `domain/gates/gate/${path}`, text });
  const gate = (opened: string) => [
    source('gate.commands.ts', COMMANDS),
    source('gate.events.ts', EVENTS.replace(`Fact<'GateOpened'`, `Fact<'${opened}'`)),
    source('gate.ts', GATE),
  ];

  test('so that no event of the policy table is overlooked', () => {
    expect(Object.keys(policies).filter((type) => !vocabulary.events.includes(type))).toEqual([]);
  });

  test('aggregates with their commands and events, and what each command records', () => {
    const sources = gate('GateOpened');
    const [found] = aggregatesIn(sources);
    expect(found).toMatchObject({
      name: 'Gate',
      context: 'gates',
      commands: ['OpenGate', 'ForceGate', 'ShutGate'],
      events: ['GateOpened', 'LockBroken', 'GateShut'],
    });
    const recorded = found?.commands.map((command) => recordedBy(command, found, sources));
    expect(recorded).toEqual([['GateOpened'], ['GateOpened', 'LockBroken'], ['GateShut']]);
  });

  test('and a name that is not its type is refused', () => {
    expect(() => aggregatesIn(gate('GateWidened'))).toThrow('GateOpened has the type GateWidened');
  });
});

describe('the glossary', () => {
  test('has a term for every sticky note, carried by code of its kind', () => {
    expect(faultsOfNotes(storming, glossary, vocabulary)).toEqual([]);
  });

  test('names nothing that the code does not have', () => {
    expect(orphansIn(glossary, vocabulary)).toEqual([]);
  });

  test('has every aggregate, command and event of the domain', () => {
    expect(vocabulary.commands.length).toBeGreaterThan(20);
    expect(unspokenIn(glossary, vocabulary)).toEqual([]);
  });

  test('has a meaning for each term, and each term once in its context', () => {
    expect(ambiguousIn(glossary)).toEqual([]);
    expect(glossary.filter(({ en, context, definition }) => [en, context, definition].includes(''))).toEqual(
      [],
    );
  });
});

describe('what is not in order is seen', () => {
  const words: Vocabulary = {
    aggregates: ['Case'],
    commands: ['OpenCase'],
    events: ['CaseOpened'],
    exported: ['Case', 'CaseOpened', 'Laboratory', 'OpenCase'],
  };
  const term = (ko: string, code: string[], en = 'open'): Term => ({
    ko,
    en,
    code,
    context: 'cases',
    definition: '',
    legalBasis: '',
    avoid: '',
  });
  const note = (kind: string, korean = '열림'): Note => ({
    context: 'cases',
    kind,
    korean,
    english: '',
    note: '',
  });

  test('a note without a term, without code, or of another kind', () => {
    expect(faultsOfNotes([note('event', '닫힘')], [term('열림', ['CaseOpened'])], words)).toHaveLength(1);
    expect(faultsOfNotes([note('event')], [term('열림', [])], words)).toHaveLength(1);
    expect(faultsOfNotes([note('event')], [term('열림', ['OpenCase'])], words)).toEqual([
      '열림 (cases event) carries no event: OpenCase',
    ]);
    expect(faultsOfNotes([note('actor')], [term('열림', [], 'passer-by')], words)).toHaveLength(1);
    expect(faultsOfNotes([note('event')], [term('열림', ['CaseOpened'])], words)).toEqual([]);
    expect(faultsOfNotes([note('actor')], [term('열림', [], 'tester')], words)).toEqual([]);
  });

  test('an orphan, a name without a term, a term that stands twice', () => {
    const terms = [term('열림', ['CaseOpenned', 'OpenCase', 'Laboratory'])];
    expect(orphansIn(terms, words)).toEqual(['CaseOpenned (열림)']);
    expect(unspokenIn(terms, words)).toEqual(['Case', 'CaseOpened']);
    expect(ambiguousIn([...terms, ...terms])).toEqual(['열림 (cases)']);
  });
});
