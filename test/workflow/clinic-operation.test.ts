import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';

const HOUR = 3_600_000;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const EVERY_DAY = Object.fromEntries(DAYS.map((name) => [name, { from: '09:00', to: '12:00' }]));

const world = forThisFile(caseWorld);

const asked = () => ({ commandId: `test:${randomUUID()}`, fingerprint: 'f', by: 'clinic' });
/** The next 08:30 in Seoul, and its day. */
const tomorrow = async (): Promise<{ date: string; at: (hour: number) => string }> => {
  const now = Date.parse(await nowOf());
  const midnight = Math.ceil((now + 9 * HOUR) / (24 * HOUR)) * 24 * HOUR - 9 * HOUR;
  const at = (hour: number) => new Date(midnight + hour * HOUR).toISOString();
  await world.move(at(8.5));
  return { date: new Date(midnight + 9 * HOUR).toISOString().slice(0, 10), at };
};
const nowOf = (): Promise<string> => world.uses.clock.now();
const openTasks = async (id: string): Promise<TaskKind[]> => {
  const found = await world.uses.lookups.openTasksAbout({ kind: 'clinic', id });
  return Promise.all(found.map(async (one) => (await world.uses.tasks.load(one)).aggregate.state.kind));
};
const taskOf = async (id: string, kind: TaskKind): Promise<string> =>
  (await world.uses.lookups.openTasksAbout({ kind: 'clinic', id }, [kind]))[0] ?? '';
const untilTasks = (id: string, ...kinds: readonly TaskKind[]) =>
  world.until(`tasks ${kinds.join()}`, async () => {
    const open = await openTasks(id);
    return open.length === kinds.length && kinds.every((kind) => open.includes(kind));
  });

const staffed = async (clinicId: string, date: string, at: (hour: number) => string): Promise<void> => {
  const shift = (staffId: string) => ({ staffId, role: 'tester', from: at(9), to: at(12) }) as const;
  const shifts = [shift('kim'), shift('lee')];
  await world.ask.manageStaffing({ ...asked(), clinicId, date, shifts, keepDays: 14 });
};
/** A clinic with two booths and a tester at each, opened. */
const aClinic = async (date: string, at: (hour: number) => string): Promise<string> => {
  const { ask } = world;
  const { id } = await ask.establishClinic({ ...asked(), district: '11110', placeCode: 'SC-1' });
  const about = () => ({ ...asked(), clinicId: id });
  await ask.manageFacility({
    ...about(),
    openingHours: EVERY_DAY,
    booths: 2,
    capacityPerBoothHour: 10,
    kitsInStock: 500,
  });
  await staffed(id, date, at);
  await ask.openClinicForDay(about());
  return id;
};
const whole = (at: string): string => at.replace('.000Z', 'Z');

describe('a clinic’s day', () => {
  test('asks for cover, tells that it is full, and is closed after the count', async () => {
    const { date, at } = await tomorrow();
    const id = await aClinic(date, at);
    const about = () => ({ ...asked(), clinicId: id });
    await world.ask.reportAbsence({ ...about(), staffId: 'lee', from: whole(at(9)) });
    await untilTasks(id, 'cover-needed');
    await world.ask.coverShift({ ...about(), staffId: 'lee', from: whole(at(9)), coveredBy: 'choi' });
    await untilTasks(id);
    await world.move(at(9.5));
    await world.ask.recordThroughput({ ...about(), from: whole(at(9)), tested: 19 });
    await untilTasks(id, 'clinic-full');
    await world.ask.useKits({ ...about(), slip: 'OUT-1', kits: 19 });
    await world.move(at(12.1));
    await untilTasks(id, 'clinic-full', 'closing-count');
    await world.ask.closeClinicForDay(about());
    await untilTasks(id);
    await world.client.workflow.getHandle(`clinic/${id}/${date}`).result();
    await keepHistory(world, `clinic/${id}/${date}`, 'clinic-day');
  });

  test('that nobody closes is closed without the count, which stays a task where kits differ', async () => {
    const { date, at } = await tomorrow();
    const id = await aClinic(date, at);
    await world.ask.useKits({ ...asked(), clinicId: id, slip: 'OUT-1', kits: 3 });
    await world.move(at(16));
    await world.client.workflow.getHandle(`clinic/${id}/${date}`).result();
    expect((await world.uses.clinics.load(id)).aggregate.state.stage).toBe('closed');
    expect(await openTasks(id)).toEqual(['closing-count']);
  });

  test('asks again when a new need comes after an earlier one was dealt with, and tells the difference by itself', async () => {
    const { date, at } = await tomorrow();
    const id = await aClinic(date, at);
    const absent = (staffId: string) =>
      world.ask.reportAbsence({ ...asked(), clinicId: id, staffId, from: whole(at(9)) });
    const dealtWith = async (kind: TaskKind): Promise<void> => {
      await untilTasks(id, kind);
      await world.ask.decideTask({ ...world.request(), taskId: await taskOf(id, kind), decision: 'done' });
    };
    await absent('lee');
    await dealtWith('cover-needed');
    await absent('kim'); // while the first is still uncovered
    await dealtWith('cover-needed');
    const cover = { clinicId: id, from: whole(at(9)) };
    await world.ask.coverShift({ ...asked(), ...cover, staffId: 'lee', coveredBy: 'choi' });
    await world.ask.coverShift({ ...asked(), ...cover, staffId: 'kim', coveredBy: 'park' });
    await world.move(at(10.5));
    await world.ask.reportAbsence({ ...asked(), ...cover, staffId: 'park' });
    await dealtWith('cover-needed');
    await world.ask.useKits({ ...asked(), clinicId: id, slip: 'OUT-1', kits: 3 });
    await world.move(at(12.1));
    await dealtWith('closing-count');
    await world.client.workflow.getHandle(`clinic/${id}/${date}`).result();
    await untilTasks(id, 'closing-count');
    const told = await world.uses.tasks.load(await taskOf(id, 'closing-count'));
    expect(told.aggregate.state.reason).toBe('kits-differ-by-3');
    await keepHistory(world, `clinic/${id}/${date}`, 'clinic-asked-again');
  });

  test('closes no task of another day, neither when it ends nor when it hears of it later', async () => {
    const monday = await tomorrow();
    const id = await aClinic(monday.date, monday.at);
    await world.ask.useKits({ ...asked(), clinicId: id, slip: 'OUT-1', kits: 3 });
    await world.move(monday.at(16));
    const handle = world.client.workflow.getHandle(`clinic/${id}/${monday.date}`);
    await handle.result();
    const differs = await taskOf(id, 'closing-count');
    const short = async () => {
      const { date, at } = await tomorrow();
      await staffed(id, date, at);
      await world.ask.openClinicForDay({ ...asked(), clinicId: id });
      await world.ask.reportAbsence({ ...asked(), clinicId: id, staffId: 'lee', from: whole(at(9)) });
      await untilTasks(id, 'closing-count', 'cover-needed');
      return { date, cover: await taskOf(id, 'cover-needed') };
    };
    const tuesday = await short();
    await world.ask.closeClinicForDay({ ...asked(), clinicId: id });
    await world.client.workflow.getHandle(`clinic/${id}/${tuesday.date}`).result();
    expect(await taskOf(id, 'closing-count')).toBe(differs);
    expect(await openTasks(id)).toEqual(['closing-count']);
    const { cover } = await short();
    const { runId } = await handle.describe();
    await world.ask.decideTask({ ...world.request(), taskId: differs, decision: 'done' });
    await world.until('Monday heard', async () => (await handle.describe()).runId !== runId);
    await handle.result();
    expect(await taskOf(id, 'cover-needed')).toBe(cover);
  });
});
