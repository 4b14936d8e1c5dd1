import type { RegradeReason } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import {
  ContactVerdict,
  type ContactCondition,
  type ContactGrade,
} from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

export type VerifyContactInput = ContactRequest &
  Readonly<{
    grade: ContactGrade;
    protocolVersion: string;
    conditions: readonly ContactCondition[];
    reason?: RegradeReason | undefined;
  }>;

/** 접촉 확인: what the protocol's contact definition makes of the contact. */
export const verifyContact = contactCommand<VerifyContactInput>((input, by) => {
  const { grade, protocolVersion, conditions, reason } = input;
  const verdict = ContactVerdict.of({ grade, protocolVersion, conditions });
  return { type: 'VerifyContact', verdict, ...(reason === undefined ? {} : { reason }), ...by };
});
