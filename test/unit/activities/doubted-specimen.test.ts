import { expect, test } from '@jest/globals';
import { doubtSpecimen } from '../../../activities/diagnostic-testing/doubt-specimen.ts';
import { recordTestResult } from '../../../activities/diagnostic-testing/record-test-result.ts';
import type { Requests } from '../../../activities/index.ts';
import { receiveMessage } from '../../../activities/messages/receive-message.ts';
import type { Uses } from '../../../activities/uses.ts';
import { takeLaboratory } from '../../../api/routes/partner-messages.ts';
import { Test } from '../../../domain/diagnostic-testing/test/test.ts';
import { testId } from '../../../domain/shared-kernel/id.ts';
import { day, TASK, TEST } from '../../support/case-fixtures.ts';
import { aTest, orderedForContact } from '../../support/test-fixtures.ts';
import { tasksInMemory } from './in-memory-repository.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

test('a contact’s result under a doubted identity is laid aside with a task: no case opens by it', async () => {
  const tests = repositoryInMemory((id, stored: Parameters<typeof Test.from>[1]) =>
    Test.from(testId(id), stored),
  );
  const one = aTest();
  one.execute(orderedForContact());
  await tests.save(one);
  const tasks = tasksInMemory();
  const parked: string[] = [];
  const uses = {
    tests,
    tasks: tasks.repository,
    clock: { now: async () => day(5).toString() },
    newId: () => TASK,
    inbox: {
      receive: async () => ({ id: TEST, status: 'received', outcome: null, reused: false }),
      parked: async (_id: string, reason: string) => void parked.push(reason),
    },
  } as unknown as Uses;
  const requests = {
    doubtSpecimen: doubtSpecimen(uses),
    recordTestResult: recordTestResult(uses),
  } as unknown as Requests;
  const message = {
    messageId: 'm',
    testId: TEST,
    result: 'positive',
    isCorrection: false,
    identityInDoubt: true,
  } as const;
  const incoming = { source: 'pcr-laboratory', messageId: 'm', fingerprint: 'f', body: '{}' };
  const told = { commandId: 'm', fingerprint: 'f', by: 'pcr-laboratory' };
  const take = async () => (await takeLaboratory(requests, message, told)) ?? 'applied';
  expect(await receiveMessage(uses)(incoming, take)).toEqual({ outcome: 'parked' });
  expect(parked).toEqual(['test/identity-in-doubt']);
  expect((await tests.load(TEST)).aggregate.state).not.toHaveProperty('result');
  expect((await tasks.repository.load(TASK)).aggregate.state.kind).toBe('contradicting-result');
});
