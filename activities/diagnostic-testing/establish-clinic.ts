import { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import { placeCode } from '../../domain/diagnostic-testing/clinic/place-code.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { clinicId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import type { ClinicUses } from './clinic-request.ts';

export type EstablishClinicInput = Request & Readonly<{ district: string; placeCode: string }>;

/** A new screening clinic, without facility, staff or kits yet. */
export const establishClinic =
  ({ clinics, clock, newId }: ClinicUses & Readonly<{ newId: () => string }>) =>
  async (input: EstablishClinicInput): Promise<Receipt> => {
    const clinic = Clinic.unopened(clinicId(newId()));
    clinic.execute({
      type: 'EstablishClinic',
      district: District.of(input.district),
      placeCode: placeCode(input.placeCode),
      by: input.by,
      at: Instant.of(await clock.now()),
    });
    return create(clinics, clinic, input);
  };
