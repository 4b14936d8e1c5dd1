import { effect } from './effects.ts';
import { holdWhileInDoubt } from './hold-while-in-doubt.ts';
import type { Uses } from './uses.ts';
import { textOf, type Template } from './texts.ts';

/**
 * Sends a text to a person in their language. The gateway knows no idempotency key, so after a crash it is asked by our
 * reference before anything is sent again: at most once, and every gap is found.
 */
export async function textMessage(
  { people, cases, texts, effects }: Uses,
  message: Readonly<{
    key: string;
    caseId: string;
    personId: string;
    template: Template;
    feverFreeHours?: number | undefined;
  }>,
): Promise<void> {
  const { key, caseId } = message;
  holdWhileInDoubt((await cases.load(caseId)).aggregate.state, caseId);
  const person = (await people.load(message.personId)).aggregate;
  if (person.state.stage === 'erased') return; // nobody to tell any more
  const { personal, state } = person;
  await effect(
    effects,
    { key, system: 'sms', caseId },
    async () => {
      const sent = await texts.send({
        key,
        to: personal.phone,
        text: textOf(message.template, state.language, message.feverFreeHours),
      });
      return sent.providerMessageId;
    },
    async () => (await texts.findByKey(key))?.providerMessageId,
  );
}
