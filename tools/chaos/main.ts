import { parseArgs } from 'node:util';
import { pairsOf } from './faults/aims.ts';
import { drawFaults } from './faults/draw.ts';
import { FAULT_KINDS, type FaultKind } from './faults/fault.ts';
import { prove } from './prove/prove.ts';
import { seedAfter, seeded } from './random.ts';
import { tellAll, tellRun } from './report.ts';
import { run, type RunReport } from './run.ts';
import { setStage } from './stage.ts';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '40' },
    seed: { type: 'string' },
    place: { type: 'string' },
    runs: { type: 'string' },
    'per-run': { type: 'string', default: '14' },
    cases: { type: 'string', default: '20' },
    only: { type: 'string' },
    prove: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const number = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return value;
};
const print = (line: string): void => console.log(line);
const wanted = number(values.faults, 'faults');
const perRun = number(values['per-run'], 'per-run');
const most = values.runs === undefined ? Infinity : number(values.runs, 'runs');
const kinds = (values.only?.split(',') ?? FAULT_KINDS) as readonly FaultKind[];
for (const kind of kinds)
  if (!FAULT_KINDS.includes(kind)) throw new Error(`--only takes ${FAULT_KINDS.join(', ')}`);

if (values.prove) process.exit((await prove(print)) ? 0 : 1);
const first = values.seed === undefined ? Date.now() % 2 ** 31 : number(values.seed, 'seed');
print(`seed ${first}`);
const stage = await setStage({ print });
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    interrupted = true;
  });

const reports: RunReport[] = [];
let good = false;
try {
  const { simulators } = stage.world;
  let place =
    values.place === undefined ? 1 + (first % pairsOf(simulators).length) : number(values.place, 'place');
  for (let seed = first, injected = 0; injected < wanted && reports.length < most && !interrupted;) {
    const faults = drawFaults(seeded(seed), { simulators, count: perRun, kinds, place });
    const report = await run(stage.world, {
      seed,
      number: reports.length,
      faults,
      cases: number(values.cases, 'cases'),
    });
    reports.push(report);
    tellRun(report, { faults: perRun, place }, print);
    injected += report.injected.length;
    seed = seedAfter(seed);
    place += faults.filter(({ kind }) => kind === 'partner').length;
  }
  tellAll(reports, simulators, print);
  good = !interrupted && reports.every(({ findings }) => findings.length === 0);
} finally {
  const keep = values.keep || !good;
  await stage.leave(keep);
  if (keep) print(`logs and databases are kept: ${stage.dataDir}`);
}
process.exitCode = good ? 0 : 1;
