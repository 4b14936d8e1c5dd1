import { z } from 'zod';
import type { CaseStage } from '../../domain/patient-management/case/case.state.ts';
import type { Classification } from '../../domain/patient-management/case/classification.ts';
import type {
  ContactStage,
  FollowUpStatus,
} from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { ContactGrade } from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import type {
  Certainty,
  FoundBy,
} from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { CASE_COLUMNS, CASE_ORDERS } from '../read-models/case-lines.ts';
import { CONTACT_COLUMNS, CONTACT_ORDERS } from '../read-models/contact-lines.ts';
import { day, staff } from './basics.ts';
import {
  beforeMoment,
  columnsOf,
  districts,
  fromDay,
  inOrder,
  oneOfCode,
  pageOfLines,
  toDay,
} from './line-lists.ts';
import { everyOf, several } from './several.ts';

const sortedBy = <Name extends string>(orders: Readonly<Record<Name, unknown>>, usually: NoInfer<Name>) => {
  const names: readonly string[] = Object.keys(orders);
  return z.enum(names as [Name, ...Name[]]).default(usually as never);
};

const caseStage = everyOf<CaseStage>()({
  suspected: true,
  confirmed: true,
  'home-treatment': true,
  'symptom-check': true,
  retest: true,
  'clinician-decision': true,
  'release-due': true,
  'in-hospital': true,
  released: true,
  'not-a-case': true,
  deceased: true,
  withdrawn: true,
  recorded: true,
});

/** Under whichever of their records: those that were merged with it too. */
const people = several(z.uuid());

/** GET /cases, whose days may stand in any order. */
export const caseLinesFields = z.strictObject({
  columns: columnsOf(CASE_COLUMNS),
  sort: sortedBy(CASE_ORDERS, '-caseId'),
  ...pageOfLines,
  personId: people,
  stage: caseStage,
  classification: everyOf<Classification>()({
    suspected: true,
    probable: true,
    confirmed: true,
    notACase: true,
  }),
  disease: oneOfCode,
  district: districts,
  tier: oneOfCode,
  outcome: everyOf<'recovered' | 'deceased' | 'unknown'>()({
    recovered: true,
    deceased: true,
    unknown: true,
  }),
  isolationStage: everyOf<IsolationState['stage']>()({
    ordered: true,
    served: true,
    active: true,
    ended: true,
  }),
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
  stage: everyOf<ContactStage>()({
    named: true,
    graded: true,
    'follow-up': true,
    'followed-up': true,
    converted: true,
    dropped: true,
  }),
  status: everyOf<'active' | 'converted' | 'dropped'>()({ active: true, converted: true, dropped: true }),
  district: districts,
  sourceCaseId: several(z.uuid()),
  personId: people,
  riskLevel: everyOf<ContactGrade>()({ close: true, casual: true, none: true }),
  followUpStatus: everyOf<FollowUpStatus>()({
    none: true,
    under: true,
    completed: true,
    cancelled: true,
    lost: true,
  }),
  foundBy: everyOf<FoundBy>()({ interview: true, entryLog: true, card: true, naming: true, import: true }),
  certainty: everyOf<Certainty>()({ confirmed: true, probable: true, possible: true }),
  officer: several(staff),
  lastExposureFrom: day.optional(),
  lastExposureTo: day.optional(),
  followUpUntilBefore: beforeMoment.optional(),
});
export const contactLinesQuery = inOrder(contactLinesFields);
