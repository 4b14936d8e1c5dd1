import type { ClinicCommand } from '../../domain/diagnostic-testing/clinic/clinic.commands.ts';
import type { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type ClinicUses = Readonly<{ clinics: Repository<Clinic>; clock: Clock }>;
export type ClinicRequest = Request & Readonly<{ clinicId: string }>;

/** One command to one clinic, asked for by staff. */
export const clinicCommand =
  <Input extends ClinicRequest>(make: (input: Input, by: By) => ClinicCommand) =>
  ({ clinics, clock }: ClinicUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(clinics, input.clinicId, input, (clinic) => clinic.execute(asked));
  };
