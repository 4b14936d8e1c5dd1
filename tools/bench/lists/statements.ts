import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { webhookSecrets } from '../../../activities/adapters/webhooks/webhook-secrets.ts';
import { configuration } from '../../../activities/configuration.ts';
import { connect } from '../../../activities/connect.ts';
import { requests } from '../../../activities/index.ts';
import { signingKeysAt } from '../../../api/access/signing-keys.ts';
import { tokenReader } from '../../../api/access/token.ts';
import { createApp } from '../../../api/app.ts';
import { readModels } from '../../../api/read-models/index.ts';
import { isRevoked } from '../../../api/read-models/revocation.ts';
import { authentication } from '../../../api/request-identity.ts';
import type { Asked, Prepared, Statements, Tokens } from './measured.ts';

/** What these requests read with, listened to at an API of its own: every statement but those that keep the access records. */
export async function statementsOf(
  environment: NodeJS.ProcessEnv,
  asked: readonly Asked[],
  tokens: Tokens,
): Promise<readonly Statements[]> {
  const configured = configuration(environment);
  const pool = new pg.Pool({ connectionString: configured.DATABASE_URL, max: 4 });
  let heard: Prepared[] = [];
  const plain = pool.query.bind(pool) as (...given: readonly unknown[]) => unknown;
  const listening = (query: string | pg.QueryConfig, values?: readonly unknown[]): unknown => {
    const given = typeof query === 'string' ? { text: query, values } : query;
    heard.push(prepared(given.text, given.values ?? values ?? []));
    return plain(query, values);
  };
  Object.assign(pool, { query: listening });
  const uses = connect(configured, pool);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: url } = configured;
  const keys = signingKeysAt({ url, failed: (why) => console.error(why) });
  const app = createApp({
    requests: requests(uses),
    ...readModels(pool),
    isRevoked: isRevoked(pool),
    accessRecords: { record: async () => undefined, close: async () => undefined },
    webhooks: webhookReader(webhookSecrets(configured)),
    staffOf: authentication(tokenReader({ issuer, audience, keys, refused: (why) => console.error(why) })),
    placeOf: (of) => uses.lookups.placeOf(of),
    accountOf: (staffId) => uses.subscribers.of(staffId),
    trustedProxies: [],
    processUrl: (id) => id,
    isReady: async () => true,
    log: (entry, message) => console.error(message, entry),
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const all: Statements[] = [];
  for (const { group, at, url: address, method, headers, body } of asked) {
    heard = [];
    const { pathname, search } = new URL(address);
    const response = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${tokens[at]?.[0] ?? ''}` },
      ...(body === undefined ? {} : { body }),
    });
    if (response.status !== 200)
      throw new Error(`${pathname}${search} answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    all.push({ group, statements: heard });
  }
  server.closeAllConnections();
  server.close();
  await pool.end();
  return all;
}

const prepared = (text: string, values: readonly unknown[]): Prepared => ({
  name: createHash('sha256').update(text).digest('hex').slice(0, 40),
  text,
  values,
});
