import { textMessage } from '../text-message.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { ownerOfSupplies, suppliesOf } from './supplies-step.ts';

/** A text about somebody's supplies. `{attempt}` in the key: one for each order. */
const message =
  (name: 'essentials-question' | 'supplies-delayed' | 'supplies-cancelled', ofAttempt: boolean) =>
  (uses: Uses) =>
  async ({ id }: SubjectStep): Promise<void> => {
    const { state } = await suppliesOf(uses, id);
    const key = ofAttempt ? `${name}:${state.attempts.length}` : name;
    await textMessage(uses, {
      name,
      key: `supplies:${id}:${key}`,
      owner: ownerOfSupplies(id, state),
      personId: state.personId,
      template: name,
    });
  };

/** 필수품 확인: asks what is missing at home. */
export const askForEssentials = message('essentials-question', false);
/** An order came to nothing, and there will be another one. */
export const tellSuppliesDelayed = message('supplies-delayed', true);
/** Nothing will come: the person has to be helped in another way. */
export const tellSuppliesCancelled = message('supplies-cancelled', false);
