import { describe, expect, test } from '@jest/globals';
import { ROLE_NAMES } from '../../../api/access/roles.ts';
import { accountFrom } from '../../../tools/token/account.ts';
import { USAGE } from '../../../tools/token/usage.ts';
import { accountOf, STAFF } from '../../simulators/identity-provider/staff.ts';

describe('npm run token names an account', () => {
  test.each([
    [['--role', 'investigator', '--district', '11110'], 'investigator-11110'],
    [['--role', 'tester', '--role', 'clinician', '--district', '26440'], 'clinician+tester-26440'],
    [
      ['--role', 'clinician', '--role', 'tester', '--role', 'tester', '--district', '26440'],
      'clinician+tester-26440',
    ],
    [['--role', 'supervisor', '--district', '11'], 'supervisor-11'],
    [['--role', 'auditor', '--district', '00'], 'auditor-00'],
    [['--staff', 'headquarters'], 'headquarters'],
  ])('%p: %s', (args, account) => {
    expect(accountFrom(args)).toBe(account);
    expect(accountOf(account)).toMatchObject({ id: account });
  });
  test.each([
    [['--role', 'inspector', '--district', '11110'], /inspector/],
    [['--role', 'investigator'], /--district/],
    [['--role', 'investigator', '--district', '1111'], /--district/],
    [['--district', '11110'], /--role/],
    [['--staff', 'auditor', '--role', 'tester'], /--staff/],
    [['--password', 'x'], /--password/],
    [['investigator'], /investigator/],
  ])('%p is refused in words', (args, words) => expect(() => accountFrom(args)).toThrow(words));
  test('the help names every role', () => {
    for (const role of ROLE_NAMES)
      expect(USAGE).toMatch(new RegExp(`^  ${role} +[가-힣 ]+ · [a-z -]+$`, 'm'));
  });
});

describe('the development provider’s register', () => {
  const ids = STAFF.map(({ id }) => id);
  test('has one of each role in two districts', () => {
    for (const office of ['11110', '26440'])
      for (const role of ROLE_NAMES)
        expect(STAFF).toContainEqual({ id: `${role}-${office}`, roles: [role], jurisdictions: [office] });
  });
  test('has those of the country and of a province', () => {
    for (const role of ['headquarters', 'auditor', 'kdca-approver'])
      expect(accountOf(role)).toEqual({ id: role, roles: [role], jurisdictions: ['00'] });
    expect(ids).toEqual(
      expect.arrayContaining(['headquarters', 'auditor', 'kdca-approver', 'supervisor-11']),
    );
    expect(accountOf('supervisor-11')?.jurisdictions).toEqual(['11']);
    expect(accountOf('officer')).toMatchObject({ roles: ROLE_NAMES, jurisdictions: ['00'] });
  });
  test('names nobody twice', () => expect(new Set(ids).size).toBe(ids.length));
  test.each([
    '',
    'investigator',
    'investigator-1111',
    'inspector-11110',
    'investigator+-11110',
    'investigator-11110 ',
    `${'tester+'.repeat(9)}tester-11110`,
  ])('knows no “%s”', (id) => expect(accountOf(id)).toBeUndefined());
});
