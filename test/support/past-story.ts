import { randomUUID } from 'node:crypto';
import type { RecordEpisodeInput } from '../../activities/patient-management/record-episode.ts';
import { apiWorld, type ApiWorld } from './api-world.ts';

const request = (commandId: string = randomUUID()) => ({
  commandId,
  fingerprint: 'of-a-row',
  by: 'process:bulk',
});
const listed = { sex: 'male', ageGroup: '50s', language: 'ko' } as const;

/** What a list of 2020 tells. */
const pastStory = ({ requests }: ApiWorld) => ({
  episode: (more: Partial<RecordEpisodeInput> = {}) =>
    requests.recordEpisode({
      ...request(),
      person: listed,
      disease: 'covid-19',
      district: '11500',
      confirmedOn: '2020-03-02',
      ...more,
    }),
  infected: (sourceCaseId: string, caseId: string) =>
    requests.recordInfection({ ...request(), sourceCaseId, caseId, district: '11500' }),
  /** On these days, at one place. */
  route: (caseId: string, placeId: string, ...days: readonly string[]) =>
    requests.recordRoute({
      ...request(),
      caseId,
      visits: days.map((day) => ({ placeId, district: '11440', day })),
    }),
});

/** An API to which lists of the past are told. */
export async function pastWorld() {
  const world = await apiWorld();
  return { ...world, story: pastStory(world) };
}
