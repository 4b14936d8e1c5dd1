import { rmSync } from 'node:fs';
import { servers } from './servers.ts';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopTestServers?: () => Promise<void> }).stopTestServers?.();
  rmSync(servers().dataDir, { recursive: true, force: true });
}
