/** Refusals of contacts, routes and look-ups. */
export type EpidemiologicalInvestigationCode = never;
