import { parse } from 'yaml';
import { textOf } from './project-files.ts';

type Dependency = { condition: 'service_healthy' | 'service_completed_successfully' | 'service_started' };
export type ComposeService = {
  image: string;
  build?: string;
  command?: string[];
  restart: string;
  environment: Record<string, string>;
  ports?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, Dependency>;
};
export type Deployment = { services: Record<string, ComposeService>; volumes: Record<string, unknown> };

export const readDeployment = (text: string): Deployment => parse(text, { merge: true }) as Deployment;

export const service = ({ services }: Deployment, name: string): ComposeService => {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

/** A use of a variable of the environment: `${NAME:?message}` demands it, `${NAME:-value}` has a default. */
export type Interpolation = { name: string; operator: string; rest: string };

export const interpolationsIn = (text: string): Interpolation[] =>
  [...text.matchAll(/(?<!\$)\$\{(\w+)(:[?-])?([^}]*)\}/g)].map(([, name = '', operator = '', rest = '']) => ({
    name,
    operator,
    rest,
  }));

/** What a container gets to see: its environment with variables filled in as compose fills them in. */
export function environmentOf(
  { environment }: ComposeService,
  given: Record<string, string>,
): Record<string, string> {
  const fill = (value: string): string =>
    value.replaceAll(
      /(?<!\$)\$\{(\w+)(:[?-])?([^}]*)\}/g,
      (_, name: string, operator: string, rest: string) => {
        const found = given[name];
        if (found !== undefined && found !== '') return found;
        if (operator === ':-') return rest;
        throw new Error(`${name}: ${rest}`);
      },
    );
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(String(value))]));
}

const SECRET = /PASSWORD|PWD|SECRET|TOKEN|_KEYS?$/;

/** Where a password or key has a default or stands in the file itself. */
export function openSecrets(text: string): string[] {
  const defaults = interpolationsIn(text).filter(
    ({ name, operator }) => SECRET.test(name) && operator !== ':?',
  );
  const literals = Object.entries(readDeployment(text).services).flatMap(([name, { environment }]) =>
    Object.entries(environment)
      .filter(([key, value]) => SECRET.test(key) && !/^\$\{\w+:\?[^}]+\}$/.test(String(value)))
      .map(([key]) => `${name}.${key}`),
  );
  const inUrls = [...text.matchAll(/:\/\/[^\s:@/]+:([^\s$@]+)@/g)].map(([url]) => url);
  return [...defaults.map(({ name }) => name), ...literals, ...inUrls];
}

export type Stage = { from: string; lines: string[] };

/** The stages of the Dockerfile, in order. */
export const stages = (): Stage[] =>
  textOf('Dockerfile')
    .split(/^FROM /m)
    .slice(1)
    .map((stage) => {
      const [from = '', ...lines] = stage.split('\n');
      return { from, lines };
    });
