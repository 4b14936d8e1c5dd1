import type { z } from 'zod';
import { mayEver, type Staff } from './access/staff.ts';
import { refuse } from './api-problems.ts';
import type { Endpoint } from './contract/endpoint.ts';
import type { Refusal, Words } from './problem.ts';

type Wrong = (pointer: string, code: string, detail: Words) => Refusal;

/** What is wrong with the filter of a list that stands at that place of a body. */
export const wrongIn =
  (place: string): Wrong =>
  (pointer, code, detail) =>
    refuse('request/invalid', [{ pointer: `${place}${pointer}`, code, detail }]);

/** The list that a filter is of, and what it takes. @throws Refusal where there is none, or whoever asks may not read it */
export function listOf(
  path: string,
  { lists, staff, wrong }: Readonly<{ lists: readonly Endpoint[]; staff: Staff; wrong: Wrong }>,
): Readonly<{ list: Endpoint; query: z.ZodType }> {
  const list = lists.find((one) => one.method === 'get' && one.path === path);
  if (list?.query === undefined)
    throw wrong('/path', 'no-such-list', {
      ko: '그런 목록이 없습니다. 목록의 주소를 확인하세요.',
      en: 'There is no such list. Check its path.',
    });
  if (list.action !== undefined && !mayEver(staff, list.action))
    throw wrong('/path', 'list-not-yours', {
      ko: '읽을 권한이 없는 목록입니다. 본인의 역할이 읽는 목록을 고르세요.',
      en: 'Your role does not read that list. Choose one that it reads.',
    });
  return { list, query: list.query };
}
