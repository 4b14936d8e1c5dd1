import type { ProtocolCode } from '../../domain/shared-kernel/error-codes/protocol.ts';
import type { Refusals } from './refusal.ts';

export const PROTOCOL: Refusals<ProtocolCode> = {};
