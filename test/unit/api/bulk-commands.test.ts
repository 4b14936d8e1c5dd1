import { expect, test } from '@jest/globals';
import type { CommandTerms } from '../../../activities/bulk-work/command-terms.ts';
import { TASK_GIVEN } from '../../../api/access/given-to.ts';
import { MATRIX } from '../../../api/access/matrix.ts';
import type { BulkCommand } from '../../../api/bulk-commands/bulk-command.ts';
import { BULK_COMMANDS } from '../../../api/bulk-commands/bulk-commands.ts';
import type { Asked, Endpoint } from '../../../api/contract/endpoint.ts';
import type { Dependencies } from '../../../api/dependencies.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import type { Requests } from '../../../activities/index.ts';

const COMMANDS: readonly (readonly [string, BulkCommand])[] = Object.entries(BULK_COMMANDS);
const SUBJECT = '01900000-0000-7000-8000-0000000000c0';
const ask = { commandId: 'c', fingerprint: 'f', by: 'kim' };

type Asking = Readonly<{ name: string; input: Readonly<Record<string, unknown>> }>;
/** Use cases that only say which of them was asked, and for what. */
function noting(): Readonly<{ requests: Requests; asked: Asking[] }> {
  const asked: Asking[] = [];
  const requests = new Proxy({} as Requests, {
    get: (_requests, name) => async (input: Asking['input']) => {
      asked.push({ name: String(name), input });
      return { id: SUBJECT, version: 2, stage: 'open' };
    },
  });
  return { requests, asked };
}

/** What the endpoint that does it for one asks of which use case; nothing where it reads. */
async function asksOne(one: Endpoint): Promise<string | undefined> {
  const { requests, asked } = noting();
  const request = {
    ...{ params: {}, query: {}, body: one.example, staff: { id: 'kim', roles: [], jurisdictions: [] } },
    ...{ identity: () => ask, expectedVersion: () => 1, place: { district: '11110' }, language: 'ko' },
  } as unknown as Asked<never, never, never>;
  await one.handle({ requests } as Dependencies, request).catch(() => undefined);
  return asked.length === 1 ? asked[0]?.name : undefined;
}

const singles = new Map<string, Endpoint>();
for (const one of ENDPOINTS.filter(({ method, about }) => method === 'post' && about !== undefined)) {
  const name = await asksOne(one);
  if (name !== undefined && !singles.has(name)) singles.set(name, one);
}

test.each(COMMANDS)(
  '%s does for many what an endpoint does for one, under the same right',
  async (_name, terms) => {
    const { requests, asked } = noting();
    const body = terms.body.parse(terms.example);
    await terms.run(requests, { ...ask, subjectId: SUBJECT }, body);
    const [{ name, input }] = asked as [Asking];
    const single = singles.get(name);
    expect(single).toMatchObject({ action: terms.action, about: terms.subject });
    expect(single?.alsoNeeds?.toString()).toBe(terms.alsoNeeds?.toString());
    expect(single?.givenTo).toBe(terms.givenTo);
    expect(single?.body?.safeParse(terms.example).success).toBe(true); // what one takes, it takes
    expect(input).toMatchObject({ ...ask, ...body, [`${terms.subject}Id`]: SUBJECT });
    expect(Object.hasOwn(MATRIX, terms.action)).toBe(true);
  },
);

/** Use cases after which somebody has the work. */
const GIVE = ['claimTask', 'reassignTask', 'assignOfficer'];

const UNDONE = COMMANDS.flatMap(([name, terms]) => {
  const { undo } = terms as Pick<CommandTerms, 'undo'>;
  return 'run' in undo ? [[name, undo, terms.givenTo ?? TASK_GIVEN] as const] : [];
});

test.each(UNDONE)(
  '%s asks, before it gives work back, whether whoever has it again may',
  async (_name, undo, { needs }) => {
    const { requests, asked } = noting();
    for (const by of ['kim', 'lead']) {
      const before = { ...ask, by, subjectId: SUBJECT, madeId: SUBJECT, stands: {} };
      const kept = undo.keep({ owner: 'kim', officer: 'kim', classification: 'suspected' });
      await undo.run(requests, { ...before, kept });
      const gives = asked.some(({ name }) => GIVE.includes(name));
      expect(undo.backTo?.account({ ...before, kept })).toBe(gives ? 'kim' : undefined);
      expect(undo.backTo?.needs).toBe(gives ? needs : undefined);
    }
  },
);

test('a command is brought back, or says what to do instead', () => {
  const silent = COMMANDS.filter(([, { undo }]) => {
    if ('run' in undo) return false;
    const { ko, en } = undo.none ?? { ko: '', en: '' };
    return !/[가-힣].*\.$/.test(ko) || !/[a-z].*\.$/.test(en);
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('what a person types for many cannot overrule whose it is', async () => {
  const { requests, asked } = noting();
  const body = { by: 'somebody-else', commandId: 'other', subjectId: 'other' };
  await BULK_COMMANDS['claim-tasks'].run(requests, { ...ask, subjectId: SUBJECT }, body);
  expect(asked[0]?.input).toMatchObject({ ...ask, taskId: SUBJECT });
});
