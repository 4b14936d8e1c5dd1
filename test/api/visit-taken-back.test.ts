import { describe, expect, test } from '@jest/globals';
import { approveLookUp } from '../../activities/epidemiological-investigation/approve-look-up.ts';
import { submitLookUp } from '../../activities/epidemiological-investigation/submit-look-up.ts';
import { key } from '../support/api-world.ts';
import { REST, refusedAs } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();

const REFUSED = refusedAs('visit-not-established');
type Visit = Awaited<ReturnType<typeof here.story.aLookUp>>['visit'];
const rejected = ({ page, at }: Visit) =>
  here.story.about(page, `${at}/rejection`, { reason: 'another-person' });
const established = ({ page, at }: Visit) => here.story.about(page, `${at}/establishment`);
const step = async (id: string) => ({ id, at: await here.world.uses.clock.now() });

describe('a look-up of a venue whose visit is taken back', () => {
  test('is approved by nobody, unless the visit is established again', async () => {
    const { id, visit } = await here.story.aLookUp();
    expect((await rejected(visit)).status).toBe(200);
    await expect(here.story.approved(id)).rejects.toThrow('information-request/visit-not-established');
    expect((await here.story.lookUp(id)).stage).toBe('requested');
    await established(visit);
    expect((await here.story.approved(id)).stage).toBe('approved');
  });

  test('and was approved on the worklist just before ends by that', async () => {
    const { id, visit } = await here.story.aLookUp();
    await rejected(visit);
    const decided = { aggregate: { state: { decidedBy: 'lead', role: 'public-health-director' } } };
    const uses = { ...here.world.uses, tasks: { ...here.world.uses.tasks, load: async () => decided } };
    expect(await approveLookUp(uses as never)({ ...(await step(id)), taskId: 'T' })).toEqual({});
    expect(await here.story.lookUp(id)).toMatchObject({
      stage: 'rejected',
      rejectedBecause: 'visit-not-established',
    });
  });

  test('is not handed to its provider when it was approved before, and ends by that, once', async () => {
    const { id, visit } = await here.story.aLookUp();
    await here.story.approved(id);
    await rejected(visit);
    await submitLookUp(here.world.uses)(await step(id));
    await established(visit);
    await submitLookUp(here.world.uses)(await step(id));
    expect(here.story.log.orders().filter(({ informationRequestId }) => informationRequestId === id)).toEqual(
      [],
    );
    expect(await here.story.lookUp(id)).toMatchObject({
      stage: 'rejected',
      rejectedBecause: 'visit-not-established',
    });
  });

  test('goes on when the provider had taken it before: its answer comes, and is destroyed in time', async () => {
    const { id, visit } = await here.story.aLookUp();
    await here.story.approved(id);
    here.story.trouble('entry-log', 'answer-lost', 1);
    await expect(submitLookUp(here.world.uses)(await step(id))).rejects.toThrow();
    await rejected(visit);
    await submitLookUp(here.world.uses)(await step(id));
    expect((await here.story.lookUp(id)).stage).toBe('submitted');
  });

  test('names nobody of those who were there, unless the visit is established again', async () => {
    const { id, at, visit } = await here.story.answered(here.story.THREE);
    await rejected(visit);
    const naming = { entry: 'E-1', person: REST, exposure: {} };
    expect(await here.story.about(at, '/visitors')).toMatchObject(REFUSED);
    expect(await here.call('POST', `${at}/contacts`, naming, key())).toMatchObject(REFUSED);
    expect((await here.story.lookUp(id)).consultations).toBe(0);
    await established(visit);
    expect((await here.story.about(at, '/visitors')).body.items).toHaveLength(1);
  });

  test('and corrected tells of who was there in the corrected time only', async () => {
    const { at, visit } = await here.story.answered(here.story.THREE);
    const times = { from: here.story.moment('18:00'), to: here.story.moment('19:45') };
    expect((await here.story.about(visit.page, `${visit.at}/times`, times)).status).toBe(200);
    expect((await here.story.about(at, '/visitors')).body.items).toMatchObject([
      { entry: 'E-1', from: here.story.moment('19:30'), to: here.story.moment('19:45'), minutes: 15 },
    ]);
  });

  test('nor of a case that is none', async () => {
    const { at, caseId } = await here.story.answered(here.story.THREE);
    const { cases } = here.world.uses;
    const load = async (id: string) => {
      const { aggregate } = await cases.load(id);
      const state = { ...aggregate.state, stage: id === caseId ? 'withdrawn' : aggregate.state.stage };
      return { aggregate: { id, state, version: aggregate.version } };
    };
    Object.assign(here.world.uses, { cases: { ...cases, load } });
    const refused = await here.story.about(at, '/visitors');
    Object.assign(here.world.uses, { cases });
    expect(refused).toMatchObject(REFUSED);
  });
});
