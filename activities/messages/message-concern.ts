import type { SubjectKind } from '../../domain/worklist/task-subject.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import { telephoneOf } from '../sender.ts';
import type { Uses } from '../uses.ts';

/** What a message names: an aggregate, one of our texts by its key, or the telephone that it came from. */
export type Concern =
  Readonly<{ kind: string; id: string }> | Readonly<{ textKey: string }> | Readonly<{ from: string }>;

/** What the partners tell us about. */
const TOLD_OF: Readonly<Record<string, SubjectKind>> = {
  'pcr-laboratory': 'test',
  sms: 'person',
  payment: 'supplies',
  delivery: 'supplies',
  'entry-log': 'information-request',
  'card-history': 'information-request',
  'living-support': 'living-support',
  survey: 'survey',
};

type Place = Readonly<{ district: string; caseId?: string }>;
/** Where a message that is laid aside belongs: `concerns` says whose list, the rest is known where what it names is. */
type Belongs = Readonly<{ concerns?: SubjectKind; about?: Named; place?: Place }>;
type Named = Readonly<{ kind: string; id: string }>;

export async function whereItBelongs(
  uses: Uses,
  source: string,
  concern: Concern | undefined,
): Promise<Belongs> {
  const kind = TOLD_OF[source];
  const ofSource = kind === undefined ? {} : { concerns: kind };
  const about = concern === undefined ? undefined : await named(uses, concern);
  const place = about === undefined ? undefined : await uses.lookups.placeOf(about);
  if (about === undefined || place === undefined) return ofSource;
  // What is about a case and nothing else is for those who manage the patient.
  const concerns = about.kind === 'case' ? 'person' : (about.kind as SubjectKind);
  return { concerns, about, place };
}

async function named(uses: Uses, concern: Concern): Promise<Named | EffectOwner | undefined> {
  if ('textKey' in concern) return uses.effects.ownerOfMessage(concern.textKey);
  if (!('from' in concern)) return concern;
  const [one, ...others] = await uses.lookups.knownByPhone(telephoneOf(concern.from), await uses.clock.now());
  if (one === undefined || others.length > 0) return undefined;
  return one.contactId === undefined
    ? { kind: 'case', id: one.caseId }
    : { kind: 'contact', id: one.contactId };
}
