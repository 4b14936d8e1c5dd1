import { officeOf } from '../access/offices.ts';
import { TASK_GIVEN } from '../access/given-to.ts';
import { reachOf } from '../access/staff.ts';
import { decidable } from '../access/task-rights.ts';
import { command, listing } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import { ofTask } from '../schemas/params.ts';
import { decisionBody } from '../schemas/requests.ts';
import { escalationBody, reassignmentBody, taskListed, taskListQuery } from '../schemas/worklist.ts';
import { taskLine } from './task-line.ts';

const task = { tag: 'work', about: 'task', params: ofTask, name: 'taskId', problems: ['task'] } as const;

/** The worklist: what waits for a person, and who has it. */
export const TASKS: readonly Endpoint[] = [
  listing(
    {
      path: '/tasks',
      tag: 'work',
      does: {
        ko: '처리할 과업을 급한 순서로 봅니다.',
        en: 'What waits for a person, the most urgent first.',
      },
      more: {
        ko: '내 과업은 `owner=me`, 아무도 맡지 않은 과업은 `owner=none`입니다. 같은 조건을 여러 번 적으면 그중 하나라도 맞는 과업이, 다른 조건은 모두 맞는 과업이 나옵니다. `dueBefore`와 `openedAfter`의 시각은 제외합니다. 맡거나 판단할 때의 If-Match는 과업의 `version`이고, `decisions`에서 골라 판단합니다. `subject`는 과업이 다루는 것으로, kind가 information-request이면 `/look-ups/{id}`, isolation이면 `/isolations/{id}`에서 봅니다. 오늘 할 일은 `/my-day`에 모여 있습니다.',
        en: 'Mine are `owner=me`; what nobody has taken is `owner=none`. Of a filter given several times any one counts, of different filters all. `dueBefore` and `openedAfter` leave the moment itself out. The If-Match of a claim or a decision is the task’s `version`; what may be decided stands under `decisions`. `subject` is what the task is about: an information-request is read at `/look-ups/{id}`, an isolation at `/isolations/{id}`. What is for today stands together at `/my-day`.',
      },
      action: 'task:read',
      query: taskListQuery,
      names: { caseId: 'filter', subject: 'filter' },
      item: taskListed,
    },
    async ({ requests, taskList }, { query, staff, language }) => {
      const owner = query.owner?.map((one) => (one === 'me' ? staff.id : one));
      const listed = await taskList({ ...query, owner }, reachOf(staff, 'task:read'));
      return listed.map((one) => taskLine(one, requests, language));
    },
    ({ cursor }) => cursor,
  ),
  command(
    {
      ...task,
      path: '/tasks/:id/decision',
      does: {
        ko: '과업을 판단하여 끝냅니다. 기다리던 절차가 이어집니다.',
        en: 'Decides a task. The process that waited for it goes on.',
      },
      more: {
        ko: '판단이 곧 결정인 과업(확진, 격리 위반, 조회 승인, 지급 승인 등)은 그 업무의 권한이 있어야 합니다. 조회를 승인할 때 승인 직책이 하나뿐이면 role을 생략할 수 있습니다.',
        en: 'Where the decision settles something (a diagnosis, a violation, the approval of a look-up or of a payment), it takes the right that this takes elsewhere. Approving a look-up, you may leave role out where you hold one office only.',
      },
      action: 'task:work',
      alsoNeeds: decidable,
      body: decisionBody,
      example: { decision: 'done' },
      problems: [
        'task',
        'case',
        'isolation',
        'contact',
        'living-support',
        'information-request',
        'supplies',
        'export',
        'person',
        'access/not-your-office',
      ],
    },
    (requests, ask, who) => requests.decideTask({ ...ask, role: officeOf(who, ask.role) }),
  ),
  command(
    {
      ...task,
      path: '/tasks/:id/claim',
      does: { ko: '과업을 맡습니다.', en: 'Takes a task.' },
      more: {
        ko: '판단할 권한이 있는 과업만 맡을 수 있습니다.',
        en: 'Only what one may decide: else it would wait with somebody who cannot do it.',
      },
      action: 'task:work',
      alsoNeeds: decidable,
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.claimTask(ask),
  ),
  command(
    {
      ...task,
      path: '/tasks/:id/hand-back',
      does: { ko: '맡은 과업을 내려놓습니다.', en: 'Hands a task back that one has taken.' },
      action: 'task:work',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.handBackTask(ask),
  ),
  command(
    {
      ...task,
      path: '/tasks/:id/reassignment',
      does: { ko: '과업을 다른 담당자에게 맡깁니다.', en: 'Gives a task to somebody else.' },
      more: {
        ko: '이 관할에서 그 과업을 판단할 수 있는 계정에만 맡길 수 있습니다.',
        en: 'Only to an account that may decide it in this district.',
      },
      action: 'task:assign',
      givenTo: TASK_GIVEN,
      body: reassignmentBody,
      example: { staffId: 'investigator-11110', reason: 'absence' },
    },
    (requests, ask) => requests.reassignTask(ask),
  ),
  command(
    {
      ...task,
      path: '/tasks/:id/escalation',
      does: { ko: '과업을 상위에 올립니다.', en: 'Sends a task up.' },
      more: {
        ko: 'dueAt을 비우면 처리기한이 그대로이고, 지난 기한은 그 종류의 처리시간만큼 새로 정해집니다. 앞당길 수는 있지만 늦출 수는 없습니다.',
        en: 'Without dueAt the time limit stays; one that has passed is set anew, by the time that the kind has. It may come earlier, never later.',
      },
      action: 'task:work',
      body: escalationBody,
      example: { reason: 'person-at-risk' },
    },
    (requests, ask) => requests.escalateTask(ask),
  ),
];
