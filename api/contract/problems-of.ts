import { API_PROBLEMS, type ApiProblemCode } from '../api-problems.ts';
import type { Words } from '../problem.ts';
import { REFUSALS } from '../refusals.ts';
import type { Endpoint } from './endpoint.ts';

type Told = Readonly<{ status: number; title: Words }>;
/** Every code that an answer may carry. */
export const KNOWN_PROBLEMS: Readonly<Record<string, Told>> = { ...REFUSALS, ...API_PROBLEMS };
const familyOf = (code: string): string => code.slice(0, code.indexOf('/'));

/** Families of what an endpoint names itself; all others are about values that any body may hold. */
const AGGREGATES = new Set([
  'aggregate',
  'bulk-run',
  'case',
  'clinic',
  'contact',
  'export',
  'hand-over',
  'import',
  'import-map',
  'information-request',
  'isolation',
  'living-support',
  'person',
  'protocol',
  'route',
  'staff-account',
  'saved-filter',
  'supplies',
  'survey',
  'task',
  'test',
  'webhook-subscription',
]);
const OF_VALUES = new Set(Object.keys(REFUSALS).filter((code) => !AGGREGATES.has(familyOf(code))));
const VALUES: Words = {
  ko: '- 값이 규칙에 맞지 않음: errors가 위치와 코드를 알려 줍니다(목록은 /problems).',
  en: '- A value breaks a rule of its own: errors names the place and the code (all of them: /problems).',
};

const OF_EVERY_ENDPOINT: readonly ApiProblemCode[] = [
  'request/invalid',
  'request/malformed-http',
  'request/headers-too-large',
  'request/too-slow',
  'server/busy',
  'service/unavailable',
  'internal/unexpected',
];
const OF_A_BODY: readonly ApiProblemCode[] = [
  'request/malformed-json',
  'request/too-large',
  'request/not-json',
  'clock/ahead',
];
const OF_A_KEY: readonly ApiProblemCode[] = [
  'idempotency-key/missing',
  'idempotency-key/reused',
  'protocol/none-in-force',
];

const OF_WORK_GIVEN: readonly ApiProblemCode[] = ['assignee/may-not-do-it', 'assignee/access-revoked'];

/** The codes that an endpoint may refuse with, by what it needs and touches. */
export function problemCodesOf(one: Endpoint): readonly string[] {
  const absent = [one.about, ...Object.values(one.names ?? {})]
    .map((kind) => `${kind ?? ''}/not-found`)
    .filter((code) => Object.hasOwn(KNOWN_PROBLEMS, code));
  const named = (one.problems ?? []).flatMap((problem) =>
    problem.includes('/')
      ? [problem]
      : Object.keys(KNOWN_PROBLEMS).filter((code) => familyOf(code) === problem),
  );
  return [
    ...new Set<string>([
      ...OF_EVERY_ENDPOINT,
      ...(one.action === undefined
        ? []
        : [
            'token/missing-or-unknown',
            'access/revoked',
            'client/too-many-at-once',
            'identity-provider/unavailable',
            'access/not-allowed',
            'access/reason-unknown',
          ]),
      ...(one.districtOf === undefined && one.side === undefined ? [] : ['access/not-in-this-district']),
      ...(one.givenTo === undefined ? [] : OF_WORK_GIVEN),
      ...(one.method === 'get' ? [] : [...OF_A_BODY, ...OF_VALUES]),
      ...(one.needsKey === undefined ? [] : OF_A_KEY),
      ...(one.needsVersion === undefined ? [] : ['if-match/missing', 'if-match/stale']),
      ...absent,
      ...named,
    ]),
  ];
}

/** The refusals of an endpoint as responses, one for each status. */
export function problemsOf(one: Endpoint, language: keyof Words): Readonly<Record<string, unknown>> {
  const byStatus = new Map<number, string[]>();
  if (one.method !== 'get') byStatus.set(422, [VALUES[language]]);
  for (const code of problemCodesOf(one)) {
    if (OF_VALUES.has(code)) continue; // any body may break them: said once
    const { status, title } = KNOWN_PROBLEMS[code] ?? API_PROBLEMS['internal/unexpected'];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `- \`${code}\`: ${title[language]}`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      String(status),
      {
        description: lines.join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
