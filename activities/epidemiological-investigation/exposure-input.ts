import { Exposure } from '../../domain/epidemiological-investigation/infection-network/exposure.ts';
import type { ExposureSetting } from '../../domain/protocol/language/condition.ts';
import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';

/** An exposure as it comes in: days `YYYY-MM-DD`. */
export type ExposureInput = Readonly<{
  dateOfFirstContact?: string | undefined;
  dateOfLastContact: string;
  placeId: string;
  setting: ExposureSetting;
  distanceMetres?: number | undefined;
  minutes?: number | undefined;
  masked?: boolean | undefined;
  touched?: boolean | undefined;
}>;

export const exposureOf = (input: ExposureInput): Exposure =>
  Exposure.of({
    ...input,
    placeId: placeId(input.placeId),
    dateOfLastContact: LocalDate.of(input.dateOfLastContact),
    dateOfFirstContact:
      input.dateOfFirstContact === undefined ? undefined : LocalDate.of(input.dateOfFirstContact),
  });
