import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { isNoCase } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';
import { contactFacts } from './contact-facts.ts';
import { planOf, type Planning } from './follow-up-plan.ts';

/** The latest end for anybody whom it is for, with the version that says so. `none`: no contact needs it any more. */
export type QuarantineEnd = Readonly<{ endsAt: Instant; protocol: string }> | 'none' | 'undecided';

/**
 * When a quarantine ends by the protocol in force, for every exposure that it counts as it is stored. As long as the day
 * of one contact is not known, because facts are missing or criteria decide, it can become later and never earlier.
 */
export const quarantineEndOf =
  (uses: Uses) =>
  async ({ exposures, endsAt: present }: IsolationState, at: string): Promise<QuarantineEnd> => {
    const contactIds = [...new Set(exposures.map(({ contactId }) => contactId))];
    const needs: (Planning | undefined)[] = [];
    for (const id of contactIds) needs.push(await needOf(uses, id, at));
    const counting = needs.filter((need) => need !== undefined);
    if (counting.length === 0) return 'none';
    const known = counting.flatMap((need) =>
      'missing' in need || need.endsAt === undefined
        ? []
        : [{ endsAt: need.endsAt, protocol: need.protocol }],
    );
    const [first, ...others] = known;
    if (first === undefined) return 'undecided';
    const last = others.reduce((latest, one) => (one.endsAt.isAfter(latest.endsAt) ? one : latest), first);
    const isLater = present !== undefined && last.endsAt.isAfter(Instant.of(present));
    return known.length === counting.length || isLater ? last : 'undecided';
  };

/** What is planned for a contact who needs a quarantine, or may need one; for one that may yet turn out to be no case as well. */
async function needOf(uses: Uses, id: string, at: string): Promise<Planning | undefined> {
  const facts = await contactFacts(uses, { id, at });
  const { stage, grade } = facts.state;
  if (isNoCase(facts.source) || stage === 'dropped' || grade === 'none') return undefined;
  if (grade === undefined) return { protocol: facts.definition.version, missing: ['grade'] };
  const plan = planOf(facts);
  return 'missing' in plan || plan.kind === 'quarantine' ? plan : undefined;
}
