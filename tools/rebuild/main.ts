import { rebuild } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { postgresUrl } from '../launcher/postgres.ts';
import { loadDotEnv, settings } from '../launcher/settings.ts';

/** `npm run processes:rebuild` beside a running `npm start`; elsewhere the three variables say where. */
loadDotEnv();
const { ports, database, namespace, databaseUrl, temporalAddress, simulationMode } = settings();
const { begun, running } = await rebuild({
  databaseUrl: databaseUrl ?? postgresUrl(ports.POSTGRES_PORT, database),
  temporalAddress: temporalAddress ?? `127.0.0.1:${ports.TEMPORAL_PORT}`,
  namespace: process.env['TEMPORAL_NAMESPACE'] ?? namespace,
  simulated: simulationMode,
});
console.log(
  `완료 done: ${begun}개 프로세스를 다시 시작했습니다, ${running}개는 실행 중입니다 · processes begun, running already`,
);
