import { join } from 'node:path';
import { keepFirstToken } from './first-token.ts';
import { answers } from './service.ts';
import { processRecords } from './process-record.ts';
import { loadDotEnv, settings } from './settings.ts';
import { startStack, type Stack } from './stack.ts';

const say = (line: string): void => console.log(line);

/** `npm start`: everything, until Ctrl-C. */
export async function start(): Promise<void> {
  loadDotEnv();
  const begun = performance.now();
  const set = settings();
  const launcher = processRecords(join(set.dataDir, 'run', 'main'));
  const other = launcher.alive('launcher');
  if (other !== undefined) {
    const api = `http://127.0.0.1:${set.ports.API_PORT}`;
    const ready = await answers(`${api}/readyz`);
    say(
      `이미 실행 중입니다(프로세스 ${other.pid}). It runs already (process ${other.pid})${ready ? '' : ', still starting'}.`,
    );
    say(`API          ${api}`);
    say(`Temporal Web http://127.0.0.1:${set.ports.TEMPORAL_UI_PORT}`);
    say('멈추려면 그 창에서 Ctrl-C. To stop it, press Ctrl-C where it runs.');
    return;
  }
  launcher.write('launcher', process.pid);

  let stack: Stack | undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('\n멈추는 중… stopping…');
    await stack?.stop();
    launcher.remove('launcher');
    say('멈췄습니다. Stopped; nothing is lost, the next start goes on from here.');
    process.exit(0);
  };
  // Until the stack stands, a signal waits for the step at hand to end, so that nothing is left behind.
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = true;
      if (stack !== undefined) void stop();
      else say('\n시작 단계를 마치고 멈춥니다. Stopping after this step…');
    });
  }

  try {
    stack = await startStack({ say });
  } catch (error) {
    launcher.remove('launcher');
    say(`\n시작하지 못했습니다. Could not start.\n${error instanceof Error ? error.message : String(error)}`);
    say('무엇이 부족한지 보려면: npm run doctor. To see what is missing: npm run doctor.');
    process.exit(1);
  }
  if (asked) return stop();
  const firstToken = await keepFirstToken(stack, say);
  const { addresses, settings: used } = stack;
  say(`\n준비됨 ready in ${((performance.now() - begun) / 1_000).toFixed(1)}s`);
  say(`  API                     ${addresses.api}`);
  say(`  안내 documentation      ${addresses.api}/docs`);
  say(`  토큰 token              ${firstToken.file}   (${firstToken.account})`);
  say('  다른 담당자 others      npm run --silent token -- --role investigator --district 11110');
  say(`  Temporal Web            ${addresses.temporalWeb}/namespaces/${used.namespace}/workflows`);
  say(
    `  시뮬레이터 simulators   ${addresses.laboratory}/control  ${addresses.sms}/control  ${addresses.registry}/control`,
  );
  if (used.simulationMode) say('  시뮬레이션 모드 simulation mode: POST /simulation/advance');
  say('다음: README의 첫 사례. Next: the first case in the README. Ctrl-C: stop.');
  setInterval(() => undefined, 60_000);
}
