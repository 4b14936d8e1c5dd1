import type { CrashPoint } from '../../../activities/ports/crash-points.ts';
import type { AimName } from './aims.ts';
import type { ContradictionName } from './contradictions.ts';

export type Program = 'api' | 'worker';
export type Victim = Program | 'postgres' | 'temporal';

/** A partner misbehaves, as its simulator can be told to, at what is aimed at (`aims.ts`). */
export type PartnerFault = Readonly<{
  kind: 'partner';
  system: string;
  /** Whatever comes first where nothing is aimed at. */
  aim?: AimName;
  fault: string;
  milliseconds?: number;
  status?: number;
}>;
/** Kill -9 at the n-th pass of a named point of a program: of itself, or of what it depends on. */
export type CrashFault = Readonly<{
  kind: 'crash';
  program: Program;
  point: CrashPoint;
  pass: number;
  victim: Victim;
}>;
/** Kill -9 at a moment of nobody's choice, or a stop that leaves a zombie behind. */
export type KillFault = Readonly<{ kind: 'kill'; victim: Victim }>;
/** News comes to a process twice, in another order, or before the process has begun. */
export type SignalFault = Readonly<{ kind: 'signal'; how: 'twice' | 'reordered' | 'before-start' }>;
/** A partner's message comes again, from somebody else, too late, or about nobody. */
export type WebhookFault = Readonly<{
  kind: 'webhook';
  how: 'duplicated' | 'forged' | 'late' | 'unknown-order';
}>;
/** A partner takes back what it said before. */
export type ContradictionFault = Readonly<{ kind: 'contradiction'; what: ContradictionName }>;
/** The engine's store is gone; the processes are rebuilt from PostgreSQL. */
export type StoreLost = Readonly<{ kind: 'store-lost' }>;

export type Fault = Readonly<{ at: number }> &
  (PartnerFault | CrashFault | KillFault | SignalFault | WebhookFault | ContradictionFault | StoreLost);

export type FaultKind = Fault['kind'];
export const FAULT_KINDS: readonly FaultKind[] = [
  'partner',
  'crash',
  'kill',
  'signal',
  'webhook',
  'contradiction',
  'store-lost',
];

/** One line for people. */
export function describe(fault: Fault): string {
  const at = `${(fault.at / 1_000).toFixed(1)}s`;
  switch (fault.kind) {
    case 'partner':
      return `${at} ${fault.system}: ${fault.aim ?? 'anything'} ${fault.fault}${fault.status === undefined ? '' : ` ${fault.status}`}`;
    case 'crash':
      return `${at} kill -9 ${fault.victim} when ${fault.program} passes ${fault.point} (${fault.pass})`;
    case 'kill':
      return `${at} kill -9 ${fault.victim}`;
    case 'signal':
      return `${at} news ${fault.how}`;
    case 'webhook':
      return `${at} webhook ${fault.how}`;
    case 'contradiction':
      return `${at} told otherwise: ${fault.what}`;
    case 'store-lost':
      return `${at} the engine's store is lost`;
  }
}
