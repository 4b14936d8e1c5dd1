import { expect } from '@jest/globals';
import { CANARY, type CaseWorld } from './case-world.ts';
import { keepHistory } from './golden.ts';

const HOUR = 3_600_000;

/** What the tests of a case's process say again and again. Everybody has a telephone of their own. */
export function caseStory(world: CaseWorld) {
  let telephones = 1_000;
  const somebody = () => {
    telephones += 1;
    const phone = `010-7314-${telephones}`;
    const person = {
      name: CANARY.name,
      phone,
      birthDate: '1980-02-29',
      sex: 'female',
      language: 'ko',
    } as const;
    return { phone, person };
  };
  const stageOf = async (id: string): Promise<string> => (await world.explained(id)).state.stage;

  /** The check of the release criteria is planned. Answers the moment it is due. */
  const planned = async (id: string): Promise<number> => {
    await world.until('a planned check', async () => (await world.explained(id)).state.check !== undefined);
    return Date.parse((await world.explained(id)).state.check?.dueAt ?? '');
  };
  /** Noon of the day on which the check is due: after the question, before the reminder, whatever time the test runs at. */
  const askedAtNoon = async (id: string): Promise<void> => {
    const due = await planned(id);
    const noon = Math.ceil((due - 3 * HOUR) / (24 * HOUR)) * 24 * HOUR + 3 * HOUR; // 12:00 KST is 03:00 UTC
    await world.move(new Date(noon + 60_000).toISOString());
    await world.atStage(id, 'symptom-check');
  };

  return {
    somebody,
    stageOf,
    planned,
    askedAtNoon,
    /** A confirmed case whose patient is asked now. */
    beingAsked: async (): Promise<{ id: string; phone: string }> => {
      const { phone, person } = somebody();
      const id = await world.open('diagnosis', { person });
      await world.atStage(id, 'home-treatment');
      await askedAtNoon(id);
      return { id, phone };
    },
    /** The process has ended, the case stands there; the history is kept when histories are being saved. */
    ended: async (id: string, stage: string, path: string): Promise<void> => {
      await world.ended(id);
      expect(await stageOf(id)).toBe(stage);
      await keepHistory(world, `case/${id}`, path);
    },
    /** The messages sent about a case, by their steps. */
    sentTo: (id: string): string[] =>
      world.partners.sent().flatMap(({ key }) => (key.includes(id) ? [key.replace(`case:${id}:`, '')] : [])),
  };
}
