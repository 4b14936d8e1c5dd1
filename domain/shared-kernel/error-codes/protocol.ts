/** Refusals of disease protocols. */
export type ProtocolCode = never;
