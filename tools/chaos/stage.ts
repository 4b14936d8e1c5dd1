import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { freePorts } from '../launcher/ports.ts';
import { ROOT, SHARED_PORTS } from '../launcher/settings.ts';
import { startStack } from '../launcher/stack.ts';
import { publishChaosProtocol } from './load/protocol.ts';
import { crashFolderOf, openWorld, type World } from './world.ts';

export type StageOptions = Readonly<{
  print: (line: string) => void;
  /** Where the application's code lies: a copy that was broken on purpose, or here. */
  sources?: string;
  /** A folder with a database and an engine that run already. */
  dataDir?: string;
  profile?: string;
}>;

/** The processes of `npm start` on a folder, ports, database and namespace of their own, ready to be hurt. */
export async function setStage(
  options: StageOptions,
): Promise<{ world: World; dataDir: string; leave: (keep: boolean) => Promise<void> }> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'bangyeok-chaos-'));
  chmodSync(dataDir, 0o755); // PostgreSQL runs as somebody else than root, and lies in here
  const sources = options.sources ?? ROOT;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(sources, 'workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  const bundle = join(dataDir, `workflows-${options.profile ?? 'chaos'}.js`);
  writeFileSync(bundle, code);
  const crashFolder = crashFolderOf(dataDir);
  const free = await freePorts(SHARED_PORTS.length + 60);
  const ports = Object.fromEntries(SHARED_PORTS.map((name, index) => [name, free[index + 60]]));
  const stack = await startStack({
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
      LOG_LEVEL: 'warn',
    },
    say: options.print,
  });
  const world = await openWorld(stack, crashFolder);
  await publishChaosProtocol(stack);
  return {
    world,
    dataDir,
    leave: async (keep) => {
      await world.close();
      await stack.stop();
      if (!keep && options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
