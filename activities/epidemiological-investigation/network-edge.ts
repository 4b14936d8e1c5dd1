import type { DatedEdge } from '../../domain/epidemiological-investigation/infection-network/findings.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { NetworkContact } from '../ports/contact-network.ts';

/** The districts that somebody may see into: beginnings of administrative codes. */
export type Reach = readonly string[];

/** The cases that contacts lead from and to. */
export const casesOf = (contacts: readonly NetworkContact[]): readonly string[] => [
  ...new Set(
    contacts.flatMap(({ sourceCaseId, caseId }) => [sourceCaseId, ...(caseId === null ? [] : [caseId])]),
  ),
];

/** A contact as the domain's network has it. */
export const edgeOf = (one: NetworkContact): DatedEdge => ({
  contactId: one.contactId,
  sourceCaseId: one.sourceCaseId,
  exposedPersonId: one.exposedPersonId,
  ...(one.dateOfFirstContact === null ? {} : { firstContact: LocalDate.of(one.dateOfFirstContact) }),
  ...(one.caseId === null ? {} : { caseId: one.caseId }),
  ...(one.transmission === null ? {} : { transmission: one.transmission }),
});
