import { tested } from '../../domain/diagnostic-testing/clinic/counts.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { clinicCommand, type ClinicRequest } from './clinic-request.ts';

export type RecordThroughputInput = ClinicRequest & Readonly<{ from: string; tested: number }>;

export const openClinicForDay = clinicCommand<ClinicRequest>((_input, by) => ({
  type: 'OpenForDay',
  ...by,
}));

export const recordThroughput = clinicCommand<RecordThroughputInput>((input, by) => ({
  type: 'RecordThroughput',
  from: Instant.of(input.from),
  tested: tested(input.tested),
  ...by,
}));

export const closeClinicForDay = clinicCommand<ClinicRequest>((_input, by) => ({
  type: 'CloseForDay',
  ...by,
}));

/** For good. */
export const closeClinic = clinicCommand<ClinicRequest>((_input, by) => ({ type: 'CloseClinic', ...by }));
