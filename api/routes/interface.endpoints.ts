import { z } from 'zod';
import { MATRIX, type Reach } from '../access/matrix.ts';
import { ROLES } from '../access/roles.ts';
import { refuse } from '../api-problems.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { open, wordsShown } from '../contract/shapes.ts';
import { KNOWN_PROBLEMS } from '../contract/problems-of.ts';

const problemShown = z.object({
  code: z.string(),
  status: z.int(),
  title: wordsShown,
});
const roleShown = z.object({
  role: z.string(),
  team: z.string().nullable(),
  name: wordsShown,
  rights: z.record(
    z.string(),
    z.enum(['here', 'everywhere', 'nationwide'] as const satisfies readonly Reach[]),
  ),
});
const rolesShown = Object.entries(ROLES).map(([role, terms]) => ({
  role,
  team: 'team' in terms ? terms.team : null,
  name: terms.name,
  rights: Object.fromEntries(
    Object.entries(MATRIX).flatMap(([action, rights]: [string, Partial<Record<string, Reach>>]) =>
      rights[role] === undefined ? [] : [[action, rights[role]]],
    ),
  ),
}));
const whichProblem = z.strictObject({ subject: z.string().max(60), what: z.string().max(80) });

/** What this interface says about itself: open to everybody who reaches the server. */
export const INTERFACE: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/healthz',
      tag: 'interface',
      load: 'intake', // a server that is busy lives
      does: { ko: '서버가 살아 있는지 봅니다.', en: 'Whether the server lives.' },
      answer: { status: 200, schema: open({ status: z.string() }) },
    },
    async () => ({ body: { status: 'ok' } }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/readyz',
      tag: 'interface',
      load: 'intake',
      does: {
        ko: '요청을 받을 준비가 되었는지 봅니다.',
        en: 'Whether the server can take requests.',
      },
      answer: { status: 200, schema: open({ status: z.string() }) },
    },
    async ({ isReady }) => {
      if (!(await isReady())) throw refuse('service/unavailable');
      return { body: { status: 'ok' } };
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/roles',
      tag: 'interface',
      does: {
        ko: '어느 역할이 무엇을 어디까지 할 수 있는지 봅니다. here는 자기 관할, everywhere는 전국, nationwide는 어느 관할에도 속하지 않는 중앙의 일입니다.',
        en: 'Which role may do what: here is where they are responsible, everywhere the whole country, nationwide what is the country’s own and no district’s.',
      },
      answer: { status: 200, schema: z.object({ items: z.array(roleShown) }) },
    },
    async () => ({ body: { items: rolesShown } }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/problems',
      tag: 'interface',
      does: { ko: '거절 코드와 뜻을 모두 봅니다.', en: 'Every refusal, and what it means.' },
      answer: { status: 200, schema: z.object({ items: z.array(problemShown) }) },
    },
    async () => ({
      body: {
        items: Object.entries(KNOWN_PROBLEMS).map(([code, { status, title }]) => ({ code, status, title })),
      },
    }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/problems/:subject/:what',
      tag: 'interface',
      does: {
        ko: '한 거절 코드의 뜻과 다음에 할 일을 봅니다.',
        en: 'What a refusal means and what to do next.',
      },
      params: whichProblem,
      answer: { status: 200, schema: problemShown },
      problems: ['address/not-found'],
    },
    async (_uses, { params: { subject, what } }) => {
      const code = `${subject}/${what}`;
      const found = Object.hasOwn(KNOWN_PROBLEMS, code) ? KNOWN_PROBLEMS[code] : undefined;
      if (found === undefined) throw refuse('address/not-found');
      return { body: { code, status: found.status, title: found.title } };
    },
  ),
];
