import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/launcher/settings.ts';
import type { CaseWorld } from './case-world.ts';

type Track = { kind: string; minimum: { endDay: number }[]; course?: string } & Record<string, unknown>;
type Shipped = {
  parameters: Record<string, { value: unknown }>;
  rules: { caseRelease: { tracks: Track[] } };
};

/** The rules of 2020-06-25 with one day, however the patient is. */
const freeing = (): Shipped => {
  const path = join(ROOT, 'domain/protocol/shipped/kr-covid-19/2020-06-25.json');
  const document = JSON.parse(readFileSync(path, 'utf8')) as Shipped;
  const open = document.parameters['appliesToOpenEpisodes'];
  if (open !== undefined) open.value = 'openEpisodes';
  for (const track of document.rules.caseRelease.tracks.filter(({ kind }) => kind === 'time')) {
    delete track['feverFreeHours'];
    delete track['withoutAntipyretic'];
    track.course = 'any';
    track.minimum = track.minimum.map((one) => ({ ...one, endDay: 1 }));
  }
  return document;
};

/** From now on these rules stand in the place of those of 2020-06-25. Answers their version. */
export const publishFreeing = async ({ ask, request }: Pick<CaseWorld, 'ask' | 'request'>) => {
  const corrects = 'kr-covid-19/2020-06-25/1';
  const { protocol } = await ask.publishProtocol({ ...request(), document: freeing(), corrects });
  return protocol;
};
