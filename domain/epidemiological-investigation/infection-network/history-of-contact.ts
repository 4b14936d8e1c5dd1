import type { History } from '../../protocol/evaluation/history.schema.ts';
import type { ContactState } from './contact.state.ts';
import type { ExposureFacts } from './exposure.ts';

/** What is known beside the contact itself. Days `YYYY-MM-DD`, moments RFC 3339. */
export type Circumstances = Readonly<{
  age?: number | undefined;
  /** When the source case was released. */
  sourceReleasedAt?: string | undefined;
  /** The first day of the quarantine, or of the follow-up. */
  startedOn?: string | undefined;
  tests: NonNullable<History['tests']>;
}>;

/** What a protocol is asked with about a contact, without any personal value. `exposures`: those that count. */
export function historyOfContact(
  { grade, health, vaccinatedOn }: ContactState,
  exposures: readonly ExposureFacts[],
  { age, sourceReleasedAt, startedOn, tests }: Circumstances,
): History {
  const onset = health?.dateOfSymptomOnset;
  return {
    of: 'contact',
    ...(age === undefined ? {} : { age }),
    tests,
    ...(vaccinatedOn === undefined ? {} : { vaccinations: vaccinatedOn.map((on) => ({ on })) }),
    exposures: exposures.map(({ dateOfFirstContact, dateOfLastContact, setting }) => ({
      lastContact: dateOfLastContact,
      ...(dateOfFirstContact === undefined ? {} : { firstContact: dateOfFirstContact }),
      setting,
      ...(grade === undefined ? {} : { grade }),
      ...(sourceReleasedAt === undefined ? {} : { sourceCaseReleasedAt: sourceReleasedAt }),
    })),
    ...(startedOn === undefined ? {} : { isolationStartedOn: startedOn }),
    ...(health === undefined ? {} : { symptomatic: health.symptomatic }),
    ...(onset === undefined ? {} : { dateOfSymptomOnset: onset }),
    attributes: Object.assign({}, ...exposures.map(({ attributes }) => attributes ?? {})) as NonNullable<
      History['attributes']
    >,
  };
}
