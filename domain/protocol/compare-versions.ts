import { RULE_NAMES, type RuleName } from './language/protocol.schema.ts';
import { pointer } from './invalid-protocol.ts';
import type { ProtocolVersion } from './protocol-version.ts';

/** One place in which two versions differ; null where one of them has nothing. */
export type Difference = Readonly<{ rule: RuleName; pointer: string; before: unknown; after: unknown }>;

/** What changed between two versions, rule by rule, without what only says where a rule comes from. */
export function differences(before: ProtocolVersion, after: ProtocolVersion): readonly Difference[] {
  return RULE_NAMES.flatMap((rule) => differ(before.rules[rule], after.rules[rule], rule, []));
}

const PROVENANCE: readonly PropertyKey[] = ['since', 'evidence'];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object';

function differ(before: unknown, after: unknown, rule: RuleName, path: readonly PropertyKey[]): Difference[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => !PROVENANCE.includes(key),
    );
    return keys.flatMap((key) => differ(before[key], after[key], rule, [...path, key]));
  }
  if (before === after) return [];
  return [{ rule, pointer: pointer(['rules', rule, ...path]), before: before ?? null, after: after ?? null }];
}
