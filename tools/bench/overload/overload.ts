import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { publishShippedInto } from '../bench-protocols.ts';
import { measured } from '../lists/measured.ts';
import { CLIENTS, type OfACountry } from '../lists/of-a-country.ts';
import { goal } from '../measure.ts';
import { arrived, countOf, type Arrivals, type Arrived } from './arrived.ts';

const TIMES = 10;
const SECONDS = 20;
const INTAKE_PER_SECOND = 10;
/** As a proxy keeps them, open before the flood. Node takes one new connection in each turn of its loop: a flood of new ones is the proxy's to stop. */
const SOCKETS = { reading: 256, intake: 64 };
const OPENED_WITHIN_MILLISECONDS = 10_000;
const GOALS = { intake: 0.99, p99: 2_000, calmAgainWithin: 10, growth: 2 };

/** Ten times the reading that the API can take, and cases and results that must come in meanwhile. */
export async function overload(
  { environment, url, pid, asked, tokens }: OfACountry,
  print: (line: string) => void,
): Promise<boolean> {
  await publishShippedInto(environment);
  const [webhookSecret = ''] = (environment['PCR_LABORATORY_WEBHOOK_SECRETS'] ?? '').split(',');
  const common = { url, asked, webhookSecret };
  const intake = (seconds: number): Arrivals => ({
    ...common,
    ...{ shape: 'intake', perSecond: INTAKE_PER_SECOND, seconds, tokens, sockets: SOCKETS.intake },
  });
  const { perSecond: most } = await measured({
    clients: CLIENTS,
    seconds: 8,
    pauseMilliseconds: 0,
    shape: 'http',
    asked,
    tokens,
  });
  const calm = await arrived(intake(10));
  const before = memoryOf(pid);
  print(
    `\nOverload: ${CLIENTS} clients are answered ${most.toFixed(0)} times a second; now ${(most * TIMES).toFixed(0)}/s for ${SECONDS} s, and ${INTAKE_PER_SECOND}/s of intake`,
  );
  print(`  intake before: ${told(calm)}`);
  const highest = watch(() => memoryOf(pid));
  const keptUntil = Date.now() + OPENED_WITHIN_MILLISECONDS;
  const reading = {
    shape: 'reading',
    perSecond: most * TIMES,
    seconds: SECONDS,
    sockets: SOCKETS.reading,
  } as const;
  const [flood, during] = await Promise.all([
    arrived({ ...common, ...reading, tokens, keptUntil }),
    arrived({ ...intake(SECONDS), keptUntil }),
  ]);
  const peak = highest();
  const ended = performance.now();
  const usual = Math.max(2 * calm.p99, 500);
  let after = await arrived({ ...intake(1), perSecond: 5 });
  while (after.p99 > usual && performance.now() - ended < 60_000)
    after = await arrived({ ...intake(1), perSecond: 5 });
  const again = (performance.now() - ended) / 1_000;
  print(`  reading: ${told(flood)}; not sent for want of a connection: ${flood.unsent}`);
  print(`  intake meanwhile: ${told(during)}`);
  print(
    `  memory: ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} at most, ${memoryOf(pid).toFixed(0)} after; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  const taken = countOf(during, /^2/) / during.sent;
  print(`  ${goal('share of intake taken in, goal ≥ 0.99', taken, taken >= GOALS.intake)}`);
  print(`  ${goal('intake meanwhile, p99 in ms, goal ≤ 2000', during.p99, during.p99 <= GOALS.p99)}`);
  const refused = countOf(flood, /^429$/);
  const when = flood.toldWhen / Math.max(1, refused);
  print(`  ${goal('share of 429 with Retry-After, goal 1', when, refused > 0 && when === 1)}`);
  const broken = flood.sent - countOf(flood, /^(200|429)$/);
  print(`  ${goal('reading answered with neither 200 nor 429, goal 0', broken, broken === 0)}`);
  print(
    `  ${goal('seconds until intake is as fast as before, goal ≤ 10', again, again <= GOALS.calmAgainWithin)}`,
  );
  const growth = peak / before;
  print(`  ${goal('memory at most / before, goal ≤ 2', growth, growth <= GOALS.growth)}`);
  return memoryOf(pid) > 0;
}

const told = (one: Arrived): string =>
  `${one.sent} sent, answered ${JSON.stringify(one.statuses)}, p50 ${one.p50.toFixed(0)} ms, p99 ${one.p99.toFixed(0)} ms`;

/** MiB that a process holds; nothing where it has ended. */
function memoryOf(pid: number): number {
  try {
    const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) / 1_024;
  } catch {
    return 0; // it has ended
  }
}

/** Looks every quarter of a second; answers how to end it, which tells the highest. */
function watch(look: () => number): () => number {
  let highest = look();
  const timer = setInterval(() => {
    highest = Math.max(highest, look());
  }, 250);
  return () => {
    clearInterval(timer);
    return highest;
  };
}
