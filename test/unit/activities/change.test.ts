import { beforeEach, describe, expect, test } from '@jest/globals';
import { change, create, theirsOrOurs, type Ask } from '../../../activities/change.ts';
import { ChangedSinceRead, CommandIdReused } from '../../../activities/ports/repository.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { NotFound, RuleBroken, StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task, type Decision, type TaskCommand, type TaskKind } from '../../../domain/worklist/task.ts';
import { CASE, day, TASK } from '../../support/case-fixtures.ts';
import { tasksInMemory } from './in-memory-repository.ts';

const by = { by: 'officer', at: day(3) };
const OTHER_TASK = taskId('01900000-0000-7000-8000-00000000000e');
const opened = (kind: TaskKind = 'clinician-decision', id = TASK): Task => {
  const task = Task.unopened(id);
  const district = District.of('11110');
  task.execute({ type: 'OpenTask', kind, caseId: CASE, district, dueAt: day(4), ...by });
  return task;
};
const decide = (decision: Decision) => (task: Task) =>
  task.execute({ type: 'DecideTask', decision, ...by } satisfies TaskCommand);
const cancel = (task: Task) => task.execute({ type: 'CancelTask', ...by });
const fromPerson = (more: Partial<Ask> = {}): Ask => ({
  commandId: 'officer:key-1',
  fingerprint: 'keep',
  ...more,
});

let tasks = tasksInMemory();
beforeEach(() => {
  tasks = tasksInMemory();
  tasks.write(opened());
});

describe('a change', () => {
  test('loads, executes, saves once, and answers with id, version and stage', async () => {
    const receipt = await change(tasks.repository, TASK, fromPerson(), decide('keep'));
    expect(receipt).toEqual({ id: TASK, version: 2, stage: 'decided' });
    expect(tasks.read(TASK).state).toMatchObject({ stage: 'decided', decision: 'keep' });
    expect(tasks.seen).toEqual({ loads: 1, saves: 1 });
  });

  test('that comes again is answered as before and takes no effect', async () => {
    const first = await change(tasks.repository, TASK, fromPerson(), decide('keep'));
    const again = await change(tasks.repository, TASK, fromPerson(), () => {
      throw new Error('was executed again');
    });
    expect(again).toEqual(first);
    expect(tasks.events.map(({ type }) => type)).toEqual(['TaskOpened', 'TaskDecided']);
  });

  test('that comes again after other changes is still answered as the first time', async () => {
    await change(tasks.repository, TASK, { commandId: 'one', fingerprint: 'x' }, () => undefined);
    await change(tasks.repository, TASK, { commandId: 'two', fingerprint: 'y' }, decide('keep'));
    const again = await change(tasks.repository, TASK, { commandId: 'one', fingerprint: 'x' }, cancel);
    expect(again).toEqual({ id: TASK, version: 1, stage: 'open' });
  });

  test('under a used id, with other contents, is refused', async () => {
    await change(tasks.repository, TASK, fromPerson(), decide('keep'));
    const reused = change(tasks.repository, TASK, fromPerson({ fingerprint: 'release' }), decide('release'));
    await expect(reused).rejects.toThrow(CommandIdReused);
  });

  test('of a process, which has no fingerprint, may come again with its id alone', async () => {
    const step: Ask = { commandId: 'case:1:decide:1' };
    const first = await change(tasks.repository, TASK, step, decide('keep'));
    expect(await change(tasks.repository, TASK, step, decide('keep'))).toEqual(first);
  });

  test('that changes nothing is not stored for a process, and is for a person', async () => {
    await change(tasks.repository, TASK, {}, () => undefined);
    await change(tasks.repository, TASK, { commandId: 'case:1:look' }, () => undefined);
    expect(tasks.seen.saves).toBe(0);
    await change(tasks.repository, TASK, fromPerson(), () => undefined);
    expect(tasks.seen.saves).toBe(1);
  });

  test('that the domain refuses stores nothing, and its id stays free', async () => {
    const refused = change(tasks.repository, TASK, fromPerson(), decide('confirm'));
    await expect(refused).rejects.toThrow(new RuleBroken('task/decision-not-offered'));
    expect(tasks.seen.saves).toBe(0);
    await expect(change(tasks.repository, TASK, fromPerson(), decide('keep'))).resolves.toMatchObject({
      stage: 'decided',
    });
  });

  test('of something that is not there is told so', async () => {
    await expect(change(tasks.repository, OTHER_TASK, {}, cancel)).rejects.toThrow(NotFound);
  });
});

describe('a lost race', () => {
  /** Somebody else saves between our load and our save, so many times. */
  const rivals = (count: number): void => {
    let left = count;
    tasks.hooks.beforeSave = () => {
      if (left === 0) return;
      left -= 1;
      // Any saved change of the row will do; an id of its own keeps the rival's command apart.
      const rival = tasks.read(TASK);
      cancelOrReopen(rival);
    };
  };
  const cancelOrReopen = (rival: Task): void => {
    const before = tasks.read(TASK).version;
    const moved = Task.from(taskId(TASK), { state: rival.state, version: before });
    moved.execute({ type: 'CancelTask', ...by });
    if (moved.news.length === 0) throw new Error('the rival changed nothing');
    tasks.write(moved);
  };

  test('is run again from a fresh load, so that the rival’s change is seen', async () => {
    rivals(1);
    await expect(change(tasks.repository, TASK, fromPerson(), decide('keep'))).rejects.toThrow(
      'task/already-closed',
    );
    expect(tasks.seen).toEqual({ loads: 2, saves: 1 });
  });

  test('that leaves nothing to do is quiet', async () => {
    rivals(1);
    const receipt = await change(tasks.repository, TASK, {}, cancel);
    expect(receipt).toEqual({ id: TASK, version: 2, stage: 'cancelled' });
    expect(tasks.events.map(({ type }) => type)).toEqual(['TaskOpened', 'TaskCancelled']);
  });

  test('tells a sender who named a version of the present one', async () => {
    rivals(1);
    const late = change(tasks.repository, TASK, fromPerson({ expectedVersion: 1 }), decide('keep'));
    await expect(late).rejects.toMatchObject({ name: 'ChangedSinceRead', currentVersion: 2 });
  });

  test('against itself, delivered twice at once, is answered as the winner was', async () => {
    tasks.hooks.beforeSave = () => {
      delete tasks.hooks.beforeSave;
      const twin = tasks.read(TASK);
      decide('keep')(twin);
      tasks.write(twin, fromPerson(), { id: TASK, version: 2, stage: 'decided' });
    };
    const receipt = await change(tasks.repository, TASK, fromPerson(), decide('keep'));
    expect(receipt).toEqual({ id: TASK, version: 2, stage: 'decided' });
    expect(tasks.events).toHaveLength(2);
  });

  test('five times over is given up, so that somebody else retries later', async () => {
    tasks.hooks.beforeSave = () => {
      throw new StaleAggregate();
    };
    await expect(change(tasks.repository, TASK, {}, cancel)).rejects.toThrow(StaleAggregate);
    expect(tasks.seen.loads).toBe(5);
  });

  test('is not what any other failure is: that one is told at once', async () => {
    tasks.hooks.beforeSave = () => {
      throw new Error('connection lost');
    };
    await expect(change(tasks.repository, TASK, {}, cancel)).rejects.toThrow('connection lost');
    expect(tasks.seen.loads).toBe(1);
  });
});

describe('a version that the sender read', () => {
  test('and that is the present one lets the change happen', async () => {
    const ask = fromPerson({ expectedVersion: 1 });
    await expect(change(tasks.repository, TASK, ask, decide('keep'))).resolves.toMatchObject({ version: 2 });
  });
  test('and that is not refuses before anything is executed', async () => {
    const late = change(tasks.repository, TASK, fromPerson({ expectedVersion: 7 }), () => {
      throw new Error('was executed');
    });
    await expect(late).rejects.toThrow(ChangedSinceRead);
  });
  test('does not stand in the way of the same command’s second delivery', async () => {
    const ask = fromPerson({ expectedVersion: 1 });
    const first = await change(tasks.repository, TASK, ask, decide('keep'));
    expect(await change(tasks.repository, TASK, ask, decide('keep'))).toEqual(first);
  });
});

describe('a creation', () => {
  const ask = fromPerson({ fingerprint: 'open' });
  test('answers with what more there is to tell', async () => {
    const receipt = await create(tasks.repository, opened('no-answer', OTHER_TASK), ask, { caseId: CASE });
    expect(receipt).toEqual({ id: OTHER_TASK, version: 1, stage: 'open', caseId: CASE });
  });
  test('that comes again is answered with the first one’s id', async () => {
    await create(tasks.repository, opened('no-answer', OTHER_TASK), ask);
    const third = taskId('01900000-0000-7000-8000-00000000000d');
    expect(await create(tasks.repository, opened('no-answer', third), ask)).toMatchObject({ id: OTHER_TASK });
    expect(() => tasks.read(third)).toThrow(NotFound);
  });
  test('under a used id, with other contents, is refused', async () => {
    await create(tasks.repository, opened('no-answer', OTHER_TASK), ask);
    const other = create(tasks.repository, opened(), { ...ask, fingerprint: 'other' });
    await expect(other).rejects.toThrow(CommandIdReused);
  });
});

describe('what somebody else may make too', () => {
  const theirs = { id: 'theirs', version: 1, stage: 'open' };
  const ours = { ...theirs, id: 'ours' };
  /** What is seen at the first look and at the second. */
  const seen = (...looks: readonly (typeof theirs | undefined)[]) => {
    const left = [...looks];
    return async () => left.shift();
  };
  const make = (outcome: typeof ours | Error) => async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };

  test.each([
    ['is theirs where they have made it', [theirs], new Error('was made again'), theirs],
    ['is ours where nobody has', [undefined], ours, ours],
    ['is theirs where they were faster', [undefined, theirs], new StaleAggregate(), theirs],
  ] as const)('%s', async (_, looks, made, answered) => {
    expect(await theirsOrOurs(seen(...looks), make(made))).toEqual(answered);
  });
  test.each([
    ['another race', [undefined, undefined], new StaleAggregate()],
    ['a refusal, whoever has made one since', [undefined, theirs], new RuleBroken('case/already-open')],
  ] as const)('is refused for %s', async (_, looks, why) => {
    await expect(theirsOrOurs(seen(...looks), make(why))).rejects.toBe(why);
  });
});
