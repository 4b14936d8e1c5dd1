import type { NoticeChannel } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { isolationCommand, type IsolationAsked } from './isolation-command.ts';

type Notice = IsolationAsked & Readonly<{ channel: NoticeChannel; servedAt?: string }>;

/** 격리 통지 that went out by whatever channel: an officer said it, or a letter was handed over. */
export const recordIsolationNotice = isolationCommand<Notice>(({ channel, servedAt }, by) => ({
  type: 'RecordNotice',
  channel,
  ...(servedAt === undefined ? {} : { servedAt: Instant.of(servedAt) }),
  ...by,
}));

/** Whenever the first day has come of an order that was served before it. */
export const startIsolation = isolationCommand<IsolationAsked>((_input, by) => ({
  type: 'StartIsolation',
  ...by,
}));

/** 격리 해제 통지 */
export const recordReleaseNotice = isolationCommand<IsolationAsked>((_input, by) => ({
  type: 'RecordReleaseNotice',
  ...by,
}));
