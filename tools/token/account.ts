import { parseArgs } from 'node:util';
import { ROLE_NAMES } from '../../api/access/roles.ts';

/** The account that the arguments name. @throws Error that says what is wrong with them */
export function accountFrom(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: 'string', multiple: true, default: [] },
      district: { type: 'string' },
      staff: { type: 'string' },
    },
  });
  const { role: roles, district, staff } = values;
  if (staff !== undefined) {
    if (roles.length === 0 && district === undefined) return staff;
    throw new Error(
      '--staff만 쓰거나 --role과 --district를 쓰세요. Give --staff alone, or --role and --district.',
    );
  }
  const unknown = roles.filter((role) => !(ROLE_NAMES as readonly string[]).includes(role));
  if (unknown.length > 0) throw new Error(`없는 역할입니다. There is no such role: ${unknown.join(', ')}`);
  if (roles.length === 0) throw new Error('--role이 필요합니다. Give a --role.');
  if (district === undefined || !/^(\d{2}|\d{5})$/.test(district))
    throw new Error(
      '--district에 다섯 자리(보건소), 두 자리(시·도) 또는 00(전국)을 쓰세요. Give --district: five digits, two, or 00.',
    );
  return `${[...new Set(roles)].toSorted().join('+')}-${district}`;
}
