/** Writes the follow-ups of one round, in a process of its own that can be ended in the middle. Argument: the run. */
import pg from 'pg';
import { bulkAdapters } from '../../activities/adapters/bulk.ts';
import { writeFollowUps } from '../../activities/bulk-work/write-follow-ups.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';

const [runId = '', at = ''] = process.argv.slice(2);
const configured = configuration(process.env);
const pool = new pg.Pool({ connectionString: configured.DATABASE_URL, max: 2 });
const uses = {
  ...connect(configured, pool),
  ...bulkAdapters(configured, pool),
  heart: { beat: () => undefined },
};
await writeFollowUps(uses)({ runId, at });
await pool.end();
