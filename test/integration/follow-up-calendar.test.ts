import { beforeAll, describe, expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { isolationId } from '../../domain/shared-kernel/id.ts';
import { drillProtocol } from '../support/drill.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

const drill = drillProtocol();
const end = {
  tracks: [
    {
      id: 'days',
      kind: 'time',
      minimum: [{ anchor: 'lastContact', anchorDayIs: 0, endDay: 14, endTime: '24:00' }],
    },
  ],
};
const measures = [
  { id: 'quarantine', measure: 'quarantine', end },
  { id: 'passiveSurveillance', measure: 'passiveSurveillance', end, contactAttempts: 5 },
];
const tiers = [
  { id: 'home', of: 'case', checksPerDay: 2, channel: 'sms', forDays: 5 },
  { id: 'watched', of: 'contact', checksPerDay: 2, channel: 'sms' },
  { id: 'self', of: 'contact', under: ['passiveSurveillance'], checksPerDay: 1, channel: 'sms' },
];
const document = {
  ...drill,
  rules: {
    ...(drill.rules as object),
    quarantine: { appliesTo: 'openEpisodes', binding: 'duty', measures },
    monitoring: { appliesTo: 'openEpisodes', tiers },
  },
};

const world = forThisFile(() => roundWorld(document));
let source: Readonly<{ id: string; personId: string }>;
const today = Instant.ofEpochMilliseconds(Date.now()).dateInSeoul();
const on = (days: number): string => today.plusDays(days).toString();
beforeAll(async () => {
  source = await world.patient();
});

const calendar = async (personId: string, from = on(1), to = on(13)) => {
  const { people } = await world.ask.followUpCalendar({ places: [''], from, to, limit: 200 });
  return people.find((one) => one.personId === personId)?.days ?? [];
};
const states = async (personId: string) =>
  (await calendar(personId)).map(({ state, planned }) => [state, ...planned].join(' '));
const BOTH = 'planned 09:00 15:00';

describe('what is planned', () => {
  test('a contact in quarantine is asked twice a day to the last day of the measure', async () => {
    const { personId } = await world.contact(source.id, { kind: 'quarantine', days: 14 });
    const left = 14 - 3;
    expect(await states(personId)).toEqual([
      ...Array.from({ length: left }, () => BOTH),
      ...Array.from({ length: 13 - left }, () => 'notDue'),
    ]);
  });
  test('who watches themself is asked on five of the fourteen days, the last among them', async () => {
    const { personId } = await world.contact(source.id, { kind: 'passiveSurveillance', days: 14 });
    const planned = (await calendar(personId)).filter(({ state }) => state === 'planned');
    // Days 3, 6, 9, 12 and 14 after the last contact, which was three days ago.
    expect(planned.map(({ day, planned: slots }) => [day, ...slots])).toEqual([
      [on(3), '09:00'],
      [on(6), '09:00'],
      [on(9), '09:00'],
      [on(11), '09:00'],
    ]);
  });
  test('a patient in a tier for five days is asked until these have passed', async () => {
    await world.isolation(source.id, source.personId);
    const days = await calendar(source.personId, on(0), on(5));
    expect(days.slice(1, 2)).toMatchObject([{ state: 'planned', planned: ['09:00', '15:00'] }]);
    expect(days.slice(3)).toMatchObject([{ state: 'notDue' }, { state: 'notDue' }, { state: 'notDue' }]);
  });
  test('what has passed is not planned any more', async () => {
    const { personId } = await world.contact(source.id, { kind: 'quarantine', days: 14 });
    const [before] = await calendar(personId, on(-2), on(-1));
    expect(before).toMatchObject({ state: 'notDue', planned: [] });
  });
});

test('a day of a round is asked, then missed or answered, with what was said', async () => {
  const [silent, well] = [
    await world.contact(source.id, { kind: 'quarantine', days: 14 }),
    await world.contact(source.id, { kind: 'quarantine', days: 14 }),
  ];
  const round = await world.round(on(1));
  await round.write();
  expect((await calendar(silent.personId))[0]).toMatchObject({
    ...{ day: on(1), state: 'asked', planned: ['15:00'] },
    checks: [{ slot: '09:00', channel: 'sms', state: 'asked', course: null }],
  });
  await round.send();
  await world.ask.reportContactSymptoms({
    ...{ ...world.request(), contactId: well.id, symptomatic: false },
  });
  await round.close();
  expect((await calendar(silent.personId))[0]).toMatchObject({
    state: 'missed',
    checks: [{ state: 'missed' }],
  });
  expect((await calendar(well.personId))[0]).toMatchObject({
    state: 'answered',
    checks: [{ state: 'answered', course: 'symptomFree' }],
  });
});

test('a visit to the place of isolation stands on its day in Seoul', async () => {
  const patient = await world.patient();
  const id = await world.isolation(patient.id, patient.personId);
  const at = Instant.onDayInSeoul(LocalDate.of(on(-1)), 0.25);
  const isolation = (await world.uses.isolations.load(isolationId(id))).aggregate;
  isolation.execute({ type: 'RecordCheck', outcome: 'notReached', by: 'officer' as never, at });
  await world.uses.isolations.save(isolation);
  const days = await calendar(patient.personId, on(-2), on(0));
  expect(days.map(({ visits }) => visits.map(({ outcome }) => outcome))).toEqual([[], ['notReached'], []]);
});
