import { describe, expect, test } from '@jest/globals';
import { evolveTest, type TestState } from '../../domain/diagnostic-testing/test/test.state.ts';
import {
  evolveIsolation,
  type IsolationState,
} from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { evolveCase } from '../../domain/patient-management/case/evolve-case.ts';
import { evolvePerson, type PersonState } from '../../domain/patient-management/person/person.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { evolveTask, type TaskState } from '../../domain/worklist/task.state.ts';
import { oldDatabase, type Row, rowsOf } from './old-database.ts';
import { forThisFile } from '../support/for-this-file.ts';

const database = forThisFile(oldDatabase);

/** As the present code would have written it: then no fact named the disease, and symptoms were codes alone. */
function ofToday(fact: Row['facts'][number]): object {
  if (fact.type === 'CaseOpened') return { disease: 'covid-19', ...fact };
  if (fact.type !== 'SymptomsReported') return fact;
  const { symptoms, ...told } = fact as { symptoms?: readonly string[] };
  // An empty list meant that nobody had asked.
  const named = symptoms === undefined || symptoms.length === 0 ? undefined : symptoms;
  return { ...told, ...(named && { symptoms: named.map((code) => ({ code })) }) };
}

/** Moments spelt in one way. */
const spelt = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, member: unknown) =>
    typeof member === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(member)
      ? Instant.of(member).toString()
      : member,
  );

/** What the facts give when they are folded again: what a state is by definition. */
const folded = <State>({ facts }: Row, evolve: (state: State | undefined, event: never) => State): State =>
  spelt(
    facts.reduce<State | undefined>((before, fact) => evolve(before, ofToday(fact) as never), undefined),
  ) as State;
const stateOf = async (row: Row): Promise<object> =>
  spelt((await database.repositoryOf(row.type).load(row.id)).aggregate.state) as object;
const each = (type: Row['type']) => rowsOf(type).map((row) => [row.what, row] as const);

/** Members that a case did not have, and that its facts tell. */
const MEMBERS = {
  classifications: ({ classifications }: CaseState) => classifications,
  'release tests': ({ releaseTests }: CaseState) => releaseTests,
  stays: ({ stays }: CaseState) => stays,
  reports: ({ reports }: CaseState) => reports,
};

describe('after the migration, as the facts say:', () => {
  describe.each(Object.entries(MEMBERS))('the %s of a case', (_, member) => {
    test.each(each('case'))('%s', async (_what, row) => {
      expect(member((await stateOf(row)) as CaseState)).toEqual(member(folded<CaseState>(row, evolveCase)));
    });
  });

  describe('everything else of a case', () => {
    const rest = (state: object): object =>
      Object.fromEntries(
        Object.entries(state).filter(
          ([name]) => !['classifications', 'releaseTests', 'stays', 'reports'].includes(name),
        ),
      );
    test.each(each('case'))('%s', async (_, row) => {
      expect(rest(await stateOf(row))).toEqual(rest(folded<CaseState>(row, evolveCase)));
    });
  });

  describe('a person', () => {
    test.each(each('person'))('%s', async (_, row) => {
      expect(await stateOf(row)).toEqual(folded<PersonState>(row, evolvePerson));
    });
  });
  describe('an isolation', () => {
    test.each(each('isolation'))('%s', async (_, row) => {
      expect(await stateOf(row)).toEqual(folded<IsolationState>(row, evolveIsolation));
    });
  });
  describe('a test', () => {
    test.each(each('test'))('%s', async (_, row) => {
      expect(await stateOf(row)).toEqual(folded<TestState>(row, evolveTest));
    });
  });
  describe('a task', () => {
    test.each(each('task'))('%s', async (_, row) => {
      expect(await stateOf(row)).toEqual(folded<TaskState>(row, evolveTask));
    });
  });
});
