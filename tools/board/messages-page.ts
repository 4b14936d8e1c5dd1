import { format, resolveConfig } from 'prettier';
import { EFFECTS } from '../../activities/effects-catalogue.ts';
import { ASKED_AGAIN } from '../../activities/messages/reconcile-unreported.ts';
import { languagesOf, TEMPLATES } from '../../activities/texts.ts';
import { TASKS, type TaskKind } from '../../domain/worklist/task.kinds.ts';
import { MESSAGES, type MessageToPeople, type Undelivered } from './messages.ts';
import { ROOT } from './sources.ts';
import { code, table } from './words.ts';

export const MESSAGES_PAGE = 'docs/operations/messages.md';

const INTRODUCTION = `# 문자 안내 · What a person is told, and when

Made from the code by \`npm run board\`; a test fails when it is stale or when a template or a text effect is missing. The
texts stand in \`activities/texts.ts\`, whom and when in \`tools/board/messages.ts\`. Each is sent at most once by its
[effect's](../event-storming/board.md#effects-on-the-outside) key, in the language of the person told. While an identity
is in doubt nothing is sent about the case; nobody is told whose record is erased.`;

const task = (kind: TaskKind): string => `task ${code(kind)} (within ${TASKS[kind].withinHours} hours)`;

/** `asked`: what is asked and not answered goes on to a reminder or a person by its process, delivered or not. */
const OTHERWISE: Readonly<Record<Undelivered, string>> = {
  told: `${task('message-undeliverable')}: staff tell the person`,
  served: `${task('notice-unproven')}: staff serve the order; refused, ${code('message-undeliverable')} at once`,
  asked: `${task('message-undeliverable')}: staff ask the person; no answer goes on to a reminder or a task`,
  round: `reported: ${task('message-undeliverable')}; no answer: a missed check, which is escalated (reminder, call, visit)`,
};

function row(template: string, { effect, whom, when, undelivered }: MessageToPeople): readonly string[] {
  const languages = languagesOf(template as (typeof TEMPLATES)[number]).join(', ');
  const unreported = ASKED_AGAIN.includes(effect)
    ? 'nothing: it is asked again'
    : `after three days ${task('effect-unsettled')}`;
  return [code(template), whom, when, languages, OTHERWISE[undelivered], unreported, code(effect)];
}

/** Templates that stand nowhere in the table, and effects by text that no template is for. */
export const untoldIn = (
  templates: readonly string[],
  messages: Readonly<Record<string, MessageToPeople>>,
): readonly string[] => {
  const sent = Object.values(messages).map(({ effect }) => effect as string);
  return [
    ...templates.filter((template) => !Object.hasOwn(messages, template)),
    ...Object.entries(EFFECTS).flatMap(([name, { system }]) =>
      system === 'sms' && !sent.includes(name) ? [name] : [],
    ),
  ];
};

export async function makeMessages(): Promise<string> {
  const rows = [...TEMPLATES].sort().map((template) => row(template, MESSAGES[template]));
  const headings = [
    'Template',
    'Whom',
    'When',
    'Languages',
    'The gateway refuses it, or reports that it was not delivered',
    'No report comes',
    'Effect',
  ];
  const page = [INTRODUCTION, table(headings, rows)].join('\n\n');
  return format(page, { ...(await resolveConfig(`${ROOT}${MESSAGES_PAGE}`)), parser: 'markdown' });
}
