import { randomUUID } from 'node:crypto';

export type CaseItem = Readonly<{ caseId: string; version: number; stage: string; nextDueAt: string | null }>;
export type Happening = Readonly<{
  at: string;
  type: string;
  version: number;
  aggregate: string;
  data: Record<string, unknown>;
}>;
export type CasePage = Readonly<{
  caseId: string;
  version: number;
  stage: string;
  closedAt: string | null;
  history: readonly Happening[];
  links: { process: string };
}>;
export type TaskItem = Readonly<{ taskId: string; version: number; kind: string; caseId: string }>;
type Page<Item> = Readonly<{ items: readonly Item[]; nextCursor: string | null }>;

/** Plain REST: read, and write once under a key of its own. @throws Error with `status` for anything but 2xx */
export function restClient(baseUrl: string, token: string) {
  const call = async <Answer>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text}`), {
        status: response.status,
      });
    return JSON.parse(text) as Answer;
  };
  const write = async <Answer>(path: string, body: unknown, version?: number): Promise<Answer> =>
    call('POST', path, body, {
      'idempotency-key': randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    });
  return { call, write };
}

/** The REST interface as the demonstration uses it: what staff could type with curl. */
export function apiClient(baseUrl: string, token: string) {
  const { call, write } = restClient(baseUrl, token);
  const all = async <Item>(path: string): Promise<readonly Item[]> => {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Item> = await call(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  };
  const page = (caseId: string): Promise<CasePage> => call('GET', `/cases/${caseId}`);
  return {
    now: async (): Promise<number> => Date.parse((await call<{ now: string }>('GET', '/simulation')).now),
    settle: (): Promise<{ settled: boolean }> => call('POST', '/simulation/settle', {}),
    advance: (to: number): Promise<{ settled: boolean }> =>
      call('POST', '/simulation/advance', { to: new Date(to).toISOString() }),
    cases: (): Promise<readonly CaseItem[]> => all('/cases'),
    tasks: (): Promise<readonly TaskItem[]> => all('/tasks'),
    page,
    open: (body: unknown): Promise<{ caseId: string }> => write('/cases', body),
    decide: (task: TaskItem, decision: string): Promise<unknown> =>
      write(`/tasks/${task.taskId}/decision`, { decision }, task.version),
    /** Read, then tell; read again when somebody was faster. */
    reportDeath: async (caseId: string, dateOfDeath: string): Promise<void> => {
      for (;;) {
        const { version } = await page(caseId);
        try {
          await write(`/cases/${caseId}/death`, { dateOfDeath }, version);
          return;
        } catch (error) {
          if ((error as { status?: number }).status !== 412) throw error;
        }
      }
    },
  };
}

/** The SMS simulator as a patient's telephone: what came, and an answer to it. */
export function telephones(smsUrl: string) {
  return {
    received: async (): Promise<readonly { key: string; to: string }[]> => {
      const response = await fetch(`${smsUrl}/control/ledger`);
      const { entries } = (await response.json()) as { entries: { key: string; details: { to: string } }[] };
      return entries.map(({ key, details }) => ({ key, to: details.to }));
    },
    reply: async (from: string, text: string): Promise<void> => {
      const response = await fetch(`${smsUrl}/control/reply`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from, text }),
      });
      const { delivered } = (await response.json()) as { delivered: boolean };
      if (!delivered) throw new Error('a patient’s answer was not taken');
    },
  };
}
