import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../launcher/settings.ts';
import type { Stack } from '../../launcher/stack.ts';

const SHIPPED = join(ROOT, 'domain/protocol/shipped/kr-covid-19');
type LivingSupportRule = { periods: readonly Readonly<Record<string, unknown>>[] };
type Document = {
  sources?: object;
  parameters: Record<string, { value: unknown }>;
  rules: Record<string, unknown>;
};

/**
 * The rules of 2020-06-25, with patients who may be asked at any hour, and living support for every isolation: a fault
 * test waits neither for the morning nor for fourteen days.
 */
export async function publishChaosProtocol(stack: Stack): Promise<void> {
  const read = async (day: string): Promise<Document> =>
    JSON.parse(await readFile(join(SHIPPED, `${day}.json`), 'utf8')) as Document;
  const [base, first, support] = await Promise.all([
    read('2020-06-25'),
    read('2020-02-04'),
    read('2020-02-17'),
  ]);
  const { livingSupport } = support.rules as { livingSupport: LivingSupportRule };
  const { appliesIf: _days, noticeUntil: _until, ...period } = livingSupport.periods[0] ?? {};
  const { contactHours } = first.rules as { contactHours: object };
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
  const response = await fetch(`${stack.addresses.api}/protocols`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stack.credentials.tokens.officer}`,
      'content-type': 'application/json',
      'idempotency-key': 'chaos-protocol',
    },
    body: JSON.stringify({ protocol: document, corrects: 'kr-covid-19/2020-06-25/1' }),
  });
  if (response.status !== 201) throw new Error(`the protocol was refused: ${await response.text()}`);
}
