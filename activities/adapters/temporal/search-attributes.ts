import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../ports/processes.ts';

const INDEXED_VALUE_TYPE = { KEYWORD: 2, DATETIME: 6 } as const;

/** Makes the search attributes known to a namespace. Repeating it is harmless. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(
    ([name]) => customAttributes?.[name] === undefined,
  );
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, INDEXED_VALUE_TYPE[type]])),
  });
}

/** Registers the namespace, histories kept for 30 days, unless it exists. */
export async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: (30 * 86_400) as never },
    });
  } catch (error) {
    const ALREADY_EXISTS = 6;
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
  if (TEMPORAL_ADDRESS === undefined || TEMPORAL_NAMESPACE === undefined) {
    throw new Error('TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are needed to register search attributes');
  }
  const connection = await Connection.connect({ address: TEMPORAL_ADDRESS });
  await registerNamespace(connection, TEMPORAL_NAMESPACE);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await registerSearchAttributes(connection, TEMPORAL_NAMESPACE);
      break;
    } catch (error) {
      if (attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  await connection.close();
}
