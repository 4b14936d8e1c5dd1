import { randomUUID } from 'node:crypto';
import type { AccessEntry } from '../../activities/ports/access-records.ts';

/** Somebody of the health office reads a case. */
export const anAccess = (more: Partial<AccessEntry> = {}): AccessEntry => ({
  requestId: randomUUID(),
  staffId: 'investigator-11110',
  roles: ['investigator'],
  offices: ['11110'],
  sourceAddress: '203.0.113.7',
  endpoint: 'GET /cases/:id',
  action: 'case:read',
  subjectKind: 'case',
  subjectId: randomUUID(),
  district: '11110',
  reason: 'investigation',
  ...more,
});
