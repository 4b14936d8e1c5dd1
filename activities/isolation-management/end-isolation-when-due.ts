import type { IsolationEnd } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { isolationCommand, type IsolationAsked, type IsolationUses } from './isolation-command.ts';

export type EndIsolationInput = IsolationAsked & Readonly<{ because: IsolationEnd }>;
/** Not ended: until when to wait, because the end has moved. */
export type IsolationEnding = Readonly<{ ended: true }> | Readonly<{ ended: false; endsAt: string }>;

const end = isolationCommand<EndIsolationInput>((input, by) => ({
  type: 'EndIsolation',
  because: input.because,
  ...by,
}));

/** Whenever the timer of an order fires. One that was set before an extension is told the new end. */
export const endIsolationWhenDue =
  (uses: IsolationUses) =>
  async (input: EndIsolationInput): Promise<IsolationEnding> => {
    try {
      await end(uses)(input);
      return { ended: true };
    } catch (error) {
      if (!(error instanceof RuleBroken) || error.code !== 'isolation/not-due') throw error;
      return { ended: false, endsAt: String(error.params['endsAt']) };
    }
  };
