import {
  feverFreeHoursAsked,
  nextContactMoment,
} from '../../domain/patient-management/case/release-criteria.ts';
import { releaseRules } from '../../domain/protocol/evaluation/release.ts';
import { inForce } from '../../domain/protocol/protocol-version.ts';
import { crashPoint } from '../ports/crash-points.ts';
import { ExternalSystemRefused, wasNeverTaken } from '../ports/external-system.ts';
import {
  CALL_BEGUN_WITHIN_MILLISECONDS,
  type ClaimedMessage,
  type Reached,
  type SettledMessage,
} from '../ports/outgoing-messages.ts';
import { textOf, type Template } from '../texts.ts';
import { nowOf, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';

/** Messages taken at once, and how many of them are under way at the same time. */
const [TAKEN, AT_ONCE] = [100, 10];
const A_MOMENT = 1_000;
/** When a message that is held is looked at again. */
const HELD_HOURS = 1 / 60;

/**
 * Sends what a run owes, in the hours in which people may be asked. The intent is stored before the call and the result
 * after it; a message whose fate is not known is looked for by its key before it is sent again, and that only when what
 * was sent can no longer go out: at most once.
 */
export const sendMessages =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { outgoingMessages: messages, heart } = uses;
    await messages.takeBack(runId);
    for (;;) {
      heart.beat();
      const now = await nowOf(uses, at);
      const waiting = await messages.waitingDiseases(runId);
      if (waiting.length === 0)
        return (await messages.areHeld(runId))
          ? { paused: false, waitUntil: now.plusHours(HELD_HOURS).toString() }
          : { paused: false };
      const hours = await Promise.all(waiting.map((disease) => contactOf(uses, disease, at)));
      const open = hours.filter(({ opensAt, now }) => !opensAt.isAfter(now));
      if (open.length === 0) {
        const [first] = hours.map(({ opensAt }) => opensAt.toString()).sort();
        return { paused: false, ...(first === undefined ? {} : { waitUntil: first }) };
      }
      const claimedAt = performance.now();
      const claimed = await messages.claim({
        runId,
        diseases: open.map(({ disease }) => disease),
        limit: TAKEN,
        now: now.toString(),
      });
      if (claimed.paused) return { paused: true };
      if (claimed.looked === 0) {
        await new Promise((resolve) => setTimeout(resolve, A_MOMENT)); // another worker has them
        continue;
      }
      const fever = new Map(open.map(({ disease, feverFreeHours }) => [disease, feverFreeHours]));
      await sendAll(uses, { runId, claimedAt, claimed: claimed.messages, fever });
    }
  };

type Batch = Readonly<{
  runId: string;
  claimed: readonly ClaimedMessage[];
  /** By this process's own running time. */
  claimedAt: number;
  fever: ReadonlyMap<string, number | undefined>;
}>;

async function sendAll(
  { outgoingMessages, texts, heart }: BulkUses,
  { runId, claimed, claimedAt, fever }: Batch,
): Promise<void> {
  const reached = await outgoingMessages.reach(claimed.map(({ personId }) => personId));
  const settled: SettledMessage[] = [];
  const uncalled: ClaimedMessage[] = [];
  const called: ClaimedMessage[] = [];
  let trouble: unknown;
  const queue = [...claimed];
  /** What was sent and may still go out, as far as anybody knows. */
  const open = new Set<string>();
  const isLate = (): boolean => performance.now() - claimedAt > CALL_BEGUN_WITHIN_MILLISECONDS;
  const send = async (message: ClaimedMessage): Promise<SettledMessage | undefined> => {
    const { key, personId, template, disease, calledOff } = message;
    const earlier = message.triedBefore ? await texts.findByKey(key) : undefined;
    if (earlier !== undefined)
      return { key, personId, outcome: 'sent', reference: earlier.providerMessageId };
    const person: Reached | undefined = reached.get(personId);
    if (person === undefined || calledOff !== undefined)
      return { key, personId, outcome: 'dropped', code: calledOff ?? 'nobody-to-tell' };
    if (isLate()) return undefined; // its claim is too old: it is taken anew
    const text = textOf(template as Template, person.language, fever.get(disease));
    try {
      crashPoint('effect/before-call');
      open.add(key);
      const { providerMessageId } = await texts.send({ key, to: person.phone, text });
      crashPoint('effect/after-call');
      return { key, personId, outcome: 'sent', reference: providerMessageId };
    } catch (error) {
      if (wasNeverTaken(error)) open.delete(key);
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
          const done = trouble === undefined ? await send(next) : undefined;
          if (done === undefined) uncalled.push(next);
          else settled.push(done);
        } catch (error) {
          trouble = error;
          (open.has(next.key) ? called : uncalled).push(next);
        }
      }
    }),
  );
  // What is known is stored, whatever else went wrong.
  await outgoingMessages.settle(runId, settled);
  await outgoingMessages.letGo(runId, uncalled, { called: false });
  await outgoingMessages.letGo(runId, called, { called: true });
  if (trouble !== undefined) throw trouble;
}

/** When people may be asked about a disease, and what the question asks of fever. */
async function contactOf(uses: BulkUses, disease: string, at: string) {
  const { protocols, jurisdiction, protocolAsOf } = uses;
  const now = await nowOf(uses, at);
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
