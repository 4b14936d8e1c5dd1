import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Decision, TaskKind } from '../../domain/worklist/task.ts';
import { caseStory } from './case-story.ts';
import type { CaseWorld } from './case-world.ts';
import { keepHistory } from './golden.ts';

type Claimed = Readonly<{ caseId: string; phone: string; isolation: string; claim: string }>;

/** What the tests of living support say again and again. */
export function livingSupportStory(world: CaseWorld) {
  const { somebody, askedAtNoon } = caseStory(world);
  const state = async (id: string) => (await world.uses.livingSupports.load(id)).aggregate.state;
  const by = (who: string) => ({ commandId: `test:${randomUUID()}`, fingerprint: 'f', by: who });
  const atStage = (id: string, stage: string) =>
    world.until(`claim at ${stage}`, async () => (await state(id)).stage === stage);

  const openTasks = async (id: string): Promise<{ taskId: string; kind: TaskKind; reason?: string }[]> => {
    const found = await world.uses.lookups.openTasksAbout({ kind: 'living-support', id });
    return Promise.all(
      found.map(async (taskId) => {
        const { kind, reason } = (await world.uses.tasks.load(taskId)).aggregate.state;
        return { taskId, kind, ...(reason === undefined ? {} : { reason }) };
      }),
    );
  };
  const task = async (id: string, kind: TaskKind, reason?: string): Promise<string> => {
    let found: string | undefined;
    await world.until(`task ${kind} ${reason ?? ''}`, async () => {
      const open = await openTasks(id);
      found = open.find(
        (one) => one.kind === kind && (reason === undefined || one.reason === reason),
      )?.taskId;
      return found !== undefined;
    });
    return found ?? '';
  };

  const toldOf = (id: string): readonly string[] =>
    world.partners.sent().flatMap(({ key, text }) => (key.includes(`${id}:notice:`) ? [text] : []));

  const story = {
    state,
    atStage,
    openTasks,
    task,
    by,
    /** What the person was told of the claim, in order. */
    toldOf,
    /** So many texts have gone out: what happens next outdates none of them. */
    told: (id: string, texts: number): Promise<void> =>
      world.until(`${texts} texts about the claim`, async () => toldOf(id).length === texts),
    /** A confirmed case whose isolation is notified, and the claim that follows from it. */
    claimed: async (): Promise<Claimed> => {
      const { phone, person } = somebody();
      const caseId = await world.open('diagnosis', { person });
      await world.atStage(caseId, 'home-treatment');
      let isolation = '';
      let claim = '';
      await world.until('a claim', async () => {
        isolation = (await world.uses.lookups.isolationOfCase(caseId)) ?? '';
        claim = (await world.uses.lookups.livingSupportOfIsolation(isolation)) ?? '';
        return claim !== '';
      });
      return { caseId, phone, isolation, claim };
    },
    /** A moment at which the order is served, so that it can be violated. */
    inIsolation: async ({ caseId }: Claimed): Promise<string> => {
      await world.until('the order is served', async () =>
        (await world.events(caseId)).includes('IsolationNotified'),
      );
      return world.uses.clock.now();
    },
    /** The patient is free of symptoms, and released. */
    isolationOver: async ({ caseId, phone }: Claimed): Promise<void> => {
      await askedAtNoon(caseId);
      await world.answer('1', phone);
      await world.atStage(caseId, 'released');
    },
    /** The isolation ends on its first day: the diagnosis is withdrawn. */
    isolationOverAtOnce: async ({ caseId }: Claimed): Promise<void> => {
      await world.ask.withdrawDiagnosis({ ...by('officer'), caseId, reason: 'wrong-result' });
    },
    stated: (id: string, facts: Readonly<Record<string, boolean | number>>, householdSize?: number) =>
      world.ask.stateLivingSupportFacts({ ...by('payer'), livingSupportId: id, facts, householdSize }),
    decide: async (id: string, kind: TaskKind, decision: Decision, who: string): Promise<void> => {
      await world.ask.decideTask({ ...by(who), taskId: await task(id, kind), decision });
    },
    /** The payment system has been asked; answers the key of that attempt. */
    transferred: async (id: string, attempt: number): Promise<string> => {
      const key = `living-support:${id}:payment:${attempt}`;
      await world.until(`transfer ${attempt}`, async () =>
        world.partners.transfers().some((one) => one.key === key),
      );
      return key;
    },
    /** The payment system says that the money has gone. */
    paid: async (id: string, key: string): Promise<void> => {
      world.partners.transferEnds(key, 'paid');
      const found = await world.partners.livingSupportPayments.findTransferByKey(key);
      await world.ask.recordLivingSupportPayment({
        ...by('living-support-payments'),
        livingSupportId: id,
        amountWon: found?.won ?? 0,
        reference: found?.reference ?? '',
      });
    },
    ended: async (id: string, stage: string, path?: string): Promise<void> => {
      await world.processEnded(`living-support/${id}`);
      expect((await state(id)).stage).toBe(stage);
      if (path !== undefined) await keepHistory(world, `living-support/${id}`, path);
    },
  };
  return {
    ...story,
    /** Judged, approved and paid at the first attempt, and the person knows of both. */
    paidOut: async (claim: string): Promise<void> => {
      await atStage(claim, 'facts-missing');
      await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
      await story.decide(claim, 'living-support-approval', 'approve', 'chief');
      const key = await story.transferred(claim, 1);
      await story.told(claim, 1);
      await story.paid(claim, key);
      await story.ended(claim, 'paid');
    },
  };
}

export type LivingSupportStory = ReturnType<typeof livingSupportStory>;
