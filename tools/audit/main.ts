import { auditVerify } from '../../activities/adapters/postgres/verify-access-records.ts';
import { postgresUrl } from '../launcher/postgres.ts';
import { loadDotEnv, settings } from '../launcher/settings.ts';

/** `npm run audit:verify` beside a running `npm start`; elsewhere DATABASE_URL says where. */
loadDotEnv();
const { ports, database, databaseUrl } = settings();
const url = databaseUrl ?? postgresUrl(ports.POSTGRES_PORT, database);
process.exitCode = (await auditVerify(url, process.argv.slice(2))) ? 0 : 1;
