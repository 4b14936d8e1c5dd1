import { expect, test } from '@jest/globals';
import { apiWorld, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { reporting } from '../support/reporting.ts';

const AT_ONCE = 20;
const ROUNDS = 5;

const world = forThisFile(apiWorld);
const office = reporting(world);

type Answer = Awaited<ReturnType<typeof office.report>>;
const made = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 201);
const refused = (answers: readonly Answer[]) =>
  answers
    .filter(({ status }) => status !== 201)
    .map(({ status, body }) => `${status} ${String(body['code'])} ${body.caseId}`);

test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  'twenty first reports of one person at the same moment are one person and one case (%i)',
  async () => {
    const one = somebody();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => office.report({ person: one })));
    expect(made(answers)).toHaveLength(1);
    const caseId = made(answers)[0]?.body.caseId;
    expect(refused(answers)).toEqual(
      Array.from({ length: AT_ONCE - 1 }, () => `409 case/already-open ${caseId}`),
    );
    expect(await office.stored(one.phone)).toEqual({ people: 1, cases: 1 });
  },
);

test('reported in two districts at the same moment, each has one record, and neither is told of the other', async () => {
  const one = somebody();
  const places = ['11110', '26440'];
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, number) => {
      const within = places[number % 2] ?? '';
      return office.report({ person: one, district: within }, { within });
    }),
  );
  const sides = places.map((_, side) => answers.filter((_answer, number) => number % 2 === side));
  for (const side of sides) {
    expect(made(side)).toHaveLength(1);
    const caseId = made(side)[0]?.body.caseId;
    expect(new Set(refused(side))).toEqual(new Set([`409 case/already-open ${caseId}`]));
  }
  expect(await office.stored(one.phone)).toEqual({ people: 2, cases: 2 });
});

test('somebody like them, reported twenty times at the same moment, is registered and asked about once', async () => {
  const one = somebody();
  await office.report({ person: one });
  const like = { ...one, phone: somebody().phone };
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => office.report({ person: like })));
  expect(made(answers)).toHaveLength(1);
  expect(await office.stored(like.phone)).toEqual({ people: 1, cases: 1 });
  expect(await office.asked(...(await office.recordsWith(like.phone)))).toHaveLength(1);
});
