import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CANARY, caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepHistory } from '../support/golden.ts';

let world: CaseWorld;
let paths: string[] = [];
beforeAll(async () => {
  world = await caseWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(() => {
  paths = [];
});

/** A confirmed case whose patient is asked now; everybody has a telephone of their own. */
const HOUR = 3_600_000;
let telephones = 1_000;
const somebody = () => {
  telephones += 1;
  const phone = `010-7314-${telephones}`;
  return {
    phone,
    person: { name: CANARY.name, phone, birthDate: '1980-02-29', sex: 'female', language: 'ko' } as const,
  };
};
const beingAsked = async (): Promise<{ id: string; phone: string }> => {
  const { phone, person } = somebody();
  const id = await world.open('diagnosis', { person });
  await world.atStage(id, 'home-treatment');
  await askedAtNoon(id);
  return { id, phone };
};
/** Noon of the day on which the check is due: after the question, before the reminder, whatever time the test runs at. */
const askedAtNoon = async (id: string): Promise<void> => {
  await world.until('a planned check', async () => (await world.explained(id)).state.check !== undefined);
  const due = Date.parse((await world.explained(id)).state.check?.dueAt ?? '');
  const noon = Math.ceil((due - 3 * HOUR) / (24 * HOUR)) * 24 * HOUR + 3 * HOUR; // 12:00 KST is 03:00 UTC
  await world.move(new Date(noon + 60_000).toISOString());
  await world.atStage(id, 'symptom-check');
};
const stageOf = async (id: string): Promise<string> => (await world.explained(id)).state.stage;
const ended = async (id: string, stage: string, path: string): Promise<void> => {
  await world.ended(id);
  expect(await stageOf(id)).toBe(stage);
  await keepHistory(world, id, path);
  paths.push(path);
};
const sentTo = (id: string): string[] =>
  world.partners.sent().flatMap(({ key }) => (key.includes(id) ? [key.replace(`case:${id}:`, '')] : []));

describe('a confirmed case', () => {
  test('is asked after n days and released at once when free of symptoms', async () => {
    const { id, phone } = await beingAsked();
    await world.answer('1', phone);
    await ended(id, 'released', 'released-at-once');
    expect(sentTo(id)).toEqual(['isolation-notice', 'symptom-question:1-1', 'release-notice']);
    expect(await world.events(id)).toEqual([
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
    for (let round = 1; round <= world.uses.rule.maximumRetests; round += 1) {
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
    expect((await world.tasks(id)).filter(({ stage }) => stage === 'open')).toEqual([]);
  });

  test('is released without a question when staff reported shortly before it is due', async () => {
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.atStage(id, 'home-treatment');
    await world.until('a plan', async () => (await world.explained(id)).state.check !== undefined);
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
    await world.until('a plan', async () => (await world.explained(id)).state.check !== undefined);
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
    expect((await world.tasks(id)).filter(({ stage }) => stage === 'open')).toEqual([]);
    await world.ask.returnFromHospital({ ...world.request(), caseId: id });
    await world.until('looked at again', async () => (await stageOf(id)) !== 'confirmed');
    await world.days(1);
    await world.atStage(id, 'symptom-check');
    await world.answer('1', phone);
    await ended(id, 'released', 'hospital-and-back');
    expect(sentTo(id)).toEqual([
      'isolation-notice',
      'symptom-question:1-1',
      'symptom-question:2-1',
      'release-notice',
    ]);
  });

  test('a withdrawn diagnosis ends the isolation and tells the person', async () => {
    const { id } = await beingAsked();
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await ended(id, 'withdrawn', 'withdrawn');
    expect(sentTo(id).at(-1)).toBe('release-notice');
    expect(world.partners.sent().at(-1)?.text).toContain('취소');
  });
});

describe('a suspicion', () => {
  test('that tests negative ends with a notice', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person, specimenId: 'S-1-NEG' });
    await world.ordered(before + 1);
    expect(world.partners.orders().at(-1)).toMatchObject({ specimenId: 'S-1-NEG', purpose: 'diagnostic' });
    await world.result('negative');
    await ended(id, 'not-a-case', 'suspicion-negative');
    expect(sentTo(id)).toEqual(['not-a-case-notice']);
  });

  test('that tests positive is confirmed; the same webhook twice changes nothing', async () => {
    const { person, phone } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    const [one, two] = await Promise.all([
      world.result('positive', 'twice'),
      world.result('positive', 'twice'),
    ]);
    expect(one).toEqual(two);
    await world.atStage(id, 'home-treatment');
    await askedAtNoon(id);
    await world.answer('1', phone);
    await ended(id, 'released', 'suspicion-positive');
    const confirmed = (await world.events(id)).filter((type) => type === 'InfectionConfirmed');
    expect(confirmed).toHaveLength(1);
  });

  test('whose result is late becomes a task; the late webhook still confirms', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    await world.days(3);
    await world.task(id, 'result-overdue');
    await world.result('positive');
    await world.atStage(id, 'home-treatment');
    await world.until('task off the list', async () =>
      (await world.tasks(id)).every(({ stage }) => stage !== 'open'),
    );
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await ended(id, 'withdrawn', 'late-webhook');
  });

  test('that stays indeterminate is a clinician’s to settle', async () => {
    const { person } = somebody();
    const id = await world.open('suspicion', { person });
    for (let round = 1; round <= world.uses.rule.maximumDiagnosticTests; round += 1) {
      await world.until(
        'order',
        async () => world.partners.orders().at(-1)?.key === `case:${id}:diagnostic-test:${round}`,
      );
      await world.result('indeterminate');
    }
    await world.decide(await world.task(id, 'inconclusive-result'), 'ruleOut');
    await ended(id, 'not-a-case', 'indeterminate-settled');
  });
});

describe('a partner', () => {
  test('that refuses the registration holds up nobody; staff mend it and it is tried again', async () => {
    world.partners.trouble('registry', 'refuse');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    const taskId = await world.task(id, 'registration-refused');
    expect(await stageOf(id)).toBe('home-treatment');
    await world.decide(taskId, 'done');
    await world.until(
      'registered',
      async () => (await world.explained(id)).state.registryNumber !== undefined,
    );
  });

  test('that did it and lost its answer is not made to do it twice', async () => {
    world.partners.trouble('sms', 'answer-lost');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.until('notified', async () => (await world.events(id)).includes('IsolationNotified'));
    expect(sentTo(id)).toEqual(['isolation-notice']);
  });

  test('that refuses a message leaves it to staff, and the process goes on', async () => {
    world.partners.trouble('sms', 'refuse');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.task(id, 'message-undeliverable');
    await world.atStage(id, 'home-treatment');
  });
});

describe('news', () => {
  test('that comes before the process has started starts it, and the start changes nothing after', async () => {
    await world.sleep();
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    const at = await world.uses.clock.now();
    const news = [{ aggregateId: id, version: 4, type: 'SymptomsReported' as const, at }];
    await world.report(id, 'improving');
    await world.announcer.announce({ caseId: id, begins: false, news });
    await world.wake();
    await world.atStage(id, 'home-treatment');
    await world.until('all announced', async () => (await world.events(id)).includes('IsolationNotified'));
    expect((await world.events(id)).filter((type) => type === 'IsolationOrdered')).toHaveLength(1);
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'entered-by-mistake' });
    await ended(id, 'withdrawn', 'signal-before-start');
  });

  test('for a process that has ended is kept in the case and starts nothing', async () => {
    const { id, phone } = await beingAsked();
    await world.answer('1', phone);
    await world.ended(id);
    const at = await world.uses.clock.now();
    await world.announcer.announce({
      caseId: id,
      begins: false,
      news: [{ aggregateId: id, version: 99, type: 'SymptomsReported', at }],
    });
    const { status } = await world.client.workflow.getHandle(`case/${id}`).describe();
    expect(status.name).toBe('COMPLETED');
  });
});

test('no personal data is anywhere in Temporal', async () => {
  const digits = CANARY.phone.slice(4).replaceAll('-', '').slice(0, 4);
  let looked = 0;
  for await (const { workflowId } of world.client.workflow.list()) {
    const handle = world.client.workflow.getHandle(workflowId);
    const seen = [await handle.fetchHistory(), (await handle.describe()).raw]
      .map((one) => decoded(one))
      .join();
    expect(seen).not.toContain(CANARY.name);
    expect(seen).not.toMatch(new RegExp(`0?10-?${digits}-?\\d{4}`));
    expect(seen).not.toContain('1980-02-29');
    looked += 1;
  }
  expect(looked).toBeGreaterThan(10);
});

/** Everything that a record holds, payload bytes as text. */
function decoded(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    const bytes = inner as { type?: string; data?: number[] };
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('utf8');
    if (bytes?.type === 'Buffer' && Array.isArray(bytes.data))
      return Buffer.from(bytes.data).toString('utf8');
    return inner;
  });
}
