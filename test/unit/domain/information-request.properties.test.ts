import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InformationRequestCommand } from '../../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import {
  evolveInformationRequest,
  type InformationRequestState,
} from '../../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import { day } from '../../support/investigation-fixtures.ts';
import {
  aLookUp,
  approved,
  consulted,
  destroyed,
  nothingFound,
  refused,
  requested,
  resulted,
  submitted,
  told,
  visitsDrawn,
} from '../../support/look-up-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

const LATEST = '2026-04-09';
const pick = <Of>(...all: readonly Of[]) => fc.constantFrom(...all);
const commands: fc.Arbitrary<InformationRequestCommand> = fc.oneof(
  pick(requested(), requested('cardHistory')),
  pick('lead', 'investigator', 'clerk', 'director').map((by) => approved(by)),
  pick('lead', 'investigator').map((by) => refused('not-necessary', by)),
  pick('KI-77', 'KI-78').map(submitted),
  { weight: 2, arbitrary: pick('2026-04-08', LATEST, '2026-04-10').map((by) => resulted(12, by)) },
  pick(visitsDrawn(), visitsDrawn(day(20))),
  pick(nothingFound(), resulted(0), resulted(3)),
  { weight: 2, arbitrary: fc.integer({ min: 11, max: 45 }).map((count) => consulted(day(count))) },
  { weight: 2, arbitrary: fc.integer({ min: 11, max: 45 }).map((count) => told(day(count))) },
  { weight: 2, arbitrary: pick('C-1', 'C-2').map((certificate) => destroyed(certificate)) },
);
/** Most lives begin with an approval; the others show what happens without one. */
const lives = fc
  .tuple(pick([], [approved()], [approved(), submitted()]), fc.array(commands, { maxLength: 30 }))
  .map(([first, rest]) => [requested(), ...first, ...rest]);

test('whatever is asked: versions have no gap, state is the fold, the same command again changes nothing', () => {
  fc.assert(
    fc.property(lives, (all) => {
      const lookUp = aLookUp();
      for (const command of all) {
        refusal(lookUp, command);
        const { length } = lookUp.news;
        refusal(lookUp, command);
        expect(lookUp.news.length).toBe(length);
      }
      expect(lookUp.version).toBe(lookUp.news.length);
      const folded = lookUp.news.reduce<InformationRequestState | undefined>(
        evolveInformationRequest,
        undefined,
      );
      expect(lookUp.state).toEqual(folded);
    }),
    { numRuns: 400 },
  );
});

test('nothing is looked up without another person’s approval, kept beyond the law’s days or read after destruction', () => {
  fc.assert(
    fc.property(lives, (all) => {
      const lookUp = aLookUp();
      for (const command of all) refusal(lookUp, command);
      const types = lookUp.news.map(({ type }) => type);
      const first = (...names: readonly string[]) => types.findIndex((type) => names.includes(type));
      const [approval, result] = [first('RequestApproved'), first('EntryLogChecked', 'CardApprovalsChecked')];
      const [notice, destruction] = [first('PersonNotified'), first('RawRecordsDestroyed')];
      const { state } = lookUp;
      if (approval >= 0) expect(['clerk', 'investigator']).not.toContain(state.approvedBy);
      if (result >= 0) expect(approval).toBeGreaterThanOrEqual(0);
      if (result >= 0) expect(approval).toBeLessThan(result);
      if (state.destroyBy !== undefined) expect(state.destroyBy <= LATEST).toBe(true);
      if (destruction >= 0) {
        expect(types.lastIndexOf('RawRecordsConsulted')).toBeLessThan(destruction);
        expect(state.resultReference).toBeUndefined();
      }
      for (const event of lookUp.news.filter(({ type }) => type === 'RawRecordsConsulted')) {
        expect(event.at < '2026-04-09T15:00:00Z').toBe(true);
      }
      const over = notice >= 0 && (destruction >= 0 || state.recordCount === 0);
      expect(state.stage === 'closed').toBe(over);
      if (types.includes('RequestRejected')) expect(types).toHaveLength(2);
    }),
    { numRuns: 400 },
  );
});
