import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { contactStory } from '../support/contact-story.ts';
import { caseWorld, CANARY } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const contacts = contactStory(world);

const quarantinedWith = async (phone: string): Promise<string> => {
  const { id: personId } = await world.ask.registerPerson({
    ...world.request(),
    name: CANARY.name,
    birthDate: '1980-02-29',
    sex: 'female',
    phone,
    language: 'ko',
    district: CANARY.district,
  });
  const id = await contacts.named(await contacts.source(), personId, await contacts.touched());
  await contacts.quarantined(id);
  return id;
};
const answer = (from: string, text: string) =>
  world.ask.receiveAnswer({ commandId: `sms:${randomUUID()}`, fingerprint: '', from, text });

describe('an answer by SMS of somebody in quarantine', () => {
  test('without symptoms is noted; with symptoms makes a suspected case', async () => {
    const phone = '010-7314-8001';
    const id = await quarantinedWith(phone);
    expect(await answer(phone, '1')).toBe('reported');
    expect((await contacts.stateOf(id)).health).toMatchObject({ symptomatic: false });
    expect(await answer(phone, '3')).toBe('reported');
    await contacts.atStage(id, 'converted');
  });
  test('that cannot be read is for staff; of a stranger is of nobody', async () => {
    const phone = '010-7314-8002';
    const id = await quarantinedWith(phone);
    expect(await answer(phone, '네?')).toBe('for-staff');
    await contacts.task(id, 'answer-unclear');
    await expect(answer('010-7314-8999', '1')).rejects.toThrow('message/unknown-sender');
  });

  describe('who shares a telephone with a patient', () => {
    const together = async (phone: string) => {
      const child = await quarantinedWith(phone);
      const { id: personId } = await world.ask.registerPerson({
        ...world.request(),
        ...{ name: CANARY.name, birthDate: '1960-02-29', sex: 'female', phone, language: 'ko' },
        district: CANARY.district,
      });
      const parent = await world.open('diagnosis', { person: { personId } });
      await world.atStage(parent, 'home-treatment');
      return { child, parent };
    };
    const reports = async (caseId: string) => (await world.explained(caseId)).state.reports;

    test('is not mistaken for the patient: staff ask whose answer it is', async () => {
      const phone = '010-7314-8010';
      const { child, parent } = await together(phone);
      expect(await answer(phone, '1')).toBe('for-staff');
      await contacts.task(child, 'answer-unclear');
      await world.task(parent, 'answer-unclear');
      expect((await contacts.stateOf(child)).health).toBeUndefined();
      expect(await reports(parent)).toEqual([]);
    });

    test('is meant when only they were asked', async () => {
      const phone = '010-7314-8011';
      const { child, parent } = await together(phone);
      await world.database.pool.query(
        `insert into follow_up (day, slot, person_id, subject_kind, subject_id, case_id, district, disease, tier, channel,
           asked_at, answer_within_hours)
         select '2020-06-20', '09:00', exposed_person_id::uuid, 'contact', id, source_case_id::uuid, '11110', 'covid-19', 'q',
           'sms', now(), 12 from contact where id = $1`,
        [child],
      );
      expect(await answer(phone, '1')).toBe('reported');
      expect((await contacts.stateOf(child)).health).toMatchObject({ symptomatic: false });
      expect(await reports(parent)).toEqual([]);
    });
  });
});

describe('the engine’s store is lost', () => {
  test('a contact’s process begins again from the database, and nothing is said or ordered twice', async () => {
    const id = await quarantinedWith('010-7314-8003');
    const handle = world.client.workflow.getHandle(`contact/${id}`);
    const quarantine = await contacts.quarantineOf(id);
    const sent = await contacts.sentTo(id);
    await handle.terminate('lost');
    await rebuildProcesses(world.database.pool, world.client);
    await world.until('running again', async () => (await handle.describe()).status.name === 'RUNNING');
    await contacts.report(id, true);
    await contacts.atStage(id, 'converted');
    expect(await contacts.quarantineOf(id)).toEqual(quarantine);
    expect(await contacts.sentTo(id)).toEqual(sent);
  });
});
