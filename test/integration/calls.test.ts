import { beforeAll, expect, test } from '@jest/globals';
import { closeCalls } from '../../activities/worklist/close-calls.ts';
import { escalateOverdueTasks } from '../../activities/worklist/escalate-overdue-tasks.ts';
import type { UpkeepUses } from '../../activities/upkeep-uses.ts';
import { openTaskAbout } from '../../activities/open-task-about.ts';
import { escalationOf } from '../../domain/isolation-management/isolation/escalation.ts';
import { SymptomReport } from '../../domain/patient-management/case/symptom-report.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { aQuarantine, now } from '../support/aggregate-makers.ts';
import { drillProtocol } from '../support/drill.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

const [CALLED, VISITED] = ['called', 'visited'];
const drill = drillProtocol();
const tiers = [
  { id: CALLED, of: 'case', checksPerDay: 2, channel: 'telephone' },
  { id: VISITED, of: 'case', checksPerDay: 2, channel: 'visit' },
  { id: 'watched', of: 'contact', checksPerDay: 2, channel: 'telephone' },
];
const monitoring = { appliesTo: 'openEpisodes', tiers };

const world = forThisFile(() => roundWorld({ ...drill, rules: { ...(drill.rules as object), monitoring } }));
let upkeep: UpkeepUses;
beforeAll(() => {
  upkeep = world.uses as unknown as UpkeepUses;
});

const tasksOf = async (id: string) => {
  const { rows } = await world.pool.query<{ task: string }>(
    `select concat_ws(' ', state ->> 'kind', state ->> 'team', stage, state ->> 'level') as task from task
     where coalesce(subject_id, case_id) = $1 and state ->> 'kind' like 'monitoring-%' order by id`,
    [id],
  );
  return rows.map(({ task }) => task);
};
const written = async (day: string) => {
  const round = await world.round(day);
  await round.write();
  return round;
};
const call = (stage: string, team = 'patient-management') => `monitoring-call ${team} ${stage}`;
const EPIDEMIOLOGISTS = 'epidemiological-investigation';

test('whoever is to be called or visited is on the list once, and off it by their answer', async () => {
  const [patient, visited] = [await world.patient(CALLED), await world.patient(VISITED)];
  const contact = await world.contact(patient.id);
  const first = await written('2026-03-01');
  expect(await tasksOf(patient.id)).toEqual([call('open')]);
  expect(await tasksOf(visited.id)).toEqual(['monitoring-visit patient-management open']);
  expect(await tasksOf(contact.id)).toEqual([call('open', EPIDEMIOLOGISTS)]);
  const { rows } = await world.pool.query(
    `select t.state ->> 'district' as district, (t.state ->> 'dueAt')::timestamptz - f.asked_at = interval '3.6 seconds' as "isDueWithIt",
       (select count(*)::int from domain_event e where e.aggregate_id = t.id and e.type = 'TaskOpened') as events
     from task t join follow_up f on f.subject_id = coalesce(t.subject_id, t.case_id)::uuid`,
  );
  expect(rows).toEqual(
    Array.from({ length: 3 }, () => ({ district: '11110', isDueWithIt: true, events: 1 })),
  );

  // Told once more after a crash, and asked again in the afternoon: still one.
  await world.pool.query(`delete from bulk_progress where run_id = $1`, [first.runId]);
  await first.write();
  const second = await written('2026-03-02');
  expect(await tasksOf(patient.id)).toEqual([call('open')]);

  world.later();
  await world.ask.reportSymptoms({ ...world.request(), caseId: patient.id, course: 'symptomFree' });
  await world.ask.reportContactSymptoms({ ...world.request(), contactId: contact.id, symptomatic: false });
  expect(await tasksOf(patient.id)).toEqual([call('cancelled')]);
  expect(await tasksOf(contact.id)).toEqual([call('cancelled', EPIDEMIOLOGISTS)]);
  await first.close();
  await second.close();
  expect(await world.followUps(patient.id)).toEqual(['answered', 'answered']);

  // Nobody visited: the check is missed, the task is seen one level up and stays until somebody has been there.
  const at = world.later(10);
  await escalateOverdueTasks(upkeep)({ at });
  expect(await world.followUps(visited.id)).toEqual(['missed', 'missed']);
  expect(await tasksOf(visited.id)).toEqual(['monitoring-visit patient-management open 1']);
  await written('2026-03-03');
  expect(await tasksOf(visited.id)).toEqual(['monitoring-visit patient-management open 1']);
  expect(await tasksOf(patient.id)).toEqual([call('cancelled'), call('open')]);
});

test('nobody is called who has answered in another way, has died or whose identity is in doubt', async () => {
  const [answered, dead, doubted, still] = await Promise.all(
    Array.from({ length: 4 }, () => world.patient(CALLED)),
  );
  if (!answered || !dead || !doubted || !still) throw new Error('nobody there');
  await written('2026-03-04');
  const at = world.later();
  const { aggregate } = await world.uses.cases.load(answered.id);

  const report = SymptomReport.of({ course: 'symptomFree', channel: 'sms' });
  aggregate.execute({ type: 'ReportSymptoms', report, by: 'patient', at: Instant.of(at) });
  await world.uses.cases.save(aggregate);
  const dateOfDeath = Instant.of(at).dateInSeoul().toString();
  await world.ask.reportDeath({ ...world.request(), caseId: dead.id, dateOfDeath });
  const reason = 'specimen-mixed-up';
  await world.ask.doubtIdentity({ ...world.request(), caseId: doubted.id, reason });
  await closeCalls(upkeep)({ at: world.later() });
  for (const { id } of [answered, dead, doubted]) expect(await tasksOf(id)).toEqual([call('cancelled')]);
  expect(await tasksOf(still.id)).toEqual([call('open')]);
});

const quarantined = async (person: string): Promise<string> => {
  const at = now().plusHours(-24);
  const quarantine = aQuarantine({ personId: personId(person), at });
  quarantine.execute({ type: 'RecordNotice', by: 'officer', at });
  await world.uses.isolations.save(quarantine);
  return quarantine.id;
};
const standing = async (id: string) => {
  const { rows } = await world.pool.query<{ missed: number }>(
    `select count(*)::int as missed from domain_event where aggregate_id = $1 and type = 'IsolationCheckMissed'`,
    [id],
  );
  const { state } = (await world.uses.isolations.load(id)).aggregate;
  return [rows[0]?.missed, escalationOf(state)?.step];
};
/** As the isolation's process does. */
const escalate = (id: string, kind: 'isolation-call' | 'isolation-visit') => {
  const step = { commandId: `isolation:${id}:${kind}:task`, by: 'process:isolation', at: world.later() };
  return openTaskAbout(world.uses)({
    ...step,
    kind,
    subject: { kind: 'isolation', id },
    district: '11110',
  });
};
const missed = async (day: string) => {
  const round = await written(day);
  await round.close();
  return round;
};

test('a check by telephone or visit without an answer is missed like a text, and somebody is sent to the door', async () => {
  const [patient, visited] = [await world.patient(CALLED), await world.patient(VISITED)];
  const contact = await world.contact(patient.id);
  const watched = await world.contact(patient.id);
  const [ofPatient, ofVisited, ofContact] = [
    await world.isolation(patient.id, patient.personId),
    await world.isolation(visited.id, visited.personId),
    await quarantined(contact.personId),
  ];
  const all = [ofPatient, ofVisited, ofContact];
  const stand = () => Promise.all(all.map(standing));

  const first = await missed('2026-03-05');
  expect(await stand()).toEqual(all.map(() => [1, 'reminder']));
  // Killed before it could say how far it came, and told again: still one.
  await world.pool.query(`delete from bulk_progress where run_id = $1`, [first.runId]);
  await first.write();
  await first.close();
  expect(await stand()).toEqual(all.map(() => [1, 'reminder']));
  expect(await tasksOf(patient.id)).toEqual([call('open')]);

  // The escalation's call takes the place of the round's; a visit that is due stays beside it.
  await missed('2026-03-06');
  expect(await stand()).toEqual(all.map(() => [2, 'call']));
  for (const id of all) await escalate(id, 'isolation-call');
  const second = await written('2026-03-07');
  await closeCalls(upkeep)({ at: world.later() });
  expect(await tasksOf(patient.id)).toEqual([call('cancelled')]);
  expect(await tasksOf(contact.id)).toEqual([call('cancelled', EPIDEMIOLOGISTS)]);
  expect(await tasksOf(visited.id)).toEqual(['monitoring-visit patient-management open']);
  await second.close();
  expect(await stand()).toEqual(all.map(() => [3, 'visit']));

  // Now nobody but the escalation goes to the door.
  await escalate(ofVisited, 'isolation-visit');
  const third = await written('2026-03-08');
  await closeCalls(upkeep)({ at: world.later() });
  expect(await tasksOf(visited.id)).toEqual(['monitoring-visit patient-management cancelled']);
  expect(await tasksOf(patient.id)).toEqual([call('cancelled')]);

  // Found at home during the check's time: it is not missed, and the row of misses is over.
  const found = {
    ...world.request(),
    isolationId: ofPatient,
    outcome: 'inIsolation',
    at: world.later(),
  } as const;
  await world.ask.checkIsolation(found);
  await third.close();
  expect(await standing(ofPatient)).toEqual([3, undefined]);
  expect(await standing(ofContact)).toEqual([4, 'visit']);

  // Without an order nobody escalates but the task itself, and there is no second one.
  expect(await tasksOf(watched.id)).toEqual([call('open', EPIDEMIOLOGISTS)]);
  const { rows } = await world.pool.query(`select 1 from task where state ->> 'kind' = 'no-answer'`);
  expect(rows).toEqual([]);
});
