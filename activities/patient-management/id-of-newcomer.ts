import type { LikenessFacts } from '../../domain/patient-management/person/likeness.ts';
import { termOfWhole } from '../../domain/patient-management/person/search-terms.ts';
import type { Uses } from '../uses.ts';

/**
 * Under which id somebody new is registered: the same for all who tell of them at this moment, if they tell all by which two
 * certainly are one.
 */
export async function idOfNewcomer(
  { identities, newId }: Pick<Uses, 'identities' | 'newId'>,
  facts: LikenessFacts,
  besides: readonly string[] = [],
): Promise<string> {
  const proposed = newId();
  if ([facts.nameKey, facts.birthDate, facts.phone].includes('')) return proposed;
  return identities.newcomer({ whole: termOfWhole(facts), proposed, besides });
}
