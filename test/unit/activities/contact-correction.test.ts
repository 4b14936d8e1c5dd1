import { expect, test } from '@jest/globals';
import { tellOfCorrection } from '../../../activities/diagnostic-testing/tell-of-correction.ts';
import type { Uses } from '../../../activities/uses.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { CASE, day } from '../../support/case-fixtures.ts';
import {
  aTest,
  collected,
  CONTACT,
  corrected,
  orderedForContact,
  resulted,
} from '../../support/test-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const SOURCE = '01900000-0000-7000-8000-0000000000f1';
const TASK = '01900000-0000-7000-8000-0000000000f2';

/** The laboratory takes a contact's positive result back. Answers what staff are told, however often it is. */
async function told(contact: object): Promise<object> {
  const one = aTest();
  for (const command of [orderedForContact(), collected(), resulted(), corrected('negative', day(7))])
    one.execute(command);
  const tasks = repositoryInMemory((id, stored: Parameters<typeof Task.from>[1]) =>
    Task.from(taskId(id), stored),
  );
  const stateOf = (state: object) => ({ load: () => Promise.resolve({ aggregate: { state } }) });
  const uses = {
    tests: stateOf(one.state),
    contacts: stateOf({ district: '11110', sourceCaseId: SOURCE, ...contact }),
    cases: stateOf({ district: '11140' }),
    tasks,
    clock: { now: () => Promise.resolve(day(7).toString()) },
    newId: () => TASK,
  } as unknown as Uses;
  await tellOfCorrection(uses)(one.id);
  await tellOfCorrection(uses)(one.id);
  return (await tasks.load(TASK)).aggregate.state;
}

const expected = {
  kind: 'contradicting-result',
  reason: 'quarantine test corrected to negative',
  stage: 'open',
};

test('a contact’s positive that is taken back is told to staff, about the contact', async () => {
  const subject = { kind: 'contact', id: CONTACT };
  expect(await told({})).toMatchObject({ ...expected, subject, caseId: SOURCE, district: '11110' });
});
test('and with the case that it has made of them', async () => {
  expect(await told({ caseId: CASE })).toMatchObject({ ...expected, caseId: CASE, district: '11140' });
});
