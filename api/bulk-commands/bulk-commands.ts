import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { TaskState } from '../../domain/worklist/task.state.ts';
import { ISOLATION_GIVEN, TASK_GIVEN } from '../access/given-to.ts';
import { decidable } from '../access/task-rights.ts';
import { nothing } from '../schemas/basics.ts';
import { followUpEndBody, gradeBody } from '../schemas/contacts.ts';
import { handOverBody } from '../schemas/hand-overs.ts';
import { officerBody, rescheduleBody } from '../schemas/isolation-management.ts';
import { clinicalCourseBody, reclassificationBody } from '../schemas/patient-management.ts';
import { decisionBody } from '../schemas/requests.ts';
import { reassignmentBody } from '../schemas/worklist.ts';
import { forMany, type BulkCommand } from './bulk-command.ts';

const ofTasks = forMany<TaskState>();
const ofCases = forMany<CaseState>();
const ofContacts = forMany<ContactState>();
const ofIsolations = forMany<IsolationState>();

/** Where a command has no inverse of its own: what follows from it may have happened. */
const PUT_RIGHT = {
  ko: '이전 값은 각 이력에 남아 있습니다. 맞는 값으로 같은 명령을 다시 요청하세요.',
  en: 'What it was before stands in the history of each. Give the same command with the right value.',
};

/**
 * Every command that may be given for many at once, and nothing else. A new one is an entry here: the use case and the body
 * that it has for one, and how it is brought back, or what to do instead.
 */
export const BULK_COMMANDS = {
  'claim-tasks': ofTasks({
    subject: 'task',
    does: { ko: '과업을 맡습니다.', en: 'Takes the tasks.' },
    action: 'task:work',
    alsoNeeds: decidable,
    body: nothing,
    example: {},
    run: (requests, { subjectId: taskId, ...ask }) => requests.claimTask({ ...ask, taskId }),
    undo: {
      keep: () => ({}),
      action: ({ by, stands: { owner = by } }) => (owner === by ? 'task:work' : 'task:assign'),
      run: (requests, { subjectId: taskId, stands: { owner = '' }, ...ask }) =>
        owner === ask.by
          ? requests.handBackTask({ ...ask, taskId })
          : requests.takeBackTask({ ...ask, taskId, owner }),
    },
  }),
  'hand-back-tasks': ofTasks({
    subject: 'task',
    does: { ko: '맡은 과업을 내려놓습니다.', en: 'Hands back the tasks that one has taken.' },
    action: 'task:work',
    body: nothing,
    example: {},
    run: (requests, { subjectId: taskId, ...ask }) => requests.handBackTask({ ...ask, taskId }),
    undo: {
      keep: ({ owner }) => ({ owner: owner ?? null }),
      action: ({ by, kept }) => (kept['owner'] === by ? 'task:work' : 'task:assign'),
      backTo: { ...TASK_GIVEN, account: ({ kept: { owner } }) => owner ?? undefined },
      run: (requests, { subjectId: taskId, kept, ...ask }) =>
        kept['owner'] === ask.by
          ? requests.claimTask({ ...ask, taskId })
          : requests.reassignTask({ ...ask, taskId, staffId: kept['owner'] ?? '', reason: 'workload' }),
    },
  }),
  'reassign-tasks': ofTasks({
    subject: 'task',
    does: { ko: '과업을 다른 담당자에게 맡깁니다.', en: 'Gives the tasks to somebody else.' },
    action: 'task:assign',
    givenTo: TASK_GIVEN,
    body: reassignmentBody,
    example: { staffId: 'investigator-11110', reason: 'absence' },
    run: (requests, { subjectId: taskId, ...ask }) => requests.reassignTask({ ...ask, taskId }),
    undo: {
      keep: ({ owner }) => ({ owner: owner ?? null }),
      backTo: { ...TASK_GIVEN, account: ({ kept: { owner } }) => owner ?? undefined },
      run: (requests, { subjectId: taskId, kept: { owner }, stands, ...ask }) =>
        owner == null
          ? requests.takeBackTask({ ...ask, taskId, owner: stands.owner ?? '' })
          : requests.reassignTask({ ...ask, taskId, staffId: owner, reason: 'workload' }),
    },
  }),
  'decide-tasks': ofTasks({
    subject: 'task',
    does: {
      ko: '과업을 같은 판단으로 끝냅니다. 접촉자 조치 선택도 이렇게 합니다.',
      en: 'Decides the tasks in the same way: also which measure contacts are under.',
    },
    action: 'task:work',
    alsoNeeds: decidable,
    body: decisionBody.omit({ role: true }),
    example: { decision: 'done' },
    run: (requests, { subjectId: taskId, ...ask }) => requests.decideTask({ ...ask, taskId }),
    undo: {
      none: {
        ko: '판단에 따라 절차가 이미 진행되었습니다. 사례나 접촉자를 열어 그곳에서 고치세요.',
        en: 'The processes have gone on by the decision. Open the case or the contact and put it right there.',
      },
    },
  }),
  'offer-hand-overs': ofCases({
    subject: 'case',
    does: { ko: '사례를 다른 관할에 넘기자고 제안합니다.', en: 'Offers the cases to another district.' },
    action: 'case:hand-over',
    body: handOverBody,
    example: { to: '11140', reason: 'workload' },
    run: (requests, { subjectId: caseId, ...ask }) => requests.offerHandOver({ ...ask, caseId }),
    undo: {
      keep: () => ({}),
      made: 'hand-over',
      run: (requests, { madeId, ...ask }) =>
        madeId === undefined ? undefined : requests.withdrawHandOver({ ...ask, handOverId: madeId }),
    },
  }),
  'record-clinical-courses': ofCases({
    subject: 'case',
    does: {
      ko: '사례의 중증도나 치료를 기록합니다.',
      en: 'Records the severity or the treatment of the cases.',
    },
    action: 'case:report',
    body: clinicalCourseBody,
    example: { severity: 'mild' },
    run: (requests, { subjectId: caseId, ...ask }) => requests.recordClinicalCourse({ ...ask, caseId }),
    undo: { none: PUT_RIGHT },
  }),
  'reclassify-cases': ofCases({
    subject: 'case',
    does: {
      ko: '의심 사례를 추정 사례로, 또는 그 반대로 분류합니다.',
      en: 'Turns suspected cases into probable ones, or back.',
    },
    action: 'case:classify',
    body: reclassificationBody,
    example: { to: 'probable', reason: 'epidemiological-link' },
    run: (requests, { subjectId: caseId, ...ask }) => requests.reclassifyCase({ ...ask, caseId }),
    undo: {
      keep: ({ classification }) => ({ classification }),
      run: (requests, { subjectId: caseId, kept: { classification: to }, ...ask }) =>
        to === 'suspected' || to === 'probable'
          ? requests.reclassifyCase({ ...ask, caseId, to, reason: 'entered-by-mistake' })
          : undefined,
    },
  }),
  'grade-contacts': ofContacts({
    subject: 'contact',
    does: { ko: '접촉자를 직접 판정합니다.', en: 'Grades the contacts by hand.' },
    action: 'contact:trace',
    body: gradeBody,
    example: { grade: 'close' },
    run: (requests, { subjectId: contactId, ...ask }) => requests.gradeContact({ ...ask, contactId }),
    undo: { none: PUT_RIGHT },
  }),
  'end-follow-ups': ofContacts({
    subject: 'contact',
    does: {
      ko: '접촉자의 감시를 사유와 함께 끝냅니다.',
      en: 'Ends the follow-up of the contacts, with the reason.',
    },
    action: 'contact:trace',
    body: followUpEndBody,
    example: { reason: 'left-the-country' },
    run: (requests, { subjectId: contactId, ...ask }) => requests.endFollowUp({ ...ask, contactId }),
    undo: {
      none: {
        ko: '끝난 감시는 다시 시작되지 않습니다. 감시가 더 필요하면 접촉자마다 노출을 다시 기록하세요.',
        en: 'A follow-up that has ended does not begin again. Record the exposure of whoever still has to be watched.',
      },
    },
  }),
  'reschedule-isolations': ofIsolations({
    subject: 'isolation',
    does: {
      ko: '격리 종료 시각을 사유와 함께 옮깁니다.',
      en: 'Extends or shortens the isolations, with the reason.',
    },
    action: 'isolation:handle',
    body: rescheduleBody,
    example: {
      endsAt: '2026-12-01T12:00:00+09:00',
      reason: 'protocol-changed',
      protocol: 'kr-covid-19/2020-06-25/1',
    },
    run: (requests, { subjectId: isolationId, ...ask }) =>
      requests.rescheduleIsolation({ ...ask, isolationId }),
    undo: {
      keep: ({ endsAt, protocol }) => ({ endsAt: endsAt ?? null, protocol: protocol ?? null }),
      run: (requests, { subjectId: isolationId, kept: { endsAt, protocol }, stands, ...ask }) =>
        endsAt == null
          ? undefined
          : requests.rescheduleIsolation({
              ...{ ...ask, isolationId, endsAt, reason: 'entered-by-mistake' },
              protocol: protocol ?? stands.protocol ?? '',
            }),
    },
  }),
  'assign-officers': ofIsolations({
    subject: 'isolation',
    does: {
      ko: '전담공무원을 지정하거나 바꿉니다.',
      en: 'Names the officer of the isolations, or another one.',
    },
    action: 'isolation:handle',
    givenTo: ISOLATION_GIVEN,
    body: officerBody,
    example: { officer: 'isolation-officer-11110' },
    run: (requests, { subjectId: isolationId, ...ask }) => requests.assignOfficer({ ...ask, isolationId }),
    undo: {
      keep: ({ officer }) => ({ officer: officer ?? null }),
      backTo: { ...ISOLATION_GIVEN, account: ({ kept: { officer } }) => officer ?? undefined },
      run: (requests, { subjectId: isolationId, kept: { officer }, ...ask }) =>
        officer == null ? undefined : requests.assignOfficer({ ...ask, isolationId, officer }),
    },
  }),
} as const satisfies Readonly<Record<string, BulkCommand>>;

export type BulkCommandName = keyof typeof BULK_COMMANDS;
export const COMMAND_NAMES = Object.keys(BULK_COMMANDS) as readonly BulkCommandName[];
