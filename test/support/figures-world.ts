import type { Role } from '../../api/access/roles.ts';
import { key } from './api-world.ts';
import { lineListWorld } from './line-list-world.ts';
import { tokenFor } from './tokens.ts';

/** Their own case, and what is known of it: days of onset, moments of the report, confirmation, order and notice. */
type Course = Readonly<{
  opened: string;
  confirmed: string;
  startsOn?: string;
  notified?: string;
  classification?: string;
}>;

type Counted = Readonly<{ cases: number; confirmed: number; probable: number }>;
type Group = Readonly<{ code: string | null; count: number; kind?: string }>;
/** What the figures show, each some of it. */
export type FigureShown = Readonly<{
  [field: string]: unknown;
  asOf: string;
  definition: object;
  filters: object;
  total: number;
  open: number;
  points: readonly (Counted & Readonly<{ from: string; incomplete: boolean }>)[];
  unknown: Counted;
  before: Counted;
  after: Counted;
  groups: readonly Group[];
  bins: readonly Readonly<{ count: number }>[];
  places: readonly Readonly<{ code: string; all: number }>[];
  grades: readonly object[];
  teams: readonly Readonly<{ team: string }>[];
  queues: readonly Readonly<{ oldestDueAt: string }>[];
}>;

/**
 * Five cases of early 2026 and a contact of the first, whose figures can be counted by hand:
 *
 * | case | district | onset  | reported           | confirmed   | isolated from | notice after |
 * | 0    | 11110    | Jan  3 | Jan  5 (00:30)     | Jan 5, 9 h  | Jan 5         | 2.5 h        |
 * | 1    | 26440    | Jan  5 | Jan  5             | Jan 6, 9 h  | Jan 9         | none yet     |
 * | 2    | 11140    | -      | Jan  6             | Jan 6, 9 h  | -             | -            |
 * | 3    | 11110    | Jan  4 | Jan  4 (probable)  | Jan 4, 9 h  | -             | -            |
 * | 4    | 11110    | Jan  4 | Jan  4 (withdrawn) | Jan 4, 9 h  | -             | -            |
 */
export async function figuresWorld() {
  const world = await lineListWorld();
  const withdrawn = await world.call(
    'POST',
    '/cases',
    {
      kind: 'diagnosis',
      person: { name: '한다섯', birthDate: '1980-01-02', sex: 'male', phone: '010-1000-0005' },
      ...{ district: '11110', symptomatic: true, dateOfSymptomOnset: '2026-01-04' },
    },
    key(),
  );
  const caseIds = [...world.cases, withdrawn.body.caseId];
  const took = await world.call(
    'POST',
    `/cases/${withdrawn.body.caseId}/withdrawal`,
    { reason: 'wrong-result' },
    { ...key(), 'if-match': `"${withdrawn.body.version}"` },
  );
  if (took.status !== 200) throw new Error(JSON.stringify(took.body));
  const course = async (index: number, { startsOn, notified, opened, confirmed, ...more }: Course) => {
    const id = caseIds[index] ?? '';
    await world.pool.query(`update disease_case set state = state || $2 where id = $1`, [
      id,
      { openedAt: opened, confirmedAt: confirmed, ...more },
    ]);
    if (startsOn === undefined) return;
    await world.steps.orderIsolation({ caseId: id, at: confirmed, commandId: `figures:${index}` });
    await world.pool.query(`update isolation set state = state || $2 where case_id = $1`, [
      id,
      {
        startsOn,
        orderedAt: confirmed,
        ...(notified === undefined ? {} : { notifiedAt: notified, stage: 'active' }),
      },
    ]);
  };
  await course(0, {
    ...{ opened: '2026-01-04T15:30:00Z', confirmed: '2026-01-05T00:00:00Z' },
    ...{ startsOn: '2026-01-05', notified: '2026-01-05T02:30:00Z' },
  });
  await course(1, {
    opened: '2026-01-05T03:00:00Z',
    confirmed: '2026-01-06T00:00:00Z',
    startsOn: '2026-01-09',
  });
  await course(2, { opened: '2026-01-06T03:00:00Z', confirmed: '2026-01-06T00:00:00Z' });
  const fourth = { opened: '2026-01-04T14:59:59Z', confirmed: '2026-01-04T00:00:00Z' };
  await course(3, { ...fourth, classification: 'probable' });
  await course(4, fourth);
  await world.pool.query(`update contact set state = state || '{"namedAt": "2026-01-05T03:00:00Z"}'`);
  return {
    ...world,
    figure: async (address: string, within: readonly string[] = ['00'], role: Role = 'supervisor') => {
      const token = await tokenFor({ id: `${role}-figures`, roles: [role], jurisdictions: within });
      const { status, body } = await world.callAs(token, 'GET', `/figures/${address}`);
      return { status, body: body as unknown as FigureShown };
    },
  };
}
