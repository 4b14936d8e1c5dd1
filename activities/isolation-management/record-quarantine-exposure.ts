import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import { contactId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { isolationCommand, type IsolationAsked } from './isolation-command.ts';

/** `endsAt`: the end that this exposure alone would give. */
export type RecordQuarantineExposureInput = IsolationAsked &
  Readonly<{ contactId: string; dateOfLastExposure: string; endsAt?: string | undefined; protocol: string }>;

export const recordQuarantineExposure = isolationCommand<RecordQuarantineExposureInput>((input, by) => ({
  type: 'RecordExposure',
  contactId: contactId(input.contactId),
  dateOfLastExposure: LocalDate.of(input.dateOfLastExposure),
  ...(input.endsAt === undefined ? {} : { endsAt: Instant.of(input.endsAt) }),
  protocol: protocolVersion(input.protocol),
  ...by,
}));
