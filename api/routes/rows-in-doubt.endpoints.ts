import { z } from 'zod';
import { reasonOf } from '../access/reasons.ts';
import { refuse } from '../api-problems.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { ofRowOfRun } from '../schemas/params.ts';

const rowShown = z
  .object({
    line: z.int(),
    personId: z.uuid(),
    taskId: z.uuid(),
    listId: z.string(),
    name: z.string(),
    dateOfBirth: z.string(),
    sex: z.string(),
    phone: z.string(),
  })
  .meta({ id: 'RowInDoubt' });

/** Rows of a list that wait for somebody to decide who they are. */
export const ROWS_IN_DOUBT: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/bulk-runs/:id/rows/:line',
      tag: 'bulk-work',
      does: {
        ko: '이미 아는 사람일 수 있는 명단의 한 줄을 봅니다. 판단하기 전까지만 볼 수 있습니다.',
        en: 'A row of a list that may be somebody known, until that is decided.',
      },
      more: {
        ko: 'personId의 사람(GET /people/{id}/identity)과 비교해 과업 taskId에서 결정하세요. 열람 사유(Access-Reason)가 필요합니다.',
        en: 'Compare it with the person of personId (GET /people/{id}/identity), and decide in the task of taskId. It takes an Access-Reason.',
      },
      action: 'person:identify',
      about: 'bulk-run',
      params: ofRowOfRun,
      answer: { status: 200, schema: rowShown },
      problems: ['import/row-not-in-doubt', 'access/reason-missing'],
    },
    async ({ requests }, { params, request }) => {
      if (reasonOf(request) === undefined) throw refuse('access/reason-missing');
      const body = await requests.rowInDoubt(params);
      return { body, shown: [{ kind: 'person', id: body.personId, personId: body.personId }] };
    },
  ),
];
