import { expect, test } from '@jest/globals';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, personId, taskId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Task } from '../../domain/worklist/task.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import { aCase, aContact, aDisease, aPerson, newId, now } from '../support/aggregate-makers.ts';
import { apiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
const [HERE, ELSEWHERE] = ['11110', '26440'];

const someone = async (district: string): Promise<string> => {
  const one = aPerson({ district: District.of(district) });
  await world.uses.people.save(one);
  return one.id;
};

/** Whoever lives there was named, and their own office has heard more of them since. */
async function contactOf(source: string, district: string) {
  const exposed = await someone(district);
  const one = aContact({ caseId: caseId(source), personId: personId(exposed), district });
  const by = { by: 'officer', at: now() };
  one.execute({ type: 'RecordContactVaccinations', vaccinatedOn: [LocalDate.of('2021-02-26')], ...by });
  await world.uses.contacts.save(one);
  const task = Task.unopened(taskId(newId()));
  const subject = TaskSubject.of({ kind: 'contact', id: one.id });
  const asked = { caseId: caseId(source), district: District.of(district), dueAt: by.at.plusHours(4) };
  task.execute({ type: 'OpenTask', kind: 'contact-grading', subject, ...asked, ...by });
  await world.uses.tasks.save(task);
  return { contactId: one.id, taskId: task.id, exposed };
}

const pageFor = async (source: string, ...jurisdictions: readonly string[]) => {
  const token = await tokenFor({ id: 'kim', roles: ['investigator'], jurisdictions });
  const { status, body } = await world.callAs(token, 'GET', `/cases/${source}`);
  expect(status).toBe(200);
  return body;
};

test('the page of a case tells of its contacts elsewhere that they were named, and nothing of them since', async () => {
  const one = aCase({ personId: personId(await someone(HERE)), district: HERE, disease: aDisease() });
  await world.uses.cases.save(one);
  const [near, far] = [await contactOf(one.id, HERE), await contactOf(one.id, ELSEWHERE)];
  const here = await pageFor(one.id, HERE);
  expect(here['contacts']).toMatchObject([
    { contactId: near.contactId, stage: 'named' },
    { contactId: far.contactId, stage: null },
  ]);
  const tasks = (page: typeof here) =>
    (page['tasks'] as readonly { taskId: string }[]).map((task) => task.taskId);
  const told = (page: typeof here, exposed: string) =>
    (page['history'] as readonly { type: string; data: { exposedPersonId?: string } }[])
      .filter(({ data }) => data.exposedPersonId === exposed)
      .map(({ type }) => type);
  expect(told(here, near.exposed)).toEqual(['ContactNamed', 'ContactVaccinationsRecorded']);
  expect(told(here, far.exposed)).toEqual(['ContactNamed']);
  expect(tasks(here)).toEqual([near.taskId]);
  expect(JSON.stringify(here['history'])).not.toContain(far.taskId);

  const both = await pageFor(one.id, HERE, ELSEWHERE);
  expect(both['contacts']).toMatchObject([{ stage: 'named' }, { stage: 'named' }]);
  expect(told(both, far.exposed)).toEqual(['ContactNamed', 'ContactVaccinationsRecorded']);
  expect(tasks(both)).toEqual([near.taskId, far.taskId]);
});
