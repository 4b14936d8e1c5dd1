import { describe, expect, test } from '@jest/globals';
import type { RecordResult } from '../../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { CASE, day } from '../../support/investigation-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aLookUp,
  approved,
  consulted,
  destroyed,
  nothingFound,
  requested,
  resulted,
  submitted,
  told,
  visitsDrawn,
} from '../../support/look-up-fixtures.ts';

const sent = [requested(), approved(), submitted()];
const found = [...sent, resulted()];

describe('its visits', () => {
  test('are drawn once, from a result that is there', () => {
    given(aLookUp(), ...found)
      .when(visitsDrawn())
      .thenRaises({ type: 'VisitsDerived', visits: 11, leftOut: 1 });
    given(aLookUp(), ...found, visitsDrawn())
      .when(visitsDrawn())
      .thenQuiet();
    given(aLookUp(), ...sent)
      .when(visitsDrawn())
      .thenRefused('information-request/no-result');
    given(aLookUp(), ...sent, nothingFound())
      .when(visitsDrawn())
      .thenRefused('information-request/no-result');
  });
});

describe('its result', () => {
  test('is kept as long as the law lets it where nobody says otherwise, also when it is told again later', () => {
    const { destroyBy: _said, ...unsaid } = resulted() as RecordResult;
    given(aLookUp(), ...sent)
      .when(unsaid)
      .thenRaises({ type: 'EntryLogChecked', destroyBy: '2026-04-09' });
    given(aLookUp(), ...sent, unsaid)
      .when({ ...unsaid, at: day(14) })
      .thenQuiet();
  });
  test.each([
    ['entryLog', 'EntryLogChecked'],
    ['cardHistory', 'CardApprovalsChecked'],
  ] as const)('of %s is %s, with its days', (kind, type) =>
    given(aLookUp(), requested(kind), approved(), submitted()).when(resulted()).thenRaises({
      type,
      caseId: CASE,
      kind,
      recordCount: 12,
      resultReference: 'R-12',
      destroyBy: '2026-04-09',
      notifyBy: '2026-03-19',
    }),
  );
  test('is destroyed within the law’s days', () => {
    given(aLookUp(), ...sent)
      .when(resulted(12, '2026-04-10'))
      .thenRefused('information-request/destroy-by-too-late');
    given(aLookUp(), ...sent)
      .when(resulted(12, '2026-03-11'))
      .thenRefused('information-request/destroy-by-too-soon');
    given(aLookUp(), ...sent)
      .when(resulted(12, '2026-03-12'))
      .thenRaises({ type: 'EntryLogChecked' });
  });
  test.each([0, -1, 1.5])('of %p records is none', (count) =>
    given(aLookUp(), ...sent)
      .when(resulted(count))
      .thenRefused('information-request/record-count-impossible'),
  );
  test('the same again is quiet, another one is refused: nothing prolongs the retention', () => {
    given(aLookUp(), ...found)
      .when(resulted())
      .thenQuiet();
    for (const other of [resulted(13), resulted(12, '2026-04-08'), resulted(12, '2026-04-09', 'R-13')]) {
      given(aLookUp(), ...found)
        .when(other)
        .thenRefused('information-request/result-contradicts-earlier');
    }
    given(aLookUp(), ...found)
      .when(nothingFound())
      .thenRefused('information-request/result-contradicts-earlier');
  });
  test('of nothing is a result too: the person is told, and there is nothing to destroy or to read', () => {
    const lookUp = aLookUp();
    given(lookUp, ...sent)
      .when(nothingFound())
      .thenRaises({ type: 'EntryLogChecked', recordCount: 0, notifyBy: '2026-03-19' });
    given(lookUp).when(nothingFound()).thenQuiet();
    given(lookUp).when(resulted()).thenRefused('information-request/result-contradicts-earlier');
    given(lookUp).when(destroyed()).thenRefused('information-request/nothing-to-destroy');
    given(lookUp).when(consulted()).thenRefused('information-request/no-result');
    expect(lookUp.state.stage).toBe('resulted');
    given(lookUp).when(told()).thenRaises({ type: 'PersonNotified' });
    expect(lookUp.state.stage).toBe('closed');
  });
});

describe('reading', () => {
  test('is kept on record, each time', () => {
    const lookUp = aLookUp();
    given(lookUp, ...found)
      .when(consulted())
      .thenRaises({ type: 'RawRecordsConsulted', purpose: 'route', by: 'investigator' });
    given(lookUp).when(consulted()).thenQuiet();
    given(lookUp)
      .when(consulted(day(13)))
      .thenRaises({ type: 'RawRecordsConsulted' });
    given(lookUp)
      .when(consulted(day(13), 'lead'))
      .thenRaises({ type: 'RawRecordsConsulted', by: 'lead' });
    expect(lookUp.state.consultations).toBe(3);
  });
  test('ends with the last day of retention and with the destruction', () => {
    given(aLookUp(), ...found)
      .when(consulted(day(39)))
      .thenRaises({ type: 'RawRecordsConsulted' });
    given(aLookUp(), ...found)
      .when(consulted(day(40)))
      .thenRefused('information-request/retention-over');
    given(aLookUp(), ...found, destroyed())
      .when(consulted())
      .thenRefused('information-request/records-destroyed');
    given(aLookUp(), ...sent)
      .when(consulted())
      .thenRefused('information-request/no-result');
  });
});

describe('its end', () => {
  test('the person is told once, and whether that was late', () => {
    given(aLookUp(), ...found)
      .when(told(day(18)))
      .thenRaises({ type: 'PersonNotified', channel: 'sms', notifyBy: '2026-03-19', late: false });
    given(aLookUp(), ...found)
      .when(told(day(19)))
      .thenRaises({ type: 'PersonNotified', late: true });
    given(aLookUp(), ...found, told())
      .when(told())
      .thenQuiet();
    given(aLookUp(), ...sent)
      .when(told())
      .thenRefused('information-request/no-result');
  });
  test('raw records are destroyed once, under one certificate, and whether that was late', () => {
    const lookUp = aLookUp();
    given(lookUp, ...found)
      .when(destroyed('C-1', day(39)))
      .thenRaises({
        type: 'RawRecordsDestroyed',
        certificateId: 'C-1',
        destroyBy: '2026-04-09',
        late: false,
      });
    expect(lookUp.state).not.toHaveProperty('resultReference');
    given(lookUp).when(destroyed()).thenQuiet();
    given(lookUp).when(destroyed('C-2')).thenRefused('information-request/already-destroyed');
    given(lookUp).when(resulted()).thenRefused('information-request/records-destroyed');
    given(aLookUp(), ...found)
      .when(destroyed('C-1', day(40)))
      .thenRaises({ type: 'RawRecordsDestroyed', late: true });
    given(aLookUp(), ...sent)
      .when(destroyed())
      .thenRefused('information-request/no-result');
  });
  test('nobody has them destroyed before their last day', () => {
    const lookUp = aLookUp();
    for (const command of found) lookUp.execute(command);
    expect(() => lookUp.needsLastDay(day(38))).toThrow('information-request/retention-not-over');
    expect(() => lookUp.needsLastDay(day(39))).not.toThrow();
    expect(() => lookUp.needsLastDay(day(40))).not.toThrow();
  });
  test.each([
    ['submitted', []],
    ['resulted', [resulted()]],
    ['resulted', [resulted(), told()]],
    ['resulted', [resulted(), destroyed()]],
    ['closed', [resulted(), told(), destroyed()]],
    ['closed', [resulted(), destroyed(), told()]],
  ])('is %s after %p', (stage, commands) => {
    const lookUp = aLookUp();
    for (const command of [...sent, ...commands]) lookUp.execute(command);
    expect(lookUp.state.stage).toBe(stage);
  });
});
