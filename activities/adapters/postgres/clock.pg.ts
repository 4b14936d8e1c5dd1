import type pg from 'pg';
import type { Clock } from '../../ports/clock.ts';

/** The database's clock plus the simulation's offset: one clock for every host. */
export function pgClock(pool: pg.Pool): Clock {
  return {
    async now() {
      const { rows } = await pool.query<{ now: Date }>({
        name: 'clock',
        text: 'select clock_timestamp() + ahead as now from simulation_clock',
      });
      const now = rows[0]?.now;
      if (now === undefined) throw new Error('simulation_clock has lost its row');
      return now.toISOString();
    },
  };
}

/** The host's own clock: outside a simulation it is right, and the database refuses what is far ahead of its own. */
export const wallClock: Clock = { now: () => Promise.resolve(new Date().toISOString()) };
