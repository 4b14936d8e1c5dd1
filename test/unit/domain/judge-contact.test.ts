import { describe, expect, test } from '@jest/globals';
import {
  countingExposures,
  judgeContact,
  type Grounds,
} from '../../../domain/epidemiological-investigation/infection-network/judge-contact.ts';
import type { ContactState } from '../../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { aContact, exposed, exposure, named } from '../../support/contact-fixtures.ts';
import { at, ill, korea, rule, aCase } from '../../support/protocols.ts';

/** The definition of 2020-04-03: within a metre, face to face, 15 minutes; or touched; from two days before onset. */
const grounds: Grounds = {
  rule: rule(korea('2020-06-25'), 'contactDefinition'),
  source: aCase(ill('2026-03-15')),
  at: at('2026-03-21 12:00'),
};
const close = { touched: true } as const;
const far = {
  touched: false,
  careWithoutProtection: false,
  distanceMetres: 5,
  faceToFace: false,
  minutes: 3,
} as const;
const stateOf = (...commands: readonly ReturnType<typeof named>[]): ContactState => {
  const contact = aContact();
  for (const command of commands) contact.execute(command);
  return contact.state;
};

describe('a contact is judged by its exposures', () => {
  test('one close exposure is enough', () => {
    const judged = judgeContact(
      stateOf(named(exposure('2026-03-16', far), exposure('2026-03-17', close))),
      grounds,
    );
    expect(judged).toMatchObject({
      grade: 'close',
      conditions: [
        { criterion: 'exposure-1', met: false },
        { criterion: 'exposure-2', met: true, fact: 'close' },
      ],
    });
  });
  test('even where nothing is known of another', () => {
    const judged = judgeContact(
      stateOf(named(exposure('2026-03-16'), exposure('2026-03-17', close))),
      grounds,
    );
    expect(judged).toMatchObject({ grade: 'close' });
  });
  test('without the facts nobody is graded: a person is asked, and told what is missing', () => {
    const judged = judgeContact(stateOf(named(exposure('2026-03-16', { touched: false }))), grounds);
    expect(judged).toMatchObject({ undecided: 'facts-missing' });
    expect('missing' in judged && judged.missing).toContain('distanceMetres');
  });
  test('two days before the onset count, three do not', () => {
    const on = (day: string) => judgeContact(stateOf(named(exposure(day, close))), grounds);
    expect(on('2026-03-13')).toMatchObject({ grade: 'close' });
    expect(on('2026-03-12')).toMatchObject({ grade: 'none', conditions: [{ fact: 'outside-window' }] });
  });
  test('only exposures that count give the days of what follows', () => {
    const state = stateOf(named(exposure('2026-03-14', close)), exposed('2026-03-12', close));
    expect(countingExposures(state, grounds).map(({ dateOfLastContact }) => dateOfLastContact)).toEqual([
      '2026-03-14',
    ]);
  });
  test('what a person called close stays close when facts of another exposure are missing', () => {
    const state: ContactState = {
      ...stateOf(named(exposure('2026-03-16'))),
      grade: 'close',
      conditions: [{ criterion: 'decided-by-person', met: true, fact: 'close' }],
    };
    expect(judgeContact(state, grounds)).toMatchObject({ grade: 'close' });
  });
});
