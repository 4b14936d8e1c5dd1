import { expect, jest, test } from '@jest/globals';
import type { SubjectStep, Uses } from '../../../activities/uses.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { isolationId } from '../../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  anIsolation,
  CONTACT,
  day,
  OTHER_CONTACT,
  PROTOCOL,
  quarantined,
} from '../../support/isolation-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

/** One contact is free on day 10 by now, the other on day 18. */
const ENDS: Readonly<Record<string, unknown>> = { [CONTACT]: day(10), [OTHER_CONTACT]: day(18) };
let whileWorkingOut: (() => Promise<void>) | undefined;
jest.unstable_mockModule('../../../activities/epidemiological-investigation/contact-facts.ts', () => ({
  contactFacts: async (_uses: unknown, { id }: { id: string }) => {
    const once = whileWorkingOut;
    whileWorkingOut = undefined;
    await once?.();
    return { id, state: { stage: 'follow-up', grade: 'close' } };
  },
  isNoCase: () => false,
  lastContactIn: () => undefined,
}));
jest.unstable_mockModule('../../../activities/epidemiological-investigation/follow-up-plan.ts', () => ({
  planOf: ({ id }: { id: string }) => ({ kind: 'quarantine', protocol: PROTOCOL, endsAt: ENDS[id] }),
}));
const { leaveQuarantine } =
  await import('../../../activities/epidemiological-investigation/quarantine-contact.ts');

test('an exposure that is recorded while the dates of a quarantine are worked out counts', async () => {
  const isolations = repositoryInMemory((id, stored: Parameters<typeof Isolation.from>[1]) =>
    Isolation.from(isolationId(id), stored),
  );
  const isolation = anIsolation();
  isolation.execute(quarantined(day(14)));
  await isolations.save(isolation);
  whileWorkingOut = async () => {
    const { aggregate } = await isolations.load(isolation.id);
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
  };
  const uses = { isolations, lookups: { quarantineOfContact: () => Promise.resolve(isolation.id) } };
  const step: SubjectStep = { id: CONTACT, at: day(4).toString(), commandId: 'dates-1' };
  await leaveQuarantine(uses as unknown as Uses)(step);
  const { state } = (await isolations.load(isolation.id)).aggregate;
  expect([state.exposures.length, state.endsAt]).toEqual([2, day(18).toString()]);
});
