import { describe, expect, test } from '@jest/globals';
import type { RouteCommand } from '../../../domain/epidemiological-investigation/route/route.commands.ts';
import { CASE } from '../../support/investigation-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aRoute,
  begun,
  clock,
  corrected,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../../support/route-fixtures.ts';

const lunch = seen('V1', 'interview', stay('12:00', '13:00'));
const times = (from: string, to = from) => ({ from: clock(from).toString(), to: clock(to).toString() });

describe('deciding', () => {
  const two = [begun(), lunch, seen('V2', 'card', stay('18:00'))];
  test('a visit is established with all that is known of it, once, by any id that it has had', () => {
    const merged = [...two, seen('V3', 'cctv', stay('13:00', '18:00'))];
    given(aRoute(), ...merged)
      .when(established('V3'))
      .thenRaises({
        type: 'VisitEstablished',
        visitId: 'V1',
        placeId: 'CAFE',
        district: '11110',
        ...times('12:00', '18:00'),
        evidence: ['interview', 'card', 'cctv'],
        confidence: 'high',
      });
    given(aRoute(), ...merged, established('V3'))
      .when(established('V2'))
      .thenQuiet();
    given(aRoute(), begun()).when(established('V1')).thenRefused('route/visit-not-found');
  });
  test('evidence of an established visit leaves it established', () => {
    const route = aRoute();
    given(route, ...two, established('V2'))
      .when(seen('V3', 'cctv', stay('17:50', '18:10')))
      .thenRaises({ type: 'VisitEvidenceAdded', visitId: 'V2' });
    expect(route.state.visits.map(({ standing }) => standing)).toEqual(['undecided', 'established']);
  });
  test('a visit is rejected with a reason, and another reason replaces it', () => {
    given(aRoute(), ...two)
      .when(rejected('V1'))
      .thenRaises({ type: 'VisitRejected', visitId: 'V1', placeId: 'CAFE', reason: 'elsewhere' });
    given(aRoute(), ...two, rejected('V1'))
      .when(rejected('V1'))
      .thenQuiet();
    given(aRoute(), ...two, rejected('V1'))
      .when(rejected('V1', 'another-person'))
      .thenRaises({ type: 'VisitRejected', reason: 'another-person' });
    given(aRoute(), ...two)
      .when(rejected('V7'))
      .thenRefused('route/visit-not-found');
  });
  test('a decision can be turned round; established again, a visit is one with the evidence that came meanwhile', () => {
    const route = aRoute();
    given(route, begun(), seen('V5', 'interview', stay('12:00', '13:00')), rejected('V5'))
      .when(seen('V2', 'card', stay('12:30')))
      .thenRaises({ type: 'VisitRecorded' });
    given(route)
      .when(established('V5'))
      .thenRaises({ type: 'VisitEstablished', visitId: 'V5', confidence: 'high' });
    expect(route.state.visits).toMatchObject([{ visitId: 'V2', standing: 'established' }]);
    given(route).when(rejected('V5')).thenRaises({ type: 'VisitRejected', visitId: 'V2' });
    expect(route.state.visits).toMatchObject([{ visitId: 'V2', standing: 'rejected' }]);
  });
  test('times are corrected: the visit has exactly those, whatever its sources say', () => {
    const route = aRoute();
    given(route, ...two, seen('V3', 'gps', stay('12:50', '14:00')))
      .when(corrected('V3', stay('12:05', '12:55')))
      .thenRaises({
        type: 'VisitTimesCorrected',
        visitId: 'V1',
        placeId: 'CAFE',
        ...times('12:05', '12:55'),
      });
    expect(route.state.visits[0]).toMatchObject({ visitId: 'V1', ...times('12:05', '12:55') });
    given(route)
      .when(seen('V4', 'card', stay('13:30')))
      .thenRaises({ type: 'VisitRecorded' });
  });
  test.each<[string | undefined, RouteCommand]>([
    [undefined, corrected('V1', stay('12:00', '13:00'))],
    ['visit/in-the-future', { ...corrected('V1', stay('12:00', '12:30')), at: clock('12:29') }],
    ['route/visit-not-found', corrected('V7', stay('12:00', '12:30'))],
    ['route/visit-overlaps-another', corrected('V1', stay('12:00', '15:00'))],
    ['route/visit-rejected', corrected('V2', stay('12:00', '12:30'))],
  ])('a correction: %s', (code, command) => {
    const when = given(aRoute(), ...two, rejected('V2'), seen('V3', 'cctv', stay('15:00'))).when(command);
    if (code === undefined) when.thenQuiet();
    else when.thenRefused(code);
  });
});

describe('finishing', () => {
  const open = [begun(), lunch, seen('V2', 'card', stay('18:00')), established('V1')];
  const done = [...open, rejected('V2'), finished()];
  test('needs a decision on every visit', () => {
    given(aRoute(), ...open)
      .when(finished())
      .thenRefused('route/visits-undecided');
    given(aRoute(), ...open, rejected('V2'))
      .when(finished())
      .thenRaises({ type: 'RouteInvestigated', caseId: CASE, establishedVisits: 1, rejectedVisits: 1 });
    given(aRoute(), begun()).when(finished()).thenRaises({ type: 'RouteInvestigated', establishedVisits: 0 });
    given(aRoute(), ...done)
      .when(finished())
      .thenQuiet();
  });
  test.each([
    seen('V3', 'gps', stay('20:00')),
    lunch,
    established('V2'),
    rejected('V1'),
    corrected('V1', stay('12:00', '12:01')),
  ])('a finished route accepts no $type until it is open again', (command) => {
    given(aRoute(), ...done)
      .when(command)
      .thenRefused('route/already-finished');
    const reopenedRoute = aRoute();
    given(reopenedRoute, ...done)
      .when(reopened())
      .thenRaises({ type: 'RouteReopened', reason: 'new-evidence' });
    expect(() => reopenedRoute.execute(command)).not.toThrow();
  });
  test('whose time is over keeps no visit; one that is investigated keeps its own, unless its case is none', () => {
    const { by, at } = begun();
    const destroy = { type: 'DestroyVisits', isNoCase: false, by, at } as const;
    given(aRoute(), begun()).when(destroy).thenRefused('route/not-finished');
    const route = aRoute();
    given(route, ...done)
      .when(destroy)
      .thenRaises({ type: 'VisitsDestroyed' });
    expect(route.state).toMatchObject({ stage: 'finished', visits: [], visitsDestroyedAt: at.toString() });
    given(aRoute(), ...done, destroy)
      .when(destroy)
      .thenQuiet();
    given(aRoute(), begun())
      .when({ ...destroy, isNoCase: true })
      .thenQuiet();
  });
  test('only a finished route is reopened', () =>
    given(aRoute(), begun()).when(reopened()).thenRefused('route/not-finished'));
});
