import { LOOK_BACK_DAYS } from '../../domain/epidemiological-investigation/route/patience.ts';
import { isNoCase, type CaseState } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { lookUpLimits } from '../look-up-limits.ts';
import { daysThatCount } from './days-that-count.ts';
import { lookUpsOwed } from './look-ups-owed.ts';
import { fileRequest } from './request-information.ts';

/**
 * Asks formally for every look-up that the protocol in force has, of the days that count. Each waits for its approval by itself,
 * which nobody gives while the identity is in doubt. Quiet for what is no case any more.
 */
export const askForLookUps =
  (uses: Uses) =>
  async ({ id, at, commandId }: SubjectStep): Promise<void> => {
    const { caseId } = (await uses.routes.load(id)).aggregate.state;
    const aCase = (await uses.cases.load(caseId)).aggregate.state;
    if (isNoCase(aCase)) return;
    const period = await periodOf(uses, aCase, at);
    for (const kind of await lookUpsOwed(uses, caseId, at)) {
      await fileRequest({ ...uses, limits: lookUpLimits(uses) })({
        caseId,
        kind,
        ...period,
        by: 'process:route',
        commandId: `${commandId}:${kind}`,
        fingerprint: kind,
      });
    }
  };

/** The window in which others may have caught it, as far as it is over; without one, the days before. */
async function periodOf(uses: Uses, aCase: CaseState, at: string) {
  const today = Instant.of(at).dateInSeoul();
  const { from, until } = await daysThatCount(uses, aCase, at);
  const periodTo = until === null || until > today.toString() ? today.toString() : until;
  const earliest = today.plusDays(-LOOK_BACK_DAYS).toString();
  return { periodFrom: from === null || from > periodTo ? earliest : from, periodTo };
}
