import type pg from 'pg';
import type { ProtocolVersion } from '../../../domain/protocol/protocol-version.ts';
import { READ_ANEW_AFTER_MILLISECONDS, type Protocols } from '../../ports/protocols.ts';

type Reading = Readonly<{ version: number; versions: readonly ProtocolVersion[]; checkedAt: number }>;

/** Published versions, remembered: their text is read again only when there is a new one. */
export function pgProtocols(pool: pg.Pool): Protocols {
  const readings = new Map<string, Promise<Reading>>();

  const read = async (
    disease: string,
    jurisdiction: string,
    known: Reading | undefined,
  ): Promise<Reading> => {
    const { rows } = await pool.query<{ version: number; versions: readonly ProtocolVersion[] | null }>({
      name: 'protocol-versions',
      text: `select version, case when version <> $3 then state -> 'versions' end as versions
        from protocol where disease = $1 and jurisdiction = $2`,
      values: [disease, jurisdiction, known?.version ?? 0],
    });
    const row = rows[0];
    const checkedAt = performance.now();
    if (row === undefined) return { version: 0, versions: [], checkedAt };
    return { version: row.version, versions: row.versions ?? known?.versions ?? [], checkedAt };
  };

  /** What does not exist is not remembered: anybody may ask for anything. */
  const versionsOf = (key: string, { versions }: Reading): readonly ProtocolVersion[] => {
    if (versions.length === 0) readings.delete(key);
    return versions;
  };

  return {
    async versions(disease, jurisdiction) {
      const key = JSON.stringify([jurisdiction, disease]);
      const pending = readings.get(key);
      const known = await pending;
      if (known !== undefined && performance.now() - known.checkedAt < READ_ANEW_AFTER_MILLISECONDS)
        return known.versions;
      // Whoever comes while one reads waits for that reading.
      const newer = readings.get(key);
      const reading = newer !== pending && newer !== undefined ? newer : read(disease, jurisdiction, known);
      readings.set(key, reading);
      reading.catch(() => readings.delete(key));
      return versionsOf(key, await reading);
    },
    async latestVersions(disease, jurisdiction) {
      const key = JSON.stringify([jurisdiction, disease]);
      const reading = read(disease, jurisdiction, await readings.get(key));
      readings.set(key, reading);
      reading.catch(() => readings.delete(key));
      return versionsOf(key, await reading);
    },
    async find(disease, jurisdiction) {
      const { rows } = await pool.query<{ id: string }>({
        text: 'select id from protocol where disease = $1 and jurisdiction = $2',
        values: [disease, jurisdiction],
      });
      return rows[0]?.id;
    },
  };
}
