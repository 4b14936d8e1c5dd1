import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { RiskFactor } from './case.commands.ts';

/** 중증도. Critical includes high-flow oxygen, ventilator, ECMO and CRRT. */
export type Severity = 'asymptomatic' | 'mild' | 'moderate' | 'severe' | 'critical';
export type Treatment = 'highFlowOxygen' | 'ventilator' | 'ecmo' | 'crrt' | 'other';

/** @throws InvalidValue `risk-factor/malformed` unless it is a code of letters */
export function riskFactor(code: string): RiskFactor {
  if (!/^[a-z][A-Za-z0-9-]{0,40}$/.test(code)) throw new InvalidValue('risk-factor/malformed');
  return code as RiskFactor;
}
