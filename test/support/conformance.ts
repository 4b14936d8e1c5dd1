import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { byPath } from '../../api/contract/by-path.ts';
import { problemCodesOf } from '../../api/contract/problems-of.ts';
import { openApi, openApiPath } from '../../api/contract/openapi.ts';
import { ENDPOINTS } from '../../api/endpoints.ts';
import type { Endpoint } from '../../api/contract/endpoint.ts';

type Answered = Readonly<{ status: number; type: string; body: unknown }>;
type Content = Readonly<Record<string, Readonly<{ schema: object }>>>;
type Document = Readonly<{
  paths: Readonly<
    Record<
      string,
      Readonly<Record<string, Readonly<{ responses: Readonly<Record<string, { content?: Content }>> }>>>
    >
  >;
  components: Readonly<{ schemas: Readonly<Record<string, object>> }>;
}>;

const document = openApi(ENDPOINTS, 'en') as unknown as Document;
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'document', components: document.components });
const validators = new Map<object, ValidateFunction>();

/** References inside the document point into what ajv knows under its id. */
const anchored = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object;

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema) ?? ajv.compile(anchored(schema));
  validators.set(schema, known);
  return known;
}

const declared = byPath(ENDPOINTS).map(([path, own]) => ({
  own,
  matches: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** The endpoint that serves it. */
function endpointOf(method: string, address: string): Endpoint | undefined {
  const { pathname } = new URL(address, 'http://localhost');
  return declared
    .find(({ matches }) => matches.test(pathname))
    ?.own.find((one) => one.method === method.toLowerCase());
}

/** What an answer has that its declaration does not say; nothing where it is as declared. */
export function undeclared(method: string, address: string, answered: Answered): string | undefined {
  const one = endpointOf(method, address);
  const what = `${method} ${address} ${answered.status}`;
  if (one === undefined)
    return [404, 405].includes(answered.status) ? undefined : `${what}: no such endpoint`;
  if (answered.status === 304) return undefined;
  const response = document.paths[openApiPath(one.path)]?.[one.method]?.responses[String(answered.status)];
  if (response === undefined) return `${what}: the status is not declared`;
  const content = response.content?.[answered.type.split(';')[0] ?? ''];
  if (content === undefined) return `${what}: ${answered.type} is not declared`;
  const { code } = (answered.body ?? {}) as { code?: unknown };
  if (answered.status >= 400 && !problemCodesOf(one).includes(String(code)))
    return `${what}: the problem ${String(code)} is not declared`;
  const valid = validatorOf(content.schema);
  return valid(answered.body) ? undefined : `${what}: ${ajv.errorsText(valid.errors)}`;
}
