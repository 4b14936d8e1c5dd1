import type { Stack } from '../../launcher/stack.ts';
import { apiClient, restClient, telephones } from '../api-client.ts';
import { addDays, atHour, dayInSeoul } from '../days.ts';
import { CAST, CONTACTS, INDEX, type Role } from './cast.ts';
import { difference, EXPECTED } from './expected.ts';
import { register } from './register.ts';
import { scenes } from './scenes.ts';
import { staff } from './staff.ts';
import { lineOf } from './story.ts';

const LAST_DAY = 17;
/** Hours of each day at which the office looks at its lists. */
const HOURS = [10, 14, 19];
const MOST_ROUNDS = 40;

/** Runs the cluster from its first case to the end of the last quarantine. Answers whether everybody ended as expected. */
export async function runOutbreak(stack: Stack, print: (line: string) => void): Promise<boolean> {
  const begun = performance.now();
  const { addresses } = stack;
  const token = await stack.tokenOf('officer');
  const api = apiClient(addresses.api, token);
  const rest = restClient(addresses.api, token);
  const phones = telephones(addresses.sms);
  const office = staff(rest);
  const books = register(addresses.database);
  const people = new Map<string, Role>();
  const firstDay = addDays(dayInSeoul(await api.now()), 1);
  const play = scenes({ rest, office, books, addresses, firstDay, people });
  const answered = new Set<string>();
  let told = await books.newest();

  const tellStory = async (): Promise<void> => {
    for (const happening of await books.since(told)) {
      told = happening.seq;
      const who = people.get(happening.personId ?? '')?.id ?? '  ';
      const line = lineOf(happening, who);
      if (line !== undefined) print(line);
    }
  };
  /** Whoever is asked how they are answers that they are well. */
  const answerQuestions = async (): Promise<boolean> => {
    let busy = false;
    for (const { key, to } of await phones.received()) {
      if (answered.has(key)) continue;
      answered.add(key);
      if (!/symptom-question/.test(key)) continue;
      await phones.reply(to, '1');
      busy = true;
    }
    return busy;
  };
  /** Until nobody has anything to do at this moment. */
  const settled = async (day: number): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await api.settle();
      const busy = [await play.always(), await answerQuestions(), await office.work(play.waiting(day))];
      if (!busy.includes(true)) return;
    }
    const left = (await office.tasks()).map(({ kind }) => kind).join(', ');
    throw new Error(`day ${day}: still something to do after ${MOST_ROUNDS} rounds: ${left}`);
  };

  try {
    for (let day = 0; day <= LAST_DAY; day += 1) {
      for (const hour of HOURS) {
        await api.advance(atHour(addDays(firstDay, day), hour));
        if (hour === HOURS[0]) {
          const scene = await play.on(day);
          if (scene !== undefined) print(`\n── ${day}일째 day ${day}: ${scene}`);
        }
        await settled(day);
        await tellStory();
      }
    }
    return await report();
  } finally {
    await books.close();
  }

  async function report(): Promise<boolean> {
    let good = true;
    print('');
    const byRole = new Map([...people].map(([personId, { id }]) => [id, personId]));
    for (const role of CAST) {
      const ending = await books.ending(byRole.get(role.id) ?? '');
      const wrong = difference(EXPECTED[role.id] ?? {}, ending);
      good &&= wrong === undefined;
      const { caseStage, held, supplies, parcels, support, supportWon, payments, violations, route } = ending;
      print(
        `${role.id.padEnd(3)} ${role.ko} · ${role.en}\n    ${[
          `case ${caseStage ?? '–'}`,
          held ?? '–',
          `supplies ${supplies ?? '–'} (${parcels} orders)`,
          `support ${support ?? '–'}${supportWon === null ? '' : ` ${supportWon} won`} (${payments} payments)`,
          `route ${route ?? '–'}`,
          `violations ${violations}`,
        ].join(' | ')}\n    ${wrong === undefined ? 'ok' : `NOT AS EXPECTED: ${wrong}`}`,
      );
    }
    print(
      `\n${CONTACTS.length + 1}명 people, ${LAST_DAY + 1}일 simulated days, ${((performance.now() - begun) / 1_000).toFixed(1)} s; ` +
        `${INDEX.id}: ${good ? '모두 예상대로 · everybody ended as expected' : '예상과 다름 · NOT as expected'}`,
    );
    return good;
  }
}
