import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { caseStory } from '../support/case-story.ts';
import { rule } from '../support/case-rules.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const { somebody, stageOf, planned, askedAtNoon, beingAsked, ended, sentTo } = caseStory(world);

describe('a confirmed case', () => {
  test('is asked after n days and released at once when free of symptoms', async () => {
    const { id, phone } = await beingAsked();
    await world.answer('1', phone);
    await ended(id, 'released', 'released-at-once');
    expect(sentTo(id)).toEqual(['isolation-notice', 'symptom-question:1-1', 'release-notice']);
    const others = /^(LivingSupport|Supplies|Task|Route|Survey|Information|Visit)/;
    const events = (await world.events(id)).filter((type) => !others.test(type));
    expect(events).toEqual([
      'CaseOpened',
      'SymptomsOccurred',
      'InfectionConfirmed',
      'IsolationOrdered',
      'HomeTreatmentStarted',
      ...['ReleaseCheckPlanned', 'IsolationNotified', 'ConfirmedCaseRegistered'].map((): unknown =>
        expect.stringMatching(/ReleaseCheckPlanned|IsolationNotified|ConfirmedCaseRegistered/),
      ),
      'SymptomCheckRequested',
      'SymptomsReported',
      'FoundFreeOfSymptoms',
      'HomeTreatmentEnded',
      'ReleasedFromIsolation',
      'IsolationEnded',
      'ReleaseNotified',
    ]);
  });

  test('is tested again twice while not improving, then released', async () => {
    const { id, phone } = await beingAsked();
    for (const round of [1, 2]) {
      const before = world.partners.orders().length;
      await world.answer('3', phone);
      await world.ordered(before + 1);
      await world.result(round === 1 ? 'positive' : 'negative');
      await world.atStage(id, 'home-treatment');
      await askedAtNoon(id);
    }
    await world.answer('2', phone);
    await ended(id, 'released', 'two-retests-then-released');
    const { state } = await world.explained(id);
    expect(state).toMatchObject({ retests: 2, classification: 'confirmed' });
  });

  test('is a clinician’s to decide when the rounds are exhausted', async () => {
    const { id, phone } = await beingAsked();
    for (let round = 1; round <= rule.check.maximumRetests; round += 1) {
      const before = world.partners.orders().length;
      await world.answer('3', phone);
      await world.ordered(before + 1);
      await world.result('positive');
      await world.atStage(id, 'home-treatment');
      await askedAtNoon(id);
    }
    await world.answer('3', phone);
    await world.decide(await world.task(id, 'clinician-decision'), 'keep');
    await world.atStage(id, 'home-treatment');
    await askedAtNoon(id);
    await world.answer('3', phone);
    await world.decide(await world.task(id, 'clinician-decision'), 'release');
    await ended(id, 'released', 'rounds-exhausted-clinician-releases');
    expect((await world.events(id)).filter((type) => type === 'ClinicianDecided')).toHaveLength(2);
    const questions = sentTo(id).filter((key) => key.startsWith('symptom-question'));
    expect(questions).toEqual([1, 2, 3, 4, 5].map((check) => `symptom-question:${check}-1`));
  });

  test('that stays silent is reminded, then a task for staff, whose report ends the wait', async () => {
    const { id } = await beingAsked();
    await world.days(2);
    const taskId = await world.task(id, 'no-answer');
    expect(sentTo(id)).toEqual(['isolation-notice', 'symptom-question:1-1', 'symptom-question:1-2']);
    expect((await world.explained(id)).standing).toMatchObject({ waitingFor: 'staff' });
    await world.decide(taskId, 'done'); // done without a report: the process asks again for one
    await world.task(id, 'no-answer');
    await world.report(id, 'symptomFree');
    await ended(id, 'released', 'silence-then-staff-report');
    const open = (await world.tasks(id)).filter(({ stage }) => stage === 'open');
    const ofCase = open.filter(({ kind }) => !/^(living-support|look-up|survey|investigation)/.test(kind));
    expect(ofCase).toEqual([]);
  });

  test('is released without a question when staff reported shortly before it is due', async () => {
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.atStage(id, 'home-treatment');
    await planned(id);
    const { standing } = await world.explained(id);
    await world.move(new Date(Date.parse(standing.nextAt ?? '') - 6 * 3_600_000).toISOString());
    await world.report(id, 'improving');
    await world.days(1);
    await ended(id, 'released', 'reported-before-due');
    expect(sentTo(id)).toEqual(['isolation-notice', 'release-notice']);
  });

  test('without symptoms starts its days anew from the onset when symptoms appear', async () => {
    const { person } = somebody();
    const id = await world.open('diagnosis', { person, symptomatic: false });
    await world.atStage(id, 'home-treatment');
    await planned(id);
    const before = (await world.explained(id)).state.check;
    await world.days(5);
    await world.report(id, 'notImproved');
    await world.until(
      'a new plan',
      async () => (await world.explained(id)).state.check?.dueAt !== before?.dueAt,
    );
    const after = (await world.explained(id)).state.check;
    expect([before?.countedFrom, after?.countedFrom]).toEqual(['confirmed', 'onset']);
    expect(Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBe(5 * 86_400_000);
  });
});

describe('a turn of events', () => {
  test('death while waiting ends everything, and nothing more is sent', async () => {
    const { id } = await beingAsked();
    const dateOfDeath = new Date(Date.parse(await world.uses.clock.now())).toISOString().slice(0, 10);
    await world.ask.reportDeath({ ...world.request(), caseId: id, dateOfDeath });
    await ended(id, 'deceased', 'death-while-waiting');
    expect(sentTo(id)).toEqual(['isolation-notice', 'symptom-question:1-1']);
    expect(await world.events(id)).toEqual(expect.arrayContaining(['HomeTreatmentEnded', 'IsolationEnded']));
  });

  test('hospital ends the checks at home until the patient returns', async () => {
    const { id, phone } = await beingAsked();
    await world.ask.transferToHospital({ ...world.request(), caseId: id });
    await world.days(3);
    expect(await stageOf(id)).toBe('in-hospital');
    const open = (await world.tasks(id)).filter(({ stage }) => stage === 'open');
    const ofOthers = /^(living-support|essentials-check|look-up|survey|investigation)/; // its claim's, household's and route's
    expect(open.filter(({ kind }) => !ofOthers.test(kind))).toEqual([]);
    await world.ask.returnFromHospital({ ...world.request(), caseId: id });
    await world.told(`${id}:symptom-question:2-1`);
    await world.answer('1', phone);
    await ended(id, 'released', 'hospital-and-back');
    expect(sentTo(id)).toEqual([
      'isolation-notice',
      'symptom-question:1-1',
      'symptom-question:2-1',
      'release-notice',
    ]);
  });

  test('the result of a release test that comes in hospital counts', async () => {
    const { id, phone } = await beingAsked();
    const before = world.partners.orders().length;
    await world.answer('3', phone);
    await world.ordered(before + 1);
    await world.ask.transferToHospital({ ...world.request(), caseId: id });
    await world.atStage(id, 'in-hospital');
    await world.result('negative');
    const state = async () => (await world.explained(id)).state;
    await world.until('a result in hospital', async () => (await state()).retests === 1);
    expect(await state()).toMatchObject({ stage: 'in-hospital', releaseTests: [{ result: 'negative' }] });
    await world.ask.returnFromHospital({ ...world.request(), caseId: id });
    await world.atStage(id, 'home-treatment');
    await askedAtNoon(id);
    await world.answer('1', phone);
    await ended(id, 'released', 'retest-result-in-hospital');
  });

  test.each([
    ['answer-lost', 'done'],
    ['down', 'refused'],
  ] as const)('a registration that is %s when its diagnosis is withdrawn is closed', async (how, status) => {
    world.partners.trouble('registry', how, 1);
    const id = await world.open('diagnosis', { person: somebody().person });
    const key = `case:${id}:registration`;
    await world.until('begun', async () => isUnsettled(world.uses.effects, key));
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await ended(id, 'withdrawn', `withdrawn-registration-${status}`);
    const { rows } = await world.database.pool.query('select status from effect where key = $1', [key]);
    expect(rows).toEqual([{ status }]);
    const told = (await world.tasks(id)).filter(({ kind }) => kind === 'registration-to-withdraw');
    expect(told).toHaveLength(how === 'down' ? 0 : 1);
  });

  test('a withdrawn diagnosis ends the isolation and tells the person', async () => {
    const { id } = await beingAsked();
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await ended(id, 'withdrawn', 'withdrawn');
    expect(sentTo(id).at(-1)).toBe('release-notice');
    expect(world.partners.sent().at(-1)?.text).toContain('취소');
  });
});
