import type { EffectOwner } from './ports/effect-log.ts';
import { callOff, effect } from './effect.ts';
import type { EffectName } from './effects-catalogue.ts';
import { holdWhileInDoubt } from './hold-while-in-doubt.ts';
import { personStandingFor } from './resolve-person.ts';
import { ExternalSystemRefused } from './ports/external-system.ts';
import type { Uses } from './uses.ts';
import { textOf, type Template, type Words } from './texts.ts';

export type Message = Readonly<{
  name: EffectName;
  key: string;
  owner: EffectOwner;
  personId: string;
  template: Template;
  feverFreeHours?: number | undefined;
  /** Put into the text where it has a place for one. */
  link?: () => Promise<string>;
  words?: Words;
  /** Asked first, and again when the intent is stored, right before the call: what is owed no more is called off. */
  isOwed?: () => Promise<boolean>;
}>;

/**
 * Sends a text to a person in their language. The gateway knows no idempotency key, so after a crash it is asked by our
 * reference before anything is sent again: at most once, and every gap is found.
 * @throws ExternalSystemRefused `person-deceased`: nothing is sent to the dead, a person tells whom it concerns; `telephone-unknown`: of
 * somebody known from a list only, so staff reach them otherwise
 */
export async function textMessage(
  { people, cases, texts, effects, lookups }: Uses,
  { name, key, owner, personId, template, feverFreeHours, link, words, isOwed }: Message,
): Promise<void> {
  if ((await isOwed?.()) === false) return callOffMessage({ effects, texts }, key);
  const { caseId } = owner;
  if (caseId !== undefined) holdWhileInDoubt((await cases.load(caseId)).aggregate.state, caseId);
  const person = await personStandingFor({ people }, personId);
  if (person.state.stage === 'erased') return callOffMessage({ effects, texts }, key); // nobody to tell any more
  const { personal, state } = person;
  await effect(
    effects,
    { name, key, owner },
    async () => {
      if ((await isOwed?.()) === false) return undefined;
      if (await lookups.hasDied(personId)) throw new ExternalSystemRefused('sms', 'person-deceased');
      const { phone } = personal;
      if (phone === undefined) throw new ExternalSystemRefused('sms', 'telephone-unknown');
      const url = await link?.();
      const put: Readonly<Record<string, string>> = {
        ...words?.(state.language),
        ...(url === undefined ? {} : { link: url }),
      };
      const plain = textOf(template, state.language, feverFreeHours);
      const text = plain.replace(/\{(\w+)\}/g, (place, name: string) => put[name] ?? place);
      return (await texts.send({ key, to: phone, text })).providerMessageId;
    },
    async () => (await texts.findByKey(key))?.providerMessageId,
  );
}

/** A text that nobody needs any more. */
export const callOffMessage = (
  { effects, texts }: Pick<Uses, 'effects' | 'texts'>,
  key: string,
): Promise<void> => callOff(effects, key, async () => (await texts.findByKey(key))?.providerMessageId);
