import type { z } from '../shared-kernel/schema.ts';
import { pointer, type Fault } from './invalid-protocol.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found, place by place. */
export function faultsOf(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...path, key]),
      code: 'unknown-field',
      detail: 'the language has no such field here',
    }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({
      pointer: pointer(path),
      code: 'invalid-name',
      detail: message,
    }));
  }
  if (issue.code === 'invalid_union') {
    const [closest] = [...issue.errors].sort((one, other) => one.length - other.length);
    return closest === undefined || closest.length === 0
      ? [{ pointer: pointer(path), code: 'invalid-value', detail: issue.message }]
      : closest.flatMap((inner) => faultsOf(inner, path));
  }
  const ours = issue.code === 'custom' || issue.message.startsWith('negative length:');
  const code = ours ? codeOf(issue.message) : issue.code.replaceAll('_', '-');
  return [{ pointer: pointer(path), code, detail: issue.message }];
}

/** Our own messages begin with what is wrong: `negative length: …`, `unknown fact: …`. */
const codeOf = (message: string): string => {
  const [what = '', rest] = message.split(':');
  return rest === undefined ? 'not-allowed' : what.trim().replaceAll(' ', '-');
};
