import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../launcher/settings.ts';
import { insist } from '../patience.ts';
import type { Stack } from '../../launcher/stack.ts';

const SHIPPED = join(ROOT, 'domain/protocol/shipped/kr-covid-19');
type LivingSupportRule = { periods: readonly Readonly<Record<string, unknown>>[] };
type Track = { minimum?: { endDay: number }[] };
type Document = {
  sources?: object;
  title?: object;
  parameters: Record<string, { value: unknown }>;
  rules: { caseRelease: { tracks: Track[] }; livingSupport: LivingSupportRule; contactHours: object };
};

export type ChaosProtocol = Readonly<{
  /** Publishes the next version, for open episodes too: people are kept a day less, or a day longer again. */
  change: () => Promise<void>;
  /** The version in force. */
  version: () => string;
}>;

/**
 * The rules of 2020-06-25, with patients who may be asked at any hour, and living support for every isolation: a fault
 * test waits neither for the morning nor for fourteen days.
 */
export async function publishChaosProtocol(stack: Stack): Promise<ChaosProtocol> {
  const read = async (day: string): Promise<Document> =>
    JSON.parse(await readFile(join(SHIPPED, `${day}.json`), 'utf8')) as Document;
  const [base, first, support] = await Promise.all([
    read('2020-06-25'),
    read('2020-02-04'),
    read('2020-02-17'),
  ]);
  const { livingSupport } = support.rules;
  const { appliesIf: _days, noticeUntil: _until, ...period } = livingSupport.periods[0] ?? {};
  const { contactHours } = first.rules;
  const hours = Object.fromEntries(
    Object.entries(first.parameters).filter(([name]) => JSON.stringify(contactHours).includes(`"${name}"`)),
  );
  const document = {
    ...base,
    sources: { ...support.sources, ...base.sources },
    parameters: {
      ...hours,
      ...base.parameters,
      contactHoursFrom: { ...first.parameters['contactHoursFrom'], value: 0 },
      contactHoursTo: { ...first.parameters['contactHoursTo'], value: 24 },
    },
    rules: { ...base.rules, contactHours, livingSupport: { ...livingSupport, periods: [period] } },
  };
  const publish = async (published: Document, corrects: string): Promise<string> => {
    const response = await fetch(`${stack.addresses.api}/protocols`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await stack.tokenOf('officer')}`,
        'content-type': 'application/json',
        'idempotency-key': `chaos-after-${corrects.replaceAll('/', '-')}`,
      },
      body: JSON.stringify({ protocol: published, corrects }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`the protocol was refused: ${text}`);
    return (JSON.parse(text) as { version: string }).version;
  };
  let version = await publish(document, 'kr-covid-19/2020-06-25/1');
  let shorter = false;
  return {
    version: () => version,
    change: async () => {
      shorter = !shorter;
      const next = forOpenEpisodes(document, shorter ? -1 : 0);
      version = await insist(() => publish(next, version), 120_000);
    },
  };
}

/** The same rules for whoever is in isolation already, with so many days more. */
function forOpenEpisodes(document: Document, days: number): Document {
  const { caseRelease } = document.rules;
  const tracks = caseRelease.tracks.map(({ minimum, ...track }) => ({
    ...track,
    ...(minimum && { minimum: minimum.map(({ endDay, ...rest }) => ({ ...rest, endDay: endDay + days })) }),
  }));
  const openEpisodes = { ...document.parameters['appliesToOpenEpisodes'], value: 'openEpisodes' };
  return {
    ...document,
    parameters: { ...document.parameters, appliesToOpenEpisodes: openEpisodes },
    rules: { ...document.rules, caseRelease: { ...caseRelease, tracks } },
  };
}
