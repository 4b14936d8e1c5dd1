import { gradeContact } from '../../domain/protocol/evaluation/contact-grade.ts';
import { judgeLivingSupport } from '../../domain/protocol/evaluation/living-support.ts';
import { judgeMonitoring } from '../../domain/protocol/evaluation/monitoring.ts';
import { judgeQuarantine } from '../../domain/protocol/evaluation/quarantine.ts';
import { judgeRelease, releaseRules } from '../../domain/protocol/evaluation/release.ts';
import { judgeReporting } from '../../domain/protocol/evaluation/reporting.ts';
import type { RuleName, Rules } from '../../domain/protocol/language/protocol.schema.ts';
import { parseClaim, parseExposure, parseHistory } from '../../domain/protocol/parse-history.ts';
import { assertNever, RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';
import { askedProtocol, type AskedProtocol } from './asked-protocol.ts';

/** What a protocol can be asked. `history`, `exposure` and `claim` are JSON as they were sent. */
export type EvaluationInput = Readonly<{
  protocol: AskedProtocol;
  history: unknown;
  at: string;
}> &
  (
    | Readonly<{ question: 'release' | 'quarantine' | 'monitoring' | 'reporting' }>
    | Readonly<{ question: 'contact'; exposure: unknown }>
    | Readonly<{ question: 'livingSupport'; claim: unknown }>
  );

export type Evaluation = Readonly<{ protocol: string; question: string; at: string; answer: unknown }>;

/** Asks any protocol, stored or given, about any history. Stores nothing. */
export const evaluateProtocol =
  ({ protocols }: Pick<Uses, 'protocols'>) =>
  async (input: EvaluationInput): Promise<Evaluation> => {
    const { id, rules } = await askedProtocol(protocols, input.protocol);
    const history = parseHistory(input.history);
    const at = Instant.of(input.at);
    const answer = answerTo(input, rules, history, at.epochMilliseconds);
    return { protocol: id, question: input.question, at: at.toString(), answer };
  };

function answerTo(
  input: EvaluationInput,
  rules: Rules,
  history: ReturnType<typeof parseHistory>,
  at: number,
): unknown {
  switch (input.question) {
    case 'release':
      return judgeRelease(releaseRules(ruleOf(rules, 'caseRelease'), rules.releaseCheck), history, at);
    case 'quarantine':
      return judgeQuarantine(ruleOf(rules, 'quarantine'), history, at);
    case 'monitoring':
      return judgeMonitoring(ruleOf(rules, 'monitoring'), history, at);
    case 'reporting':
      return judgeReporting(ruleOf(rules, 'reporting'), history, at);
    case 'contact':
      return gradeContact(ruleOf(rules, 'contactDefinition'), history, parseExposure(input.exposure), at);
    case 'livingSupport':
      return judgeLivingSupport(ruleOf(rules, 'livingSupport'), parseClaim(input.claim), history, at);
    default:
      return assertNever(input);
  }
}

function ruleOf<Name extends RuleName>(rules: Rules, name: Name): NonNullable<Rules[Name]> {
  const rule = rules[name];
  if (rule === undefined) throw new RuleBroken('protocol/rule-absent', { rule: name });
  return rule;
}
