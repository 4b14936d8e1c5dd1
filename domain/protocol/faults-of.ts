import type { z } from '../shared-kernel/schema.ts';
import { pointer, type Fault } from './invalid-protocol.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found, place by place. */
export function faultsOf(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointer([...path, key]),
        code: 'unknown-field',
        detail: 'the language has no such field here',
      }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({
        pointer: pointer(path),
        code: 'invalid-name',
        detail: message,
      }));
    case 'invalid_union': {
      const [closest] = [...issue.errors].sort((one, other) => one.length - other.length);
      return closest === undefined || closest.length === 0
        ? [{ pointer: pointer(path), code: 'invalid-value', detail: issue.message }]
        : closest.flatMap((inner) => faultsOf(inner, path));
    }
    case 'custom':
      return [{ pointer: pointer(path), code: codeOf(issue.message), detail: issue.message }];
    default:
      return [{ pointer: pointer(path), code: issue.code.replaceAll('_', '-'), detail: issue.message }];
  }
}

/** Our own messages begin with what is wrong: `negative length: …`, `unknown fact: …`. */
const codeOf = (message: string): string => {
  const [what = '', rest] = message.split(':');
  return rest === undefined ? 'not-allowed' : what.trim().replaceAll(' ', '-');
};
