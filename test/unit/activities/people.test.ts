import { beforeEach, describe, expect, test } from '@jest/globals';
import { appointGuardian } from '../../../activities/patient-management/appoint-guardian.ts';
import * as person from '../../../activities/patient-management/change-person.ts';
import { erasePerson } from '../../../activities/patient-management/erase-person.ts';
import { correctPersonalValues } from '../../../activities/patient-management/correct-personal-values.ts';
import { mergePerson } from '../../../activities/patient-management/merge-person.ts';
import {
  registerPerson,
  type RegisterPersonInput,
} from '../../../activities/patient-management/register-person.ts';
import { resolvePerson } from '../../../activities/resolve-person.ts';
import type { HandledCommand, Repository } from '../../../activities/ports/repository.ts';
import {
  Person,
  type PersonalValues,
  type PersonState,
} from '../../../domain/patient-management/person/person.ts';
import type { Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { NotFound } from '../../../domain/shared-kernel/domain-error.ts';
import { personId } from '../../../domain/shared-kernel/id.ts';
import { HOUSEHOLD } from '../../support/person-fixtures.ts';

const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [CHILD, ADULT, THIRD] = [id(1), id(2), id(3)];

/** People in memory: state, version and personal values, and the commands that took effect. */
function peopleInMemory() {
  const rows = new Map<string, Stored<PersonState> & { personal: PersonalValues | undefined }>();
  const commands = new Map<string, HandledCommand>();
  const saved: string[] = [];
  const repository: Repository<Person> = {
    load: (who, commandId = '') =>
      Promise.resolve().then(() => {
        const row = rows.get(who);
        if (row === undefined) throw new NotFound('person/not-found');
        const handled = commands.get(commandId);
        const aggregate = Person.from(personId(who), row, row.personal);
        return { aggregate, ...(handled === undefined ? {} : { handled }) };
      }),
    save: (one, identity, receipt) =>
      Promise.resolve().then(() => {
        rows.set(one.id, { state: one.state, version: one.version, personal: one.personalOrNothing });
        saved.push(...one.news.map(({ type }) => type));
        if (identity?.commandId === undefined || receipt === undefined) return;
        commands.set(identity.commandId, { fingerprint: identity.fingerprint ?? null, receipt });
      }),
  };
  return { repository, rows, saved };
}

let world: ReturnType<typeof peopleInMemory>;
let uses: Parameters<typeof registerPerson>[0] & { minorUnderAge: number };
let asked = 0;
const ask = () => ({ commandId: `command-${(asked += 1)}`, fingerprint: 'f', by: 'officer' });
const newcomer = (more: Partial<RegisterPersonInput> = {}): RegisterPersonInput => ({
  name: '홍길동',
  birthDate: '2010-05-05',
  sex: 'male',
  phone: '010-1234-5678',
  language: 'ko',
  district: '11110',
  ...ask(),
  ...more,
});

beforeEach(async () => {
  world = peopleInMemory();
  let last = 0;
  uses = {
    people: world.repository,
    clock: { now: () => Promise.resolve('2026-03-04T03:00:00Z') },
    newId: () => id((last += 1)),
    minorUnderAge: 19,
  };
  await registerPerson(uses)(newcomer());
  await registerPerson(uses)(newcomer({ name: '홍판서', birthDate: '1980-01-01' }));
  await registerPerson(uses)(newcomer({ name: '홍 길동' }));
  world.saved.length = 0;
});
const row = (who: string) => world.rows.get(who);

describe('registering', () => {
  test('keeps all that was said', async () => {
    const more = { nationality: 'VN', preferredLanguage: 'VI', addressLines: ['세종대로 209'] };
    const receipt = await registerPerson(uses)(newcomer(more));
    expect(receipt).toEqual({ id: id(4), version: 1, stage: 'registered' });
    expect(row(id(4))?.personal).toMatchObject({ ...more, preferredLanguage: 'vi', phone: '+821012345678' });
  });
  test.each([
    [{ name: ' ' }, 'person/name-empty'],
    [{ birthDate: '2026-03-05' }, 'birth-date/in-the-future'],
    [{ phone: '1339' }, 'phone/not-a-persons-number'],
    [{ nationality: 'KOR' }, 'person/nationality-unknown'],
    [{ preferredLanguage: 'Korean' }, 'person/language-tag-malformed'],
    [{ addressLines: [] }, 'person/address-malformed'],
    [{ district: '1' }, 'district/malformed'],
    [{ district: '99999' }, 'district/unknown'],
  ])('with %j is refused and keeps nobody', async (wrong, code) => {
    await expect(registerPerson(uses)(newcomer(wrong))).rejects.toThrow(code);
    expect(world.rows.size).toBe(3);
  });
});

test('correcting changes what was sent and nothing else', async () => {
  const { commandId, ...rest } = ask();
  const input = { personId: CHILD, phone: '010-9999-0000', language: 'en' as const, commandId, ...rest };
  await correctPersonalValues(uses)(input);
  await correctPersonalValues(uses)(input);
  expect(world.saved).toEqual(['PersonalValuesCorrected']);
  expect(row(CHILD)?.personal).toMatchObject({ name: '홍길동', phone: '+821099990000' });
  expect(row(CHILD)?.state.language).toBe('en');
  await expect(
    correctPersonalValues(uses)({ personId: CHILD, birthDate: '5.5.2010', ...ask() }),
  ).rejects.toThrow('birth-date/malformed');
});

test('moving, the channel, the household and erasure reach the person', async () => {
  const who = { personId: CHILD };
  await person.movePerson(uses)({ ...who, district: '26110', addressLines: ['중앙대로 1'], ...ask() });
  await person.changePreferredChannel(uses)({ ...who, channel: 'telephone', ...ask() });
  await person.joinHousehold(uses)({ ...who, householdId: HOUSEHOLD, ...ask() });
  expect(row(CHILD)?.state).toMatchObject({
    district: '26110',
    preferredChannel: 'telephone',
    householdId: HOUSEHOLD,
  });
  await person.leaveHousehold(uses)({ ...who, householdId: HOUSEHOLD, ...ask() });
  await expect(
    erasePerson({ ...uses, lookups: { mergedInto: async () => [], openMattersOf: async () => [] } })({
      ...who,
      legalBasis: '본인 요청',
      ...ask(),
    }),
  ).rejects.toThrow('person/legal-basis-malformed');
  const receipt = await erasePerson({
    ...uses,
    lookups: { mergedInto: async () => [], openMattersOf: async () => [] },
  })({
    ...who,
    legalBasis: 'pipa-36',
    ...ask(),
  });
  expect(receipt).toMatchObject({ stage: 'erased', version: 6 });
  expect(row(CHILD)?.personal).toBeUndefined();
  expect(world.saved).toEqual([
    'PersonMoved',
    'PreferredChannelChanged',
    'HouseholdJoined',
    'HouseholdLeft',
    'PersonErased',
  ]);
});

test('erasure reaches every record that was merged into the person, along every link', async () => {
  // A chain, as two merges at one moment leave it.
  await mergePerson(uses)({ personId: THIRD, survivorId: ADULT, ...ask() });
  await mergePerson(uses)({ personId: ADULT, survivorId: CHILD, ...ask() });
  const mergedInto = async (of: string) =>
    [...world.rows].flatMap(([one, { state }]) => (state.mergedInto === of ? [one] : []));
  await erasePerson({ ...uses, lookups: { mergedInto, openMattersOf: async () => [] } })({
    personId: CHILD,
    legalBasis: 'pipa-36',
    ...ask(),
  });
  expect([CHILD, ADULT, THIRD].map((one) => row(one)?.state.stage)).toEqual(['erased', 'erased', 'erased']);
});

describe('a guardian', () => {
  const appoint = (ward: string, guardianId: string) =>
    appointGuardian(uses)({ personId: ward, guardianId, ...ask() });
  test('is somebody known, of a minor, and can be taken back', async () => {
    await appoint(CHILD, ADULT);
    expect(row(CHILD)?.state.guardianId).toBe(ADULT);
    await person.removeGuardian(uses)({ personId: CHILD, ...ask() });
    expect(row(CHILD)?.state.guardianId).toBeUndefined();
    await expect(appoint(ADULT, THIRD)).rejects.toThrow('person/not-a-minor');
    await expect(appoint(CHILD, id(99))).rejects.toThrow('person/not-found');
    await expect(appoint(CHILD, CHILD)).rejects.toThrow('person/guardian-is-oneself');
  });
  test('is neither merged nor erased', async () => {
    await mergePerson(uses)({ personId: ADULT, survivorId: THIRD, ...ask() });
    await expect(appoint(CHILD, ADULT)).rejects.toThrow('person/merged-into-another');
    await erasePerson({ ...uses, lookups: { mergedInto: async () => [], openMattersOf: async () => [] } })({
      personId: ADULT,
      legalBasis: 'pipa-21',
      ...ask(),
    });
    await expect(appoint(CHILD, ADULT)).rejects.toThrow('person/erased');
  });
});

describe('merging', () => {
  const merge = (duplicate: string, survivorId: string, score?: number) =>
    mergePerson(uses)({ personId: duplicate, survivorId, score, ...ask() });
  test('changes the duplicate only, and is undone', async () => {
    await merge(THIRD, CHILD, 0.95);
    expect(row(CHILD)?.version).toBe(1);
    expect(row(THIRD)?.state).toMatchObject({ stage: 'merged', mergedInto: CHILD });
    expect(await resolvePerson(uses)(THIRD)).toBe(CHILD);
    await person.undoMerge(uses)({ personId: THIRD, ...ask() });
    expect(await resolvePerson(uses)(THIRD)).toBe(THIRD);
    expect(world.saved).toEqual(['PersonMerged', 'MergeUndone']);
  });
  test('into a merged or an erased record, into itself or into nobody is refused', async () => {
    await merge(THIRD, CHILD);
    await expect(merge(ADULT, THIRD)).rejects.toThrow('person/merged-into-another');
    await expect(merge(CHILD, THIRD)).rejects.toThrow('person/merged-into-another');
    await expect(merge(CHILD, CHILD)).rejects.toThrow('person/merge-into-itself');
    await expect(merge(CHILD, id(99))).rejects.toThrow('person/not-found');
    await expect(merge(CHILD, ADULT, 2)).rejects.toThrow('person/likeness-score-impossible');
    await erasePerson({ ...uses, lookups: { mergedInto: async () => [], openMattersOf: async () => [] } })({
      personId: CHILD,
      legalBasis: 'pipa-21',
      ...ask(),
    });
    await expect(merge(ADULT, CHILD)).rejects.toThrow('person/erased');
  });
  test('that took effect is answered again the same, though the survivor was merged since', async () => {
    const input = { personId: THIRD, survivorId: CHILD, ...ask() };
    const first = await mergePerson(uses)(input);
    await merge(CHILD, ADULT);
    expect(await mergePerson(uses)(input)).toEqual(first);
    expect(await resolvePerson(uses)(THIRD)).toBe(ADULT);
  });
  test('of two into each other at the same moment still leaves one that stands for both', async () => {
    const child = row(CHILD);
    await merge(CHILD, THIRD);
    const merged = row(CHILD);
    if (child === undefined || merged === undefined) throw new TypeError('no child');
    world.rows.set(CHILD, child);
    await merge(THIRD, CHILD);
    world.rows.set(CHILD, merged);
    expect(await Promise.all([CHILD, THIRD].map(resolvePerson(uses)))).toEqual([CHILD, CHILD]);
  });
});
