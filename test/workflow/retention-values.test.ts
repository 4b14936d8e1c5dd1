import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { requests } from '../../activities/index.ts';
import { evolveSurvey, type SurveyState } from '../../domain/diagnostic-testing/survey/survey.state.ts';
import {
  evolveInformationRequest,
  type InformationRequestState,
} from '../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import {
  evolveRoute,
  type RouteState,
} from '../../domain/epidemiological-investigation/route/route.state.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(bulkWorld);

const who = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer' });
let telephone = 2_000;
const PLACE = 'CAFE-7';

/** A suspicion with a visit on its route and an answered survey. */
const investigated = async () => {
  const person = {
    name: '카나리아홍',
    phone: `010-7314-${(telephone += 1)}`,
    birthDate: '1980-02-29',
    sex: 'female',
    language: 'ko',
  } as const;
  const { id: caseId } = await world.ask.openCase({
    ...who(),
    kind: 'diagnosis',
    person,
    disease: 'covid-19',
    district: '11110',
    symptomatic: true,
    dateOfSymptomOnset: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
  });
  const { personId } = (await world.uses.cases.load(caseId)).aggregate.state;
  const { id: routeId } = await world.ask.beginRoute({ ...who(), caseId });
  const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000).toISOString();
  const visit = { placeId: PLACE, district: '11110', from: hours(30), to: hours(29) };
  for (const source of ['interview', 'entryLog'] as const)
    await world.ask.recordVisit({ ...who(), routeId, source, ...visit });
  const { id: surveyId } = await world.ask.offerSurvey({
    ...who(),
    caseId,
    personId,
    questionnaire: QUESTIONS,
    channel: 'telephone',
    respondent: 'self',
    answerBy: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await world.ask.recordAnswers({ ...who(), surveyId, answers: { cough: true }, channel: 'telephone' });
  return { caseId, personId, routeId, surveyId };
};
const QUESTIONS = {
  code: 'short',
  version: 1,
  questions: [{ code: 'cough', kind: 'boolean', topic: 'symptom', required: true }],
} as const;
/** Who else was at the place was asked for; nobody approved it, or nobody was there. */
const venueLookUp = async (
  { routeId }: Investigated,
  ending: 'turned-down' | 'nobody-there',
): Promise<string> => {
  const ask = requests({ ...world.uses, protocolAsOf: '2020-06-25' }); // whose rules know look-ups
  const [visit] = (await world.uses.routes.load(routeId)).aggregate.state.visits;
  const at = { routeId, visitId: visit?.visitId ?? '' };
  await ask.establishVisit({ ...who(), ...at });
  const { id } = await ask.requestVenueLookUp({ ...who(), ...at });
  const lead = { ...who(), by: 'lead', informationRequestId: id };
  if (ending === 'turned-down') {
    await ask.rejectRequest({ ...lead, reason: 'not-necessary' });
    return id;
  }
  await ask.approveRequest({ ...lead, role: 'public-health-director' });
  const answer = {
    ...who(),
    by: 'entry-log',
    informationRequestId: id,
    kind: 'entryLog',
    recordCount: 0,
  } as const;
  await ask.recordLookUpAnswer(answer);
  return id;
};
type Investigated = Awaited<ReturnType<typeof investigated>>;
const closed = ({ caseId }: Investigated) =>
  world.ask.withdrawDiagnosis({ ...who(), caseId, reason: 'entered-by-mistake' });
/** As if all of it had happened so many days earlier. */
const daysAgo = async (days: number, { caseId, personId }: Investigated): Promise<void> => {
  await world.pool.query(
    `update domain_event set at = at - make_interval(days => $1) where case_id = $2 or aggregate_id::text = any ($3)`,
    [days, caseId, [caseId, personId]],
  );
  await world.pool.query(
    `update person set state = jsonb_set(state, '{registeredAt}',
       to_jsonb(to_char((state ->> 'registeredAt')::timestamptz - make_interval(days => $1), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
     where id = $2`,
    [days, personId],
  );
};
const eventsOf = async <Event>(id: string): Promise<readonly Event[]> => {
  const { rows } = await world.pool.query<{ event: Event }>(
    `select data || jsonb_build_object('type', type, 'by', actor,
       'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as event
     from domain_event where aggregate_id = $1 order by version`,
    [id],
  );
  return rows.map(({ event }) => event);
};
const sealedOf = async ({ personId }: Investigated) => {
  const { rows } = await world.pool.query<{ sealed: object | null; phone_index: string | null }>(
    'select sealed, phone_index from person where id = $1',
    [personId],
  );
  return rows[0];
};
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const swept = async (day: string) => {
  const { id } = await world.ask.requestRetentionSweep({ day, by: 'officer' });
  return certified(id, day);
};
/** Of a day that has not come, as it could be asked for before that was refused. */
const askedTooEarly = async (day: string) => {
  await world.rest();
  const at = new Date().toISOString();
  const run = { kind: 'retention-sweep', key: day, about: { day: today }, by: 'officer', at } as const;
  const { id } = await world.ask.requestRun(run);
  await world.pool.query(
    `update bulk_run set state = jsonb_set(state, '{about,day}', to_jsonb($2::text)) where id = $1`,
    [id, day],
  );
  await world.work();
  return certified(id, day);
};
const certified = async (id: string, day: string) => {
  await world.ended(`retention-sweep/${day}`);
  const { rows } = await world.pool.query<{ body: string }>(
    'select body from retention_certificate where run_id = $1',
    [id],
  );
  const body = JSON.parse(rows[0]?.body ?? '[]') as readonly { what: string; rows: number; days: number }[];
  return Object.fromEntries(body.map(({ what, rows: count }) => [what, count]));
};

test('where a case was, what its person said and who they are goes by its day; what is open or young stays', async () => {
  const [old, ancient, young, open] = [
    await investigated(),
    await investigated(),
    await investigated(),
    await investigated(),
  ];
  const [guardian, watched, owed] = [await investigated(), await investigated(), await investigated()];
  const lookedUp = [await venueLookUp(old, 'nobody-there'), await venueLookUp(ancient, 'turned-down')];
  const kept = [await venueLookUp(young, 'turned-down'), await venueLookUp(open, 'nobody-there')];
  for (const one of [old, ancient, young, guardian, watched, owed]) await closed(one);
  await daysAgo(40, old);
  for (const one of [ancient, open, guardian, watched, owed]) await daysAgo(2_000, one);
  await world.pool.query(
    `update person set state = state || jsonb_build_object('guardianId', $2::text) where id = $1`,
    [young.personId, guardian.personId],
  );
  await world.pool.query('insert into contact (id, version, state) values ($1, 1, $2)', [
    randomUUID(),
    { stage: 'follow-up', sourceCaseId: open.caseId, exposedPersonId: watched.personId },
  ]);
  await world.pool.query(
    `insert into effect (key, name, system, owner_kind, owner_id, case_id, status)
     values ($1, 'not-a-case-notice', 'sms', 'case', $2, $2, 'intended')`,
    [`case:${owed.caseId}:not-a-case-notice`, owed.caseId],
  );
  // Told already: no process begins, so nothing happens to them but the sweep.
  await world.pool.query(
    'update domain_event set dispatched_at = clock_timestamp() where dispatched_at is null',
  );
  await world.work();

  const certificate = await swept(today);
  expect(certificate).toMatchObject({ 'route-visits': 5, 'survey-answers': 5, 'personal-values': 1 });

  for (const { routeId, surveyId } of [old, ancient]) {
    const route = (await world.uses.routes.load(routeId)).aggregate.state;
    expect(route).toMatchObject({ visits: [], visitsDestroyedAt: expect.any(String) });
    const survey = (await world.uses.surveys.load(surveyId)).aggregate.state;
    expect(survey).not.toHaveProperty('answers');
    const [routeEvents, surveyEvents] = [await eventsOf(routeId), await eventsOf(surveyId)];
    expect(JSON.stringify(routeEvents)).not.toContain(PLACE);
    expect(JSON.stringify(surveyEvents)).not.toContain('"cough": true');
    const folded = routeEvents.reduce<RouteState | undefined>(
      (state, event) => evolveRoute(state, event as never),
      undefined,
    );
    expect(folded?.visits).toEqual([]);
    const answered = surveyEvents.reduce<SurveyState | undefined>(
      (state, event) => evolveSurvey(state, event as never),
      undefined,
    );
    expect(answered).toMatchObject({ stage: 'answered' });
    expect(answered).not.toHaveProperty('answers');
  }
  for (const { routeId, surveyId } of [young, open]) {
    expect((await world.uses.routes.load(routeId)).aggregate.state.visits).toHaveLength(1);
    expect((await world.uses.surveys.load(surveyId)).aggregate.state.answers).toEqual({ cough: true });
  }
  for (const id of lookedUp) {
    const { state } = (await world.uses.informationRequests.load(id)).aggregate;
    const events = await eventsOf(id);
    for (const told of [state, events]) {
      expect(JSON.stringify(told)).not.toContain(PLACE);
      expect(JSON.stringify(told)).toContain('"placeId":"destroyed"');
    }
    expect(state.venue).toEqual({
      placeId: 'destroyed',
      from: '1970-01-01T00:00:00Z',
      to: '1970-01-01T00:01:00Z',
    });
    const folded = events.reduce<InformationRequestState | undefined>(
      (before, event) => evolveInformationRequest(before, event as never),
      undefined,
    );
    expect(folded).toMatchObject({ stage: state.stage, venue: state.venue });
  }
  for (const id of kept)
    expect((await world.uses.informationRequests.load(id)).aggregate.state.venue).toMatchObject({
      placeId: PLACE,
    });
  expect(await sealedOf(ancient)).toEqual({ sealed: null, phone_index: null });
  for (const one of [old, young, open, guardian, watched, owed])
    expect((await sealedOf(one))?.sealed).not.toBeNull();
  expect((await world.uses.people.load(ancient.personId)).aggregate.state.stage).toBe('erased');

  // A day that has not come destroys nothing before its time, and nothing is destroyed twice.
  await expect(swept('2999-01-01')).rejects.toThrow('bulk-run/day-not-come');
  const later = await askedTooEarly('2999-01-01');
  expect(later).toMatchObject({
    'route-visits': 0,
    'survey-answers': 0,
    'personal-values': 0,
    'look-up-record': 0,
  });
  expect((await world.uses.routes.load(young.routeId)).aggregate.state.visits).toHaveLength(1);
}, 120_000);
