import { kindsBarredTo } from '../access/task-rights.ts';
import { z } from 'zod';
import { reachOf } from '../access/staff.ts';
import { teamsOf } from '../access/teams.ts';
import { listing, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import type { Pile } from '../read-models/my-day.ts';
import { myDayShown, queueShown, worklistQuery } from '../schemas/worklists.ts';
import { taskLine } from './task-line.ts';

const FIRST_FEW = 5;

/** Where the work lies, and what of it is mine today. */
export const WORKLISTS: readonly Endpoint[] = [
  listing(
    {
      path: '/worklists',
      tag: 'work',
      does: {
        ko: '관할의 업무 대기열을 시군구, 팀, 과업 종류별 건수와 함께 봅니다.',
        en: 'The queues of your districts by district, team and kind of task, with their counts.',
      },
      more: {
        ko: '건수는 열림(open), 미배정(unclaimed), 기한 경과(overdue), 상향(escalated)입니다. `oldestOpenedAt`은 가장 오래된 과업이 열린 시각, `nextDueAt`은 아직 지나지 않은 가장 가까운 기한입니다. 각 대기열의 과업은 `/tasks?district=…&team=…&kind=…`로 봅니다.',
        en: 'Counted are what is open, unclaimed, overdue and escalated. `oldestOpenedAt` is when the oldest was opened, `nextDueAt` the next time limit that has not passed. The tasks of a queue are at `/tasks?district=…&team=…&kind=…`.',
      },
      action: 'task:read',
      query: worklistQuery,
      item: queueShown,
    },
    async ({ taskQueues }, { query, staff }) => taskQueues(query, reachOf(staff, 'task:read')),
    ({ district, team, kind }) => `${district}~${team}~${kind}`,
  ),
  reading(
    {
      path: '/my-day',
      tag: 'work',
      does: {
        ko: '오늘 내가 할 일을 봅니다: 내 과업, 기한 경과, 오늘 기한, 우리 팀에서 내가 맡을 수 있는 미배정 과업, 답할 이관. 책임자는 관할의 늦은 과업도 봅니다.',
        en: 'What is mine to do today: my tasks, overdue, due today, what nobody in my team has taken and I may take, and hand-overs to answer; for who leads an office, what is late there.',
      },
      more: {
        ko: `묶음마다 건수와 급한 순서로 처음 ${FIRST_FEW}건을 보여 줍니다. \`more\`이면 1,000건이 넘습니다. 내 과업 전체는 \`/tasks?owner=me\`, 미배정 과업 전체는 \`/tasks?owner=none&team=…\`입니다. 팀은 역할로 정해지며, 책임자에게는 모든 팀이 보입니다. 과업을 맡길 권한이 있으면 \`office\`에 맡은 사람과 관계없이 기한이 지난 과업, 그중 아무도 맡지 않은 과업, 상향된 과업이 나옵니다. 대기열별 건수는 \`/worklists\`에 있습니다.`,
        en: `Of each pile the count and the first ${FIRST_FEW}, the most urgent first; with \`more\` there are over 1,000. All of mine are at \`/tasks?owner=me\`, what nobody has taken at \`/tasks?owner=none&team=…\`. The team follows from the role; who leads an office sees all teams. For those who may give tasks to others, \`office\` has what is overdue there, whoever has it, what of that nobody has taken, and what was sent up; the counts of each queue are at \`/worklists\`.`,
      },
      action: 'task:read',
      query: z.strictObject({}),
      shows: myDayShown,
    },
    async ({ requests, myDay, handOversWaiting }, { staff, language }) => {
      const teams = teamsOf(staff);
      const [reach, leads] = [reachOf(staff, 'task:read'), reachOf(staff, 'task:assign')];
      const [{ today, own, office }, handOvers] = await Promise.all([
        myDay({ staffId: staff.id, teams, barred: kindsBarredTo(staff), reach, leads, first: FIRST_FEW }),
        handOversWaiting(reachOf(staff, 'case:hand-over'), FIRST_FEW),
      ]);
      const inWords = (piles: Readonly<Record<string, Pile>>) =>
        Object.fromEntries(
          Object.entries(piles).map(([name, { first, ...counts }]) => [
            name,
            { ...counts, first: first.map((one) => taskLine(one, requests, language)) },
          ]),
        );
      return { body: { today, teams, ...inWords(own), office: office && inWords(office), handOvers } };
    },
  ),
];
