import { isAwaited } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { contactMessageOf, isOwedToContact } from '../contact-messages.ts';
import type { EffectName } from '../effects-catalogue.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import type { Uses } from '../uses.ts';

type Stages = readonly string[];
/** Effects that are owed only while their owner stands there. What is owed after an end, such as a notice of it, is not among them. */
const OWED_WHILE: Readonly<Partial<Record<EffectName, Stages>>> = {
  'symptom-question': ['symptom-check'],
  'test-order': ['suspected', 'retest'],
  'isolation-notice': ['ordered'],
  'quarantine-notice': ['ordered'],
  'check-reminder': ['active'],
  'essentials-question': ['opened'],
  'quarantine-test-order': ['follow-up'],
};

const stageOf = async (uses: Uses, { kind, id }: EffectOwner): Promise<string | undefined> => {
  const owners = {
    case: uses.cases,
    isolation: uses.isolations,
    supplies: uses.supplies,
    contact: uses.contacts,
  } as const;
  const keeper = Object.hasOwn(owners, kind) ? owners[kind as keyof typeof owners] : undefined;
  return keeper === undefined ? undefined : (await keeper.load(id)).aggregate.state.stage;
};

/**
 * Whether nobody goes on with an effect any more, because its owner has gone another way: after a lost engine store its process
 * begins where the owner stands, and knows nothing of a step that was under way.
 */
export async function isOwedNoMore(
  uses: Uses,
  { key, name, owner }: Readonly<{ key: string; name: string; owner: EffectOwner }>,
): Promise<boolean> {
  const toContact = contactMessageOf(key);
  if (toContact !== undefined) return !(await isOwedToContact(uses, toContact));
  if (name === 'supplies-delayed') return !isAwaited((await uses.supplies.load(owner.id)).aggregate.state);
  const stages = Object.hasOwn(OWED_WHILE, name) ? OWED_WHILE[name as EffectName] : undefined;
  if (stages === undefined) return false;
  const stage = await stageOf(uses, owner);
  return stage !== undefined && !stages.includes(stage);
}
