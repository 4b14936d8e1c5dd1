import { simulatorOf } from '../simulators.ts';
import type { World } from '../world.ts';
import type { CaseView } from './case-view.ts';
import type { CommandSender } from './commands.ts';
import type { Story } from './story.ts';

/** Nobody was outside: the interview alone leaves nothing to establish. */
const ANSWERS = { 'went-out': false };
const CONFIRMED = ['home-treatment', 'symptom-check', 'in-hospital', 'released'];
/** Over for good: nobody asks for an interview any more. */
const GONE = ['deceased', 'withdrawn'];
/** A meal at one table, by every definition of a close contact. */
const MEAL = {
  setting: 'venue',
  placeId: 'restaurant-7',
  distanceMetres: 1,
  minutes: 60,
  masked: false,
  faceToFace: true,
  talking: true,
  touched: false,
  careWithoutProtection: false,
} as const;

type Means = Readonly<{
  world: World;
  sender: CommandSender;
  story: Story;
  /** A key for a command that was not sent before. */
  key: (what: string) => string;
  contactPhone: string;
}>;

/** The investigators of one case and the person whom they ask: what they do, given where things stand. */
export function investigation({ world, sender, story, key, contactPhone }: Means) {
  const surveys = simulatorOf(world.simulators, 'survey');
  const approved = new Set<string | null>();
  let told = false;
  let named = false;
  const manner = story.manners.report;

  const tellLink = async (surveyId: string): Promise<void> => {
    const deed = story.interview === 'declines' ? 'decline' : 'answer';
    const response = await fetch(`${surveys.url}/control/${deed}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: surveyId, answers: ANSWERS }),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.status !== 202 && response.status !== 409) throw new Error(`survey: ${response.status}`);
    told = true;
  };
  const byTelephone = ({ id, version }: NonNullable<CaseView['interview']>) =>
    sender.send({
      path: `/surveys/${id}/answers`,
      route: 'POST /surveys/:id/answers',
      key: key('answers'),
      body: { answers: ANSWERS, channel: 'telephone' },
      version,
      manner,
    });
  const establish = (route: NonNullable<CaseView['route']>, visitId: string) =>
    sender.send({
      path: `/routes/${route.id}/visits/${visitId}/establishment`,
      route: 'POST /routes/:id/visits/:visitId/establishment',
      key: key('visit'),
      body: {},
      version: route.version,
      manner,
    });
  const nameContact = async (caseId: string) => {
    const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const answer = await sender.send({
      path: `/cases/${caseId}/contacts`,
      route: 'POST /cases/:id/contacts',
      key: key('contact'),
      body: {
        person: {
          name: '성춘향',
          birthDate: '1985-05-05',
          sex: 'female',
          phone: contactPhone,
          district: '11110',
        },
        foundBy: 'interview',
        exposures: [{ ...MEAL, dateOfLastContact: dayBefore }],
      },
      manner,
    });
    named = answer.status < 300;
    return answer;
  };

  return {
    next: (view: CaseView): (() => Promise<unknown>) | undefined => {
      const { caseId, tasks, interview, route, stage } = view;
      const lookUp = tasks.find(({ kind, subject }) => kind === 'look-up-approval' && !approved.has(subject));
      // Of who may be another person none is approved: that is settled first.
      const isInDoubt = tasks.some(({ kind }) => kind === 'identity-in-doubt');
      if (lookUp !== undefined && !isInDoubt) {
        return async () => {
          if (await world.office.approveLookUp(lookUp.subject ?? '')) approved.add(lookUp.subject);
        };
      }
      if (interview?.stage === 'offered' && interview.asked && story.interview !== 'silent' && !told)
        return () => tellLink(interview.id);
      const telephone = tasks.some(({ kind }) => kind === 'survey-refused');
      if (telephone && interview !== null && interview.stage !== 'answered')
        return () => byTelephone(interview);
      const [visit] = route?.stage === 'open' ? route.undecided : [];
      if (visit !== undefined && route !== null && tasks.some(({ kind }) => kind === 'visits-to-establish'))
        return () => establish(route, visit);
      if (story.namesContact && !named && CONFIRMED.includes(stage)) return () => nameContact(caseId);
      return undefined;
    },
    isOver: ({ lookUps, interview, route, contacts, stage }: CaseView): boolean => {
      if (lookUps.some((at) => ['requested', 'approved', 'submitted'].includes(at))) return false;
      if (GONE.includes(stage)) return true;
      if (contacts.some((at) => at === 'named' || at === 'graded')) return false;
      if (interview === null || (interview.stage === 'offered' && story.interview === 'silent')) return true;
      return interview.stage === 'answered' && route?.stage === 'finished';
    },
  };
}
