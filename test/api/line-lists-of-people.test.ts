import { describe, expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';

const WHY = { 'access-reason': 'treatment' };

const world = forThisFile(lineListWorld);

describe('who somebody is', () => {
  const NAMES = '/cases?columns=name&columns=dateOfBirth&columns=phone&columns=age';
  test('is shown where it may be seen, and is on record for each of them', async () => {
    const page = await world.list(NAMES, ['patient-manager'], ['11110'], WHY);
    expect(page.body.items.map(({ name, phone, identified }) => [name, phone, identified])).toEqual([
      ['최세라', '+821010000004', true],
      ['홍길동', '+821012345678', true],
    ]);
    const { rows } = await world.pool.query(
      `select case_id, person_id is not null as known, reason from access_record
       where staff_id = 'patient-manager-lists' order by case_id`,
    );
    expect(rows).toEqual(world.at(0, 3).map((id) => ({ case_id: id, known: true, reason: 'treatment' })));
  });
  test('is masked where it may not, row by row', async () => {
    const { body } = await world.list(NAMES, ['clinician', 'auditor'], ['11140'], WHY);
    expect(body.items.map(({ name, identified }) => [name, identified])).toEqual([
      ['최○라', false],
      ['이두리', true],
      ['김○나', false],
      ['홍○동', false],
    ]);
  });
  test('is masked for whoever may never see it, and one row is on record', async () => {
    const { body } = await world.list(NAMES, ['auditor']);
    expect(body.items[3]).toMatchObject({
      name: '홍○동',
      dateOfBirth: '1980',
      phone: '****5678',
      identified: false,
    });
    expect(JSON.stringify(body)).not.toMatch(/길동|12345678|01-02/);
    const { rows } = await world.pool.query(`select from access_record where staff_id = 'auditor-lists'`);
    expect(rows).toHaveLength(1);
  });
  test('is on record without a name too, for whoever asks by a person or a case', async () => {
    const [line] = (await world.list('/cases?columns=personId&sort=caseId')).body.items;
    const personId = line?.['personId'];
    await world.list(`/cases?personId=${personId}`, ['tester']);
    await world.list(`/contacts?sourceCaseId=${world.cases[0]}`, ['tester']);
    await world.list(`/cases?limit=2`, ['tester']);
    const { rows } = await world.pool.query(
      `select subject_kind as kind, subject_id as id, person_id = $1 as same, case_id from access_record
       where staff_id = 'tester-lists' order by chain, position`,
      [personId],
    );
    expect(rows).toEqual([
      { kind: 'case', id: world.cases[0], same: true, case_id: world.cases[0] },
      { kind: 'contact', id: world.contact, same: false, case_id: null },
      { kind: null, id: null, same: null, case_id: null },
    ]);
  });
  test('takes a reason', async () => {
    const { status, body } = await world.list(NAMES, ['patient-manager'], ['11110']);
    expect([status, body['code']]).toEqual([403, 'access/reason-missing']);
    expect((await world.list('/cases?columns=sex', ['patient-manager'], ['11110'])).status).toBe(200);
  });
  test('is what the record that stands for them says, and nothing once it is erased', async () => {
    const open = await world.list('/cases?columns=personId&sort=caseId');
    const [first, , third] = open.body.items.map(({ personId }) => personId);
    const versioned = { ...key(), 'if-match': '"1"' };
    await world.call('POST', `/people/${third}/merge`, { survivorId: first }, versioned);
    const merged = await world.list(`${NAMES}&district=11140`, ['supervisor'], ['11'], WHY);
    expect(merged.body.items).toMatchObject([{ caseId: world.cases[2], name: '홍길동' }]);
    const theirs = [first, third];
    await world.pool.query(
      `update disease_case set state = jsonb_set(state, '{stage}', '"released"') where person_id = any ($1)`,
      [theirs],
    );
    await world.call(
      'POST',
      `/people/${first}/erasure`,
      { legalBasis: 'pipa-21' },
      { ...versioned, ...key() },
    );
    const erased = await world.list(`${NAMES}&district=11140`, ['supervisor'], ['11'], WHY);
    expect(erased.body.items).toMatchObject([{ name: null, dateOfBirth: null, age: null, phone: null }]);
  });
});

describe('contacts', () => {
  test('are listed with what is known of each', async () => {
    const wanted = [
      'name',
      'sourceCaseId',
      'status',
      'typeOfExposure',
      'dateOfLastExposure',
      'followUpStatus',
    ];
    const address = `/contacts?${wanted.map((name) => `columns=${name}`).join('&')}`;
    const { body } = await world.list(address, ['investigator'], ['11110'], WHY);
    expect(body.items).toEqual([
      {
        contactId: world.contact,
        identified: true,
        name: '박지훈',
        sourceCaseId: world.cases[0],
        status: 'active',
        typeOfExposure: 'workplace',
        dateOfLastExposure: '2026-01-02',
        followUpStatus: 'none',
      },
    ]);
    expect((await world.list(address, ['investigator'], ['26440'], WHY)).body.items).toEqual([]);
  });
  test.each([
    ['status=active', true],
    ['status=dropped&status=converted', false],
    ['stage=named', true],
    ['lastExposureFrom=2026-01-02&lastExposureTo=2026-01-02', true],
    ['lastExposureFrom=2026-01-03', false],
    ['riskLevel=close', false],
    ['followUpStatus=under', false],
    ['foundBy=interview', true],
    ['certainty=confirmed', false],
    ['officer=kim', false],
    ['followUpUntilBefore=2030-01-01', false],
    ['sort=-dateOfLastExposure', true],
    ['sort=followUpUntil', true],
  ])('%s', async (filters, isFound) => {
    const own = await world.list(`/contacts?${filters}&sourceCaseId=${world.cases[0]}`);
    expect(own.body.items).toHaveLength(isFound ? 1 : 0);
    expect((await world.list(`/contacts?${filters}&sourceCaseId=${world.cases[1]}`)).body.items).toEqual([]);
  });
  test('whose quarantine it is stands beside them', async () => {
    const { rows } = await world.pool.query<{ person: string }>(
      'select exposed_person_id as person from contact where id = $1',
      [world.contact],
    );
    await world.pool.query(`insert into isolation (id, version, state) values (gen_random_uuid(), 1, $1)`, [
      JSON.stringify({
        stage: 'active',
        kind: 'quarantine',
        personId: rows[0]?.person,
        contactId: world.contact,
        district: '11110',
        officer: 'lee',
        endsAt: '2026-01-16T15:00:00Z',
      }),
    ]);
    const { body } = await world.list(
      '/contacts?officer=lee&columns=quarantineStage&columns=quarantineEndsAt',
    );
    expect(body.items).toEqual([
      { contactId: world.contact, quarantineStage: 'active', quarantineEndsAt: '2026-01-17T00:00:00+09:00' },
    ]);
  });
});
