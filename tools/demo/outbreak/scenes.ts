import type { Stack } from '../../launcher/stack.ts';
import type { restClient } from '../api-client.ts';
import { addDays } from '../days.ts';
import { CONTACTS, DISTRICT, INDEX, RESTAURANT, type Role } from './cast.ts';
import { firstVersion, MODEL, secondVersion, SHORTER_DAYS, type Model } from './protocol.ts';
import type { Register } from './register.ts';
import type { staff } from './staff.ts';

type Needs = Readonly<{
  rest: ReturnType<typeof restClient>;
  office: ReturnType<typeof staff>;
  books: Register;
  addresses: Stack['addresses'];
  firstDay: string;
  /** Filled as people become known: their ids in the system. */
  people: Map<string, Role>;
}>;

const person = ({ name, phone }: Role) => ({
  name,
  birthDate: '1980-01-01',
  sex: 'unknown',
  phone,
  language: 'ko',
});
const MISSING = [{ code: 'rice', quantity: 1 }];
const NOTHING_MISSING = ['C6'];

/** What happens on which day; everything else is the system's own doing. */
export function scenes({ rest, office, books, addresses, firstDay, people }: Needs) {
  const { call, write } = rest;
  const dayBefore = addDays(firstDay, -1);
  const contactIds = new Map<string, string>();
  const checked = new Set<string>();
  const served = new Set<string>();
  const resulted = new Set<string>();
  let model: Model = { rules: {}, facts: {}, exposureFacts: {} };

  const idOf = (role: string): string =>
    [...people].find(([, { id }]) => id === role)?.[0] ?? `${role} is not known yet`;
  const post = async (url: string, body: unknown): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
  };

  const indexCase = async (): Promise<void> => {
    model = await call<Model>('GET', `/protocols/${MODEL}`);
    await write('/protocols', { protocol: firstVersion(model, addDays(firstDay, -30)) });
    const from = `${dayBefore}T19:00:00+09:00`;
    const to = `${dayBefore}T20:30:00+09:00`;
    const place = { placeId: RESTAURANT, district: DISTRICT };
    await post(`${addresses['entry-log']}/control/records`, {
      phone: INDEX.phone,
      records: [{ ...place, from, to }],
    });
    await post(`${addresses['card-history']}/control/records`, {
      phone: INDEX.phone,
      records: [{ ...place, approvedAt: to }],
    });
    const opened = await write<{ caseId: string; personId: string }>('/cases', {
      kind: 'diagnosis',
      person: person(INDEX),
      district: DISTRICT,
      symptomatic: true,
      dateOfSymptomOnset: addDays(firstDay, -2),
    });
    people.set(opened.personId, INDEX);
  };

  const contactsNamed = async (): Promise<void> => {
    const [source] = await books.cases(idOf('I'));
    for (const role of CONTACTS) {
      const { contactId } = await write<{ contactId: string }>(`/cases/${source?.id}/contacts`, {
        person: { ...person(role), district: DISTRICT },
        foundBy: 'interview',
        exposures: [
          {
            dateOfLastContact: dayBefore,
            placeId: RESTAURANT,
            setting: 'venue',
            distanceMetres: 1,
            minutes: 60,
            masked: false,
            faceToFace: true,
            talking: true,
            touched: false,
            careWithoutProtection: false,
          },
        ],
      });
      contactIds.set(role.id, contactId);
      const { exposedPersonId } = await call<{ exposedPersonId: string }>('GET', `/contacts/${contactId}`);
      people.set(exposedPersonId, role);
    }
  };

  /** The laboratory's own message is lost on the way: staff enter the result, which is positive. */
  const fallsIll = async (role: string, day: number): Promise<void> => {
    await post(`${addresses.laboratory}/control/faults`, { kind: 'lose-callback', times: 1 });
    const path = `/contacts/${contactIds.get(role)}`;
    const onset = addDays(firstDay, day);
    await office.tell(path, '/symptom-reports', { symptomatic: true, dateOfSymptomOnset: onset });
  };

  const violation = async (): Promise<void> => {
    const [quarantine] = await books.isolations(idOf('C3'));
    await office.tell(`/isolations/${quarantine?.id}`, '/violations', { source: 'app' });
  };

  const SCENES: Readonly<Record<number, readonly [string, () => Promise<void>]>> = {
    0: ['지표환자 확진, 식당 방문 · the index case, who ate at a restaurant', indexCase],
    1: ['접촉자 여섯 명 확인 · six contacts are named', contactsNamed],
    3: ['C1 증상 발생 · C1 gets symptoms', () => fallsIll('C1', 3)],
    4: ['C3 격리장소 이탈 · C3 leaves home', violation],
    5: [
      'C2 증상 발생, 신원 의심 · C2 gets symptoms; who it is, is in doubt',
      async () => {
        await fallsIll('C2', 5);
      },
    ],
    6: [
      `지침 변경: ${SHORTER_DAYS}일 격리, 진행 중인 격리에도 적용 · ${SHORTER_DAYS} days, for open episodes too`,
      () => write('/protocols', { protocol: secondVersion(model, addDays(firstDay, 6)) }),
    ],
    7: [
      'C2 신원 확인 · C2 is who they say',
      async () => {
        for (const task of await office.tasks('identity-in-doubt')) await office.decide(task, 'samePerson');
      },
    ],
  };

  return {
    /** Plays the day's scene. Answers its title. */
    on: async (day: number): Promise<string | undefined> => {
      const scene = SCENES[day];
      await scene?.[1]();
      return scene?.[0];
    },
    /** Kinds of tasks that nobody works on yet that day. */
    waiting: (day: number): readonly string[] => (day < 7 ? ['identity-in-doubt'] : []),
    /** What people do whenever they are asked: say what is missing at home, enter a result. Answers whether they did. */
    always: async (): Promise<boolean> => {
      let busy = false;
      for (const [personId, role] of people) {
        for (const { id, stage } of await books.supplies(personId)) {
          if (stage !== 'opened' || checked.has(id)) continue;
          checked.add(id);
          const had = served.has(personId) || NOTHING_MISSING.includes(role.id);
          const missing = had ? [] : MISSING;
          served.add(personId);
          await office.tell(`/supplies/${id}`, '/check', { missing });
          busy = true;
        }
        for (const { id: caseId, stage } of await books.cases(personId)) {
          if (stage !== 'suspected') continue;
          for (const { id, version } of await books.testsAwaited(caseId)) {
            if (resulted.has(id)) continue;
            resulted.add(id);
            if (role.id === 'C2')
              await office.tell(`/cases/${caseId}`, '/identity-doubt', { reason: 'document-contradicts' });
            await write(`/cases/${caseId}/tests/${id}/result`, { result: 'positive' }, version);
            busy = true;
          }
        }
      }
      return busy;
    },
  };
}
