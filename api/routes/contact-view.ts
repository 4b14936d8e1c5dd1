import type { ExplainedContact } from '../../activities/epidemiological-investigation/explain-contact.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { Words } from '../problem.ts';
import { openTasks } from '../task-words.ts';
import { becauseWords } from '../why/because-words.ts';
import { toEnterOfContact } from '../why/contact-missing.ts';
import { contactNext } from '../why/contact-next.ts';
import { dueTestWords, gradedWords, measureWords, STEP_WORDS } from '../why/contact-words.ts';
import { missingWords } from '../why/missing-words.ts';
import { listed, sentences } from '../why/spelt.ts';
import { trackInWords } from '../why/track-in-words.ts';

type Row = Readonly<Record<string, unknown>>;

const NO_PROTOCOL: Words = {
  ko: '접촉자를 정의한 지침이 시행 중이 아니어서 판정할 수 없습니다.',
  en: 'No protocol that defines a contact is in force, so nothing can be judged.',
};

/** Why a contact is followed up as it is: the grade, the measure, and each condition of its end with the facts. */
export function whyOfContact(id: string, state: ContactState, explained: ExplainedContact): object {
  const { protocol, measure, end, tracks, tests, missing } = explained;
  return {
    rule: protocol?.version ?? null,
    protocol: protocol === null ? null : { ...protocol, link: `/protocols/${protocol.version}` },
    because: end?.because ?? null,
    says: saysWhy(state, explained),
    grade:
      state.grade === undefined
        ? null
        : {
            grade: state.grade,
            rule: state.protocolVersion ?? null,
            conditions: (state.conditions ?? []).map((one) => ({
              ...one,
              says: gradedWords(one, state.exposures),
            })),
          },
    measure:
      state.plan === undefined
        ? null
        : {
            measure: state.plan.measure,
            kind: state.plan.kind,
            rule: state.plan.protocol,
            endsAt: state.plan.endsAt ?? null,
            /** An investigator chose it, where the protocol could not be followed for want of facts. */
            chosen: state.plan.chosen === true,
            says: measureWords(state.plan.kind, titleOf(state, measure), state.plan.endsAt),
          },
    missing,
    toEnter: missing.map((fact) => toEnterOfContact(fact, id, state.exposedPersonId)),
    tracks: (end?.tracks ?? []).map((track) => trackInWords(track, tracks)),
    tests: tests.map((one) => ({ ...one, says: dueTestWords(one) })),
  };
}

const lacking = (missing: readonly string[]): Words => {
  const facts = listed(missing.map(missingWords));
  return { ko: `모르는 사실: ${facts.ko}.`, en: `Not known: ${facts.en}.` };
};

/** The title of the measure that was planned, while the protocol still gives that one. */
const titleOf = ({ plan }: ContactState, measure: ExplainedContact['measure']): Words | null =>
  measure?.id === plan?.measure ? (measure?.title ?? null) : null;

function saysWhy(
  state: ContactState,
  { standing, protocol, measure, end, tracks, missing }: ExplainedContact,
): Words {
  if (standing === null) return NO_PROTOCOL;
  const { plan } = state;
  const said =
    end === null
      ? undefined
      : becauseWords(end.because, {
          rule: protocol?.version ?? '',
          track: end.track ?? null,
          tracks: end.tracks,
          stated: tracks,
          missing: end.missing,
          retests: 0,
          maximumRetests: null,
        });
  return sentences(
    STEP_WORDS[standing.stage],
    plan === undefined || standing.stage !== 'watched'
      ? undefined
      : measureWords(plan.kind, titleOf(state, measure), plan.endsAt),
    missing.length === 0 ? said : lacking(missing),
  );
}

/** What its process waits for, until when at most, and who may move it on. */
export function nextOfContact(id: string, { standing }: ExplainedContact, tasks: readonly Row[]): object {
  const open = tasks.filter(({ stage }) => stage === 'open');
  const at = standing === null ? null : momentOf(standing);
  const choosing = open.find(({ kind }) => kind === 'contact-measure')?.['taskId'];
  const place = { contactId: id, at, ...(typeof choosing === 'string' ? { taskId: choosing } : {}) };
  return {
    waitingFor: standing?.stage ?? null,
    at,
    ...(standing === null ? { says: NO_PROTOCOL, movedOn: null } : contactNext(standing.stage, place)),
    tasks: openTasks(tasks),
  };
}

/** The first moment at which something falls due by itself: the end, or a test that is overdue or to be ordered. */
function momentOf({ stage, endsAt, tests }: NonNullable<ExplainedContact['standing']>): string | null {
  if (stage !== 'watched') return null;
  const moments = [endsAt, tests.nextAt, ...tests.open.map(({ overdueAt }) => overdueAt)];
  return moments.filter((one) => one !== undefined).toSorted()[0] ?? null;
}
