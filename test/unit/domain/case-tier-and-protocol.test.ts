import { describe, expect, test } from '@jest/globals';
import {
  aCase,
  asked,
  atHome,
  caseAfter,
  checked,
  chosen,
  day,
  decided,
  inRetest,
  planned,
  reported,
  retested,
  returned,
  suspected,
  tiered,
  transferred,
  treated,
  withClinician,
} from '../../support/case-fixtures.ts';
import { rule } from '../../support/case-rules.ts';
import { given } from '../../support/given-when-then.ts';

describe('the tier', () => {
  test('is assigned with its version, at any stage of an open case', () => {
    for (const earlier of [[suspected()], atHome, [...atHome, transferred()]]) {
      const one = aCase();
      given(one, ...earlier)
        .when(tiered('general'))
        .thenRaises({ type: 'TierAssigned', tier: 'general', checksPerDay: 2, protocol: rule.id });
      expect(one.state.tier).toEqual({
        tier: 'general',
        checksPerDay: 2,
        protocol: rule.id,
        since: '2026-03-04T03:00:00Z',
      });
    }
  });
  test('assigned alike is quiet', () =>
    given(aCase(), ...atHome, tiered('general'))
      .when(tiered('general', day(5)))
      .thenQuiet());
  test.each([
    ['another tier', tiered('intensive', day(5))],
    ['other checks', tiered('general', day(5), 3)],
    ['another version', { ...tiered('general', day(5)), protocol: 'kr-covid-19/2020-06-25/2' } as never],
  ])('is assigned anew with %s', (_what, command) =>
    given(aCase(), ...atHome, tiered('general'))
      .when(command)
      .thenRaises({ type: 'TierAssigned', at: '2026-03-06T03:00:00Z' }),
  );
});

describe('the protocol', () => {
  const newer = 'kr-covid-19/2022-03-16/1';
  test('is chosen, and chosen again is quiet', () => {
    const one = aCase();
    given(one, ...atHome)
      .when(chosen(newer))
      .thenRaises({ type: 'ProtocolChosen', protocol: newer });
    expect(one.state.chosenProtocol).toBe(newer);
    given(one)
      .when(chosen(newer, day(5)))
      .thenQuiet();
  });
  test('may be chosen back', () =>
    given(aCase(), ...atHome, chosen(newer))
      .when(chosen(rule.id))
      .thenRaises({ type: 'ProtocolChosen', protocol: rule.id }));
});

describe('a plan, a round and a verdict end with what follows them', () => {
  test('a result or a decision to keep drops the plan', () => {
    expect(caseAfter(...inRetest, retested('positive')).state).not.toHaveProperty('check');
    expect(caseAfter(...withClinician, decided('keep', day(30))).state).not.toHaveProperty('check');
  });
  test('a test without a result is no round', () =>
    given(aCase(), ...inRetest, transferred(day(12)), returned(day(13)), treated(day(13)))
      .when(planned(day(13)))
      .thenRaises({ type: 'ReleaseCheckPlanned', round: 1 }));
  test('a report that found a case fit does not do so again after a stay in hospital', () => {
    const fit = [...atHome, asked(), reported('improving'), checked()];
    const soon = day(11).plusHours(2);
    expect(caseAfter(...fit).state).toMatchObject({ lastVerdictAt: '2026-03-12T03:00:00Z' });
    given(aCase(), ...fit, transferred(day(11)), returned(soon), treated(soon))
      .when(checked(soon))
      .thenQuiet();
  });
});
