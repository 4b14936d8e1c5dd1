import { expect, test } from '@jest/globals';
import { nameContact } from '../../../activities/epidemiological-investigation/name-contact.ts';
import type { Receipt } from '../../../activities/ports/repository.ts';
import type { Contact } from '../../../domain/epidemiological-investigation/infection-network/contact.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { personId } from '../../../domain/shared-kernel/id.ts';
import { aCase, CASE, day, diagnosed, PERSON } from '../../support/case-fixtures.ts';
import { aPerson, mergedInto, movedTo, registered, SURVIVOR } from '../../support/person-fixtures.ts';

const A_PATIENT = '01900000-0000-7000-8000-000000000077';

/** `PERSON` is a record that was merged into `SURVIVOR`, who lives elsewhere by now. The case is of either. */
function world(patient: string) {
  const duplicate = aPerson();
  duplicate.execute(registered());
  duplicate.execute(mergedInto());
  const survivor = Person.unregistered(SURVIVOR);
  survivor.execute(registered());
  survivor.execute(movedTo('26110'));
  const sick = aCase();
  sick.execute(diagnosed());
  const other = Person.unregistered(personId(A_PATIENT));
  other.execute(registered());
  const records = new Map([duplicate, survivor, other].map((one) => [one.id as string, one]));
  const named: Contact[] = [];
  const uses = {
    people: { load: async (id: string) => ({ aggregate: records.get(id) }) },
    cases: { load: async () => ({ aggregate: { id: CASE, state: { ...sick.state, personId: patient } } }) },
    contacts: { save: async (one: Contact) => void named.push(one) },
    clock: { now: async () => day(20).toString() },
    newId: () => '01900000-0000-7000-8000-000000000099',
    lookups: { contactBetween: async () => undefined },
  } as unknown as Parameters<typeof nameContact>[0];
  const name = (exposedPersonId: string): Promise<Receipt> =>
    nameContact(uses)({
      ...{ by: 'investigator', commandId: 'c', fingerprint: 'f' },
      ...{ sourceCaseId: CASE, exposedPersonId, foundBy: 'interview' },
      exposures: [{ dateOfLastContact: '2026-03-05', placeId: 'P-1', setting: 'household' }],
    });
  return { name, named };
}

test('nobody is a contact of themselves under another of their records', async () => {
  for (const [patient, other] of [
    [PERSON, SURVIVOR],
    [SURVIVOR, PERSON],
  ] as const)
    await expect(world(patient).name(other)).rejects.toMatchObject({ code: 'contact/of-oneself' });
});

test('who is named under a merged record is a contact under the one that stands for them, where they live', async () => {
  const { name, named } = world(A_PATIENT);
  await name(PERSON);
  expect(named.map(({ state }) => [state.exposedPersonId, state.district])).toEqual([[SURVIVOR, '26110']]);
});
