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

const read = async <Answer>(url: string): Promise<Answer> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Answer;
};

/** Whatever of a stack's addresses answers as a simulator does: a new one is found without a word here. */
export async function discoverSimulators(
  addresses: Readonly<Record<string, string>>,
): Promise<readonly Simulator[]> {
  const found = await Promise.all(
    Object.values(addresses).map(async (url) => {
      if (!url.startsWith('http')) return [];
      try {
        const control = await read<{ name?: string; faults?: readonly string[] }>(`${url}/control`);
        const { name, faults } = control;
        return name === undefined || faults === undefined ? [] : [{ name, url, faults }];
      } catch {
        return []; // no simulator
      }
    }),
  );
  return found.flat();
}

export const ledgerOf = async ({ url }: Simulator): Promise<readonly LedgerEntry[]> =>
  insist(async () => (await read<{ entries: LedgerEntry[] }>(`${url}/control/ledger`)).entries);

export const faultsLeft = async ({ url }: Simulator): Promise<readonly { id?: string }[]> =>
  (await read<{ faults: { id?: string }[] }>(`${url}/control/faults`)).faults;

export const addFault = async ({ url }: Simulator, fault: object): Promise<void> => {
  const response = await fetch(`${url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (response.status !== 201) throw new Error(`${url} does not know the fault ${JSON.stringify(fault)}`);
};

export const clearFaults = async ({ url }: Simulator): Promise<void> => {
  await fetch(`${url}/control/faults`, { method: 'DELETE' });
};
