import type { Place } from '../../activities/ports/lookups.ts';
import type { Subject } from './endpoint.ts';

/**
 * How an id that a request names beside `:id` is held. A kind: it has to lie within the reach of whoever asks; else the answer
 * is the one about what is not there. All others say why it need not.
 */
export type Held =
  | Subject
  /** Nobody’s own: whoever lives in it has to be in reach, unless nobody does yet. */
  | 'household'
  /** Part of what `:id` names, and looked for nowhere else. */
  | 'part'
  /** Narrows a list that shows what is in reach alone. */
  | 'filter'
  /** One of many: each is held by itself when its turn comes, wherever it is then. */
  | 'in-turn'
  /** Kept by an account for itself or its team, or by an office: looked for among these alone. */
  | 'kept'
  /**
   * Somebody may have met people of every district, and tracing names them: the answer tells nothing of the person, and what
   * comes of it belongs to the office that is theirs.
   */
  | 'anybody';

/** What a value that stands at `names` (`person.personId`, `rows[].caseId`) says: none, one or several. */
export function valuesAt(value: unknown, names: string): readonly string[] {
  const [first = '', ...rest] = names.split('.');
  const part = (value as Readonly<Record<string, unknown>> | undefined)?.[first.replace('[]', '')];
  const parts: readonly unknown[] = first.endsWith('[]') && Array.isArray(part) ? part : [part];
  if (rest.length > 0) return parts.flatMap((one) => valuesAt(one, rest.join('.')));
  return parts.filter((one) => typeof one === 'string');
}

/** Who is responsible for it; what lies between two districts is within the reach of both. */
export const districtsOf = ({ district, between, also = [] }: Place): readonly string[] =>
  between === undefined ? [district, ...also] : [between.from, between.to];
