import { insist } from './patience.ts';

/** A partner's simulator as it describes itself: its name, its address and the faults that it can be asked for. */
export type Simulator = Readonly<{ name: string; url: string; faults: readonly string[] }>;

export type LedgerEntry = Readonly<{
  key: string;
  id: string;
  at: string;
  requested: number;
  executed: number;
  details: Readonly<Record<string, unknown>>;
}>;

export function simulatorOf(all: readonly Simulator[], system: string): Simulator {
  const simulator = all.find(({ name }) => name === system);
  if (simulator === undefined) throw new Error(`no simulator ${system}`);
  return simulator;
}

type Asked = Readonly<{ path?: string; body?: object; withinMilliseconds?: number }>;

/** Asks what a simulator is controlled by; with a body it is told. */
export async function control<Answer>(
  { url }: Pick<Simulator, 'url'>,
  { path = '', body, withinMilliseconds = 10_000 }: Asked = {},
): Promise<Answer> {
  const at = `${url}/control${path}`;
  const response = await fetch(at, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(withinMilliseconds),
  });
  if (!response.ok) throw new Error(`${at} was answered ${response.status}`);
  return (await response.json()) as Answer;
}

/** Whatever of a stack's addresses answers as a simulator does: a new one is found without a word here. */
export async function discoverSimulators(
  addresses: Readonly<Record<string, string>>,
): Promise<readonly Simulator[]> {
  const found = await Promise.all(
    Object.values(addresses).map(async (url) => {
      if (!url.startsWith('http')) return [];
      try {
        const { name, faults } = await control<{ name?: string; faults?: readonly string[] }>({ url });
        return name === undefined || faults === undefined ? [] : [{ name, url, faults }];
      } catch {
        return []; // no simulator
      }
    }),
  );
  return found.flat();
}

export const ledgerOf = async (simulator: Simulator): Promise<readonly LedgerEntry[]> =>
  insist(async () => (await control<{ entries: LedgerEntry[] }>(simulator, { path: '/ledger' })).entries);

export const faultsLeft = async (simulator: Simulator): Promise<readonly { id?: string }[]> =>
  (await control<{ faults: { id?: string }[] }>(simulator, { path: '/faults' })).faults;

export const addFault = async (simulator: Simulator, fault: object): Promise<void> => {
  await control(simulator, { path: '/faults', body: fault });
};

export const clearFaults = async ({ url }: Simulator): Promise<void> => {
  await fetch(`${url}/control/faults`, { method: 'DELETE' });
};
