import type { DestroyValues } from './bulk-work/sweep.ts';
import { destroyAnswers } from './diagnostic-testing/destroy-answers.ts';
import { destroyVisits } from './epidemiological-investigation/destroy-visits.ts';
import { eraseExpired } from './patient-management/erase-person.ts';
import type { Uses } from './uses.ts';

/** Each context destroys its own values; the sweep says when. */
export const destroyValues = (uses: Uses): DestroyValues => ({
  'route-visits': destroyVisits(uses),
  'survey-answers': destroyAnswers(uses),
  'personal-values': eraseExpired(uses),
});
