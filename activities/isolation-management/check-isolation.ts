import type { CheckOutcome } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { isolationCommand, type IsolationAsked } from './isolation-command.ts';

/** 격리중 확인 */
export const checkIsolation = isolationCommand<IsolationAsked & Readonly<{ outcome: CheckOutcome }>>(
  (input, by) => ({ type: 'RecordCheck', outcome: input.outcome, ...by }),
);
