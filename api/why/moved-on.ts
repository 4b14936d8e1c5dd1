import { MATRIX, type Action } from '../access/matrix.ts';
import { ROLES, type Role } from '../access/roles.ts';
import type { Words } from '../problem.ts';
import { listed, sentences } from './spelt.ts';

/** Who may move a process on, and by which request. */
export type MovedOn = Readonly<{ by: readonly Role[]; endpoint: string | null }>;

/** What is waited for with who may move it on; `action`: the right that takes, null where nobody has to. */
export function movedBy(
  waits: Words,
  action: Action | null,
  path: string | undefined,
): Readonly<{ says: Words; movedOn: MovedOn | null }> {
  if (action === null) return { says: waits, movedOn: null };
  const by = Object.keys(MATRIX[action]) as Role[];
  const names = listed(by.map((role) => ROLES[role].name));
  return {
    says: sentences(waits, {
      ko: `진행할 수 있는 담당자: ${names.ko}.`,
      en: `Who may move it on: ${names.en}.`,
    }),
    movedOn: { by, endpoint: path === undefined ? null : `POST ${path}` },
  };
}
