import { describe, expect, test } from '@jest/globals';
import type { ContactCommand } from '../../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  aContact,
  converted,
  exposure,
  followed,
  named,
  reverted,
  verified,
} from '../../support/contact-fixtures.ts';
import { day } from '../../support/investigation-fixtures.ts';

const by = { by: 'process:contact', at: day(20) };
const planned = (endsOn = 30): ContactCommand => ({
  type: 'PlanFollowUp',
  measure: 'home-quarantine',
  kind: 'quarantine',
  protocol: 'kr-covid-19/2020-02-04/1',
  endsAt: day(endsOn),
  ...by,
});
const told = (symptomatic: boolean, onset?: string): ContactCommand => ({
  type: 'ReportContactSymptoms',
  symptomatic,
  ...(onset === undefined ? {} : { dateOfSymptomOnset: LocalDate.of(onset) }),
  ...by,
});
const after = (...commands: readonly ContactCommand[]) => {
  const contact = aContact();
  for (const command of [named(exposure('2026-03-10')), ...commands]) contact.execute(command);
  return contact;
};

describe('what follows for a contact', () => {
  test('is planned once it is graded, never for one who is none', () => {
    expect(() => after(planned())).toThrow('contact/not-graded');
    expect(() => after(verified('none'), planned())).toThrow('contact/needs-no-follow-up');
    expect(after(verified('close'), planned()).state).toMatchObject({
      plans: 1,
      plan: { kind: 'quarantine' },
    });
  });
  test('is quiet while it stays the same, and names the end before when that moves', () => {
    const contact = after(verified('close'), planned(), planned());
    expect(contact.news.filter(({ type }) => type === 'FollowUpPlanned')).toHaveLength(1);
    contact.execute(planned(33));
    expect(contact.news.at(-1)).toMatchObject({
      type: 'FollowUpPlanned',
      endsAt: day(33).toString(),
      previousEndsAt: day(30).toString(),
    });
  });
});

describe('what the protocol leaves open', () => {
  const open = (...missing: readonly string[]): ContactCommand => ({
    type: 'LeavePlanOpen',
    protocol: 'kr-covid-19/2021-05-05/1',
    missing,
    ...by,
  });
  test('stands beside the earlier plan until it is planned anew, and is told once', () => {
    const contact = after(verified('close'), planned(), open('vaccinatedOn'), open('vaccinatedOn'));
    expect(contact.news.filter(({ type }) => type === 'FollowUpLeftOpen')).toHaveLength(1);
    expect(contact.state).toMatchObject({
      leftOpen: { missing: ['vaccinatedOn'] },
      plan: { kind: 'quarantine' },
    });
    contact.execute(planned(33));
    expect(contact.state.leftOpen).toBeUndefined();
  });
  test('is told again where other facts are missing, and never of one who is no contact', () => {
    const contact = after(verified('close'), open('vaccinatedOn'), open('vaccinatedOn', 'age'));
    expect(contact.news.filter(({ type }) => type === 'FollowUpLeftOpen')).toHaveLength(2);
    expect(() => after(open('age'))).toThrow('contact/not-graded');
  });
});

describe('how a contact is', () => {
  test('may be told as long as they are a contact, ill or not', () => {
    expect(after(verified('close'), told(true, '2026-03-12')).state.health).toEqual({
      at: day(20).toString(),
      symptomatic: true,
      dateOfSymptomOnset: '2026-03-12',
    });
    expect(() => after(told(true))).toThrow('contact/not-graded');
    expect(() => after(verified('close'), converted(), told(true))).toThrow('contact/already-converted');
    expect(() => after(verified('close'), told(true, '2026-12-31'))).toThrow('date/in-the-future');
  });
  test('is forgotten with a suspicion that came to nothing, so that it makes no second one', () => {
    const { state } = after(verified('close'), planned(), followed(), told(true), converted(), reverted());
    expect(state.health).toBeUndefined();
    expect(state.revertedAt).toBe(day(20).toString());
  });
});

describe('the vaccinations of a contact', () => {
  const doses = (...days: readonly string[]): ContactCommand => ({
    type: 'RecordContactVaccinations',
    vaccinatedOn: days.map((text) => LocalDate.of(text)),
    ...by,
  });
  test('are known before a grade too, replace what was known, and are quiet when they say the same', () => {
    const contact = after(doses('2026-02-20', '2026-01-20'), doses('2026-01-20', '2026-02-20'));
    expect(contact.state.vaccinatedOn).toEqual(['2026-01-20', '2026-02-20']);
    expect(contact.news.filter(({ type }) => type === 'ContactVaccinationsRecorded')).toHaveLength(1);
    contact.execute(doses());
    expect(contact.state.vaccinatedOn).toEqual([]);
  });
  test('never lie ahead, and are none of a case’s', () => {
    expect(() => after(doses('2026-12-31'))).toThrow('date/in-the-future');
    expect(() => after(verified('close'), converted(), doses())).toThrow('contact/already-converted');
  });
});

describe('an exposure', () => {
  test('holds codes and truths that a protocol asks for, never words', () => {
    const facts = exposure('2026-03-10', { attributes: { variant: 'delta', closeContact: true } }).facts;
    expect(facts.attributes).toEqual({ closeContact: true, variant: 'delta' });
    expect(() => exposure('2026-03-10', { attributes: { who: '홍길동' } })).toThrow(
      'exposure/attribute-malformed',
    );
  });
  test('is the same whatever order its attributes came in', () => {
    const one = exposure('2026-03-10', { attributes: { first: 1, second: 2 } });
    expect(one.equals(exposure('2026-03-10', { attributes: { second: 2, first: 1 } }))).toBe(true);
    expect(one.equals(exposure('2026-03-10', { attributes: { first: 1, second: 3 } }))).toBe(false);
  });
});
