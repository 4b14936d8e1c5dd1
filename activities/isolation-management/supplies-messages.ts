import { isAwaited, type SuppliesState } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { textMessage } from '../text-message.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { endedBecause, ownerOfSupplies, suppliesOf } from './supplies-step.ts';

type Name = 'essentials-question' | 'supplies-delayed' | 'supplies-cancelled';
/** `attempt`: the order that came to nothing; absent where a process from before asks, while it waits for the message. */
type MessageStep = SubjectStep & Readonly<{ attempt?: number }>;

/** While its owner stands there. What tells of the end is owed after it. */
const IS_OWED: Readonly<Record<Name, (state: SuppliesState, isOver: boolean) => boolean>> = {
  'essentials-question': ({ stage }, isOver) => stage === 'opened' && !isOver,
  'supplies-delayed': (state, isOver) => isAwaited(state) && !isOver,
  'supplies-cancelled': () => true,
};

/** A text about somebody's supplies. `{attempt}` in the key: one for each order. Each attempt looks whether it is owed. */
const message =
  (name: Name, ofAttempt: boolean) =>
  (uses: Uses) =>
  async ({ id, attempt }: MessageStep): Promise<void> => {
    const { state } = await suppliesOf(uses, id);
    const key = `supplies:${id}:${ofAttempt ? `${name}:${attempt ?? state.attempts.length}` : name}`;
    const isOwed = async (): Promise<boolean> => {
      const now = (await suppliesOf(uses, id)).state;
      return IS_OWED[name](now, (await endedBecause(uses, now)) !== undefined);
    };
    await textMessage(uses, {
      name,
      key,
      owner: ownerOfSupplies(id, state),
      personId: state.personId,
      template: name,
      isOwed,
    });
  };

/** 필수품 확인: asks what is missing at home. */
export const askForEssentials = message('essentials-question', false);
/** An order came to nothing, and there is another one. */
export const tellSuppliesDelayed = message('supplies-delayed', true);
/** Nothing will come: the person has to be helped in another way. */
export const tellSuppliesCancelled = message('supplies-cancelled', false);
