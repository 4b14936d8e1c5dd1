import { expect, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import { sendMessages } from '../../../activities/bulk-work/send-messages.ts';
import { ExternalSystemUnavailable } from '../../../activities/ports/external-system.ts';
import type { ClaimedMessage } from '../../../activities/ports/outgoing-messages.ts';

const AT = '2020-07-01T03:00:00Z'; // noon in Seoul
const message = (place: number, triedBefore = false): ClaimedMessage => ({
  key: `case:${place}:monitoring`,
  personId: String(place),
  disease: 'covid-19',
  template: 'case-monitoring',
  triedBefore,
});

/** A run that owes these messages, to a gateway that fails as it is told to. */
function owing(messages: readonly ClaimedMessage[], fails: Readonly<Record<string, string>>) {
  const told: string[] = [];
  const sent: string[] = [];
  const said = (how: string) => async (_runId: string, some: readonly { key: string }[]) =>
    void told.push(...some.map(({ key }) => `${how} ${key.split(':')[1] ?? ''}`));
  const rules = { contactHours: { from: 0, to: 24 } };
  const uses = {
    clock: { now: async () => AT },
    protocols: { versions: async () => [{ effectiveFrom: '2020-01-01', rules }] },
    heart: { beat: () => undefined },
    texts: {
      findByKey: async (key: string) => {
        if (key in fails && fails[key] === 'find') throw new ExternalSystemUnavailable('sms', 'timed-out');
        return undefined;
      },
      send: async ({ key }: { key: string }) => {
        sent.push(key);
        const code = fails[key];
        if (code !== undefined) throw new ExternalSystemUnavailable('sms', code);
        return { providerMessageId: `M-${key}` };
      },
    },
    outgoingMessages: {
      waitingDiseases: async () => ['covid-19'],
      takeBack: async () => undefined,
      claim: async () => ({ paused: false, messages, looked: messages.length }),
      reach: async () => new Map(messages.map(({ personId }) => [personId, { phone: '', language: 'ko' }])),
      settle: said('settled'),
      letGo: (runId: string, some: readonly { key: string }[], { called }: { called: boolean }) =>
        said(called ? 'open' : 'let go')(runId, some),
    },
  } as unknown as BulkUses;
  return { told, sent, run: () => sendMessages(uses)({ runId: 'run', at: AT }) };
}

test.each([
  ['timed-out', 'open 1'],
  ['http-503', 'open 1'],
  ['circuit-open', 'let go 1'],
  ['http-429', 'let go 1'],
])('a message whose sending ended in %s is %s', async (code, outcome) => {
  const { told, run } = owing([message(1)], { [message(1).key]: code });
  await expect(run()).rejects.toMatchObject({ code });
  expect(told).toEqual([outcome]);
});

test('one that could not be looked for was not sent, and may be taken at once', async () => {
  const { told, sent, run } = owing([message(1, true)], { [message(1).key]: 'find' });
  await expect(run()).rejects.toMatchObject({ code: 'timed-out' });
  expect(sent).toEqual([]);
  expect(told).toEqual(['let go 1']);
});
