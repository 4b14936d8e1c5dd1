import { BULK_COMMANDS, COMMAND_NAMES } from '../bulk-commands/bulk-commands.ts';
import { ordererOf, officeOfRun } from '../bulk-commands/orderer.ts';
import { subjectsOf } from '../bulk-commands/subjects.ts';
import { refuse } from '../api-problems.ts';
import { mayEver } from '../access/staff.ts';
import { reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { bulkCommandBody, bulkCommandsShown } from '../schemas/bulk-commands.ts';

/** 일괄 명령: one command for many. They are chosen from these lists. */
export const bulkCommandsOf = (lists: readonly Endpoint[]): readonly Endpoint[] => [
  reading(
    {
      path: '/bulk-commands',
      tag: 'bulk-work',
      does: {
        ko: '여러 건에 한꺼번에 내릴 수 있는, 내 권한에 있는 명령을 봅니다. 되돌릴 수 없는 것은 대신 할 일이 있습니다.',
        en: 'The commands that you may give for many at once; of those that cannot be undone, what to do instead.',
      },
      action: 'bulk-command:order',
      shows: bulkCommandsShown,
    },
    (_uses, { staff }) => {
      const yours = COMMAND_NAMES.filter((name) => mayEver(staff, BULK_COMMANDS[name].action));
      const items = yours.map((command) => {
        const { subject, does, example, undo } = BULK_COMMANDS[command];
        return {
          ...{ command, subject, does, example },
          undo: { possible: undo.none === undefined, instead: undo.none ?? null },
        };
      });
      return Promise.resolve({ body: { items } });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bulk-commands',
      load: 'heavy',
      tag: 'bulk-work',
      does: {
        ko: '여러 건에 같은 명령을 한꺼번에 내립니다. 건마다 결과가 남습니다.',
        en: 'Gives one command for many at once. Each gets a result of its own.',
      },
      more: {
        ko: '대상은 ids로 적거나 filter에 목록(path)과 조건(query)으로 고릅니다(5,000건까지). 권한과 관할은 한 건씩 처리하는 순간에 다시 확인합니다. dryRun이 true이면 아무것도 바꾸지 않고 건마다 어떻게 될지만 알려 줍니다. 진행은 /bulk-runs/{id}, 결과는 /bulk-runs/{id}/results에서 봅니다.',
        en: 'Name them by ids, or choose them by filter: a list (path) and its query; 5,000 at most. Your right is checked for each at the moment it is done. With dryRun nothing changes and each says what would become of it. Progress is at /bulk-runs/{id}, results at /bulk-runs/{id}/results.',
      },
      action: 'bulk-command:order',
      names: { 'subjects.ids': 'in-turn' },
      body: bulkCommandBody,
      example: {
        command: 'claim-tasks',
        subjects: { filter: { path: '/tasks', query: { owner: 'none', team: ['patient-management'] } } },
        body: {},
      },
      needsKey: true,
      answer: { status: 202, schema: receiptOf('runId'), etag: true, location: true },
      problems: ['bulk-command'],
    },
    async (uses, asked) => {
      const { command, subjects, body, dryRun: isTrial } = asked.body;
      const { subject: kind, action } = BULK_COMMANDS[command];
      if (!mayEver(asked.staff, action)) throw refuse('bulk-command/not-yours');
      const receipt = await uses.requests.requestCommand({
        ...{ ...asked.identity(), command, body, isTrial },
        ...{ district: officeOfRun(asked.staff), orderer: ordererOf(asked) },
        subjects: () => subjectsOf(uses, asked, { kind, subjects, lists }),
      });
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
  ),
];
