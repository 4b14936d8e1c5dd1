import type { CaseFate } from '../oracle/evidence.ts';
import { pause } from '../patience.ts';
import type { World } from '../world.ts';
import { viewCases } from './case-view.ts';
import type { Patient } from './patient.ts';

type Following = Readonly<{
  recoveredAt: () => number;
  /** Every story is over: nobody is left whom a fault could meet. */
  allOver: () => void;
  stillMilliseconds: number;
}>;

/** Lets the patients act until every story is over, or a case has stood still for too long after the recovery. */
export async function follow(
  world: World,
  patients: readonly Patient[],
  { recoveredAt, allOver, stillMilliseconds }: Following,
): Promise<readonly CaseFate[]> {
  for (;;) {
    const views = await viewCases(
      world,
      patients.flatMap(({ caseId }) => caseId ?? []),
    );
    const now = performance.now();
    const fates = patients.map((one): CaseFate => {
      const view = one.caseId === undefined ? undefined : views.get(one.caseId);
      if (view !== undefined) one.act(view);
      const { caseId, story, replies, failure, changedAt } = one;
      return {
        caseId,
        story: `${story.kind} ${story.specimen ?? ''} ${story.turn ?? ''} ${story.channel}`.replaceAll(
          / +/g,
          ' ',
        ),
        over: view !== undefined && one.isOver(view),
        stage: view?.stage,
        stillForMilliseconds: now - Math.max(recoveredAt(), changedAt),
        replies,
        failure,
      };
    });
    const open = fates.filter((fate) => !fate.over);
    if (open.length === 0) allOver();
    const hopeless = open.every(
      ({ stillForMilliseconds, failure }) =>
        stillForMilliseconds > stillMilliseconds || failure !== undefined,
    );
    if (recoveredAt() < Infinity && (open.length === 0 || hopeless)) return fates;
    await pause(250);
  }
}
