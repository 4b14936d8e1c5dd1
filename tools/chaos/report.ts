import { CRASH_POINTS } from '../../activities/ports/crash-points.ts';
import { leftOutOf, nameOf as pairName, pairsOf } from './faults/aims.ts';
import { describe, FAULT_KINDS, type Fault } from './faults/fault.ts';
import { FINDING_KINDS } from './oracle/finding.ts';
import type { RunReport } from './run.ts';
import type { Simulator } from './simulators.ts';

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

const counts = ({ findings }: Pick<RunReport, 'findings'>): string =>
  FINDING_KINDS.map((kind) => `${findings.filter((finding) => finding.kind === kind).length} ${kind}`).join(
    ' / ',
  );

/** One line per run, and for one that found something everything that is needed to run it again alone. */
export function tellRun(
  report: RunReport,
  { faults, place }: Readonly<{ faults: number; place: number }>,
  print: (line: string) => void,
): void {
  const { seed, cases, injected, missed, acknowledged, findings } = report;
  print(
    `${findings.length === 0 ? '[ok]' : '[!!]'} seed ${seed}: ${injected.length} faults (${missed.length} found no moment), ${cases} cases, ${acknowledged} acknowledged, ${report.seconds.toFixed(0)} s: ${counts(report)}`,
  );
  if (findings.length === 0) return;
  for (const fault of injected) print(`     fault  ${describe(fault)}`);
  for (const { invariant, kind, what } of findings) print(`     ${invariant} ${kind}: ${what}`);
  print(`     again: npm run chaos -- --seed ${seed} --place ${place} --runs 1 --per-run ${faults}`);
}

/** The figures of all runs. */
export function tellAll(
  reports: readonly RunReport[],
  simulators: readonly Simulator[],
  print: (line: string) => void,
): void {
  const injected = reports.flatMap((report) => report.injected);
  const recoveries = reports.flatMap((report) => report.recoveries);
  const findings = reports.flatMap((report) => report.findings);
  const points = new Set(reports.flatMap((report) => report.points));
  const sum = (of: (report: RunReport) => number): number =>
    reports.reduce((total, one) => total + of(one), 0);
  print('');
  print(
    `runs                   ${reports.length}, ${sum((one) => one.cases)} cases, ${(sum((one) => one.seconds) / 60).toFixed(1)} min`,
  );
  print(
    `faults injected        ${injected.length}: ${FAULT_KINDS.map((kind) => `${injected.filter((fault) => fault.kind === kind).length} ${kind}`).join(', ')}`,
  );
  tellPairs(injected, simulators, print);
  print(`told otherwise         ${tallied(injected.filter(({ kind }) => kind === 'contradiction'))}`);
  print(`found no moment        ${tallied(reports.flatMap(({ missed }) => missed))}`);
  print(`crash points hit       ${points.size} of ${CRASH_POINTS.length}${missing(points)}`);
  print(`commands acknowledged  ${sum((one) => one.acknowledged)}`);
  print(`longest wait for one   ${seconds(Math.max(0, ...reports.map(({ longestWait }) => longestWait)))}`);
  print(
    `time to recovery       p50 ${seconds(quantile(recoveries, 0.5))}, p99 ${seconds(quantile(recoveries, 0.99))}`,
  );
  print(FINDING_KINDS.join(' / '));
  print(FINDING_KINDS.map((kind) => findings.filter((one) => one.kind === kind).length).join(' / '));
}

/** Which effect met which fault how often, which pairs none of these runs has seen, and why some are never drawn. */
function tellPairs(
  injected: readonly Fault[],
  simulators: readonly Simulator[],
  print: (line: string) => void,
): void {
  const met = injected.filter((fault) => fault.kind === 'partner');
  const pairs = pairsOf(simulators);
  const hit = new Set(met.map(pairName));
  const never = pairs.filter((pair) => !hit.has(pairName(pair)));
  print(`effect × fault         ${pairs.length - never.length} of ${pairs.length} pairs hit`);
  for (const [aim, faults] of byAim(met)) print(`  ${aim.padEnd(28)} ${faults}`);
  print(`pairs never hit        ${never.length}`);
  for (const [aim, faults] of byAim(never)) print(`  ${aim.padEnd(28)} ${faults.replaceAll(/ \d+/g, '')}`);
  for (const [because, count] of leftOutOf(simulators))
    print(`  not drawn: ${String(count).padStart(3)}, ${because}`);
}

const byAim = (pairs: readonly Readonly<{ aim?: string; fault: string }>[]): readonly [string, string][] =>
  [...new Set(pairs.map(({ aim = 'anything' }) => aim))]
    .sort()
    .map((aim) => [
      aim,
      counted(pairs.filter((one) => (one.aim ?? 'anything') === aim).map(({ fault }) => fault)),
    ]);

/** Each kind of fault and how often it is there. */
const tallied = (faults: readonly Fault[]): string => counted(faults.map(nameOf));

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function nameOf(fault: Fault): string {
  if (fault.kind === 'partner') return pairName(fault);
  if (fault.kind === 'contradiction') return fault.what;
  return fault.kind === 'crash' ? `crash ${fault.program} ${fault.point}` : fault.kind;
}

function missing(hit: ReadonlySet<string>): string {
  const left = CRASH_POINTS.filter((point) => !hit.has(point));
  return left.length === 0 ? '' : ` (not hit: ${left.join(', ')})`;
}
