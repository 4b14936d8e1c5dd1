import { describe, expect, test } from '@jest/globals';
import { disclosureList } from '../../../domain/epidemiological-investigation/route/disclosure.ts';
import { Stay } from '../../../domain/epidemiological-investigation/route/stay.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { given } from '../../support/given-when-then.ts';
import { recordedRoute } from '../../support/past-fixtures.ts';
import {
  aRoute,
  begun,
  corrected,
  destroyed,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../../support/route-fixtures.ts';

const at = { from: '2026-03-04T15:00:00Z', to: '2026-03-05T14:59:59.999Z' };

describe('a route that a list tells of', () => {
  test('begins no investigation; each visit lasts its day in Seoul, and little is sure of it', () => {
    const route = aRoute();
    given(route)
      .when(recordedRoute(['V1', '2026-03-05'], ['V2', '2026-03-06', 'SHOP']))
      .thenRaises(
        { type: 'RouteRecorded', district: '11500' },
        { type: 'VisitRecorded', visitId: 'V1', source: 'list', ...at, confidence: 'low' },
        { type: 'VisitRecorded', visitId: 'V2', placeId: 'SHOP' },
      );
    expect(route.state).toMatchObject({
      stage: 'recorded',
      visits: [{ visitId: 'V1', evidence: ['list'], standing: 'undecided' }, {}],
    });
  });
  test('the same visit again is quiet, also once somebody has corrected or rejected it; another is added', () => {
    const first = recordedRoute(['V1', '2026-03-05']);
    given(aRoute(), first)
      .when(recordedRoute(['V9', '2026-03-05']))
      .thenQuiet();
    given(aRoute(), first, rejected('V1'))
      .when(recordedRoute(['V9', '2026-03-05']))
      .thenQuiet();
    given(aRoute(), first, corrected('V1', stay('12:00', '13:00')))
      .when(recordedRoute(['V9', '2026-03-05']))
      .thenQuiet();
    given(aRoute(), first)
      .when(recordedRoute(['V1', '2026-03-05'], ['V2', '2026-03-06']))
      .thenRaises({ type: 'VisitRecorded', visitId: 'V2' });
    given(aRoute())
      .when(recordedRoute(['V1', '2026-03-05'], ['V2', '2026-03-05']))
      .thenRaises({}, { visitId: 'V1' });
  });
  test('two days at one place are two visits', () => {
    const route = aRoute();
    route.execute(recordedRoute(['V1', '2026-03-05'], ['V2', '2026-03-06']));
    expect(route.state.visits).toHaveLength(2);
  });
  test('of today is recorded as far as the day has passed; of tomorrow it is refused', () => {
    given(aRoute())
      .when(recordedRoute(['V1', '2026-03-21']))
      .thenRaises({}, { from: '2026-03-20T15:00:00Z', to: '2026-03-21T03:00:00Z' });
    given(aRoute())
      .when(recordedRoute(['V1', '2026-03-22']))
      .thenRefused('visit/in-the-future');
  });
});

describe('beside other sources', () => {
  test('a list adds nothing to a day of which another source tells', () =>
    given(aRoute(), begun(), seen('V1', 'card', stay('12:00')))
      .when(recordedRoute(['V2', '2026-03-05']))
      .thenQuiet());
  test('into a route under investigation its visits come like any, to be decided', () => {
    const route = aRoute();
    given(route, begun())
      .when(recordedRoute(['V1', '2026-03-05']))
      .thenRaises({ type: 'VisitRecorded' });
    expect(route.state.stage).toBe('open');
    given(route).when(finished()).thenRefused('route/visits-undecided');
  });
  test('a better source of that day gives the times, and the list does not join two stays', () => {
    const route = aRoute();
    given(route, recordedRoute(['V1', '2026-03-05']), seen('V2', 'card', stay('09:00')))
      .when(seen('V3', 'card', stay('15:00', '16:00')))
      .thenRaises({ type: 'VisitRecorded', visitId: 'V3' });
    expect(route.state.visits).toMatchObject([
      { visitId: 'V1', from: '2026-03-05T00:00:00Z', to: '2026-03-05T00:00:00Z', confidence: 'medium' },
      { visitId: 'V3', from: '2026-03-05T06:00:00Z' },
    ]);
  });
});

describe('once recorded', () => {
  const first = recordedRoute(['V1', '2026-03-05']);
  test('nobody finishes or reopens it before somebody begins it; then its visits are there to decide', () => {
    given(aRoute(), first).when(finished()).thenRefused('route/not-begun');
    given(aRoute(), first).when(reopened()).thenRefused('route/not-begun');
    const route = aRoute();
    given(route, first).when(begun()).thenRaises({ type: 'RouteBegun' });
    expect(route.state).toMatchObject({ stage: 'open', visits: [{ visitId: 'V1' }] });
    given(route).when(begun()).thenRefused('route/already-begun');
  });
  test('it is disclosed where a person has established it, and not before', () => {
    const window = Stay.of(Instant.of(at.from), Instant.of(at.to));
    const rules = { omittedWhenAllContactsFound: true, shownForDays: 14, on: LocalDate.of('2026-03-06') };
    const route = aRoute();
    route.execute(first);
    expect(disclosureList(route.state, window, rules)).toEqual([]);
    given(route).when(established('V1')).thenRaises({ type: 'VisitEstablished' });
    expect(disclosureList(route.state, window, rules)).toMatchObject([{ placeId: 'CAFE' }]);
  });
  test('its visits are destroyed when their time is over, though nobody has finished it', () =>
    given(aRoute(), first).when(destroyed()).thenRaises({ type: 'VisitsDestroyed', visits: 1 }));
});
