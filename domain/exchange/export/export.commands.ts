import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { ExportScope } from './export-scope.ts';

/** What the file is for. */
export type ExportPurpose =
  'treatment' | 'follow-up' | 'investigation' | 'isolation' | 'supplies' | 'payment' | 'legal-request';
export type ExportRefusalReason = 'not-justified' | 'too-much' | 'another-way' | 'not-stated';

export type RequestExport = By &
  Readonly<{ type: 'RequestExport'; scope: ExportScope; purpose: ExportPurpose }>;
/** By somebody else than who asked. */
export type ApproveExport = By & Readonly<{ type: 'ApproveExport' }>;
export type RefuseExport = By & Readonly<{ type: 'RefuseExport'; reason: ExportRefusalReason }>;
/** Whoever asked takes the file now. */
export type TakeExport = By & Readonly<{ type: 'TakeExport' }>;

export type ExportCommand = RequestExport | ApproveExport | RefuseExport | TakeExport;
