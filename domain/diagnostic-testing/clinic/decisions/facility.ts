import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { EstablishClinic, ManageFacility, RestockKits, UseKits } from '../clinic.commands.ts';
import type { ClinicEvent } from '../clinic.events.ts';
import type { ClinicState } from '../clinic.state.ts';
import { OpeningHours } from '../opening-hours.ts';
import { fact } from './fact.ts';

export function establish(command: EstablishClinic): ClinicEvent[] {
  const { district, placeCode } = command;
  return [{ ...fact('ClinicEstablished', command), district: district.code, placeCode }];
}

export function manageFacility(state: ClinicState, command: ManageFacility): ClinicEvent[] {
  const { openingHours, booths, capacityPerBoothHour, kits } = command;
  const { facility, kitsInStock } = state;
  const changesNothing =
    facility !== undefined &&
    OpeningHours.of(facility.openingHours).equals(openingHours) &&
    facility.booths === booths &&
    facility.capacityPerBoothHour === capacityPerBoothHour &&
    kitsInStock === kits;
  if (changesNothing) return [];
  const managed = { openingHours: openingHours.week, booths, capacityPerBoothHour, kitsInStock: kits };
  return [{ ...fact('FacilityManaged', command), ...managed }];
}

export function restockKits(state: ClinicState, command: RestockKits): ClinicEvent[] {
  const { slip, kits } = command;
  if (movedBefore(state, command, kits)) return [];
  return [{ ...fact('KitsRestocked', command), slip, kits, kitsInStock: state.kitsInStock + kits }];
}

export function useKits(state: ClinicState, command: UseKits): ClinicEvent[] {
  const { slip, kits } = command;
  if (movedBefore(state, command, 0 - kits)) return [];
  const kitsInStock = state.kitsInStock - kits;
  if (kitsInStock < 0) throw new RuleBroken('clinic/kits-exhausted', { kitsInStock: state.kitsInStock });
  return [{ ...fact('KitsUsed', command), slip, kits, kitsInStock }];
}

/** A slip counts once a day: the same movement again is quiet, another one under its number is refused. */
function movedBefore({ slips }: ClinicState, { slip, at }: RestockKits | UseKits, kits: number): boolean {
  if (slips?.date !== at.dateInSeoul().toString()) return false;
  const earlier = slips.moved[slip];
  if (earlier !== undefined && earlier !== kits) throw new RuleBroken('clinic/slip-used', { slip });
  return earlier !== undefined;
}
