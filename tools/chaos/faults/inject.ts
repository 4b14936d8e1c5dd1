import type { Patient } from '../load/patient.ts';
import type { Finding } from '../oracle/finding.ts';
import { pause } from '../patience.ts';
import type { World } from '../world.ts';
import { contradict, type Contradicted } from './contradict.ts';
import { crash, kill } from './crash.ts';
import { describe, type Fault } from './fault.ts';
import { sendWebhook, signalAgain } from './messages.ts';
import { misbehave } from './partner.ts';
import { loseStore } from './store-lost.ts';

export type Outcome = Readonly<{
  fault: Fault;
  happened: boolean;
  recovery?: number | undefined;
  findings?: readonly Finding[];
  contradicted?: Contradicted | undefined;
}>;

type Circumstances = Readonly<{
  known: () => readonly string[];
  aCase: () => string | undefined;
  over: () => boolean;
  /** When the run began. */
  begun: string;
  taken: Set<string>;
}>;

/** Lets each fault happen at its moment. */
export function inject(
  world: World,
  faults: readonly Fault[],
  patients: readonly Patient[],
  over: () => boolean,
): Promise<readonly Outcome[]> {
  const known = (): readonly string[] => patients.flatMap(({ caseId }) => caseId ?? []);
  const aCase = (index: number): string | undefined => known()[index % Math.max(1, known().length)];
  const begun = new Date().toISOString();
  const taken = new Set<string>();
  return Promise.all(
    faults.map(async (fault, index): Promise<Outcome> => {
      await pause(fault.at);
      try {
        return {
          fault,
          ...(await happen(world, fault, { known, aCase: () => aCase(index), over, begun, taken })),
        };
      } catch (error) {
        const what = `${describe(fault)}: ${error instanceof Error ? error.message : String(error)}`;
        return { fault, happened: true, findings: [{ invariant: 'I3', kind: 'stuck', what }] };
      }
    }),
  );
}

async function happen(
  world: World,
  fault: Fault,
  { known, aCase, over, begun, taken }: Circumstances,
): Promise<Omit<Outcome, 'fault'>> {
  switch (fault.kind) {
    case 'partner':
      return { happened: await misbehave(world, fault, over) };
    case 'crash': {
      const recovery = await crash(world, fault, over);
      return { happened: recovery !== undefined, recovery };
    }
    case 'kill': {
      const recovery = await kill(world, fault);
      return { happened: recovery !== undefined, recovery };
    }
    case 'signal':
      return { happened: await signalAgain(world, fault, aCase()) };
    case 'webhook': {
      const { sent, wrong } = await sendWebhook(world, fault, { known, over });
      return {
        happened: sent,
        findings: wrong.map((what) => ({ invariant: 'I5', kind: 'duplicated', what })),
      };
    }
    case 'contradiction': {
      const contradicted = await contradict(world, fault, { since: begun, over, taken });
      return { happened: contradicted !== undefined, contradicted };
    }
    case 'store-lost':
      return { happened: true, recovery: await loseStore(world) };
  }
}
