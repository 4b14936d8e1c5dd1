import { expect, test } from '@jest/globals';
import { pgHandOverLookups } from '../../activities/adapters/postgres/hand-over-lookups.pg.ts';
import { openTaskAbout } from '../../activities/open-task-about.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { newId, now } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { FROM, TO } from '../support/hand-over-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

test('what a message tells about a contact stays behind; what it tells about the case moves', async () => {
  const { tasks } = pgRepositories(database.pool, () => false, seals);
  const caseId = newId();
  const asked = (reason: string) =>
    openTaskAbout({ tasks, newId })({
      kind: 'message-parked',
      subject: { kind: 'message', id: newId() },
      ...{ caseId, reason, district: FROM, commandId: newId(), by: 'process:inbox', at: now().toString() },
    });
  const ofCase = await asked(`sms: text/unclear about case ${caseId}`);
  await asked(`sms: text/unclear about contact ${newId()}`);
  const left = await pgHandOverLookups(database.pool).tasksLeftBehind(caseId, TO);
  expect(left).toEqual([ofCase.taskId]);
});
