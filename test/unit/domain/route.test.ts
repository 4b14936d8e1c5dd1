import { describe, expect, test } from '@jest/globals';
import {
  confidenceOf,
  EVIDENCE_SOURCES,
  evidenceSource,
} from '../../../domain/epidemiological-investigation/route/evidence.ts';
import type { RouteCommand } from '../../../domain/epidemiological-investigation/route/route.commands.ts';
import { visitId } from '../../../domain/epidemiological-investigation/route/visit-id.ts';
import { CASE, day } from '../../support/investigation-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import { aRoute, begun, clock, corrected, rejected, seen, stay } from '../../support/route-fixtures.ts';

const lunch = seen('V1', 'interview', stay('12:00', '13:00'));
const times = (from: string, to = from) => ({ from: clock(from).toString(), to: clock(to).toString() });

test('a route is begun once, before anything else', () => {
  given(aRoute()).when(begun()).thenRaises({ type: 'RouteBegun', caseId: CASE, district: '11110' });
  given(aRoute(), begun()).when(begun()).thenRefused('route/already-begun');
  given(aRoute()).when(lunch).thenRefused('route/not-found');
});

describe('recording', () => {
  test('a visit that nobody told of is new', () =>
    given(aRoute(), begun())
      .when(lunch)
      .thenRaises({
        type: 'VisitRecorded',
        caseId: CASE,
        visitId: 'V1',
        source: 'interview',
        placeId: 'CAFE',
        district: '11110',
        ...times('12:00', '13:00'),
        confidence: 'low',
      }));
  test('a second source adds evidence and confidence instead of a visit', () => {
    const route = aRoute();
    given(route, begun(), lunch)
      .when(seen('V2', 'card', stay('13:10', '13:20')))
      .thenRaises({ type: 'VisitRecorded', visitId: 'V2', confidence: 'medium' });
    given(route)
      .when(seen('V3', 'entryLog', stay('12:58', '13:12')))
      .thenRaises({
        type: 'VisitEvidenceAdded',
        visitId: 'V1',
        sightingId: 'V3',
        ...times('12:58', '13:12'),
        visitFrom: clock('12:00').toString(),
        visitTo: clock('13:20').toString(),
        confidence: 'high',
        mergedVisitIds: ['V2'],
      });
    expect(route.state.visits).toHaveLength(1);
    expect(route.state.visits[0]).toMatchObject({
      visitId: 'V1',
      evidence: ['interview', 'entryLog', 'card'],
    });
  });
  test('a short stay within a long one does not cut it', () => {
    const route = aRoute();
    for (const command of [
      begun(),
      lunch,
      seen('V2', 'card', stay('12:05')),
      seen('V3', 'cctv', stay('12:50')),
    ])
      route.execute(command);
    expect(route.state.visits).toHaveLength(1);
  });
  test('touching is overlapping; another place or another time is another visit', () => {
    given(aRoute(), begun(), lunch)
      .when(seen('V2', 'card', stay('13:00')))
      .thenRaises({ type: 'VisitEvidenceAdded', visitId: 'V1' });
    given(aRoute(), begun(), lunch)
      .when(seen('V2', 'card', stay('13:01')))
      .thenRaises({ type: 'VisitRecorded' });
    given(aRoute(), begun(), lunch)
      .when(seen('V2', 'card', stay('12:30'), { place: 'SHOP' }))
      .thenRaises({ type: 'VisitRecorded' });
  });
  test('what a source told before is quiet, even after a correction or a rejection', () => {
    const again = seen('V9', 'interview', stay('12:00', '13:00'));
    given(aRoute(), begun(), lunch).when(lunch).thenQuiet();
    given(aRoute(), begun(), lunch).when(again).thenQuiet();
    given(aRoute(), begun(), lunch, corrected('V1', stay('12:00', '12:10')))
      .when(again)
      .thenQuiet();
    given(aRoute(), begun(), lunch, rejected('V1')).when(again).thenQuiet();
  });
  test('new evidence of a rejected visit is a visit to decide on', () => {
    const route = aRoute();
    given(route, begun(), lunch, rejected('V1'))
      .when(seen('V2', 'card', stay('12:30')))
      .thenRaises({ type: 'VisitRecorded', visitId: 'V2' });
    expect(route.state.visits.map(({ standing }) => standing)).toEqual(['rejected', 'undecided']);
  });
  test.each<[string, RouteCommand]>([
    ['visit/in-the-future', { ...lunch, at: clock('12:59') }],
    ['route/place-in-another-district', seen('V2', 'card', stay('18:00'), { district: '26110' })],
    ['route/visit-id-reused', seen('V1', 'card', stay('18:00'))],
    ['route/too-many-visits', seen('V2', 'card', stay('18:00'), { maximumVisits: 1 })],
  ])('%s', (code, command) => given(aRoute(), begun(), lunch).when(command).thenRefused(code));
});

describe('evidence', () => {
  test.each([
    [['interview'], 'low'],
    [['gps'], 'low'],
    [['card'], 'medium'],
    [['interview', 'gps'], 'medium'],
    [['interview', 'card'], 'high'],
    [['card', 'cctv'], 'high'],
    [['card', 'card'], 'medium'],
  ] as const)('%p makes %s', (sources, confidence) => expect(confidenceOf(sources)).toBe(confidence));
  test('another source raises the confidence', () => {
    const rank = ['low', 'medium', 'high'];
    const sources = EVIDENCE_SOURCES.filter((source) => source !== 'list');
    for (const one of sources) {
      for (const other of sources.filter((source) => source !== one)) {
        expect(rank.indexOf(confidenceOf([one, other]))).toBeGreaterThan(rank.indexOf(confidenceOf([one])));
      }
    }
  });
  test('a list bears out no other source, which it may have copied', () => {
    expect(confidenceOf(['list'])).toBe('low');
    for (const one of EVIDENCE_SOURCES) expect(confidenceOf([one, 'list'])).toBe(confidenceOf([one]));
  });
  test('values are checked', () => {
    expect(() => evidenceSource('list')).toThrow('visit/source-unknown');
    expect(() => evidenceSource('rumour')).toThrow('visit/source-unknown');
    expect(() => visitId('방문 1')).toThrow('visit/id-malformed');
    expect(() => stay('13:00', '12:59')).toThrow('period/ends-before-start');
    expect(stay('12:00').equals(stay('12:00', '12:00'))).toBe(true);
    expect(stay('12:00', '13:00').within(stay('13:01', '14:00'))).toBeUndefined();
    expect(day(4).equals(clock('12:00'))).toBe(true);
  });
});
