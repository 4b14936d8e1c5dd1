import { Instant } from '../../domain/shared-kernel/instant.ts';
import { askAboutAnswer } from '../ask-about-answer.ts';
import { telephoneOf } from '../sender.ts';
import type { Uses } from '../uses.ts';
import { MessageUnplaced } from './message-unplaced.ts';

/** Who was let go so lately may still mean that. */
const RECENT_HOURS = 30 * 24;

/**
 * A text of somebody whom nobody asks at the moment: suspected, confirmed, in hospital, released, a contact who is not
 * under watch or no longer. It answers no question, so a person finds out what it is.
 * @throws MessageUnplaced where nobody is known under the telephone: what it says is kept for a person
 */
export const placeAnswer =
  (uses: Uses) =>
  async ({ commandId, from }: Readonly<{ commandId: string; from: string }>): Promise<'for-staff'> => {
    const at = await uses.clock.now();
    const since = Instant.of(at).plusHours(-RECENT_HOURS).toString();
    const known = await uses.lookups.knownByPhone(telephoneOf(from), since);
    if (known.length === 0) throw new MessageUnplaced('message/unknown-sender');
    for (const one of known) await askAboutAnswer(uses, one, { commandId, at });
    return 'for-staff';
  };
