import type { RecordInfection } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import type { RouteCommand } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import type { CaseCommand, RecordEpisode } from '../../domain/patient-management/case/case.commands.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { AgeGroup } from '../../domain/patient-management/person/age-group.ts';
import type { RecordPerson } from '../../domain/patient-management/person/person.commands.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { CASE, day, PERSON } from './case-fixtures.ts';
import { EXPOSED, THEIR_CASE } from './contact-fixtures.ts';
import { CASE as SOURCE, PERSON as SOURCE_PERSON } from './investigation-fixtures.ts';

const by = { by: 'importer', at: day(20) };

export const listedPerson = (more: Partial<RecordPerson> = {}): RecordPerson => ({
  type: 'RecordPerson',
  ageGroup: AgeGroup.of('50s'),
  sex: 'male',
  language: 'ko',
  district: District.of('11500'),
  ...by,
  ...more,
});
export const recordedEpisode = (more: Partial<RecordEpisode> = {}): RecordEpisode => ({
  type: 'RecordEpisode',
  personId: PERSON,
  disease: disease('covid-19'),
  district: District.of('11500'),
  confirmedOn: LocalDate.of('2020-01-23'),
  ...by,
  ...more,
});
export const released = (on?: string): NonNullable<RecordEpisode['ended']> => ({
  as: 'released',
  ...(on === undefined ? {} : { on: LocalDate.of(on) }),
});
export const died = (on?: string): NonNullable<RecordEpisode['ended']> => ({
  ...released(on),
  as: 'deceased',
});
export const recordedOnset = (on: string): CaseCommand => ({
  type: 'CorrectRecordedOnset',
  dateOfSymptomOnset: LocalDate.of(on),
  ...by,
});
export const recordedInfection = (more: Partial<RecordInfection> = {}): RecordInfection => ({
  type: 'RecordInfection',
  sourceCaseId: SOURCE,
  sourcePersonId: SOURCE_PERSON,
  exposedPersonId: EXPOSED,
  caseId: THEIR_CASE,
  district: District.of('11500'),
  ...by,
  ...more,
});
type Listed = readonly [id: string, day: string, place?: string];
export const recordedRoute = (...visits: readonly Listed[]): RouteCommand => ({
  type: 'RecordRoute',
  caseId: CASE,
  district: District.of('11500'),
  visits: visits.map(([id, on, place = 'CAFE']) => ({
    visitId: visitId(id),
    placeId: placeId(place),
    district: District.of('11110'),
    day: LocalDate.of(on),
  })),
  maximumVisits: 100,
  ...by,
});
