import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';
import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { CaseWorld } from './case-world.ts';
import { lookUpStory } from './look-up-story.ts';

/** What the tests of an investigation's process say again and again. */
export function investigationStory(world: CaseWorld) {
  const lookUp = lookUpStory(world);
  /** The case's own process begins it. */
  const begun = async (caseId: string): Promise<string> => {
    let found: string | undefined;
    await world.until('an investigation', async () => {
      found = await world.uses.lookups.routeOfCase(caseId);
      return found !== undefined;
    });
    return found ?? '';
  };
  const surveyOf = async (caseId: string): Promise<string> => {
    let found: string | undefined;
    await world.until('an interview', async () => {
      found = await world.uses.lookups.surveyOfCase(caseId, 'route-interview');
      return found !== undefined;
    });
    return found ?? '';
  };
  /** The look-up of a kind that the investigation has asked for. */
  const lookUpOf = async (caseId: string, wanted: LookUpKind): Promise<string> => {
    let found: string | undefined;
    await world.until(`a look-up of ${wanted}`, async () => {
      for (const id of await world.uses.lookups.lookUpsOfCase(caseId)) {
        if ((await lookUp.stateOf(id)).kind === wanted) found = id;
      }
      return found !== undefined;
    });
    return found ?? '';
  };
  return {
    lookUp,
    begun,
    surveyOf,
    lookUpOf,
    stateOf: async (routeId: string) => (await world.uses.routes.load(routeId)).aggregate.state,
    /** A stay that somebody tells of: two hours at a place, some days ago. */
    told: (number: number, place: string, daysAgo: number, from: number): AnswersByQuestion => ({
      'went-out': true,
      [`visit-${number}-place`]: place,
      [`visit-${number}-district`]: 11_110,
      [`visit-${number}-day`]: lookUp.day(daysAgo),
      [`visit-${number}-from`]: from,
      [`visit-${number}-hours`]: 2,
    }),
    answers: async (surveyId: string, answers: AnswersByQuestion) =>
      world.ask.recordAnswers({ ...world.request(), by: 'survey', surveyId, answers, channel: 'smsLink' }),
    /** Both look-ups are turned down. */
    withoutLookUps: async (caseId: string): Promise<void> => {
      for (const kind of ['entryLog', 'cardHistory'] as const) {
        const informationRequestId = await lookUpOf(caseId, kind);
        await world.ask.rejectRequest({
          ...world.request(),
          by: 'lead',
          informationRequestId,
          reason: 'not-necessary',
        });
      }
    },
    ended: (routeId: string) => world.processEnded(`investigation/${routeId}`),
  };
}
