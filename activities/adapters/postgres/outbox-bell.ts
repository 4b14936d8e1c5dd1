import type pg from 'pg';

/**
 * Tells the relay, after a commit, that something waits in the outbox. Not part of the commit: PostgreSQL lets
 * transactions that notify commit one at a time only. One call is under way at most, one more stands for all that came
 * meanwhile; one that is lost is made good by the relay's own looking.
 */
export function outboxBell(pool: pg.Pool): () => void {
  let ringing = false;
  let again = false;
  const ring = async (): Promise<void> => {
    ringing = true;
    do {
      again = false;
      await pool.query(`select pg_notify('domain_event', '')`);
    } while (again);
  };
  return () => {
    again = true;
    if (ringing) return;
    ring()
      .catch(() => undefined) // the relay looks by itself
      .finally(() => {
        ringing = false;
      });
  };
}
