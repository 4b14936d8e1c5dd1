import { RuleBroken } from '../../shared-kernel/domain-error.ts';
import { CLOSED_STAGES, type CaseState } from './case.state.ts';

/** One of the cases that a person has had of a disease. */
export type Episode = Readonly<{ caseId: string }> & Pick<CaseState, 'stage' | 'classification'>;

export const openEpisode = <One extends Episode>(episodes: readonly One[]): One | undefined =>
  episodes.find(({ stage }) => !CLOSED_STAGES.includes(stage));

/**
 * 재감염: the episode that a new case follows, the last one that was an infection; none for a first infection. Oldest first.
 * @throws RuleBroken `case/already-open` while one is running
 */
export function episodeBefore(episodes: readonly Episode[]): Episode | undefined {
  const running = openEpisode(episodes);
  if (running !== undefined) throw new RuleBroken('case/already-open', { caseId: running.caseId });
  return episodes.filter(({ classification }) => classification === 'confirmed').at(-1);
}
