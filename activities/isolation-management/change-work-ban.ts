import { isolationCommand, type IsolationRequest } from './isolation-command.ts';

export const imposeWorkBan = isolationCommand<IsolationRequest>((_input, by) => ({
  type: 'ImposeWorkBan',
  ...by,
}));

export const liftWorkBan = isolationCommand<IsolationRequest>((_input, by) => ({
  type: 'LiftWorkBan',
  ...by,
}));
