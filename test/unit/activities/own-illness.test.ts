import { expect, test } from '@jest/globals';
import { ownIllnessOf, type IllnessUses } from '../../../activities/own-illness.ts';
import type { EpisodeOf } from '../../../activities/ports/contact-lookups.ts';

const [PERSON, SOURCE, OWN] = ['person', 'source', 'own'];
type Situation = Readonly<{
  died?: boolean;
  contact?: object;
  episodes?: readonly Pick<EpisodeOf, 'caseId' | 'stage'>[];
  disease?: string;
  isolated?: readonly string[];
}>;

const illnessIn = ({
  died = false,
  contact = {},
  episodes = [],
  disease = 'mers',
  isolated = [],
}: Situation) => {
  const holding = (state: object) => ({ load: () => Promise.resolve({ aggregate: { state } }) });
  const uses = {
    contacts: holding({ stage: 'converted', sourceCaseId: SOURCE, ...contact }),
    cases: holding({ disease: 'mers' }),
    lookups: {
      hasDied: () => Promise.resolve(died),
      episodesOf: (personId: string, of: string) =>
        Promise.resolve(personId === PERSON && of === disease ? episodes : []),
      isolationOfCase: (caseId: string) => Promise.resolve(isolated.find((one) => one === caseId)),
    },
  };
  const exposures = [{ contactId: 'contact', dateOfLastExposure: '2026-03-01' }];
  return ownIllnessOf(uses as unknown as IllnessUses, { personId: PERSON, exposures });
};
const suspected = [{ caseId: OWN, stage: 'suspected' }] as const;

test.each<[string, Situation, string | undefined]>([
  ['nothing', {}, undefined],
  ['a suspected case', { episodes: suspected }, 'pending'],
  [
    'a confirmed one that is not isolated yet',
    { episodes: [{ caseId: OWN, stage: 'confirmed' }] },
    'pending',
  ],
  ['one that is isolated', { episodes: suspected, isolated: [OWN] }, 'isolated'],
  ['one that was ruled out', { episodes: [{ caseId: OWN, stage: 'not-a-case' }] }, undefined],
  ['one of another disease', { episodes: suspected, disease: 'measles' }, undefined],
  ['the source’s, after a mistaken merge', { episodes: [{ caseId: SOURCE, stage: 'suspected' }] }, undefined],
  ['symptoms', { contact: { stage: 'follow-up', health: { symptomatic: true } } }, 'pending'],
  ['none any more', { contact: { stage: 'follow-up', health: { symptomatic: false } } }, undefined],
  [
    'symptoms of a contact who is watched no more',
    { contact: { stage: 'dropped', health: { symptomatic: true } } },
    undefined,
  ],
  ['death', { died: true, episodes: suspected }, 'deceased'],
])('of somebody in quarantine %s is known', async (_what, situation, expected) => {
  expect(await illnessIn(situation)).toBe(expected);
});
