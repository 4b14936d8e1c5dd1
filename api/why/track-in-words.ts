import type { ExplainedTrack } from '../../domain/protocol/evaluation/release.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import { trackTitle } from './because-words.ts';
import { criterionWords, metFrom } from './criterion-words.ts';

/** A track with each of its criteria: what the rule wants, what the facts are, met or not, and until when. */
export function trackInWords(judged: ExplainedTrack, stated: readonly ReleaseTrack[]): object {
  const rule = stated.find(({ id }) => id === judged.track);
  return {
    ...judged,
    title: trackTitle(judged.track, stated),
    criteria: judged.criteria.map((one) => ({
      ...one,
      until: metFrom(one),
      says: criterionWords(one, rule),
    })),
  };
}
