import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { OWN_PROCESSES } from '../launcher/own-processes.ts';
import { freePorts } from '../launcher/ports.ts';
import { ROOT, SHARED_PORTS } from '../launcher/settings.ts';
import { startStack } from '../launcher/stack.ts';
import { LONGEST_DELAY_MILLISECONDS } from './faults/draw.ts';
import { publishChaosProtocol } from './load/protocol.ts';
import { crashFolderOf, openWorld, type World } from './world.ts';

export type StageOptions = Readonly<{
  print: (line: string) => void;
  /** Where the application's code lies: a copy that was broken on purpose, or here. */
  sources?: string;
  /** Another one whose database and engine are used too. */
  beside?: Stage;
  profile?: string;
}>;
export type Stage = Readonly<{
  world: World;
  dataDir: string;
  leave: (keep: boolean) => Promise<void>;
}>;

/** The processes of `npm start` on a folder, ports, database and namespace of their own, ready to be hurt. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { beside } = options;
  const dataDir = beside?.dataDir ?? mkdtempSync(join(tmpdir(), 'bangyeok-chaos-'));
  chmodSync(dataDir, 0o755); // PostgreSQL runs as somebody else than root, and lies in here
  const sources = options.sources ?? ROOT;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(sources, 'workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  const bundle = join(dataDir, `workflows-${options.profile ?? 'chaos'}.js`);
  writeFileSync(bundle, code);
  const crashFolder = crashFolderOf(dataDir, options.profile ?? 'chaos');
  const free = await freePorts(SHARED_PORTS.length);
  const ports = Object.fromEntries(
    SHARED_PORTS.map((name, index) => [name, beside?.world.stack.settings.ports[name] ?? free[index]]),
  );
  const started = await startStack({
    profile: options.profile ?? 'chaos',
    dataDir,
    ports,
    sources,
    fresh: true,
    mayEnd: 1_000,
    environment: {
      CRASH_POINTS: crashFolder,
      WORKFLOW_BUNDLE: bundle,
      PARTNER_TIMEOUT_MILLISECONDS: '2500',
      PARTNER_SETTLES_WITHIN_MILLISECONDS: String(LONGEST_DELAY_MILLISECONDS + 3_000),
      LOG_LEVEL: 'warn',
    },
    say: options.print,
  });
  const stack =
    beside === undefined
      ? started
      : {
          ...started,
          process: (name: string) =>
            (OWN_PROCESSES.includes(name) ? started : beside.world.stack).process(name),
        };
  const stop = async (keep: boolean): Promise<void> => {
    // The servers are those of the stage beside, which ends them.
    if (beside === undefined) await started.stop();
    else for (const name of OWN_PROCESSES) await started.process(name).stop();
    if (!keep && beside === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const rules = beside?.world.rules ?? (await publishChaosProtocol(stack));
    const world = await openWorld(stack, crashFolder, rules);
    return {
      world,
      dataDir,
      leave: async (keep) => {
        await world.close();
        await stop(keep);
      },
    };
  } catch (error) {
    await stop(true);
    throw error;
  }
}
