import { describe, expect, test } from '@jest/globals';
import type { LookUpKind } from '../../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { InformationRequest } from '../../../domain/epidemiological-investigation/information-request/information-request.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aLookUp,
  approved,
  atVenue,
  consulted,
  destroyed,
  nothingFound,
  refused,
  resulted,
  submitted,
  told,
  visitsDrawn,
} from '../../support/look-up-fixtures.ts';

const NOT_AWAITED = 'information-request/not-awaiting-approval';
const sent = [atVenue(), approved(), submitted()];
const after = (...commands: readonly Parameters<InformationRequest['execute']>[0][]) => {
  const lookUp = aLookUp();
  for (const command of commands) lookUp.execute(command);
  return lookUp.state;
};

describe('a look-up of a venue', () => {
  test('names the place and the moments, and no person', () =>
    given(aLookUp())
      .when(atVenue())
      .thenRaises({
        type: 'InformationRequested',
        kind: 'entryLog',
        venue: { placeId: 'P-REST-1', from: '2026-03-05T03:00:00Z', to: '2026-03-05T04:00:00Z' },
      }));
  test.each<LookUpKind>(['cardHistory'])('is not asked of %s', (kind) =>
    given(aLookUp()).when(atVenue(kind)).thenRefused('information-request/venue-needs-entry-log'),
  );
  test('is approved by somebody else, as every look-up is', () =>
    given(aLookUp(), atVenue())
      .when(approved('investigator'))
      .thenRefused('information-request/same-person'));
  test('that has lost its visit is rejected after its approval too, until a provider has it, and is that for good', () => {
    const lost = refused('visit-not-established', 'process:information-request');
    given(aLookUp(), atVenue(), approved())
      .when(lost)
      .thenRaises({ type: 'RequestRejected', reason: 'visit-not-established' });
    expect(after(atVenue(), approved(), lost).stage).toBe('rejected');
    given(aLookUp(), atVenue(), approved()).when(refused()).thenRefused(NOT_AWAITED);
    given(aLookUp(), ...sent)
      .when(lost)
      .thenRefused(NOT_AWAITED);
    given(aLookUp(), atVenue(), approved(), lost)
      .when(submitted())
      .thenRefused('information-request/rejected');
  });
  test('tells nobody in particular, and draws no visit of the case', () => {
    given(aLookUp(), ...sent, resulted())
      .when(told())
      .thenRefused('information-request/of-a-venue');
    given(aLookUp(), ...sent, resulted())
      .when(visitsDrawn())
      .thenRefused('information-request/of-a-venue');
    expect(after(...sent, resulted()).notifyBy).toBeUndefined();
  });
  test('is read on record, and over when its records are destroyed', () => {
    expect(after(...sent, resulted(), consulted())).toMatchObject({ stage: 'resulted', consultations: 1 });
    expect(after(...sent, resulted(), destroyed()).stage).toBe('closed');
    given(aLookUp(), ...sent, resulted(), destroyed())
      .when(consulted())
      .thenRefused('information-request/records-destroyed');
  });
  test('that finds nobody is over at once', () =>
    expect(after(...sent, nothingFound()).stage).toBe('closed'));
});
