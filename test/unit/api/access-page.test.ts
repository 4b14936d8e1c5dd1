import { expect, test } from '@jest/globals';
import { accessPage } from '../../../api/access/access-page.ts';
import type { PersonAccess } from '../../../api/read-models/access-list.ts';

const printed = (endpoint: string, action: string): string => {
  const access: PersonAccess = {
    ...{ at: '2026-11-22T12:24:10.000000Z', chain: 'c', position: 1, roles: ['patient-manager'] },
    ...{ offices: ['11110'], endpoint, action, subjectKind: 'person', outcome: 'allowed', reason: null },
  };
  return [...accessPage('p', [access], null)].join('');
};

test('whoever searched has read the record; whoever entered something has changed it', () => {
  expect(printed('POST /people/searches', 'person:read')).toContain('인적 사항 personal record: 열람 read');
  expect(printed('GET /people/:id/identity', 'person:identify')).toContain('열람 read');
  expect(printed('POST /people/:id/values', 'person:write')).toContain('변경 changed');
});
