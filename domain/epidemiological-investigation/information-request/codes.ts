import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { ErrorCode } from '../../shared-kernel/error-code.ts';

type Code<Kind extends string> = string & { readonly __kind: Kind };

const codeOf =
  <Kind extends string>(pattern: RegExp, otherwise: ErrorCode) =>
  (text: string): Code<Kind> => {
    if (!pattern.test(text)) throw new InvalidValue(otherwise);
    return text as Code<Kind>;
  };

/** 법적 근거: an act and its article as a code, for example `idcpa-76-2` (감염병예방법 제76조의2). */
export type LegalBasis = Code<'legal-basis'>;
export const legalBasis = codeOf<'legal-basis'>(
  /^[a-z]{2,16}(-\d{1,4}){1,4}$/,
  'information-request/legal-basis-malformed',
);

/** What a provider or an archive calls a submission, a result or a certificate. */
export type Reference = Code<'reference'>;
export const reference = codeOf<'reference'>(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'information-request/reference-malformed',
);

/** The account of a member of staff, or of a process; never a name. */
export type Requester = Code<'requester'>;
export const requester = codeOf<'requester'>(
  /^[A-Za-z0-9][A-Za-z0-9.:@_-]{0,63}$/,
  'information-request/requester-malformed',
);

const APPROVER_ROLES = ['investigation-lead', 'public-health-director', 'kdca-approver'] as const;
/** In which office somebody approves. */
export type ApproverRole = (typeof APPROVER_ROLES)[number];

/** @throws InvalidValue `information-request/role-unknown` */
export function approverRole(text: string): ApproverRole {
  const known = APPROVER_ROLES.find((role) => role === text);
  if (known === undefined) throw new InvalidValue('information-request/role-unknown');
  return known;
}
