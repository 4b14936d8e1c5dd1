import { describe, expect, test } from '@jest/globals';
import { askForLookUps } from '../../activities/epidemiological-investigation/ask-for-look-ups.ts';
import { lookUpStanding } from '../../activities/epidemiological-investigation/look-up-standing.ts';
import { readLookUp } from '../../activities/epidemiological-investigation/read-look-up.ts';
import { submitLookUp } from '../../activities/epidemiological-investigation/submit-look-up.ts';
import { key } from '../support/api-world.ts';
import { tokenFor } from '../support/tokens.ts';
import { refusedAs } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();
const LEAD = await tokenFor({ id: 'lead', roles: ['public-health-director'], jurisdictions: ['11'] });

const NO_CASE = refusedAs('case-is-none');
const IN_DOUBT = refusedAs('identity-in-doubt');

const asked = (caseId: string) => {
  const period = { periodFrom: here.story.day(2), periodTo: here.story.day(1) };
  return here.call('POST', `/cases/${caseId}/look-ups`, { kind: 'entryLog', ...period }, key());
};
const idOf = ({ body }: Awaited<ReturnType<typeof asked>>) => String(body['informationRequestId']);
const approval = async (id: string) => {
  const { version } = (await here.call('GET', `/look-ups/${id}`)).body;
  const identity = { ...key(), 'if-match': `"${version}"` };
  return here.world.callAs(LEAD, 'POST', `/look-ups/${id}/approval`, {}, identity);
};
const venueAsked = ({ page, at }: Readonly<{ page: string; at: string }>) =>
  here.call('POST', `${page}${at}/look-ups`, {}, key());
const withdrawn = (caseId: string) =>
  here.story.about(`/cases/${caseId}`, '/withdrawal', { reason: 'entered-by-mistake' });
const step = async (id: string) => ({ id, at: await here.world.uses.clock.now(), commandId: `step:${id}` });
const standing = async (id: string) => lookUpStanding(here.world.uses)(await step(id));

describe('of a case that is none', () => {
  test('nothing is asked for and nothing approved, of the case or of a venue where it was', async () => {
    const { caseId, id: ofVenue, visit } = await here.story.aLookUp();
    const ofCase = idOf(await asked(caseId));
    expect((await withdrawn(caseId)).status).toBe(200);
    expect(await asked(caseId)).toMatchObject(NO_CASE);
    expect(await venueAsked(visit)).toMatchObject(NO_CASE);
    for (const id of [ofCase, ofVenue]) {
      expect(await approval(id)).toMatchObject(NO_CASE);
      expect((await here.story.lookUp(id)).stage).toBe('requested');
      expect(await standing(id)).toMatchObject({ caseIsNone: true });
    }
  });

  test('nor of one that a negative result has ruled out', async () => {
    const { caseId } = await here.story.aVisit();
    const id = idOf(await asked(caseId));
    await here.world.pool.query(
      `update disease_case set state = state || '{"stage":"not-a-case"}'::jsonb where id = $1`,
      [caseId],
    );
    expect(await asked(caseId)).toMatchObject(NO_CASE);
    expect(await approval(id)).toMatchObject(NO_CASE);
  });

  test('what was approved before is not handed over, and ends by that', async () => {
    const { caseId } = await here.story.aVisit();
    const id = idOf(await asked(caseId));
    expect((await approval(id)).status).toBe(200);
    await withdrawn(caseId);
    await submitLookUp(here.world.uses)(await step(id));
    expect(await here.story.lookUp(id)).toMatchObject({
      stage: 'rejected',
      rejectedBecause: 'case-is-none',
    });
    expect(here.story.log.orders().filter(({ informationRequestId }) => informationRequestId === id)).toEqual(
      [],
    );
  });

  test('what a provider has answered is read by nobody but for an audit, and destroyed on its day', async () => {
    const { caseId } = await here.story.aVisit();
    const id = idOf(await asked(caseId));
    await approval(id);
    const { resultReference } = here.story.log.finds(id, []);
    const found = { informationRequestId: id, recordCount: 1, resultReference };
    await here.world.requests.recordLookUpResult({ ...here.story.asking('entry-log'), ...found });
    expect(await standing(id)).toMatchObject({ visitsOwed: true });
    await withdrawn(caseId);
    expect(await standing(id)).toMatchObject({ visitsOwed: false, destroyAt: expect.any(String) });
    await readLookUp(here.world.uses)(await step(id));
    const page = `/look-ups/${id}`;
    for (const purpose of ['route', 'contacts'])
      expect(await here.story.about(page, '/consultations', { purpose })).toMatchObject(NO_CASE);
    expect(await here.story.lookUp(id)).toMatchObject({ stage: 'resulted', consultations: 0 });
    expect((await here.story.about(page, '/consultations', { purpose: 'audit' })).status).toBe(200);
  });

  test('its investigation asks for nothing more', async () => {
    const { caseId, page } = await here.story.aVisit();
    await withdrawn(caseId);
    await askForLookUps(here.world.uses)(await step(page.slice('/routes/'.length)));
    expect(await here.world.uses.lookups.lookUpsOfCase(caseId)).toEqual([]);
  });
});

test('while an identity is in doubt nothing is asked for and nothing approved; then it goes on', async () => {
  const { caseId, id: ofVenue, visit } = await here.story.aLookUp();
  const ofCase = idOf(await asked(caseId));
  const doubted = { ...here.story.asking('officer'), caseId, reason: 'specimen-mixed-up' } as const;
  await here.world.requests.doubtIdentity(doubted);
  expect(await asked(caseId)).toMatchObject(IN_DOUBT);
  expect(await venueAsked(visit)).toMatchObject(IN_DOUBT);
  for (const id of [ofCase, ofVenue]) expect(await approval(id)).toMatchObject(IN_DOUBT);
  await here.world.requests.resolveIdentity({ ...here.story.asking('officer'), caseId });
  for (const id of [ofCase, ofVenue]) expect((await approval(id)).status).toBe(200);
  expect((await asked(caseId)).status).toBe(201);
});
