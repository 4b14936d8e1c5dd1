import { z } from 'zod';
import { MATRIX } from '../access/matrix.ts';
import { REASON_CODES, REASONS } from '../access/reasons.ts';
import { ROLES, type Role } from '../access/roles.ts';
import type { Words } from '../problem.ts';
import type { Endpoint } from './endpoint.ts';
import { schemaOf, sharedSchemas } from './json-schema.ts';
import { problemsOf } from './problems-of.ts';
import { problemShown } from './shapes.ts';
import { TAGS } from './tags.ts';
import { webhooksSent } from './webhooks-sent.ts';

type Json = Readonly<Record<string, unknown>>;
type Language = keyof Words;
const reasonsIn = (language: Language): string =>
  REASON_CODES.map((code) => `\`${code}\` ${REASONS[code][language]}`).join(', ');

/** The parameters of a path, as OpenAPI writes them: `/cases/{id}`. */
export const openApiPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

/** The OpenAPI 3.1 document of these endpoints, in one of the two languages. */
export function openApi(endpoints: readonly Endpoint[], language: Language): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of endpoints) {
    const path = openApiPath(one.path);
    paths[path] = { ...paths[path], [one.method]: operation(one, language) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: language === 'ko' ? '방역 Bangyeok' : 'Bangyeok',
      version: '1',
      description: INTRODUCTION[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: Object.entries(TAGS).map(([name, words]) => ({ name, description: words[language] })),
    paths,
    webhooks: webhooksSent(language),
    components: {
      schemas: { ...sharedSchemas(), Problem: schemaOf(problemShown, 'output') },
      securitySchemes: { staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const INTRODUCTION: Words = {
  ko: '모든 요청에 Authorization: Bearer 토큰을 보냅니다. POST에는 Idempotency-Key를, 변경에는 읽은 ETag를 If-Match로 보냅니다. 시각은 서울 기준입니다.',
  en: 'Send Authorization: Bearer with every request, an Idempotency-Key with every POST that does something, and the ETag that you read as If-Match with every change. Moments are shown in Seoul’s time.',
};

function operation(one: Endpoint, language: Language): Json {
  const { tag, does, more, action, method, path, body, answer } = one;
  const description = [more?.[language], whoMay(one, language)]
    .filter((line) => line !== undefined)
    .join('\n\n');
  return {
    operationId: `${method}${path.replaceAll(/[/:-]+(\w?)/g, (_all, next: string) => next.toUpperCase())}`,
    tags: [tag],
    summary: does[language],
    ...(description === '' ? {} : { description }),
    security: action === undefined ? [] : [{ staff: [] }],
    parameters: parametersOf(one, language),
    ...(method === 'get' || body === undefined ? {} : { requestBody: requestBody(one) }),
    responses: {
      [String(answer.status)]: answered(one, language),
      ...(method === 'get' ? { '304': { description: UNCHANGED[language] } } : {}),
      ...problemsOf(one, language),
    },
  };
}

function whoMay({ action }: Endpoint, language: Language): string | undefined {
  if (action === undefined) return undefined;
  const rights: Readonly<Partial<Record<Role, string>>> = MATRIX[action];
  const names = (Object.keys(rights) as Role[]).map((role) => ROLES[role].name[language]);
  return `${language === 'ko' ? '권한' : 'Who may'} (\`${action}\`): ${names.join(', ')}`;
}

type Object = Readonly<{ properties?: Readonly<Record<string, Json>>; required?: readonly string[] }>;

function parametersOf(one: Endpoint, language: Language): readonly Json[] {
  const inPath = one.params === undefined ? {} : (schemaOf(one.params, 'input') as Object);
  const inQuery = one.query === undefined ? {} : (schemaOf(one.query, 'input') as Object);
  const named = (place: 'path' | 'query', { properties = {}, required = [] }: Object) =>
    Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
      ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
    }));
  return [
    ...named('path', inPath),
    ...named('query', inQuery),
    ...(one.action === undefined
      ? []
      : [{ ...header('Access-Reason', REASON[language], REASON_SCHEMA), required: false }]),
    ...(one.needsKey === undefined ? [] : [header('Idempotency-Key', KEY[language], KEY_SCHEMA)]),
    ...(one.needsVersion === undefined ? [] : [header('If-Match', VERSION[language], VERSION_SCHEMA)]),
  ];
}

const UNCHANGED: Words = {
  ko: '읽은 뒤 바뀌지 않았습니다(If-None-Match).',
  en: 'It has not changed since it was read (If-None-Match).',
};
const REASON: Words = {
  ko: `열람 이유. 접속기록에 남습니다. ${reasonsIn('ko')}`,
  en: `Why it is opened; it stays on record. ${reasonsIn('en')}`,
};
const REASON_SCHEMA = { type: 'string', enum: REASON_CODES };
const KEY: Words = {
  ko: '같은 요청을 다시 보낼 때 같은 값을 씁니다.',
  en: 'The same value when the same request is sent again.',
};
const VERSION: Words = { ko: '읽은 ETag', en: 'The ETag that was read.' };
const KEY_SCHEMA = { type: 'string', pattern: '^[!-~]{1,200}$', example: 'request-1' };
const VERSION_SCHEMA = { type: 'string', pattern: '^(W/)?"?[0-9]{1,9}"?$', example: '"1"' };
const header = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
});

function requestBody({ body, example, consumes }: Endpoint): Json {
  const type = consumes === 'text/csv' ? consumes : 'application/json';
  return {
    required: true,
    content: {
      [type]: {
        schema: schemaOf(body ?? z.unknown(), 'input'),
        ...(example === undefined ? {} : { example }),
      },
    },
  };
}

function answered({ answer, does }: Endpoint, language: Language): Json {
  const text = { schema: { type: 'string' } };
  const headers = {
    ...(answer.etag === undefined ? {} : { ETag: text }),
    ...(answer.location === undefined ? {} : { Location: text }),
  };
  return {
    description: does[language],
    headers,
    content: {
      [answer.type ?? 'application/json']: { schema: schemaOf(answer.schema, 'output') },
      ...Object.fromEntries([answer.alsoAs ?? []].flat().map((type) => [type, text])),
    },
  };
}
