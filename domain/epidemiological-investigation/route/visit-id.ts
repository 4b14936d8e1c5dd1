import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** What a recorded visit is called: 1 to 64 letters, digits and hyphens, such as a UUID. */
export type VisitId = string & { readonly __kind: 'visit' };

/** @throws InvalidValue `visit/id-malformed` */
export function visitId(text: string): VisitId {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('visit/id-malformed');
  return text as VisitId;
}
