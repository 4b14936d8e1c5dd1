import { describe, expect, test } from '@jest/globals';
import type { RouteCommand } from '../../../domain/epidemiological-investigation/route/route.commands.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aRoute,
  begun,
  contactsFound,
  contactsNotFound,
  corrected,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../../support/route-fixtures.ts';

const done = [begun(), seen('V1', 'card', stay('12:00')), established('V1'), finished()];
const later = seen('V2', 'gps', stay('20:00'));

describe('all contacts at a place are found', () => {
  test('is declared once, of a finished route too, and taken back', () => {
    const route = aRoute();
    given(route, ...done)
      .when(contactsFound())
      .thenRaises({ type: 'AllContactsFound', placeId: 'CAFE' });
    given(route).when(contactsFound()).thenQuiet();
    expect(route.state.allContactsFoundAt).toEqual(['CAFE']);
    given(route).when(contactsNotFound()).thenRaises({ type: 'AllContactsFoundWithdrawn', placeId: 'CAFE' });
    given(route).when(contactsNotFound()).thenQuiet();
    expect(route.state.allContactsFoundAt).toEqual([]);
  });
  test.each<[string, readonly RouteCommand[]]>([
    ['the case never was', []],
    ['every visit was rejected', [rejected('V1')]],
  ])('is refused of a place where %s', (_what, before) =>
    given(aRoute(), begun(), ...(before.length === 0 ? [] : [seen('V1', 'card', stay('12:00'))]), ...before)
      .when(contactsFound())
      .thenRefused('route/place-not-visited'),
  );
  test.each([later, seen('V2', 'gps', stay('11:50', '12:30')), corrected('V1', stay('11:00', '12:00'))])(
    'holds no more after $type: who was there then is not known',
    (command) => {
      const route = aRoute();
      for (const one of [...done, contactsFound(), reopened(), command]) route.execute(one);
      expect(route.state.allContactsFoundAt).toEqual([]);
      expect(route.news.at(-1)).toMatchObject({ type: 'AllContactsFoundWithdrawn', placeId: 'CAFE' });
    },
  );
  test('holds on when another place is told of', () => {
    const route = aRoute();
    for (const one of [
      ...done,
      contactsFound(),
      reopened(),
      seen('V3', 'gps', stay('20:00'), { place: 'SHOP' }),
    ])
      route.execute(one);
    expect(route.state.allContactsFoundAt).toEqual(['CAFE']);
  });
});
