import type { HandOverCommand } from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { handOverId } from '../../domain/shared-kernel/id.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import { CASE, day, idEnding } from './investigation-fixtures.ts';

export const FROM = '11110';
export const TO = '26440';

export const noHandOver = (): HandOver => HandOver.unoffered(handOverId(idEnding(40)));

export const offered = (
  more: Partial<Readonly<{ to: string; caseIsClosed: boolean; at: Instant }>> = {},
): HandOverCommand => ({
  type: 'OfferHandOver',
  caseId: CASE,
  from: District.of(FROM),
  to: District.recorded(more.to ?? TO),
  reason: 'moved',
  note: 'patient-informed',
  caseIsClosed: more.caseIsClosed ?? false,
  by: 'giver',
  at: more.at ?? day(0),
});
export const accepted = (hours = 1, caseIsClosed = false): HandOverCommand => ({
  type: 'AcceptHandOver',
  caseIsClosed,
  by: 'taker',
  at: day(0).plusHours(hours),
});
export const rejected = (hours = 1): HandOverCommand => ({
  type: 'RejectHandOver',
  reason: 'no-capacity',
  by: 'taker',
  at: day(0).plusHours(hours),
});
export const withdrawn = (hours = 1): HandOverCommand => ({
  type: 'WithdrawHandOver',
  because: 'withdrawn',
  by: 'giver',
  at: day(0).plusHours(hours),
});
export const expired = (hours = 24): HandOverCommand => ({
  type: 'ExpireHandOver',
  by: 'process:hand-over',
  at: day(0).plusHours(hours),
});
export const completed = (): HandOverCommand => ({
  type: 'CompleteHandOver',
  by: 'process:hand-over',
  at: day(0).plusHours(2),
});
