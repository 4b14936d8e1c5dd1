import {
  feverFreeHoursAsked,
  nextContactMoment,
} from '../../domain/patient-management/case/release-criteria.ts';
import { releaseRules } from '../../domain/protocol/evaluation/release.ts';
import { inForce } from '../../domain/protocol/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { crashPoint } from '../ports/crash-points.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { ClaimedMessage, Reached, SettledMessage } from '../ports/outgoing-messages.ts';
import { textOf, type Template } from '../texts.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';

/** Messages taken at once, and how many of them are under way at the same time. */
const [TAKEN, AT_ONCE] = [100, 10];
const A_MOMENT = 1_000;

/**
 * Sends what a run owes, in the hours in which people may be asked. The intent is stored before the call and the result
 * after it; a message whose fate is not known is looked for by its key before it is sent again: at most once.
 */
export const sendMessages =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { outgoingMessages: messages, heart } = uses;
    for (;;) {
      heart.beat();
      const waiting = await messages.waitingDiseases(runId);
      if (waiting.length === 0) return { paused: false };
      const hours = await Promise.all(waiting.map((disease) => contactOf(uses, disease, at)));
      const open = hours.filter(({ opensAt, now }) => !opensAt.isAfter(now));
      if (open.length === 0) {
        const [first] = hours.map(({ opensAt }) => opensAt.toString()).sort();
        return { paused: false, ...(first === undefined ? {} : { waitUntil: first }) };
      }
      const claimed = await messages.claim({
        runId,
        diseases: open.map(({ disease }) => disease),
        limit: TAKEN,
      });
      if (claimed.paused) return { paused: true };
      if (claimed.messages.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, A_MOMENT)); // another worker has them
        continue;
      }
      const fever = new Map(open.map(({ disease, feverFreeHours }) => [disease, feverFreeHours]));
      await sendAll(uses, runId, claimed.messages, fever);
    }
  };

async function sendAll(
  { outgoingMessages, texts, heart }: BulkUses,
  runId: string,
  claimed: readonly ClaimedMessage[],
  fever: ReadonlyMap<string, number | undefined>,
): Promise<void> {
  const reached = await outgoingMessages.reach(claimed.map(({ personId }) => personId));
  const settled: SettledMessage[] = [];
  const unknown: ClaimedMessage[] = [];
  let trouble: unknown;
  const queue = [...claimed];
  const send = async (message: ClaimedMessage): Promise<SettledMessage> => {
    const { key, personId, template, disease } = message;
    const person: Reached | undefined = reached.get(personId);
    if (person === undefined) return { key, personId, outcome: 'dropped', code: 'nobody-to-tell' };
    const earlier = message.triedBefore ? await texts.findByKey(key) : undefined;
    const text = textOf(template as Template, person.language, fever.get(disease));
    try {
      crashPoint('effect/before-call');
      const { providerMessageId } = earlier ?? (await texts.send({ key, to: person.phone, text }));
      crashPoint('effect/after-call');
      return { key, personId, outcome: 'sent', reference: providerMessageId };
    } catch (error) {
      if (error instanceof ExternalSystemRefused)
        return { key, personId, outcome: 'refused', code: error.code };
      throw error;
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        try {
          if (trouble === undefined) heart.beat();
          if (trouble === undefined) settled.push(await send(next));
          else unknown.push(next);
        } catch (error) {
          trouble = error;
          unknown.push(next);
        }
      }
    }),
  );
  // What is known is stored, whatever else went wrong.
  await outgoingMessages.settle(runId, settled);
  await outgoingMessages.letGo(runId, unknown);
  if (trouble !== undefined) throw trouble;
}

/** When people may be asked about a disease, and what the question asks of fever. */
async function contactOf(
  { protocols, jurisdiction, protocolAsOf, clock }: BulkUses,
  disease: string,
  at: string,
) {
  const wall = await clock.now();
  const now = Instant.of(wall > at ? wall : at);
  const today = protocolAsOf ?? now.dateInSeoul().toString();
  const rules = inForce(await protocols.versions(disease, jurisdiction), today)?.rules;
  const { contactHours, caseRelease, releaseCheck } = rules ?? {};
  if (contactHours === undefined) throw new TypeError(`no contact hours for ${disease}`);
  return {
    disease,
    now,
    opensAt: nextContactMoment({ contactHours }, now),
    feverFreeHours:
      caseRelease === undefined || releaseCheck === undefined
        ? undefined
        : feverFreeHoursAsked({ release: releaseRules(caseRelease, releaseCheck) }),
  };
}
