import { addFault, control, simulatorOf } from '../simulators.ts';
import type { World } from '../world.ts';
import type { CaseView } from './case-view.ts';
import type { CommandSender } from './commands.ts';
import { drawTask, isForStaff } from './decisions.ts';
import { investigation } from './investigation.ts';
import { mayEndAt, type Story } from './story.ts';
import { SUPPLIED, turns } from './turns.ts';

/** How long people wait for the other side before they act themselves. */
const PATIENCE_MILLISECONDS = 5_000;
const DAY = 86_400_000;
/** Somebody was faster now and then; always means that the story cannot go on. */
const MOST_REFUSALS = 30;
/** Where claims may stay. */
const CLAIMED = ['applied', 'ineligible', 'paid', 'rejected', 'recovered'];
const ANSWERS = { symptomFree: '1', improving: '2', notImproved: '3' } as const;

const phoneOf = (run: number, line: number): string => `010-${4_000 + (run % 5_000)}-${line}`;
/** Nobody is taken for another. */
const bornOn = (run: number, number: number): string =>
  new Date(Date.UTC(1945, 0, 1 + ((run * 101 + number) % 22_000))).toISOString().slice(0, 10);
/** By these ends of a telephone number the delivery system's simulator loses or returns the first parcel. */
const UNLUCKY = { lost: '0001', returned: '0002' } as const;
const unluckyPhone = (run: number, number: number, parcel: keyof typeof UNLUCKY): string =>
  `010-${2_000 + ((run * 100 + number) % 2_000)}-${UNLUCKY[parcel]}`;

/** One patient of a run and the staff around: what they do, given where the case stands. */
export function patient(world: World, sender: CommandSender, story: Story, run: number) {
  const { number, parcel } = story;
  const phone = parcel === undefined ? phoneOf(run, 1_001 + number) : unluckyPhone(run, number, parcel);
  const sms = simulatorOf(world.simulators, 'sms');
  let caseId: string | undefined;
  let busy = false;
  let said = 0;
  let repliedTo: string | undefined;
  let changedAt = performance.now();
  let lastStage = '';
  let replies = 0;
  let failure: string | undefined;
  let commands = 0;
  let addressTaken = false;
  let refusals = 0;

  const key = (what: string): string => {
    commands += 1;
    return `chaos-${run}-${story.number}-${commands}-${what}`;
  };
  const inquiry = investigation({
    world,
    sender,
    story,
    key,
    contactPhone: phoneOf(run, 3_001 + story.number),
  });
  const open = async (): Promise<void> => {
    const { kind, specimen, onsetDaysAgo } = story;
    const answer = await sender.send({
      path: '/cases',
      route: 'POST /cases',
      key: key('open'),
      manner: story.manners.open,
      body: {
        kind,
        person: { name: '홍길동', birthDate: bornOn(run, number), sex: 'male', phone },
        district: '11110',
        symptomatic: true,
        dateOfSymptomOnset: new Date(Date.now() - onsetDaysAgo * DAY).toISOString().slice(0, 10),
        ...(specimen === undefined ? {} : { specimenId: `C${run}-${story.number}-${specimen}` }),
      },
    });
    if (answer.status === 201) caseId = String(answer.answer['caseId']);
    else failure = `opening was answered ${answer.status} ${JSON.stringify(answer.answer)}`;
    changedAt = performance.now();
  };
  const tell = (view: CaseView, what: string, body: unknown) =>
    sender.send({
      path: `/cases/${view.caseId}/${what}`,
      route: `POST /cases/:id/${what}`,
      key: key(what),
      body,
      version: view.version,
      manner: story.manners.report,
    });
  const turning = turns({ sender, story, key, tell });
  const report = async (view: CaseView): Promise<void> => {
    const course = story.courses[Math.min(said, story.courses.length - 1)] ?? 'improving';
    const more = course === 'notImproved' ? {} : { feverFreeForHours: 72 };
    const { status } = await tell(view, 'symptom-reports', { course, ...more });
    if (status < 300) said += 1;
  };
  const reply = async (view: CaseView): Promise<void> => {
    const course = story.courses[Math.min(said, story.courses.length - 1)] ?? 'improving';
    const from = phone.replaceAll('-', '');
    repliedTo = view.question ?? undefined;
    replies += 1;
    if (story.manners.report === 'twice')
      await addFault(sms, { kind: 'duplicate-callback', times: 1, key: from });
    const { delivered } = await control<{ delivered: boolean }>(sms, {
      path: '/reply',
      body: { from, text: ANSWERS[course] },
      withinMilliseconds: 20_000,
    });
    if (delivered) said += 1;
  };

  /** What the household lacks, and what it is paid. */
  const atHome = ({ personId, supplies, claim }: CaseView, waited: number) => {
    if (!addressTaken)
      return async (): Promise<void> => {
        addressTaken = await world.office.takeAddress(personId);
      };
    const mayCheck =
      story.checksWhenAsked !== true || supplies?.asked === true || waited > PATIENCE_MILLISECONDS;
    if (supplies?.stage === 'opened' && mayCheck)
      return () =>
        sender.send({
          path: `/supplies/${supplies.id}/check`,
          route: 'POST /supplies/:id/check',
          key: key('essentials'),
          body: { missing: story.missing },
          version: supplies.version,
          manner: story.manners.report,
        });
    if (waited < 500 || claim === null) return undefined;
    if (claim.stage === 'facts-missing')
      return () => world.office.stateFacts(claim.id, claim.version, claim.missing);
    if (claim.stage === 'amount-unknown') return () => world.office.setAmount(claim.id, claim.version);
    return undefined;
  };

  /** What somebody does now, or nothing while everybody waits. */
  const next = (view: CaseView, waited: number): (() => Promise<unknown>) | undefined => {
    const { stage, tasks, tests } = view;
    const home = atHome(view, waited);
    if (home !== undefined) return home;
    const asked = inquiry.next(view);
    if (asked !== undefined) return asked;
    const task = tasks.find(({ kind }) => isForStaff(kind));
    if (task !== undefined) {
      const body = { decision: drawTask(task.kind, story) };
      return () =>
        sender.send({
          path: `/tasks/${task.id}/decision`,
          route: 'POST /tasks/:id/decision',
          key: key('decision'),
          body,
          version: task.version,
        });
    }
    const impatient = waited > PATIENCE_MILLISECONDS;
    const turn = turning.next(view);
    if (turn !== undefined) return turn;
    if (stage === 'in-hospital' && waited > 1_000) return () => tell(view, 'return-from-hospital', {});
    const test = tests[0];
    if (test !== undefined && impatient) {
      const result = stage === 'suspected' && test.specimen.endsWith('-POS') ? 'positive' : 'negative';
      return () =>
        sender.send({
          path: `/cases/${view.caseId}/tests/${test.id}/result`,
          route: 'POST /cases/:id/tests/:testId/result',
          key: key('result'),
          body: { result },
          version: test.version,
        });
    }
    const due = view.dueAt !== null && Date.parse(view.dueAt) <= Date.now();
    const bySms = story.channel === 'sms' && sms !== undefined;
    if (stage === 'symptom-check' && bySms && view.question !== null && view.question !== repliedTo)
      return () => reply(view);
    if (stage === 'symptom-check' && (!bySms || impatient)) return () => report(view);
    if (stage === 'home-treatment' && due && impatient) return () => report(view);
    return undefined;
  };

  return {
    story,
    get caseId() {
      return caseId;
    },
    get replies() {
      return replies;
    },
    get failure() {
      return failure;
    },
    /** When the case last moved. */
    get changedAt() {
      return changedAt;
    },
    isBusy: () => busy,
    open: async (): Promise<void> => {
      try {
        await open();
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
    },
    /** Looks at the case and lets somebody act, if anybody has to. */
    act: (view: CaseView): void => {
      const now = `${view.stage}/${view.version}/${view.events}`;
      if (now !== lastStage) {
        lastStage = now;
        changedAt = performance.now();
      }
      if (busy) return;
      const action = next(view, performance.now() - changedAt);
      if (action === undefined) return;
      busy = true;
      action()
        .then((answer) => {
          const { status = 200, route = '' } = (answer ?? {}) as { status?: number; route?: string };
          refusals = status < 400 ? 0 : refusals + 1;
          if (refusals > MOST_REFUSALS) failure = `${route} was refused ${refusals} times, with ${status}`;
        })
        .catch((error: unknown) => {
          failure = error instanceof Error ? error.message : String(error);
        })
        .finally(() => {
          busy = false;
        });
    },
    /** Whether the story has come to where it may end, with nothing left to do for anybody. */
    isOver: (view: CaseView): boolean => {
      if (busy || !mayEndAt(story, view)) return false;
      if (view.tasks.some(({ kind }) => isForStaff(kind)) || !inquiry.isOver(view)) return false;
      if (!turning.isOver(view)) return false;
      const { supplies, claim } = view;
      if (supplies !== null && !SUPPLIED.includes(supplies.stage)) return false;
      if (claim !== null && !CLAIMED.includes(claim.stage)) return false;
      if (claim?.stage === 'applied' && view.stage !== 'home-treatment') return false;
      const waits = view.stage === 'home-treatment';
      return !waits || (view.dueAt !== null && Date.parse(view.dueAt) > Date.now() && view.registered);
    },
  };
}
export type Patient = ReturnType<typeof patient>;
