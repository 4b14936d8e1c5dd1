import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import type { RowResult } from '../../../activities/ports/bulk-progress.ts';
import type { SubjectStep, Uses } from '../../../activities/uses.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { isolationId } from '../../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  anIsolation,
  CONTACT,
  day,
  ended,
  notified,
  OTHER_CONTACT,
  PROTOCOL,
  quarantined,
} from '../../support/isolation-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

/** One contact is free on day 10 by now, the other on day 18. */
const ENDS: Record<string, unknown> = { [CONTACT]: day(10), [OTHER_CONTACT]: day(18) };
let whileWorkingOut: (() => Promise<void>) | undefined;
jest.unstable_mockModule('../../../activities/epidemiological-investigation/contact-facts.ts', () => ({
  contactFacts: async (_uses: unknown, { id }: { id: string }) => {
    const once = whileWorkingOut;
    whileWorkingOut = undefined;
    await once?.();
    return { id, state: { stage: 'follow-up', grade: 'close' }, source: { stage: 'confirmed' } };
  },
  lastContactIn: () => undefined,
}));
let unknown: string | undefined;
jest.unstable_mockModule('../../../activities/epidemiological-investigation/follow-up-plan.ts', () => ({
  planOf: ({ id }: { id: string }) =>
    id === unknown
      ? { missing: ['vaccination'] }
      : { kind: 'quarantine', protocol: PROTOCOL, endsAt: ENDS[id] },
}));
const { leaveQuarantine } =
  await import('../../../activities/epidemiological-investigation/quarantine-contact.ts');
const { quarantineEndOf } =
  await import('../../../activities/epidemiological-investigation/quarantine-end.ts');
const { replanQuarantines } = await import('../../../activities/bulk-work/replan-quarantines.ts');

async function quarantine() {
  const isolations = repositoryInMemory((id, stored: Parameters<typeof Isolation.from>[1]) =>
    Isolation.from(isolationId(id), stored),
  );
  const isolation = anIsolation();
  isolation.execute(quarantined(day(14)));
  await isolations.save(isolation);
  const { id } = isolation;
  return {
    isolations,
    id,
    expose: async () => {
      const { aggregate } = await isolations.load(id);
      aggregate.execute({
        type: 'RecordExposure',
        contactId: OTHER_CONTACT,
        dateOfLastExposure: LocalDate.of('2026-03-04'),
        endsAt: day(18),
        protocol: PROTOCOL,
        by: 'process:contact',
        at: day(4),
      });
      await isolations.save(aggregate);
    },
    state: async () => (await isolations.load(id)).aggregate.state,
    uses: { isolations, lookups: { quarantineOfContact: () => Promise.resolve(id) } } as unknown as Uses,
  };
}

const AT = day(4).toString();
const step: SubjectStep = { id: CONTACT, at: AT, commandId: 'dates-1' };
afterEach(() => {
  [whileWorkingOut, unknown] = [undefined, undefined];
  ENDS[CONTACT] = day(10);
});

test('an exposure that is recorded while the dates of a quarantine are worked out counts', async () => {
  const { expose, state, uses } = await quarantine();
  whileWorkingOut = expose;
  await leaveQuarantine(uses)(step);
  const { exposures, endsAt } = await state();
  expect([exposures.length, endsAt]).toEqual([2, day(18).toString()]);
});

test('a contact whose need is not known keeps a quarantine from ending or becoming shorter', async () => {
  const { state, uses } = await quarantine();
  unknown = CONTACT;
  await leaveQuarantine(uses)(step);
  expect(await state()).toMatchObject({ stage: 'ordered', endsAt: day(14).toString() });
});

test('a contact whose need is not known does not keep a quarantine from becoming longer', async () => {
  const { expose, state, uses } = await quarantine();
  await expose();
  unknown = CONTACT;
  await leaveQuarantine(uses)(step);
  expect(await state()).toMatchObject({ endsAt: day(18).toString() });
});

describe('a rollout', () => {
  const version = {
    id: `${PROTOCOL}/1`,
    disease: 'covid-19',
    effectiveFrom: '2020-06-25',
    rules: { quarantine: { appliesTo: 'openEpisodes' } },
  };
  /** One step over one quarantine. Answers the outcomes of its rows. */
  const rollOut = async ({ uses, id, state }: Awaited<ReturnType<typeof quarantine>>, at = AT) => {
    const outcomes: string[] = [];
    const { endsAt = null } = await state();
    const bulk = {
      ...uses,
      heart: { beat: () => undefined },
      bulkRuns: { load: () => Promise.resolve({ aggregate: { state: { about: { version: version.id } } } }) },
      protocols: { latestVersions: () => Promise.resolve([version]) },
      openQuarantines: { page: () => Promise.resolve([{ isolationId: id, kind: 'quarantine', endsAt }]) },
      bulkProgress: {
        batch: async (_step: unknown, work: (cursor: string) => Promise<unknown>) => {
          await work('');
          return 'done';
        },
        record: (_run: string, results: readonly RowResult[]) =>
          Promise.resolve(void outcomes.push(...results.map(({ outcome }) => outcome))),
      },
    } as unknown as BulkUses;
    await replanQuarantines(bulk, quarantineEndOf(uses))({ runId: 'run', at });
    return outcomes;
  };

  test('counts an exposure that is recorded while it works out the dates', async () => {
    const running = await quarantine();
    whileWorkingOut = running.expose;
    expect(await rollOut(running)).toEqual(['same']);
    expect(await running.state()).toMatchObject({ endsAt: day(18).toString() });
  });

  test.each([
    ['the same end', day(14)],
    ['an earlier end', day(10)],
  ])(
    'leaves a quarantine that is kept for a result where it stands, when it gives %s',
    async (_what, end) => {
      const running = await quarantine();
      const { aggregate } = await running.isolations.load(running.id);
      for (const command of [notified(), ended('released', day(14), 'pending')]) aggregate.execute(command);
      await running.isolations.save(aggregate);
      const before = await running.state();
      expect(before.keptForResultSince).toBeDefined();
      ENDS[CONTACT] = end;
      expect(await rollOut(running, day(16).toString())).toEqual(['same']);
      expect(await running.state()).toEqual(before);
    },
  );
  test('leaves a quarantine to a person as long as the need of a contact is not known', async () => {
    const running = await quarantine();
    unknown = CONTACT;
    expect(await rollOut(running)).toEqual(['left-to-a-person']);
    expect(await running.state()).toMatchObject({ endsAt: day(14).toString() });
  });
});
