import { Refusal, type Words } from '../problem.ts';
import { REFUSALS } from '../refusals.ts';
import { BULK_COMMANDS } from './bulk-commands.ts';

/** What to do instead, where that command has no way back. */
export function insteadOfUndo(command: string | undefined): Words | undefined {
  if (command === undefined || !Object.hasOwn(BULK_COMMANDS, command)) return undefined;
  return BULK_COMMANDS[command as keyof typeof BULK_COMMANDS].undo.none;
}

const CODE = 'bulk-run/no-way-back';
export const noWayBack = (title: Words): Refusal =>
  new Refusal({ code: CODE, status: REFUSALS[CODE].status, title });
