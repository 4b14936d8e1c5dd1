import { describe, expect, test } from '@jest/globals';
import { ExternalSystemUnavailable } from '../../../activities/ports/external-system.ts';
import { closeRegistration } from '../../../activities/patient-management/close-registration.ts';
import { registerConfirmedCase } from '../../../activities/patient-management/register-confirmed-case.ts';
import { reconcileUnsettled } from '../../../activities/upkeep/reconcile-unsettled.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import { caseId, taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import {
  CASE,
  caseAfter,
  day,
  diagnosed,
  registered,
  suspected,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const key = `case:${CASE}:registration`;
const at = day(14).toString();
const NUMBER = 'KR-2026-000001';
type Registry = () => Promise<{ registryNumber: string } | undefined>;

const knows: Registry = async () => ({ registryNumber: NUMBER });
const knowsNothing: Registry = async () => undefined;
const isDown: Registry = async () => {
  throw new ExternalSystemUnavailable('registry', 'time-out');
};

/** A case that stands there, what the registry says of it, and what is done about it. */
async function world(commands: readonly CaseCommand[], findByKey: Registry, begun: boolean) {
  const steps: string[] = [];
  const cases = repositoryInMemory((id, stored) => Case.from(caseId(id), stored as never));
  await cases.save(caseAfter(...commands));
  const tasks = repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never));
  const personal = { name: '홍길동', birthDate: '1980-01-02' };
  const person = { state: { stage: 'registered', language: 'ko' }, personal };
  let [ids, unsettled] = [10, begun];
  const uses = {
    heart: { beat: () => undefined },
    unsettledEffects: {
      tasksOfSettled: async () => [],
      withoutResult: async () => [
        { key, name: 'registration', system: 'registry', owner: { kind: 'case', id: CASE }, isOld: false },
      ],
    },
    cases,
    people: { load: async () => ({ aggregate: person }) },
    registry: { findByKey, register: async () => registryTakes() },
    effects: {
      intend: async () => ({ status: 'new' }),
      unsettled: async () => (unsettled ? { milliseconds: 0 } : undefined),
      settle: async (_key: string, reference: string) => {
        unsettled = false;
        steps.push(`settle ${reference}`);
      },
      refuse: async (_key: string, code: string) => void steps.push(`refuse ${code}`),
    },
    clock: { now: async () => at },
    lookups: { openTasksOfCase: async () => [] },
    tasks: {
      ...tasks,
      save: async (...[task, ...more]: Parameters<typeof tasks.save>) => {
        await tasks.save(task, ...more);
        steps.push(`task ${task.state.kind}`);
      },
    },
    newId: () => `01900000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  } as unknown as UpkeepUses;
  /** The diagnosis is withdrawn while the registry takes the case. */
  const registryTakes = async () => {
    const { aggregate } = await cases.load(CASE);
    aggregate.execute(withdrawn());
    await cases.save(aggregate);
    return { registryNumber: NUMBER };
  };
  const number = async () => (await cases.load(CASE)).aggregate.state.registryNumber;
  return { uses, steps, number };
}

describe('the registration that was begun and has no result', () => {
  test.each([
    ['withdrawn', 'knows nothing of it: closed', knowsNothing, ['refuse called-off']],
    [
      'withdrawn',
      'has it: a person takes it back',
      knows,
      ['task registration-to-withdraw', `settle ${NUMBER}`],
    ],
    ['withdrawn', 'is down: asked again later', isDown, []],
    ['confirmed', 'knows nothing of it: its process tries again', knowsNothing, []],
    ['confirmed', 'has it', knows, [`settle ${NUMBER}`]],
  ] as const)('of a case that is %s, the registry %s', async (stage, _what, says, expected) => {
    const story = stage === 'withdrawn' ? [diagnosed(), withdrawn()] : [diagnosed()];
    const { uses, steps } = await world(story, says, true);
    await reconcileUnsettled(uses, closeRegistration(uses))({ at });
    expect(steps).toEqual(expected);
  });
});

describe('a withdrawn diagnosis', () => {
  const task = ['task registration-to-withdraw'];
  test.each([
    ['was registered before: a person takes it back', [diagnosed(), registered(), withdrawn()], isDown, task],
    ['is there, and nobody had heard the number', [diagnosed(), withdrawn()], knows, task],
    ['was never registered', [diagnosed(), withdrawn()], knowsNothing, []],
    ['was a suspicion only: nothing is asked', [suspected(), withdrawn()], isDown, []],
    ['stands: nothing is taken back', [diagnosed(), registered()], isDown, []],
  ] as const)('that %s', async (_what, story, says, expected) => {
    const { uses, steps, number } = await world(story, says, false);
    await closeRegistration(uses)({ caseId: CASE });
    await closeRegistration(uses)({ caseId: CASE });
    expect(steps).toEqual(expected);
    expect(await number()).toBe(
      expected.length > 0 || story.some(({ type }) => type === 'RecordRegistration') ? NUMBER : undefined,
    );
  });

  test('that comes while the registry takes the case is told to a person too', async () => {
    const { uses, steps, number } = await world([diagnosed()], knows, false);
    await registerConfirmedCase(uses)({ caseId: CASE, at, commandId: key });
    expect(await number()).toBe(NUMBER);
    expect(steps).toEqual([`settle ${NUMBER}`, 'task registration-to-withdraw']);
  });
});
