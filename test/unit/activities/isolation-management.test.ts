import { expect, test } from '@jest/globals';
import { assignOfficer } from '../../../activities/isolation-management/assign-officer.ts';
import { imposeWorkBan, liftWorkBan } from '../../../activities/isolation-management/change-work-ban.ts';
import { checkIsolation } from '../../../activities/isolation-management/check-isolation.ts';
import {
  completeEssentialsOrder,
  recordEssentialsDelivery,
  recordEssentialsShipment,
  reportEssentialsFailure,
} from '../../../activities/isolation-management/deliver-essentials.ts';
import { endIsolationWhenDue } from '../../../activities/isolation-management/end-isolation-when-due.ts';
import {
  establishViolation,
  reportViolation,
  withdrawViolation,
} from '../../../activities/isolation-management/establish-violation.ts';
import { openSupplies } from '../../../activities/isolation-management/open-supplies.ts';
import {
  cancelSupplies,
  checkEssentials,
  orderEssentials,
} from '../../../activities/isolation-management/order-essentials.ts';
import { orderQuarantine } from '../../../activities/isolation-management/order-quarantine.ts';
import {
  recordEssentialsPayment,
  recordEssentialsPaymentDecline,
  recordEssentialsRefund,
} from '../../../activities/isolation-management/pay-essentials.ts';
import { rescheduleIsolation } from '../../../activities/isolation-management/reschedule-isolation.ts';
import {
  recordIsolationNotice,
  recordReleaseNotice,
  startIsolation,
} from '../../../activities/isolation-management/serve-order.ts';
import type { Repository } from '../../../activities/ports/repository.ts';
import { Isolation, type IsolationState } from '../../../domain/isolation-management/isolation/isolation.ts';
import type { Contact } from '../../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { Case } from '../../../domain/patient-management/case/case.ts';
import type { SuppliesState } from '../../../domain/isolation-management/supplies/supplies.state.ts';
import { IsolationSupplies } from '../../../domain/isolation-management/supplies/supplies.ts';
import type { AggregateRoot, DomainEvent, Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { isolationId, suppliesId } from '../../../domain/shared-kernel/id.ts';
import { CONTACT, day, OTHER_CONTACT, PERSON } from '../../support/isolation-fixtures.ts';

/** What is stored survives as JSON only. */
function inMemory<State, Aggregate extends AggregateRoot<State, never, DomainEvent>>(
  restore: (id: string, stored: Stored<State>) => Aggregate,
) {
  const rows = new Map<string, string>();
  const read = (id: string): Aggregate => restore(id, JSON.parse(rows.get(id) ?? '') as Stored<State>);
  const repository: Repository<Aggregate> = {
    load: (id) => Promise.resolve().then(() => ({ aggregate: read(id) })),
    save: (aggregate) => {
      rows.set(aggregate.id, JSON.stringify({ state: aggregate.state, version: aggregate.version }));
      return Promise.resolve();
    },
  };
  return { repository, read, ids: () => [...rows.keys()] };
}

/** Whichever is asked for. */
const holding = <Aggregate>(state: object): Repository<Aggregate> => ({
  load: () => Promise.resolve({ aggregate: { state } as Aggregate }),
  save: () => Promise.reject(new Error('nothing is changed here')),
});

function office(inHospital = false) {
  const isolations = inMemory<IsolationState, Isolation>((id, row) => Isolation.from(isolationId(id), row));
  const supplies = inMemory<SuppliesState, IsolationSupplies>((id, row) =>
    IsolationSupplies.from(suppliesId(id), row),
  );
  let ids = 0;
  const uses = {
    isolations: isolations.repository,
    contacts: holding<Contact>({ stage: 'follow-up', sourceCaseId: 'source' }),
    cases: holding<Case>({ disease: 'covid-19' }),
    supplies: supplies.repository,
    clock: { now: () => Promise.resolve(day(3).toString()) },
    newId: () => `01900000-0000-7000-8000-0000000001${String((ids += 1)).padStart(2, '0')}`,
    lookups: {
      isInHospital: () => Promise.resolve(inHospital),
      hasDied: () => Promise.resolve(false),
      episodesOf: () => Promise.resolve([]),
      isolationOfCase: () => Promise.resolve(undefined),
      quarantineOfPerson: (personId: string) =>
        Promise.resolve(
          isolations.ids().find((id) => {
            const { state } = isolations.read(id);
            return state.personId === personId && state.kind === 'quarantine' && state.stage !== 'ended';
          }),
        ),
    },
  };
  return { uses, isolations, supplies };
}

let commands = 0;
const asked = (at?: number) => ({
  commandId: `command-${(commands += 1)}`,
  fingerprint: '',
  by: 'officer',
  ...(at === undefined ? {} : { at: day(at).toString() }),
});
const protocol = 'kr-covid-19/2022-02-09/1';
const quarantine = (contactId: string, dateOfLastExposure: string, endDay: number) => ({
  ...asked(),
  personId: PERSON,
  contactId,
  district: '11110',
  dateOfLastExposure,
  startsOn: '2026-03-04',
  endsAt: day(endDay).toString(),
  protocol,
});

test('a person is in one quarantine, however many exposures; its timer ends it at the latest of their ends', async () => {
  const { uses, isolations } = office();
  const first = await orderQuarantine(uses)(quarantine(CONTACT, '2026-03-01', 10));
  const again = await orderQuarantine(uses)(quarantine(OTHER_CONTACT, '2026-03-04', 13));
  expect([again.id, isolations.ids()]).toEqual([first.id, [first.id]]);
  const order = { isolationId: first.id };

  const early = { ...order, ...asked(10), because: 'released' } as const;
  expect(await endIsolationWhenDue(uses)(early)).toEqual({ ended: false, endsAt: day(13).toString() });
  const late = { ...order, ...asked(13), because: 'released' } as const;
  expect(await endIsolationWhenDue(uses)(late)).toEqual({ ended: true });
  expect(await endIsolationWhenDue(uses)({ ...late, ...asked(14) })).toEqual({ ended: true });
  expect((await recordReleaseNotice(uses)({ ...order, ...asked(14) })).stage).toBe('ended');

  const next = await orderQuarantine(uses)(quarantine(CONTACT, '2026-03-04', 20));
  expect(next.id).not.toBe(first.id);
});

test('an order is served, checked, moved, and its violations are established by a person', async () => {
  const { uses, isolations } = office();
  const { id } = await orderQuarantine(uses)({
    ...quarantine(CONTACT, '2026-03-01', 10),
    startsOn: '2026-03-05',
    binding: 'advice',
    placeType: 'lodging',
    workBan: true,
    officer: 'officer-1',
  });
  const order = { isolationId: id };
  expect((await recordIsolationNotice(uses)({ ...order, ...asked(), channel: 'verbal' })).stage).toBe(
    'served',
  );
  expect((await startIsolation(uses)({ ...order, ...asked(4) })).stage).toBe('active');
  await checkIsolation(uses)({ ...order, ...asked(5), outcome: 'notFound' });
  await rescheduleIsolation(uses)({
    ...order,
    ...asked(5),
    endsAt: day(12).toString(),
    reason: 'symptoms',
    protocol,
  });
  await reportViolation(uses)({ ...order, ...asked(6), source: 'check', occurredAt: day(5).toString() });
  await reportViolation(uses)({ ...order, ...asked(6), source: 'app' });
  await establishViolation(uses)({ ...order, ...asked(), sequence: 1 });
  await withdrawViolation(uses)({ ...order, ...asked(), sequence: 2, reason: 'false-alarm' });
  await expect(
    establishViolation(uses)({ ...order, ...asked(), by: 'process:quarantine', sequence: 1 }),
  ).rejects.toThrow('isolation/needs-a-person');
  await assignOfficer(uses)({ ...order, ...asked(), officer: 'officer-2' });
  await liftWorkBan(uses)({ ...order, ...asked() });
  await imposeWorkBan(uses)({ ...order, ...asked() });
  expect(isolations.read(id).state).toMatchObject({
    stage: 'active',
    endsAt: day(12).toString(),
    officer: 'officer-2',
    workBan: true,
    placeType: 'lodging',
    missedInARow: 1,
    establishedViolations: 1,
  });
});

test('whoever a visit does not find is reported, unless they are in hospital', async () => {
  for (const [inHospital, violations] of [
    [false, [{ stage: 'reported', source: 'check', occurredAt: day(5).toString() }]],
    [true, []],
  ] as const) {
    const { uses, isolations } = office(inHospital);
    const { id: isolation } = await orderQuarantine(uses)(quarantine(CONTACT, '2026-03-01', 10));
    const order = { isolationId: isolation };
    await recordIsolationNotice(uses)({ ...order, ...asked(4), channel: 'sms' });
    const visit = { ...order, ...asked(5), outcome: 'notFound' } as const;
    await checkIsolation(uses)(visit);
    await checkIsolation(uses)({ ...order, ...asked(6), outcome: 'notReached' });
    expect(isolations.read(isolation).state).toMatchObject({ missedInARow: 2, violations });
  }
});

test('supplies fail, are refunded, ordered again and delivered; others are cancelled with their money back', async () => {
  const { uses, supplies } = office();
  const { id: isolation } = await orderQuarantine(uses)(quarantine(CONTACT, '2026-03-01', 10));
  const open = {
    isolationId: isolation,
    needed: [{ code: 'rice', quantity: 2 }],
    budgetWon: 50_000,
  };
  const items = [{ code: 'rice', quantity: 2, unitPriceWon: 20_000 }];
  const { id } = await openSupplies(uses)({ ...open, ...asked() });
  expect(supplies.read(id).state).toMatchObject({
    personId: PERSON,
    contactId: CONTACT,
    isolationId: isolation,
  });
  const of = (attempt: number) => ({ suppliesId: id, attempt, ...asked() });
  const paidBack = { reference: 'pay/1', amountWon: 40_000 };

  await checkEssentials(uses)({ ...of(1), missing: open.needed });
  await orderEssentials(uses)({ ...of(1), items });
  await recordEssentialsPaymentDecline(uses)({ ...of(1), reason: 'other' });
  await orderEssentials(uses)({ ...of(2), items });
  await recordEssentialsPayment(uses)({ ...of(2), ...paidBack });
  await reportEssentialsFailure(uses)({ ...of(2), reason: 'out-of-stock' });
  await expect(orderEssentials(uses)({ ...of(3), items })).rejects.toThrow('supplies/refund-due');
  await recordEssentialsRefund(uses)({ ...of(2), ...paidBack });
  await orderEssentials(uses)({ ...of(3), items });
  await recordEssentialsPayment(uses)({ ...of(3), ...paidBack });
  await completeEssentialsOrder(uses)({ ...of(3), reference: 'order/3' });
  await recordEssentialsShipment(uses)({ ...of(3), tracking: 'parcel/3' });
  expect((await recordEssentialsDelivery(uses)(of(3))).stage).toBe('delivered');

  const { id: other } = await openSupplies(uses)({ ...open, ...asked() });
  expect((await cancelSupplies(uses)({ suppliesId: other, ...asked(), because: 'released' })).stage).toBe(
    'cancelled',
  );
  await endIsolationWhenDue(uses)({ isolationId: isolation, ...asked(), because: 'deceased' });
  await expect(openSupplies(uses)({ ...open, ...asked() })).rejects.toThrow('isolation/already-ended');
});
