import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { verifyAccess, type Verified } from './verify-access.ts';

/** What a verification found, for people; the last line is what to do. */
export function verdict({
  rows,
  chains,
  anchors,
  newestAnchor,
  brokenPlaces,
  firstBroken,
}: Verified): readonly string[] {
  const read = `${rows} rows, ${chains} chains, ${anchors} anchors`;
  if (firstBroken !== undefined) {
    const { what, fault, chain, position } = firstBroken;
    return [
      `확인한 행 read: ${read}`,
      `손상 BROKEN in ${brokenPlaces}곳 place(s); 첫 곳 the first: ${what} ${fault}, chain ${chain}, position ${position}`,
      '데이터베이스를 그대로 보존하고 백업과 대조한 뒤 보안 담당자에게 알리세요. Keep the database as it is, compare with a backup, and tell whoever is responsible for security.',
    ];
  }
  if (newestAnchor === undefined)
    return [`확인한 행 read: ${read}`, '아직 기록이 없습니다. Nothing is recorded yet.'];
  return [
    `완료 whole: ${read}`,
    `마지막 고정점 newest anchor: ${newestAnchor.position} ${newestAnchor.hash}`,
    '이 값을 데이터베이스 밖에 적어 두고 다음에 --noted 로 주세요. Note this hash outside of the database, and give it as --noted the next time.',
  ];
}

/** Reads the records of a database, says what was found; whether all is whole. */
export async function auditVerify(databaseUrl: string, args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { noted: { type: 'string' } } });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const verified = await verifyAccess(client, values.noted);
    for (const line of verdict(verified)) console.log(line);
    return verified.brokenPlaces === 0;
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is missing: set it to the database to verify');
  process.exitCode = (await auditVerify(databaseUrl, process.argv.slice(2))) ? 0 : 1;
}
