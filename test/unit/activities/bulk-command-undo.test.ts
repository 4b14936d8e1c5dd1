import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { staffAccountIdOf } from '../../../activities/adapters/staff-account-id.ts';
import type { Requests } from '../../../activities/index.ts';
import { isolationManagementRequests } from '../../../activities/isolation-management/requests.ts';
import { patientManagementRequests } from '../../../activities/patient-management/requests.ts';
import type { Uses } from '../../../activities/uses.ts';
import { worklistRequests } from '../../../activities/worklist/requests.ts';
import { BULK_COMMANDS, type BulkCommandName } from '../../../api/bulk-commands/bulk-commands.ts';
import type { CommandTerms, Standing } from '../../../activities/bulk-work/command-terms.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import { HandOver } from '../../../domain/patient-management/hand-over/hand-over.ts';
import { NotFound, RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import { caseId, handOverId, isolationId, taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { aCase, aTask, newId } from '../../support/aggregate-makers.ts';
import { anIsolation, assigned, day, isolatedUntil, quarantined } from '../../support/isolation-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const NOW = day(6);

/** The real use cases over stores in memory. */
function office() {
  const uses = {
    tasks: repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never)),
    cases: repositoryInMemory((id, stored) => Case.from(caseId(id), stored as never)),
    handOvers: repositoryInMemory((id, stored) => HandOver.from(handOverId(id), stored as never)),
    isolations: repositoryInMemory((id, stored) => Isolation.from(isolationId(id), stored as never)),
    staffAccounts: { load: () => Promise.reject(new NotFound('staff-account/not-found')) },
    lookups: { staffAccountIdOf, openHandOverOf: () => Promise.resolve(undefined) },
    clock: { now: () => Promise.resolve(NOW.toString()) },
    newId,
  } as unknown as Uses;
  const requests = {
    ...worklistRequests(uses),
    ...isolationManagementRequests(uses),
    ...patientManagementRequests(uses),
  } as Requests;
  return { uses, requests };
}
type Office = ReturnType<typeof office>;

const who = fc.constantFrom('kim', 'park', 'lead');
const nobodyOr = fc.option(who, { nil: undefined, freq: 2 });

/** Where it begins, what is typed, and what must be as it was when it is brought back. */
type Story = Readonly<{
  begins: fc.Arbitrary<(at: Office) => Promise<string>>;
  typed?: fc.Arbitrary<object>;
  looked: (state: Standing) => unknown;
}>;

const task = nobodyOr.map((owner) => async ({ uses }: Office) => {
  const one = aTask({ at: NOW });
  if (owner !== undefined) one.execute({ type: 'ClaimTask', by: owner, at: NOW });
  await uses.tasks.save(one);
  return one.id;
});
const isolation = fc
  .tuple(nobodyOr, fc.constantFrom(isolatedUntil(), quarantined()))
  .map(([officer, ordered]) => async ({ uses }: Office) => {
    const one = anIsolation();
    one.execute(ordered);
    if (officer !== undefined) one.execute(assigned(officer));
    await uses.isolations.save(one);
    return one.id;
  });
const aCaseOf = (suspected: boolean) =>
  fc.constant(async ({ uses }: Office) => {
    const one = aCase({ at: NOW, suspected });
    await uses.cases.save(one);
    return one.id;
  });
const stageOf = async ({ uses }: Office, madeId: string): Promise<string> =>
  (await uses.handOvers.load(madeId)).aggregate.state.stage;
const owner = (state: Standing) => state['owner'];

const STORIES: Readonly<Partial<Record<BulkCommandName, Story>>> = {
  'claim-tasks': { begins: task, looked: owner },
  'hand-back-tasks': { begins: task, looked: owner },
  'reassign-tasks': {
    ...{ begins: task, looked: owner },
    typed: who.map((staffId) => ({ staffId, reason: 'workload' })),
  },
  'reschedule-isolations': {
    begins: isolation,
    typed: fc.integer({ min: 7, max: 40 }).map((number) => ({
      ...{ endsAt: day(number).toString(), reason: 'symptoms', protocol: 'kr-covid-19/2022-02-09/1' },
    })),
    looked: ({ endsAt, protocol }) => [endsAt, protocol],
  },
  'assign-officers': {
    begins: isolation,
    typed: who.map((officer) => ({ officer })),
    looked: ({ officer }) => officer,
  },
  'reclassify-cases': {
    begins: aCaseOf(true),
    typed: fc.constantFrom('suspected', 'probable').map((to) => ({ to, reason: 'clinical-picture' })),
    looked: ({ classification }) => classification,
  },
  'offer-hand-overs': {
    begins: aCaseOf(false),
    typed: fc.constant({ to: '26440', reason: 'workload' }),
    looked: ({ district }) => district,
  },
};
const backable = Object.entries(BULK_COMMANDS)
  .filter(([, { undo }]) => 'run' in undo)
  .map(([name]) => name);

test('every command that can be undone has a story here', () => {
  expect(Object.keys(STORIES).sort()).toEqual([...backable].sort());
});

test.each(Object.entries(STORIES))('%s is brought back to where it was', async (name, story) => {
  const terms: CommandTerms = BULK_COMMANDS[name as BulkCommandName];
  const { undo, subject } = terms;
  if (!('run' in undo)) throw new Error('no way back');
  let brought = 0;
  const asks = fc.tuple(story.begins, story.typed ?? fc.constant({}), who, who);
  await fc.assert(
    fc.asyncProperty(asks, async ([begin, typed, by, undoer]) => {
      const at = office();
      const subjectId = await begin(at);
      const stores = { task: at.uses.tasks, case: at.uses.cases, isolation: at.uses.isolations };
      const stateOf = async (): Promise<Standing> =>
        (await stores[subject as keyof typeof stores].load(subjectId)).aggregate.state;
      const before = await stateOf();
      const kept = undo.keep(before);
      const identity = (commandId: string, name: string) => ({
        commandId,
        fingerprint: '',
        by: name,
        subjectId,
      });
      const receipt = await terms.run(at.requests, identity('do', by), typed).catch((error: unknown) => {
        if (error instanceof RuleBroken) return undefined; // refused: nothing to bring back
        throw error;
      });
      if (receipt === undefined) return;
      const after = await stateOf();
      const madeId = undo.made === undefined ? undefined : receipt.id;
      if (madeId === undefined && JSON.stringify(after) === JSON.stringify(before)) return; // it was so already
      const back = undo.run(at.requests, { ...identity('undo', undoer), madeId, kept, stands: after });
      if (back === undefined) {
        expect(story.looked(before)).toBeUndefined(); // there was nothing before it
        return;
      }
      await back;
      brought += 1;
      expect(madeId === undefined ? story.looked(await stateOf()) : await stageOf(at, madeId)).toEqual(
        madeId === undefined ? story.looked(before) : 'withdrawn',
      );
    }),
    { numRuns: 60 },
  );
  expect(brought).toBeGreaterThan(0); // of sixty, some had anything to bring back
});
