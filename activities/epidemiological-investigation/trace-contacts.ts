import {
  contactsWithin,
  groupBy,
} from '../../domain/epidemiological-investigation/infection-network/network.ts';
import { isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { NetworkContact } from '../ports/contact-network.ts';
import type { Uses } from '../uses.ts';
import { edgeOf, type Reach } from './network-edge.ts';

/** As whose contact somebody is known. Outside the asker's districts only that, and where the person belongs. */
type Naming = Readonly<{
  contactId: string;
  sourceCaseId: string;
  district: string;
  stage: string | null;
  grade: string | null;
  dateOfLastContact: string | null;
  caseId: string | null;
}>;
export type TracedContacts = Readonly<{
  caseId: string;
  degrees: number;
  whole: boolean;
  items: readonly Readonly<{ personId: string; degree: number; namings: readonly Naming[] }>[];
}>;
type Asked = Readonly<{ caseId: string; degrees: number; reach: Reach }>;

/** 접촉자의 접촉자: everybody within so many degrees of a case, nearest first. */
export const traceContacts =
  ({ cases, lookups }: Pick<Uses, 'cases' | 'lookups'>) =>
  async ({ caseId, degrees, reach }: Asked): Promise<TracedContacts> => {
    const { personId } = (await cases.load(caseId)).aggregate.state;
    const { contacts, whole } = await lookups.contactsFrom(caseId, degrees);
    const namings = groupBy(contacts, ({ exposedPersonId }) => exposedPersonId);
    const items = contactsWithin(contacts.map(edgeOf), { caseId, personId }, degrees).map(
      ({ exposedPersonId, degree }) => ({
        personId: exposedPersonId,
        degree,
        namings: (namings.get(exposedPersonId) ?? []).map((one) => namingOf(one, reach)),
      }),
    );
    return { caseId, degrees, whole, items };
  };

function namingOf(one: NetworkContact, reach: Reach): Naming {
  const { contactId, sourceCaseId, district, stage, grade, dateOfLastContact, caseId } = one;
  const known = { stage, grade, dateOfLastContact, caseId };
  const told = isWithin(reach, district)
    ? known
    : { stage: null, grade: null, dateOfLastContact: null, caseId: null };
  return { contactId, sourceCaseId, district, ...told };
}
