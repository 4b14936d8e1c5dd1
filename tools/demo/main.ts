import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDotEnv, ROOT } from '../launcher/settings.ts';
import { startStack } from '../launcher/stack.ts';
import { runDemo } from './demo.ts';
import { outbreak } from './outbreak/main.ts';

const { values } = parseArgs({
  options: {
    'line-list': { type: 'string' },
    limit: { type: 'string' },
    keep: { type: 'boolean', default: false },
    outbreak: { type: 'boolean', default: false },
  },
});
const limit = Number(values.limit ?? Number.MAX_SAFE_INTEGER);
if (!(limit > 0)) throw new Error('--limit takes a number of rows');
const print = (line: string): void => console.log(line);
loadDotEnv();
if (values.outbreak) process.exit((await outbreak(print)) ? 0 : 1);
const stack = await startStack({ profile: 'demo', simulationMode: true, fresh: true, say: print });
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    void stack.stop().then(() => process.exit(130));
  });
}
let good = false;
try {
  good = await runDemo({
    apiUrl: stack.addresses.api,
    token: await stack.tokenOf('officer'),
    smsUrl: stack.addresses.sms,
    lineList:
      values['line-list'] === undefined
        ? resolve(ROOT, 'tools/demo/line-list.csv')
        : resolve(values['line-list']),
    limit,
    print,
  });
  if (values.keep) {
    print(
      `\n열어 둡니다, Ctrl-C로 끝냅니다. Kept running, end it with Ctrl-C: ${stack.addresses.temporalWeb}`,
    );
    await new Promise(() => setInterval(() => undefined, 60_000));
  } else
    print(
      'Temporal Web에서 보려면 npm start 후 위 주소를 여세요. To see them, run npm start and open the addresses above.',
    );
} finally {
  if (!interrupted) await stack.stop();
}
process.exitCode = good ? 0 : 1;
