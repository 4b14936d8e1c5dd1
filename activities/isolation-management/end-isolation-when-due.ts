import type { IsolationEnd } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { changed } from '../change.ts';
import { ownIllnessOf, type IllnessUses } from '../own-illness.ts';
import { whoAndWhen } from './asked.ts';
import type { IsolationAsked, IsolationUses } from './isolation-command.ts';

export type EndIsolationInput = IsolationAsked & Readonly<{ because: IsolationEnd }>;
/** Not ended: until when to wait, because the end has moved; or for what, because the person may be ill. */
export type IsolationEnding =
  | Readonly<{ ended: true }>
  | Readonly<{ ended: false; endsAt: string } | { ended: false; waitsFor: 'test-result' }>;

/** Whenever the timer of an order fires. One that was set before an extension is told the new end. */
export const endIsolationWhenDue =
  (uses: IsolationUses & IllnessUses) =>
  async (input: EndIsolationInput): Promise<IsolationEnding> => {
    const by = await whoAndWhen(input, uses.clock);
    try {
      const { aggregate } = await changed(uses.isolations, input.isolationId, input, async (isolation) => {
        const { stage, kind } = isolation.state;
        const ownIllness =
          stage === 'ended' || kind === 'isolation' ? undefined : await ownIllnessOf(uses, isolation.state);
        isolation.execute({ type: 'EndIsolation', because: input.because, ownIllness, ...by });
      });
      return aggregate.state.stage === 'ended' ? { ended: true } : { ended: false, waitsFor: 'test-result' };
    } catch (error) {
      if (!(error instanceof RuleBroken) || error.code !== 'isolation/not-due') throw error;
      return { ended: false, endsAt: String(error.params['endsAt']) };
    }
  };
