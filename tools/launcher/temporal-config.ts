import type { Ports } from './settings.ts';

/** The server's configuration over our PostgreSQL: what production runs, on one machine. JSON is YAML. */
export function serverConfig(ports: Ports, dynamicConfigFile: string): string {
  const store = (databaseName: string, connections: number) => ({
    sql: {
      pluginName: 'postgres12_pgx',
      databaseName,
      connectAddr: `127.0.0.1:${ports.POSTGRES_PORT}`,
      connectProtocol: 'tcp',
      user: 'postgres',
      password: '',
      maxConns: connections,
      maxIdleConns: connections,
      maxConnLifetime: '1h',
    },
  });
  const service = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  const disabled = { history: { state: 'disabled' }, visibility: { state: 'disabled' } };
  return JSON.stringify(
    {
      log: { stdout: true, level: 'warn' },
      persistence: {
        defaultStore: 'default',
        visibilityStore: 'visibility',
        numHistoryShards: 4,
        datastores: { default: store('temporal', 20), visibility: store('temporal_visibility', 4) },
      },
      global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
      services: {
        frontend: service(ports.TEMPORAL_PORT, ports.TEMPORAL_MEMBERSHIP_PORT),
        history: service(ports.TEMPORAL_HISTORY_PORT, ports.TEMPORAL_HISTORY_MEMBERSHIP_PORT),
        matching: service(ports.TEMPORAL_MATCHING_PORT, ports.TEMPORAL_MATCHING_MEMBERSHIP_PORT),
        worker: service(ports.TEMPORAL_WORKER_PORT, ports.TEMPORAL_WORKER_MEMBERSHIP_PORT),
      },
      clusterMetadata: {
        enableGlobalNamespace: false,
        failoverVersionIncrement: 10,
        masterClusterName: 'active',
        currentClusterName: 'active',
        clusterInformation: {
          active: {
            enabled: true,
            initialFailoverVersion: 1,
            rpcName: 'frontend',
            rpcAddress: `127.0.0.1:${ports.TEMPORAL_PORT}`,
          },
        },
      },
      dcRedirectionPolicy: { policy: 'noop' },
      archival: disabled,
      namespaceDefaults: { archival: disabled },
      dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '10s' },
    },
    null,
    2,
  );
}

/** Time skipping for simulations, and timers that fire within 50 ms instead of a second. */
export function dynamicConfig(): string {
  return JSON.stringify(
    {
      'frontend.WorkflowTimeSkippingEnabled': [{ value: true }],
      'system.forceSearchAttributesCacheRefreshOnRead': [{ value: true }],
      'history.timerProcessorMaxTimeShift': [{ value: '50ms' }],
    },
    null,
    2,
  );
}

export function webConfig(ports: Ports, defaultNamespace: string): string {
  return JSON.stringify(
    {
      temporalGrpcAddress: `127.0.0.1:${ports.TEMPORAL_PORT}`,
      host: '127.0.0.1',
      port: ports.TEMPORAL_UI_PORT,
      enableUi: true,
      cors: { cookieInsecure: true },
      defaultNamespace,
    },
    null,
    2,
  );
}
