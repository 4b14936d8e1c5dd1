import { startStack } from '../../launcher/stack.ts';
import { JURISDICTION } from './protocol.ts';
import { runOutbreak } from './outbreak.ts';

/** `npm run demo -- --outbreak`: one cluster on the real server, in simulated time. Answers whether it ended as expected. */
export async function outbreak(print: (line: string) => void): Promise<boolean> {
  const stack = await startStack({
    profile: 'outbreak',
    simulationMode: true,
    fresh: true,
    jurisdiction: JURISDICTION,
    say: print,
  });
  const stop = (): void => void stack.stop().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await runOutbreak(stack, print);
  } finally {
    await stack.stop();
  }
}
