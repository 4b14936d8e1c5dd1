import type { Certainty } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';

/** A contact as an edge of the infection network, dropped ones left out. `exposedPersonId`: the record that stands for them. */
export type NetworkContact = Readonly<{
  contactId: string;
  sourceCaseId: string;
  exposedPersonId: string;
  /** Of the exposed person. */
  district: string;
  stage: string;
  grade: string | null;
  dateOfLastContact: string | null;
  /** The earliest day of all exposures. */
  dateOfFirstContact: string | null;
  caseId: string | null;
  transmission: Certainty | null;
}>;
/** `whole`: nothing was left out because there was too much. */
export type NetworkPart = Readonly<{ contacts: readonly NetworkContact[]; whole: boolean }>;
export type NetworkCase = Readonly<{ caseId: string; state: CaseState }>;

/** The infection network across aggregates: who was exposed to whom, and who infected whom. */
export interface ContactNetwork {
  /** Contacts of a case, of the cases that these people became, and so on, over so many degrees. */
  contactsFrom(caseId: string, degrees: number): Promise<NetworkPart>;
  /** Established transmissions to a case, to those that infected it and to those it infected, over any number of steps. */
  transmissionsAround(caseId: string): Promise<NetworkPart>;
  /** Established transmissions to or from a case of these districts (beginnings of codes), and all that follow from them. */
  transmissionsThrough(reach: readonly string[]): Promise<NetworkPart>;
  networkCases(caseIds: readonly string[]): Promise<readonly NetworkCase[]>;
}
