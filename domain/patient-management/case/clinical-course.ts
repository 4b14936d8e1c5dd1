import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { DeclaredFacts, RiskFactor } from './case.commands.ts';

/** 중증도. Critical includes high-flow oxygen, ventilator, ECMO and CRRT. */
export type Severity = 'asymptomatic' | 'mild' | 'moderate' | 'severe' | 'critical';
export type Treatment = 'highFlowOxygen' | 'ventilator' | 'ecmo' | 'crrt' | 'other';

/** @throws InvalidValue `risk-factor/malformed` unless it is a code of letters */
export function riskFactor(code: string): RiskFactor {
  if (!/^[a-z][A-Za-z0-9-]{0,40}$/.test(code)) throw new InvalidValue('risk-factor/malformed');
  return code as RiskFactor;
}

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9.:/_-]{0,63}$/;
const MOST = 20;

/** Names and codes, never words: nothing personal fits in. @throws InvalidValue `case/fact-malformed` */
export function declaredFacts(facts: DeclaredFacts): DeclaredFacts {
  const entries = Object.entries(facts);
  const areCodes = entries.every(
    ([name, value]) => NAME.test(name) && (typeof value !== 'string' || CODE.test(value)),
  );
  if (entries.length > MOST || !areCodes) throw new InvalidValue('case/fact-malformed');
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
