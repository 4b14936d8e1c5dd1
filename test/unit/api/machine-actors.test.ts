import { expect, test } from '@jest/globals';
import { isMachine } from '../../../api/access/machine-actors.ts';
import { WEBHOOKS } from '../../../api/routes/webhooks.endpoints.ts';
import { EFFECTS } from '../../../activities/effects-catalogue.ts';
import { filesBelow, textOf } from '../../architecture/project-files.ts';

/** `by: 'sms'`, `BY = 'process:upkeep'`: under what steps write that no person takes. */
const WRITTEN = /\b(?:by|BY): '([^']+)'|\b(?:by|BY|PROCESS|BULK|TIMETABLE|CONTACT_PROCESS) = '([^']+)'/g;
/** Of a policy: how its process hears of an event. */
const NO_ACTORS = new Set(['start', 'signal']);

test('every actor of ours and every partner is one that no account may have', () => {
  const actors = ['activities', 'workflows', 'domain']
    .flatMap((folder) => filesBelow(folder))
    .flatMap((path) => [...textOf(path).matchAll(WRITTEN)].map(([, first, second]) => first ?? second ?? ''))
    .filter((actor) => !NO_ACTORS.has(actor));
  const partners = [
    ...WEBHOOKS.map(({ path }) => path.replace('/webhooks/', '')),
    ...Object.values(EFFECTS).map(({ system }) => system),
  ];
  expect(actors).toEqual(expect.arrayContaining(['patient', 'contact', 'sms', 'survey', 'process:upkeep']));
  expect([...actors, ...partners].filter((actor) => !isMachine(actor))).toEqual([]);
});
