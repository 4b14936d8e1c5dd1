import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { ExportPurpose, ExportRefusalReason } from './export.commands.ts';
import type { ScopeFacts } from './export-scope.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;
export type ExportRequested = Fact<
  'ExportRequested',
  ScopeFacts & { purpose: ExportPurpose; decideBy: string }
>;
export type ExportApproved = Fact<'ExportApproved', { takeBy: string }>;
export type ExportRefused = Fact<'ExportRefused', { reason: ExportRefusalReason }>;
/** `time`: the first, the second, … */
export type ExportTaken = Fact<'ExportTaken', { time: number }>;
export type ExportEvent = ExportRequested | ExportApproved | ExportRefused | ExportTaken;
