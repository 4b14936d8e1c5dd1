import { describe, expect, test } from '@jest/globals';
import { officeNeeded, officeOf } from '../../../api/access/offices.ts';
import type { Role } from '../../../api/access/roles.ts';

const JONGNO = { district: '11110' };
const BUSAN = { district: '26110' };
const who = (roles: readonly Role[], place: typeof JONGNO | undefined = JONGNO) => ({
  staff: { id: 'kim', roles, jurisdictions: ['11110'] },
  place,
});
const NOT_YOURS = 'access/not-your-office';

describe('in which office somebody approves', () => {
  test('is the one that they name, if they hold it', () => {
    const both = who(['investigation-lead', 'public-health-director']);
    expect(officeOf(both, 'public-health-director')).toBe('public-health-director');
    expect(() => officeOf(both, 'kdca-approver')).toThrow(NOT_YOURS);
    expect(() => officeOf(who(['supervisor', 'investigator']), 'investigation-lead')).toThrow(NOT_YOURS);
  });

  test('is the only one that they hold, where they name none', () => {
    expect(officeOf(who(['investigator', 'investigation-lead']), undefined)).toBe('investigation-lead');
    expect(officeOf(who(['payment-officer']), undefined)).toBeUndefined();
    expect(officeOf(who(['investigation-lead', 'public-health-director']), undefined)).toBeUndefined();
  });

  test('is held where they are responsible; the agency’s everywhere', () => {
    const director = who(['public-health-director'], BUSAN);
    expect(() => officeOf(director, 'public-health-director')).toThrow(NOT_YOURS);
    const agency = who(['public-health-director', 'kdca-approver'], BUSAN);
    expect(officeOf(agency, 'kdca-approver')).toBe('kdca-approver');
    expect(() => officeOf(agency, 'public-health-director')).toThrow(NOT_YOURS);
    expect(officeOf(agency, undefined)).toBe('kdca-approver');
  });

  test('is none where nothing is known of the place', () => {
    const { staff } = who(['kdca-approver']);
    expect(officeOf({ staff, place: undefined }, undefined)).toBeUndefined();
    expect(() => officeOf({ staff, place: undefined }, 'kdca-approver')).toThrow(NOT_YOURS);
  });
});

test('whoever holds several offices is told which to choose from, where there has to be one', () => {
  expect(officeNeeded(who(['investigation-lead']), undefined)).toBe('investigation-lead');
  expect(() => officeNeeded(who(['investigator']), 'investigation-lead')).toThrow(NOT_YOURS);
  const several = who(['investigation-lead', 'kdca-approver']);
  expect(() => officeNeeded(several, undefined)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        status: 400,
        errors: [
          {
            pointer: '/role',
            code: 'office-needed',
            detail: {
              ko: expect.stringContaining('investigation-lead, kdca-approver'),
              en: 'name the office in which you approve: investigation-lead, kdca-approver',
            },
          },
        ],
      }),
    }),
  );
});
