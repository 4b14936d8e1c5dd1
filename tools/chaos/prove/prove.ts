import { join } from 'node:path';
import { run } from '../run.ts';
import { setStage } from '../stage.ts';
import { BROKEN_BUILDS, type BrokenBuild } from './broken-builds.ts';
import { patchedCopy } from './patched-copy.ts';

const SEED = 4_711;
/** So many that one of them is handed over. */
const CASES = 20;

/** The application as it is, under all of their faults, must pass: an oracle that always complains proves nothing. */
const AS_IT_IS: BrokenBuild = {
  name: 'as it is',
  replacements: [],
  faults: BROKEN_BUILDS.flatMap(({ faults }) => faults),
};

/** Runs every build that was broken on purpose. Answers whether the oracle tells them all from the one that is whole. */
export async function prove(
  print: (line: string) => void,
  builds: readonly BrokenBuild[] = BROKEN_BUILDS,
): Promise<boolean> {
  const quiet = (): void => undefined;
  const whole = await setStage({ print: quiet });
  let good = true;
  try {
    for (const [number, { name, replacements, faults }] of [AS_IT_IS, ...builds].entries()) {
      const sources = patchedCopy(join(whole.dataDir, `build-${number}`), replacements);
      const stage =
        number === 0
          ? undefined
          : await setStage({ print: quiet, sources, beside: whole, profile: `proof-${number}` });
      try {
        const { findings, seconds } = await run((stage ?? whole).world, {
          seed: SEED,
          number,
          cases: CASES,
          faults,
          stillMilliseconds: number === 0 ? 60_000 : 15_000,
        });
        const caught = findings.length > 0;
        const right = caught === number > 0;
        good &&= right;
        const verdict =
          number === 0 ? (right ? 'passes' : 'COMPLAINED OF') : caught ? 'caught' : 'NOT CAUGHT';
        print(`[${right ? 'ok' : '!!'}] ${name}: ${verdict} (${seconds.toFixed(0)} s)`);
        for (const { invariant, kind, what } of findings.slice(0, right ? 2 : 20))
          print(`       ${invariant} ${kind}: ${what}`);
      } finally {
        await stage?.leave(true);
      }
    }
  } finally {
    await whole.leave(!good);
  }
  return good;
}
