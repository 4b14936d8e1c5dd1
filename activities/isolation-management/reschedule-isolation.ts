import type { RescheduleReason } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { isolationCommand, type IsolationAsked } from './isolation-command.ts';

export type RescheduleIsolationInput = IsolationAsked &
  Readonly<{ endsAt: string; reason: RescheduleReason; protocol: string }>;

export const rescheduleIsolation = isolationCommand<RescheduleIsolationInput>((input, by) => ({
  type: 'RescheduleIsolation',
  endsAt: Instant.of(input.endsAt),
  reason: input.reason,
  protocol: protocolVersion(input.protocol),
  ...by,
}));
