import { z } from 'zod';
import { BULK_COMMANDS, COMMAND_NAMES, type BulkCommandName } from '../bulk-commands/bulk-commands.ts';
import { wordsShown } from '../contract/shapes.ts';
import { listFilter } from './saved-filters.ts';

/** A run of so many is done within minutes; more is asked for in parts. */
export const MOST_SUBJECTS = 5_000;

const subjects = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_SUBJECTS) }),
  z.strictObject({ filter: z.strictObject(listFilter) }),
]);
export type SubjectsAsked = z.output<typeof subjects>;

const asked = <Name extends BulkCommandName>(name: Name) =>
  z.strictObject({
    command: z.literal(name),
    subjects,
    body: BULK_COMMANDS[name].body,
    /** Only tried: nothing is stored, and each row says what would become of it. */
    dryRun: z.boolean().default(false),
  });
type Asked = ReturnType<typeof asked<BulkCommandName>>;
const [first, ...others] = COMMAND_NAMES.map((name) => asked(name));

/** POST /bulk-commands */
export const bulkCommandBody = z.discriminatedUnion('command', [first as Asked, ...others]);

/** One of the commands that may be given for many. */
export const bulkCommandShown = z
  .object({
    command: z.enum(COMMAND_NAMES as readonly [BulkCommandName, ...BulkCommandName[]]),
    subject: z.enum(['task', 'case', 'contact', 'isolation']),
    does: wordsShown,
    example: z.record(z.string(), z.unknown()),
    /** Whether it can be undone; where it cannot, what to do instead. */
    undo: z.object({ possible: z.boolean(), instead: wordsShown.nullable() }),
  })
  .meta({ id: 'BulkCommand' });
export const bulkCommandsShown = z.object({ items: z.array(bulkCommandShown) });
