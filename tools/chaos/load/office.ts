import type pg from 'pg';
import { configuration } from '../../../activities/configuration.ts';
import { connect } from '../../../activities/connect.ts';
import { requests } from '../../../activities/index.ts';
import type { Stack } from '../../launcher/stack.ts';

const BY = 'officer';
/** Staff see each thing through: with the same id it takes effect once, however often it is sent. */
const asked = (commandId: string) => ({ commandId: `chaos:${commandId}`, fingerprint: commandId, by: BY });

/** Whatever comes between, a store that is down or somebody faster: at the next look it is seen what is left to do. */
const tried = async (doing: Promise<unknown>): Promise<boolean> => {
  try {
    await doing;
    return true;
  } catch {
    return false;
  }
};

/** What the office does for which the API has no route yet: the same use cases, called in this process. */
export function office(stack: Stack, pool: pg.Pool) {
  const ask = requests(connect(configuration(stack.environment), pool));
  return {
    /** Where the person lives, so that a parcel can be sent. */
    takeAddress: (personId: string): Promise<boolean> =>
      tried(
        ask.movePerson({
          ...asked(`address:${personId}`),
          personId,
          district: '11110',
          addressLines: ['세종대로 110'],
        }),
      ),
    stateFacts: (livingSupportId: string, version: number, missing: readonly string[]): Promise<boolean> =>
      tried(
        ask.stateLivingSupportFacts({
          ...asked(`facts:${livingSupportId}:${version}`),
          livingSupportId,
          expectedVersion: version,
          facts: Object.fromEntries(missing.map((name) => [name, false])),
        }),
      ),
    approveLookUp: (informationRequestId: string): Promise<boolean> =>
      tried(
        ask.approveRequest({
          ...asked(`look-up:${informationRequestId}`),
          informationRequestId,
          role: 'public-health-director',
        }),
      ),
    setAmount: (livingSupportId: string, version: number): Promise<boolean> =>
      tried(
        ask.setLivingSupportAmount({
          ...asked(`amount:${livingSupportId}:${version}`),
          by: 'clinic', // whoever sets it may not approve it
          livingSupportId,
          expectedVersion: version,
          amountWon: 454_900,
          reason: 'notStatedInProtocol',
        }),
      ),
  };
}
export type Office = ReturnType<typeof office>;
