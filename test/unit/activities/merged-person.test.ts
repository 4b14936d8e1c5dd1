import { describe, expect, test } from '@jest/globals';
import { registerConfirmedCase } from '../../../activities/patient-management/register-confirmed-case.ts';
import { personStandingFor } from '../../../activities/resolve-person.ts';
import { textMessage } from '../../../activities/text-message.ts';
import type { Uses } from '../../../activities/uses.ts';
import { PersonName } from '../../../domain/patient-management/person/person-name.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { aCase, CASE, day, diagnosed, PERSON } from '../../support/case-fixtures.ts';
import {
  aPerson,
  correctedTo,
  erased,
  mergedInto,
  registered,
  SURVIVOR,
  unmerged,
} from '../../support/person-fixtures.ts';

const STRANGER = '+821012345678';
const THEIRS = '+821055556666';

/** A duplicate with a wrong telephone, whose case is open, and the record that stands for it: corrected after the merge. */
function merged() {
  const duplicate = aPerson();
  duplicate.execute(registered());
  duplicate.execute(mergedInto());
  const survivor = Person.unregistered(SURVIVOR);
  survivor.execute(registered());
  const put = {
    name: PersonName.of('홍길순'),
    phone: PhoneNumber.of('010-5555-6666'),
    language: 'en' as const,
  };
  survivor.execute(correctedTo(put));
  const sick = aCase();
  sick.execute(diagnosed());
  const sent: { to: string; text: string }[] = [];
  const registrations: { name: string; phone: string }[] = [];
  const uses = {
    people: { load: async (id: string) => ({ aggregate: id === SURVIVOR ? survivor : duplicate }) },
    cases: { load: async () => ({ aggregate: sick }), save: async () => undefined },
    effects: {
      intend: async () => ({ status: 'new' }),
      unsettled: async () => undefined,
      settle: async () => undefined,
    },
    texts: {
      send: async (message: { to: string; text: string }) => {
        sent.push(message);
        return { providerMessageId: 'm' };
      },
    },
    registry: {
      register: async ({ person }: { person: { name: string; phone: string } }) => {
        registrations.push(person);
        return { registryNumber: 'KR-2026-000001' };
      },
    },
    lookups: { openTasksOfCase: async () => [], hasDied: async () => false },
  } as unknown as Uses;
  return { uses, duplicate, survivor, sent, registrations };
}
const notice = {
  name: 'release-notice',
  key: `case:${CASE}:release-notice`,
  owner: { kind: 'case', id: CASE, caseId: CASE },
  personId: PERSON,
  template: 'release-notice',
} as const;

describe('somebody whose record was merged', () => {
  test('is told under the number, and in the language, of the record that stands for them', async () => {
    const { uses, sent } = merged();
    await textMessage(uses, notice);
    expect(sent).toMatchObject([{ to: THEIRS, text: expect.stringMatching(/isolation/i) }]);
  });
  test('is registered with its values', async () => {
    const { uses, registrations } = merged();
    await registerConfirmedCase(uses)({
      caseId: CASE,
      at: day(4).toString(),
      commandId: `case:${CASE}:registration`,
    });
    expect(registrations).toMatchObject([{ name: '홍길순', phone: THEIRS }]);
  });
  test('is told under the record’s own number again once the merge is undone', async () => {
    const { uses, duplicate, sent } = merged();
    duplicate.execute(unmerged);
    await textMessage(uses, notice);
    expect(sent.map(({ to }) => to)).toEqual([STRANGER]);
  });
  test('is told nothing once the record that stands for them is erased', async () => {
    const { uses, survivor, sent } = merged();
    survivor.execute(erased());
    await textMessage(uses, notice);
    expect(sent).toEqual([]);
  });
});

test('two records merged into each other stand for each other as one', async () => {
  const { uses, survivor } = merged();
  survivor.execute(mergedInto(PERSON));
  const [one, other] = await Promise.all([PERSON, SURVIVOR].map((id) => personStandingFor(uses, id)));
  expect(one?.id).toBe(other?.id);
});
