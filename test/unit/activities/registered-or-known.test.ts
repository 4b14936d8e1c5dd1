import { expect, test } from '@jest/globals';
import { registeredOrKnown } from '../../../activities/patient-management/registered-or-known.ts';
import type { Newcomer } from '../../../activities/ports/identities.ts';
import type { Uses } from '../../../activities/uses.ts';
import { disease } from '../../../domain/patient-management/case/disease.ts';
import type { Person } from '../../../domain/patient-management/person/person.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import type { Task } from '../../../domain/worklist/task.ts';
import { newId } from '../../support/aggregate-makers.ts';

const [JONGNO, BUSAN] = ['11110', '26440'];
type Hooks = Readonly<{ afterLook?: () => Promise<void>; beforeRegistering?: () => Promise<void> }>;

/** The register of people in memory, and reports of one person, each of which may be held up on its way. */
function register() {
  const people = new Map<string, Person>();
  const tasks = new Map<string, Task>();
  const agreed = new Map<string, string>();
  const uses = ({ afterLook, beforeRegistering }: Hooks) =>
    ({
      identities: {
        newcomer: async ({ whole, proposed, besides }: Newcomer) => {
          const held = agreed.get(whole);
          if (held === undefined || besides.includes(held)) agreed.set(whole, proposed);
          return agreed.get(whole) ?? proposed;
        },
        alike: async () => {
          const found = [...people.keys()].map((personId) => ({ personId, byNumber: false }));
          await afterLook?.();
          return found;
        },
        of: async (ids: readonly string[]) =>
          new Map(ids.map((id) => [id, { personId: id, values: people.get(id)?.personal }])),
      },
      people: {
        load: async (id: string) => ({ aggregate: people.get(id) }),
        save: async (one: Person) => {
          await beforeRegistering?.();
          if (people.has(one.id)) throw new StaleAggregate({ id: one.id });
          people.set(one.id, one);
        },
      },
      tasks: {
        load: async (id: string) => ({ aggregate: tasks.get(id) }),
        save: async (one: Task) => void tasks.set(one.id, one),
      },
      lookups: { placeOf: async ({ id }: { id: string }) => people.get(id)?.state },
      newId,
    }) as unknown as Uses;
  let reports = 0;
  const report = (district = JONGNO, hooks: Hooks = {}) =>
    registeredOrKnown(uses(hooks))({
      person: {
        ...{ name: '홍길동', birthDate: '1980-01-02', phone: '010-1234-5678' },
        ...{ sex: 'male', language: 'ko' },
      },
      theDisease: disease('covid-19'),
      district: District.of(district),
      within: [district],
      ...{ commandId: `report-${(reports += 1)}`, fingerprint: 'f' },
      by: { by: 'officer', at: Instant.of('2026-03-04T03:00:00Z') },
    });
  const districts = () => [...people.values()].map(({ state }) => state.district).sort();
  return { report, districts };
}

/** Somebody waits for it until it is opened. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

test('who was registered while a report looked is found when it looks again', async () => {
  const { report, districts } = register();
  let first: Awaited<ReturnType<typeof report>> | undefined;
  const second = await report(JONGNO, {
    afterLook: async () => {
      first ??= await report();
    },
  });
  expect(second).toEqual({ personId: first?.personId, isNew: false });
  expect(districts()).toEqual([JONGNO]);
});

test('a report that was held up does not register under an id that went to another office meanwhile', async () => {
  const { report, districts } = register();
  const [mayGoOn, isThere] = [gate(), gate()];
  let attempts = 0;
  let busan: ReturnType<typeof report> | undefined;
  const late = await report(JONGNO, {
    afterLook: async () => {
      if (busan !== undefined) return;
      await report();
      busan = report(BUSAN, {
        beforeRegistering: async () => {
          attempts += 1;
          if (attempts === 1) return; // under the id of Jongno's record: refused
          isThere.open();
          await mayGoOn.opened;
        },
      });
      await isThere.opened;
    },
  });
  expect(late.isNew).toBe(false);
  mayGoOn.open();
  expect((await busan)?.isNew).toBe(true);
  expect(districts()).toEqual([JONGNO, BUSAN]);
});

test('twenty at once are one person', async () => {
  const { report, districts } = register();
  const pause = { afterLook: () => new Promise<void>((resolve) => setImmediate(resolve)) };
  const all = await Promise.all(Array.from({ length: 20 }, () => report(JONGNO, pause)));
  expect(new Set(all.map(({ personId }) => personId)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(districts()).toEqual([JONGNO]);
});
