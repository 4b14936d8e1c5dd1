import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import { isolationCommand, type IsolationRequest } from './isolation-command.ts';

/** 전담공무원: also the hand-over at a shift's end or an absence. */
export const assignOfficer = isolationCommand<IsolationRequest & Readonly<{ officer: string }>>(
  (input, by) => ({ type: 'AssignOfficer', officer: staffId(input.officer), ...by }),
);
