import type { IsolationManagementCode } from '../../domain/shared-kernel/error-codes/isolation-management.ts';
import { ISOLATION } from './isolation-management/isolation.ts';
import { SUPPLIES } from './isolation-management/supplies.ts';
import type { Refusals } from './refusal.ts';

export const ISOLATION_MANAGEMENT: Refusals<IsolationManagementCode> = { ...ISOLATION, ...SUPPLIES };
