import type { ApproverRole } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { refuse } from '../api-problems.ts';
import { mayIn, type Staff } from './staff.ts';

/** The offices that approve look-ups: roles that a token carries. */
export const OFFICES = [
  'investigation-lead',
  'public-health-director',
  'kdca-approver',
] as const satisfies readonly ApproverRole[];

type Who = Readonly<{ staff: Staff; place: Readonly<{ district: string }> | undefined }>;

/**
 * In which office somebody approves there: the one that they name, if it is theirs; or the only one that they hold. Nothing
 * where they name none and hold none, or several.
 * @throws Refusal `access/not-your-office`
 */
export function officeOf(who: Who, named: ApproverRole | undefined): ApproverRole | undefined {
  const held = officesOf(who);
  if (named === undefined) return held.length === 1 ? held[0] : undefined;
  if (!held.includes(named)) throw refuse('access/not-your-office');
  return named;
}

/** The same where there has to be one. @throws Refusal `access/not-your-office`, `request/invalid` at `/role` */
export function officeNeeded(who: Who, named: ApproverRole | undefined): ApproverRole {
  const office = officeOf(who, named);
  if (office !== undefined) return office;
  const held = officesOf(who).join(', ');
  throw refuse('request/invalid', [
    {
      pointer: '/role',
      code: 'office-needed',
      detail: {
        ko: `승인하는 직책을 적으세요. 다음 중 하나입니다: ${held}`,
        en: `name the office in which you approve: ${held}`,
      },
    },
  ]);
}

/** Held by a role of the token, and with the right to approve in that district: some offices approve in their own only. */
const officesOf = ({ staff, place }: Who): readonly ApproverRole[] =>
  place === undefined
    ? []
    : OFFICES.filter(
        (office) =>
          staff.roles.includes(office) &&
          mayIn({ ...staff, roles: [office] }, 'look-up:approve', place.district),
      );
