import { describe, expect, test } from '@jest/globals';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { PERSON } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aPerson,
  byLikeness,
  erased,
  EVERY,
  guardedBy,
  joined,
  mergedInto,
  movedTo,
  reachedBy,
  registered,
  SURVIVOR,
  unmerged,
} from '../../support/person-fixtures.ts';

describe('merging', () => {
  test('points to the survivor and says why', () => {
    given(aPerson(), registered())
      .when(mergedInto())
      .thenRaises({ type: 'PersonMerged', into: SURVIVOR, reason: 'officer' });
    given(aPerson(), registered())
      .when(mergedInto(SURVIVOR, byLikeness(0.9346)))
      .thenRaises({ type: 'PersonMerged', into: SURVIVOR, reason: 'likeness', score: 0.935 });
    given(aPerson(), registered()).when(mergedInto(PERSON)).thenRefused('person/merge-into-itself');
  });
  test('closes the record to everything but its undoing and its erasure', () => {
    for (const command of [registered(), ...EVERY]) {
      const when = given(aPerson(), registered(), joined(), mergedInto()).when(command);
      if (command.type === 'UndoMerge') when.thenRaises({ type: 'MergeUndone', from: SURVIVOR });
      else if (command.type === 'ErasePerson') when.thenRaises({ type: 'PersonErased' });
      else when.thenRefused('person/merged');
    }
  });
  test('undone leaves the record as it was', () => {
    const before = aPerson();
    given(before, registered(), joined());
    const person = aPerson();
    given(person, registered(), joined(), mergedInto(), unmerged);
    expect(person.state).toEqual(before.state);
    expect(person.personal).toEqual(before.personal);
    given(person).when(unmerged).thenRefused('person/not-merged');
  });
});

describe('erasure', () => {
  const gone = () => {
    const person = aPerson();
    given(person, registered(), movedTo(), reachedBy(), joined(), guardedBy(), erased());
    return person;
  };
  test('says under which law, and the personal values are gone', () => {
    given(aPerson(), registered()).when(erased()).thenRaises({ type: 'PersonErased', legalBasis: 'pipa-21' });
    expect(() => gone().personal).toThrow('person/erased');
    expect(gone().personalOrNothing).toBeUndefined();
    expect(gone().state).toEqual({
      stage: 'erased',
      registeredAt: '2026-03-04T03:00:00Z',
      erasedAt: '2026-03-04T03:00:00Z',
      district: '26110',
      language: 'ko',
    });
  });
  test('is the end: every command is refused', () => {
    for (const command of [registered(), ...EVERY]) given(gone()).when(command).thenRefused('person/erased');
  });
  test('of a merged record keeps its link', () => {
    const person = aPerson();
    given(person, registered(), mergedInto(), erased());
    expect(person.state).toMatchObject({ stage: 'erased', mergedInto: SURVIVOR });
  });
  test('holds even where a row still carries values', () => {
    const { state, version } = gone();
    const old = aPerson();
    given(old, registered());
    const loaded = Person.from(PERSON, { state, version }, old.personal);
    expect(() => loaded.personal).toThrow('person/erased');
  });
});
