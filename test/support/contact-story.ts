import { expect } from '@jest/globals';
import type { ExposureInput } from '../../activities/epidemiological-investigation/exposure-input.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { caseStory } from './case-story.ts';
import { CANARY, type CaseWorld } from './case-world.ts';
import { keepHistory } from './golden.ts';

const DAY = 86_400_000;

/** What the tests of a contact's process say again and again. */
export function contactStory(world: CaseWorld) {
  const { somebody } = caseStory(world);
  const stateOf = async (id: string): Promise<ContactState> =>
    (await world.uses.contacts.load(id)).aggregate.state;
  const quarantineOf = async (id: string): Promise<IsolationState | undefined> => {
    const found = await world.uses.lookups.quarantineOfContact(id);
    return found === undefined ? undefined : (await world.uses.isolations.load(found)).aggregate.state;
  };
  const inSeoul = (moment: number): string => new Date(moment + 9 * 3_600_000).toISOString().slice(0, 10);
  /** A day in Seoul, so many days from today. */
  const day = async (days: number): Promise<string> =>
    inSeoul(Date.parse(await world.uses.clock.now()) + days * DAY);

  const known = async (): Promise<string> => {
    const { person } = somebody();
    const { id } = await world.ask.registerPerson({
      ...world.request(),
      ...person,
      district: CANARY.district,
    });
    return id;
  };
  const named = async (
    sourceCaseId: string,
    exposedPersonId: string,
    ...exposures: readonly ExposureInput[]
  ): Promise<string> => {
    const receipt = await world.ask.nameContact({
      ...world.request(),
      sourceCaseId,
      exposedPersonId,
      foundBy: 'interview',
      exposures,
    });
    return receipt.id;
  };
  const atStage = (id: string, stage: ContactState['stage']): Promise<void> =>
    world.until(`contact ${stage}`, async () => (await stateOf(id)).stage === stage);

  return {
    stateOf,
    quarantineOf,
    day,
    known,
    named,
    atStage,
    /** A confirmed case that may have infected somebody. */
    source: async (disease = 'covid-19'): Promise<string> => {
      const { person } = somebody();
      const id = await world.open('diagnosis', { person, disease });
      await world.until('confirmed', async () => (await world.explained(id)).state.confirmedAt !== undefined);
      return id;
    },
    /** An exposure that the protocol of 2020-06-25 calls close. */
    touched: async (days = 0): Promise<ExposureInput> => ({
      dateOfLastContact: await day(days),
      placeId: 'P-100',
      setting: 'household',
      touched: true,
    }),
    quarantined: (id: string): Promise<void> =>
      world.until('in quarantine', async () => (await quarantineOf(id))?.stage === 'active'),
    report: (contactId: string, symptomatic: boolean) =>
      world.ask.reportContactSymptoms({ ...world.request(), contactId, symptomatic }),
    /** Messages about a contact, and about their quarantine. */
    sentTo: async (id: string): Promise<string[]> => {
      const quarantine = await world.uses.lookups.quarantineOfContact(id);
      return world.partners
        .sent()
        .filter(({ key }) => key.includes(id) || (quarantine !== undefined && key.includes(quarantine)))
        .map(({ key }) => key.split(':').slice(2).join(':'));
    },
    task: async (id: string, kind: string): Promise<string> => {
      let found: string | undefined;
      await world.until(`task ${kind}`, async () => {
        [found] = await world.uses.lookups.openTasksAbout({ kind: 'contact', id }, [
          kind as 'contact-grading',
        ]);
        return found !== undefined;
      });
      return found ?? '';
    },
    /** The process has ended, the contact stands there; the history is kept when histories are being saved. */
    ended: async (id: string, stage: ContactState['stage'], path: string): Promise<void> => {
      await world.processEnded(`contact/${id}`);
      expect((await stateOf(id)).stage).toBe(stage);
      await keepHistory(world, `contact/${id}`, path);
    },
  };
}
