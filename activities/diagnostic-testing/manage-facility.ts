import {
  booths,
  hourlyCapacity,
  kitsInStock,
  kitsMoved,
} from '../../domain/diagnostic-testing/clinic/counts.ts';
import { OpeningHours, type Week } from '../../domain/diagnostic-testing/clinic/opening-hours.ts';
import { slipNumber } from '../../domain/diagnostic-testing/clinic/slip-number.ts';
import { clinicCommand, type ClinicRequest } from './clinic-request.ts';

export type ManageFacilityInput = ClinicRequest &
  Readonly<{ openingHours: Week; booths: number; capacityPerBoothHour: number; kitsInStock: number }>;
export type MoveKitsInput = ClinicRequest & Readonly<{ slip: string; kits: number }>;

/** Hours, booths, capacity, and what a count of the kits found. */
export const manageFacility = clinicCommand<ManageFacilityInput>((input, by) => ({
  type: 'ManageFacility',
  openingHours: OpeningHours.of(input.openingHours),
  booths: booths(input.booths),
  capacityPerBoothHour: hourlyCapacity(input.capacityPerBoothHour),
  kits: kitsInStock(input.kitsInStock),
  ...by,
}));

export const restockKits = clinicCommand<MoveKitsInput>((input, by) => ({
  type: 'RestockKits',
  slip: slipNumber(input.slip),
  kits: kitsMoved(input.kits),
  ...by,
}));

export const useKits = clinicCommand<MoveKitsInput>((input, by) => ({
  type: 'UseKits',
  slip: slipNumber(input.slip),
  kits: kitsMoved(input.kits),
  ...by,
}));
