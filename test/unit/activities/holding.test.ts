import { describe, expect, test } from '@jest/globals';
import { openTask } from '../../../activities/open-task.ts';
import { registerConfirmedCase } from '../../../activities/patient-management/register-confirmed-case.ts';
import { textMessage } from '../../../activities/text-message.ts';
import type { Uses } from '../../../activities/uses.ts';
import { cancelTasks } from '../../../activities/cancel-tasks.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import { caseId, taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { aCase, CASE, day, diagnosed, PERSON } from '../../support/case-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const by = { by: 'officer', at: day(4) };
const doubted: CaseCommand = { type: 'DoubtIdentity', reason: 'survey-contradicts', ...by };
const resolved: CaseCommand = { type: 'ResolveIdentity', ...by };
const step = { caseId: CASE, at: day(4).toString(), commandId: `case:${CASE}:registration` };

/** One case, one person, partners that remember what reached them. */
async function world(commands: readonly CaseCommand[], gone: 'erased' | 'died' | 'no' = 'no') {
  const cases = repositoryInMemory((id, stored) => Case.from(caseId(id), stored as never));
  const tasks = repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never));
  const one = aCase();
  for (const command of commands) one.execute(command);
  await cases.save(one);
  const reached: string[] = [];
  const person = {
    state: { stage: gone === 'erased' ? 'erased' : 'registered', language: 'ko' },
    personal: { name: '홍길동', phone: '+821012345678', birthDate: '1980-01-01', sex: 'male' },
  };
  let ids = 10;
  const open: string[] = [];
  const uses = {
    cases,
    tasks,
    people: { load: async () => ({ aggregate: person }) },
    effects: {
      intend: async () => ({ status: 'new' }),
      unsettled: async () => undefined,
      settle: async () => undefined,
      refuse: async () => undefined,
    },
    texts: {
      send: async () => {
        reached.push('sms');
        return { providerMessageId: 'm' };
      },
    },
    registry: {
      register: async () => {
        reached.push('registry');
        return { registryNumber: 'KR-2026-000001' };
      },
    },
    lookups: { openTasksOfCase: async () => open, hasDied: async () => gone === 'died' },
    newId: () => `01900000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  } as unknown as Uses;
  return { uses, cases, tasks, reached, open };
}

const message = {
  name: 'release-notice',
  key: `case:${CASE}:release-notice`,
  owner: { kind: 'case', id: CASE, caseId: CASE },
  personId: PERSON,
  template: 'release-notice',
} as const;

describe('while the identity is in doubt', () => {
  test('nobody is registered or told', async () => {
    const { uses, reached } = await world([diagnosed(), doubted]);
    await expect(registerConfirmedCase(uses)(step)).rejects.toThrow('identity in doubt');
    await expect(textMessage(uses, message)).rejects.toThrow('identity in doubt');
    expect(reached).toEqual([]);
  });
  test('and goes on once a person has resolved it', async () => {
    const { uses, reached } = await world([diagnosed(), doubted, resolved]);
    await registerConfirmedCase(uses)(step);
    await textMessage(uses, message);
    expect(reached).toEqual(['registry', 'sms']);
  });
});

test('an erased person is told nothing, and their registration is for a person to settle', async () => {
  const { uses, reached } = await world([diagnosed()], 'erased');
  await textMessage(uses, message);
  await expect(registerConfirmedCase(uses)(step)).rejects.toThrow('person-erased');
  expect(reached).toEqual([]);
});

test('nothing is sent to the dead: a person tells whom it concerns', async () => {
  const { uses, reached } = await world([diagnosed()], 'died');
  await expect(textMessage(uses, message)).rejects.toThrow('person-deceased');
  expect(reached).toEqual([]);
});

test('a task whose reason was gone and is back is opened anew; a decided one is not', async () => {
  const { uses, tasks, open } = await world([diagnosed()]);
  const ask = { ...step, commandId: 'clinician:1', kind: 'clinician-decision' } as const;
  const first = await openTask(uses)(ask);
  expect(await openTask(uses)(ask)).toEqual(first);
  open.push(first.taskId);
  await cancelTasks(uses)(step);
  expect((await tasks.load(first.taskId)).aggregate.state.stage).toBe('cancelled');
  const second = await openTask(uses)(ask);
  expect(second.taskId).not.toBe(first.taskId);
  expect((await tasks.load(second.taskId)).aggregate.state.stage).toBe('open');
  expect(await openTask(uses)(ask)).toEqual(second);
});
