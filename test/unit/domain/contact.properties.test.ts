import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ContactCommand } from '../../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import {
  evolveContact,
  type ContactState,
} from '../../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import {
  aContact,
  ANOTHER_CASE,
  converted,
  dropped,
  exposed,
  exposure,
  followed,
  infected,
  named,
  reverted,
  THEIR_CASE,
  unfollowed,
  uninfected,
  verified,
} from '../../support/contact-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

const GRADES = ['close', 'casual', 'none'] as const;
const COMMANDS: readonly ((count: number) => ContactCommand)[] = [
  (count) => (count % 4 === 0 ? named() : named(exposure('2026-03-05'))),
  (count) => exposed(`2026-03-${String(1 + (count % 28)).padStart(2, '0')}`),
  (count) => verified(GRADES[count % 3] ?? 'close', count % 2 === 0 ? 'facts-corrected' : undefined),
  (count) => verified('close', 'new-exposure', `v${count % 2}`),
  () => followed(),
  () => followed(),
  (count) => unfollowed(count % 2 === 0 ? 'period-over' : 'no-answer'),
  (count) => converted(count % 3 === 0 ? ANOTHER_CASE : THEIR_CASE),
  () => reverted(),
  (count) => infected(count % 2 === 0 ? 'possible' : 'confirmed'),
  () => uninfected(),
  (count) => (count % 7 === 0 ? dropped() : followed()),
];
const lives = fc.array(fc.nat(COMMANDS.length - 1), { minLength: 1, maxLength: 50 });

const commandsOf = (choices: readonly number[]): readonly ContactCommand[] => [
  named(exposure('2026-03-05')),
  ...choices.map((choice, count) => (COMMANDS[choice] as (count: number) => ContactCommand)(count)),
];

test('whatever is asked: versions have no gap, state is the fold, the same command again changes nothing', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const contact = aContact();
      for (const command of commandsOf(choices)) {
        refusal(contact, command);
        const { length } = contact.news;
        refusal(contact, command);
        expect(contact.news.length).toBe(length);
      }
      expect(contact.version).toBe(contact.news.length);
      const folded = contact.news.reduce<ContactState | undefined>(evolveContact, undefined);
      expect(contact.state).toEqual(folded);
    }),
    { numRuns: 300 },
  );
});

test('the link never changes, and no state contradicts itself', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const contact = aContact();
      for (const command of commandsOf(choices)) {
        const before = contact.version === 0 ? undefined : contact.state;
        refusal(contact, command);
        const { state } = contact;
        expect(state.sourceCaseId).toBe(before?.sourceCaseId ?? state.sourceCaseId);
        expect(state.exposedPersonId).toBe(before?.exposedPersonId ?? state.exposedPersonId);
        if (before?.stage === 'dropped') expect(state).toBe(before);
        if (state.followUp === 'under') {
          expect(['close', 'casual']).toContain(state.grade);
          expect(state.stage).toBe('follow-up');
        }
        if (state.transmission !== undefined) expect(state.stage).toBe('converted');
        expect(state.caseId).not.toBe(state.sourceCaseId);
        const days = state.exposures.map(({ dateOfLastContact }) => dateOfLastContact);
        expect(state.dateOfLastContact).toBe([...days].sort().at(-1));
        expect(new Set(days).size).toBe(days.length);
      }
    }),
    { numRuns: 300 },
  );
});
