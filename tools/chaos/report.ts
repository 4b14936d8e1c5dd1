import { CRASH_POINTS } from '../../activities/ports/crash-points.ts';
import { describe, FAULT_KINDS, type Fault } from './faults/fault.ts';
import { FINDING_KINDS } from './oracle/finding.ts';
import type { RunReport } from './run.ts';

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
export function tellRun(report: RunReport, faults: number, print: (line: string) => void): void {
  const { seed, cases, injected, missed, acknowledged, findings } = report;
  print(
    `${findings.length === 0 ? '[ok]' : '[!!]'} seed ${seed}: ${injected.length} faults (${missed.length} found no moment), ${cases} cases, ${acknowledged} acknowledged, ${report.seconds.toFixed(0)} s: ${counts(report)}`,
  );
  if (findings.length === 0) return;
  for (const fault of injected) print(`     fault  ${describe(fault)}`);
  for (const { invariant, kind, what } of findings) print(`     ${invariant} ${kind}: ${what}`);
  print(`     again: npm run chaos -- --seed ${seed} --runs 1 --per-run ${faults}`);
}

/** The figures of all runs. */
export function tellAll(reports: readonly RunReport[], print: (line: string) => void): void {
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
  print(`  partner × fault      ${tallied(injected.filter(({ kind }) => kind === 'partner'))}`);
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

/** Each kind of fault and how often it is there. */
function tallied(faults: readonly Fault[]): string {
  const counted = new Map<string, number>();
  for (const fault of faults) {
    const name = nameOf(fault);
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return [...counted]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function nameOf(fault: Fault): string {
  if (fault.kind === 'partner') return `${fault.system} ${fault.fault}`;
  return fault.kind === 'crash' ? `crash ${fault.program} ${fault.point}` : fault.kind;
}

function missing(hit: ReadonlySet<string>): string {
  const left = CRASH_POINTS.filter((point) => !hit.has(point));
  return left.length === 0 ? '' : ` (not hit: ${left.join(', ')})`;
}
