import { ASKED_AFTER_HOURS } from '../../domain/epidemiological-investigation/information-request/patience.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { lookUpLimits } from '../look-up-limits.ts';
import { keeperOf } from './look-up-provider.ts';
import { keyOfLookUp } from './look-up-step.ts';
import { recordLookUpAnswer } from './record-look-up-result.ts';

/** `answered`: the result stands in our books. `askAgainAt`: when it makes sense to ask again. */
export type LookUpAsked = Readonly<{ answered: boolean; askAgainAt: string }>;

/** The provider has not told us anything: it is asked what became of the look-up, by our key. */
export const askForLookUp =
  (uses: Uses) =>
  async ({ id, at, commandId }: SubjectStep): Promise<LookUpAsked> => {
    const { state } = (await uses.informationRequests.load(id)).aggregate;
    const askAgainAt = Instant.of(at).plusHours(ASKED_AFTER_HOURS).toString();
    if (state.recordCount !== undefined) return { answered: true, askAgainAt };
    const { provider, system } = keeperOf(uses, state.kind);
    const standing = await provider.findRequestByKey(keyOfLookUp(id, `${system}-submission`));
    if (standing?.state !== 'ready') return { answered: false, askAgainAt };
    const { recordCount, resultReference } = standing;
    await recordLookUpAnswer({ ...uses, limits: lookUpLimits(uses) })({
      informationRequestId: id,
      kind: state.kind,
      recordCount,
      resultReference,
      by: system,
      commandId: `${commandId}:${resultReference}`,
      fingerprint: `${recordCount} ${resultReference}`,
    });
    return { answered: true, askAgainAt };
  };
