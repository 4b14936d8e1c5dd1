import { z } from 'zod';
import type { ContactGrade } from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import type {
  Certainty,
  FoundBy,
} from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { CASE_COLUMNS, CASE_ORDERS } from '../read-models/case-lines.ts';
import { CONTACT_COLUMNS, CONTACT_ORDERS } from '../read-models/contact-lines.ts';
import { day, staff } from './basics.ts';
import { beforeMoment, districts, fromDay, inOrder, oneOfCode, toDay } from './filters.ts';
import { columnsOf, pageOfLines } from './line-lists.ts';
import { everyOf, several } from './several.ts';
import {
  CASE_STAGES,
  CLASSIFICATIONS,
  CONTACT_STAGES,
  FOLLOW_UP_STATUSES,
  ISOLATION_STAGES,
  OUTCOMES,
} from './states.ts';

const sortedBy = <Name extends string>(orders: Readonly<Record<Name, unknown>>, usually: NoInfer<Name>) => {
  const names: readonly string[] = Object.keys(orders);
  return z.enum(names as [Name, ...Name[]]).default(usually as never);
};

/** Under whichever of their records: those that were merged with it too. */
const people = several(z.uuid());

/** GET /cases, whose days may stand in any order. */
export const caseLinesFields = z.strictObject({
  columns: columnsOf(CASE_COLUMNS),
  sort: sortedBy(CASE_ORDERS, '-caseId'),
  ...pageOfLines,
  personId: people,
  stage: several(z.enum(CASE_STAGES)),
  classification: several(z.enum(CLASSIFICATIONS)),
  disease: oneOfCode,
  district: districts,
  tier: oneOfCode,
  outcome: several(z.enum(OUTCOMES)),
  isolationStage: several(z.enum(ISOLATION_STAGES)),
  officer: several(staff),
  openedFrom: fromDay.optional(),
  openedTo: toDay.optional(),
  onsetFrom: day.optional(),
  onsetTo: day.optional(),
  confirmedFrom: fromDay.optional(),
  confirmedTo: toDay.optional(),
  nextDueBefore: beforeMoment.optional(),
  isolationEndsBefore: beforeMoment.optional(),
});
export const caseLinesQuery = inOrder(caseLinesFields);

/** GET /contacts, likewise. */
export const contactLinesFields = z.strictObject({
  columns: columnsOf(CONTACT_COLUMNS),
  sort: sortedBy(CONTACT_ORDERS, '-contactId'),
  ...pageOfLines,
  stage: several(z.enum(CONTACT_STAGES)),
  status: everyOf<'active' | 'converted' | 'dropped'>({ active: true, converted: true, dropped: true }),
  district: districts,
  sourceCaseId: several(z.uuid()),
  personId: people,
  riskLevel: everyOf<ContactGrade>({ close: true, casual: true, none: true }),
  followUpStatus: several(z.enum(FOLLOW_UP_STATUSES)),
  foundBy: everyOf<FoundBy>({ interview: true, entryLog: true, card: true, naming: true, import: true }),
  certainty: everyOf<Certainty>({ confirmed: true, probable: true, possible: true }),
  officer: several(staff),
  lastExposureFrom: day.optional(),
  lastExposureTo: day.optional(),
  followUpUntilBefore: beforeMoment.optional(),
});
export const contactLinesQuery = inOrder(contactLinesFields);
