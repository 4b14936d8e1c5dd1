import type { Heart } from './ports/heart.ts';
import type { Oversights } from './ports/oversights.ts';
import type { PeopleAway } from './ports/people-away.ts';
import type { UnsettledEffects } from './ports/unsettled-effects.ts';
import type { Uses } from './uses.ts';

export type UpkeepUses = Uses &
  Readonly<{
    heart: Heart;
    unsettledEffects: UnsettledEffects;
    oversights: Oversights;
    peopleAway: PeopleAway;
  }>;
/** One round looks at so many: the next comes in a minute. */
export const PER_ROUND = 200;
