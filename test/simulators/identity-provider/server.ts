import express from 'express';
import { keysIn } from './keys.ts';
import { provider } from './provider.ts';
import { STAFF } from './staff.ts';

const { NODE_ENV, PORT, KEYS_FILE, SECRET, AUDIENCE } = process.env;
if (NODE_ENV === 'production') {
  console.error(
    '개발용 로그인 서버는 운영에서 실행되지 않습니다. 기관의 로그인 서버를 OIDC_ISSUER로 설정하세요. ' +
      "This development identity provider refuses production: set OIDC_ISSUER to your agency's.",
  );
  process.exit(1);
}
if (KEYS_FILE === undefined || SECRET === undefined || AUDIENCE === undefined)
  throw new Error('KEYS_FILE, SECRET and AUDIENCE are needed: npm start gives them');

const issuer = `http://127.0.0.1:${PORT}`;
const app = express();
app.get('/healthz', (_request, response) => {
  response.json({ status: 'ok', name: 'identity-provider' });
});
app.get('/staff', (_request, response) => {
  response.json({ items: STAFF });
});
app.use(provider({ issuer, audience: AUDIENCE, secret: SECRET, keys: await keysIn(KEYS_FILE) }).callback());
const server = app.listen(Number(PORT), '127.0.0.1', () => {
  console.log(JSON.stringify({ event: 'listening', name: 'identity-provider', port: Number(PORT) }));
});
const stop = (): void => {
  server.close();
  server.closeAllConnections();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
