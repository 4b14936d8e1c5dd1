import type { Uses } from '../uses.ts';
import { correctRecordedOnset } from './change-case.ts';
import { openCase } from './open-case.ts';
import { recordEpisode } from './record-episode.ts';

/** What the rows of a list ask of patient management. */
export const listSteps = (uses: Uses) => ({
  openCase: openCase(uses),
  recordEpisode: recordEpisode(uses),
  correctRecordedOnset: correctRecordedOnset(uses),
});
