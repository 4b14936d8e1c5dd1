import { caseId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';

export const idEnding = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
/** The source case, and its person. */
export const CASE = caseId(idEnding(1));
export const PERSON = personId(idEnding(2));

/** Noon in Seoul, so many days after 2026-03-01. */
export const day = (count: number): Instant => Instant.of('2026-03-01T03:00:00Z').plusHours(count * 24);
