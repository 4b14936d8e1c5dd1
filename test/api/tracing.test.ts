import { describe, expect, test } from '@jest/globals';
import { apiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { networkStory } from '../support/network-story.ts';

const world = forThisFile(apiWorld);
const story = networkStory(world);

describe('contacts of a case, and contacts of these', () => {
  test('are told by degree, through those who became cases, each once', async () => {
    const [a, b, c] = [await story.aCase(), await story.aCase(), await story.aCase()];
    const [friend, distant] = [story.somebody(), story.somebody('26440')];
    const toB = await story.exposed(a, b, '2026-03-01');
    const toFriend = await story.exposed(a, friend, '2026-03-02');
    await story.exposed(b, a, '2026-03-03'); // never the case’s own person
    await story.exposed(b, friend, '2026-03-03');
    await story.exposed(b, c, '2026-03-04');
    await story.exposed(c, distant, '2026-03-05');
    const told = async (degrees: number) => {
      const { body } = await story.seenIn('11110', `/cases/${a.caseId}/contact-degrees?degrees=${degrees}`);
      expect(body).toMatchObject({ caseId: a.caseId, degrees, whole: true });
      return body.items as unknown as readonly { personId: string; degree: number; namings: unknown[] }[];
    };
    const near = await told(1);
    expect(new Map(near.map(({ personId, degree }) => [personId, degree]))).toEqual(
      new Map([
        [b.personId, 1],
        [friend.personId, 1],
      ]),
    );
    expect(near.find(({ personId }) => personId === friend.personId)?.namings).toEqual([
      {
        contactId: toFriend,
        sourceCaseId: a.caseId,
        district: '11110',
        stage: 'named',
        grade: null,
        dateOfLastContact: '2026-03-02',
        caseId: null,
      },
    ]);
    expect(near.find(({ personId }) => personId === b.personId)?.namings).toMatchObject([
      { contactId: toB, stage: 'converted', caseId: b.caseId },
    ]);
    expect((await told(2)).map(({ personId }) => personId)).toHaveLength(3);
    const far = (await told(3)).at(-1);
    expect(far).toMatchObject({ personId: distant.personId, degree: 3 });
    // Of another district: an id and where it belongs.
    expect(far?.namings).toMatchObject([
      { district: '26440', stage: null, grade: null, dateOfLastContact: null, caseId: null },
    ]);
  });

  test('are one person where records were merged, and nobody who was dropped', async () => {
    const [a, b] = [await story.aCase(), await story.aCase()];
    const { caseId: _none, ...old } = await story.aCase();
    await story.exposed(a, old, '2026-03-01');
    await story.exposed(b, old, '2026-03-01');
    await story.exposed(a, b, '2026-03-01');
    await world.pool.query(
      `update person set state = state || jsonb_build_object('mergedInto', $2::text) where id = $1`,
      [old.personId, b.personId],
    );
    const path = `/cases/${a.caseId}/contact-degrees?degrees=2`;
    const { body } = await story.seenIn('11110', path);
    expect(body.items).toMatchObject([{ personId: b.personId, degree: 1 }]);
    await world.pool.query(
      `update contact set state = state || '{"stage": "dropped"}' where source_case_id = $1`,
      [a.caseId],
    );
    expect((await story.seenIn('11110', path)).body.items).toEqual([]);
  });

  test.each(['0', '4', 'x'])('over %s degrees are refused', async (degrees) => {
    const { caseId } = await story.aCase();
    const { status } = await story.seenIn('11110', `/cases/${caseId}/contact-degrees?degrees=${degrees}`);
    expect(status).toBe(400);
  });
});

describe('the way of an infection', () => {
  test('is told up and down, with generations, certainty and days from onset to onset', async () => {
    const a = await story.aCase('2026-03-01');
    const b = await story.aCase('2026-03-05');
    const c = await story.aCase('2026-03-11');
    const d = await story.aCase('2026-03-15', '26440');
    const first = await story.exposed(a, b, '2026-03-02', 'confirmed');
    const second = await story.exposed(b, c, '2026-03-06', 'probable');
    await story.exposed(c, d, '2026-03-12', 'possible');
    await story.exposed(b, story.somebody(), '2026-03-06');
    const { status, body } = await story.seenIn('11110', `/cases/${b.caseId}/transmission`);
    expect([status, body]).toEqual([
      200,
      {
        caseId: b.caseId,
        whole: true,
        cases: [
          line(a, 0, 1, null, '2026-03-01'),
          line(b, 1, 0, 0, '2026-03-05'),
          line(c, 2, null, 1, '2026-03-11'),
          { ...line(d, 3, null, 2, null), confirmedOn: null },
        ],
        infections: [
          infection(a, b, [first], 'confirmed', 4),
          infection(b, c, [second], 'probable', 6),
          { ...infection(c, d, [expect.any(String)], 'possible', null) },
        ].sort((one, other) => (one.infectedBy < other.infectedBy ? -1 : 1)),
        findings: [],
      },
    ]);
  });

  test('that cannot be is found, and told only to those whose case is in it', async () => {
    const a = await story.aCase('2026-03-10');
    const b = await story.aCase('2026-03-02', '26440');
    const contact = await story.exposed(a, b, '2026-03-05', 'confirmed');
    const back = await story.exposed(b, a, '2026-03-01', 'possible');
    const about = { caseIds: [a.caseId, b.caseId], contactIds: [contact] };
    const expected = [
      {
        kind: 'circle',
        caseIds: [a.caseId, b.caseId].sort(),
        contactIds: expect.arrayContaining([contact, back]),
      },
      { kind: 'ill-before-exposure', ...about },
      { kind: 'ill-before-infector-was-infectious', ...about },
    ];
    for (const one of [a, b]) {
      const { body } = await story.seenIn(one.district, `/cases/${one.caseId}/transmission`);
      expect(body['findings']).toEqual(expected);
      const all = await story.seenIn(one.district, '/transmission-findings');
      expect(all.body.items).toEqual(expected);
      expect(all.body).toMatchObject({ whole: true });
    }
    expect((await story.seenIn('30110', '/transmission-findings')).body).toEqual({
      transmissions: 0,
      whole: true,
      items: [],
    });
    const nowhere = await story.seenIn('30110', `/cases/${a.caseId}/transmission`);
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'case/not-found']);
  });
});

type Named = Readonly<{ caseId: string; district: string }>;
const line = (
  { caseId, district }: Named,
  generation: number,
  stepsBefore: number | null,
  stepsAfter: number | null,
  dateOfSymptomOnset: string | null,
) => ({
  caseId,
  district,
  generation,
  stepsBefore,
  stepsAfter,
  dateOfSymptomOnset,
  confirmedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
});
const infection = (
  from: Named,
  to: Named,
  contactIds: readonly unknown[],
  certainty: string,
  serialInterval: number | null,
) => ({ infectedBy: from.caseId, caseId: to.caseId, contactIds, certainty, serialInterval });
