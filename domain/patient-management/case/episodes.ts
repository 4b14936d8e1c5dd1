import { RuleBroken } from '../../shared-kernel/domain-error.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import { CLOSED_STAGES, type CaseState } from './case.state.ts';

/** One of the cases that a person has had of a disease. */
export type Episode = Readonly<{ caseId: string }> &
  Pick<CaseState, 'stage' | 'classification' | 'confirmedAt'>;

export const openEpisode = <One extends Episode>(episodes: readonly One[]): One | undefined =>
  episodes.find(({ stage }) => !CLOSED_STAGES.includes(stage));

/**
 * 재감염: the episode that a new case follows, the last one that was an infection; none for a first infection. Oldest first.
 * @throws RuleBroken `case/already-open` while one is running
 */
export function episodeBefore(episodes: readonly Episode[]): Episode | undefined {
  const running = openEpisode(episodes);
  if (running !== undefined) throw new RuleBroken('case/already-open', { caseId: running.caseId });
  return latestConfirmed(episodes);
}

/**
 * The episode that one of the past follows, by the days on which they were confirmed.
 * @throws RuleBroken `case/already-recorded` where one was confirmed on that very day
 */
export function episodeBeforeDay(episodes: readonly Episode[], confirmedOn: LocalDate): Episode | undefined {
  const dated = episodes.flatMap((one) =>
    one.confirmedAt === undefined ? [] : [{ one, day: Instant.of(one.confirmedAt).dateInSeoul() }],
  );
  const same = dated.find(({ one, day }) => one.classification === 'confirmed' && day.equals(confirmedOn));
  if (same !== undefined) throw new RuleBroken('case/already-recorded', { caseId: same.one.caseId });
  return latestConfirmed(dated.filter(({ day }) => day.isBefore(confirmedOn)).map(({ one }) => one));
}

/** By the moment of their confirmation, not of their entry: an episode of the past may be recorded after a later one. */
const latestConfirmed = (episodes: readonly Episode[]): Episode | undefined =>
  episodes
    .filter(({ classification }) => classification === 'confirmed')
    .reduce<Episode | undefined>(
      (last, one) => ((last?.confirmedAt ?? '') > (one.confirmedAt ?? '') ? last : one),
      undefined,
    );
