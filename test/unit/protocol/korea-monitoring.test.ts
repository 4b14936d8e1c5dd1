import { expect, test } from '@jest/globals';
import { judgeMonitoring } from '../../../domain/protocol/evaluation/monitoring.ts';
import { aCase, aContact, at, korea, rule, seoul, type Told } from '../../support/protocols.ts';

type Asked = Readonly<{ row: string; on: string; of?: 'contact'; told?: Told; expected: string }>;

/** Tier, frequency, channel and length in one line. */
const say = ({ on, of, told = {} }: Asked): string => {
  const history = of === 'contact' ? aContact(told) : aCase(told);
  const answer = judgeMonitoring(rule(korea(on), 'monitoring'), history, at(`${on} 12:00`));
  if ('undecided' in answer) return [answer.undecided, ...answer.missing].join(' ');
  const { tier, checksPerDay, channel, forDays } = answer;
  return `${tier} ${checksPerDay}/day ${channel}${forDays === undefined ? '' : ` for ${forDays} days`}`;
};
const phone = (kind: string): Told => ({ attributes: { phone: kind } });
const SUITABLE = { consentsToHomeTreatment: true, homeIsSuitable: true };
const mild = (age: number, more: Told = {}): Told => ({
  age,
  severities: [{ at: seoul('2021-10-01 09:00'), severity: 'mild' }],
  vaccinations: [],
  attributes: SUITABLE,
  ...more,
});
const VACCINATED: Told = { vaccinations: [{ on: '2021-04-01' }, { on: '2021-06-01' }] };
const SEVERE: Told = { severities: [{ at: seoul('2021-10-01 09:00'), severity: 'severe' }] };
const risk = (age: number, ...riskFactors: string[]): Told => ({ age, riskFactors });

/** Section 3.5. */
test.each<Asked>([
  { row: 'contacts: an officer calls', on: '2020-03-06', of: 'contact', expected: 'officer 2/day telephone' },
  {
    row: 'app on Android',
    on: '2020-03-07',
    of: 'contact',
    told: phone('android'),
    expected: 'quarantined-app 2/day app',
  },
  {
    row: 'no app on iOS yet',
    on: '2020-03-07',
    of: 'contact',
    told: phone('ios'),
    expected: 'officer 2/day telephone',
  },
  {
    row: 'no app on iOS, the last day',
    on: '2020-03-19',
    of: 'contact',
    told: phone('ios'),
    expected: 'officer 2/day telephone',
  },
  {
    row: 'app on iOS too',
    on: '2020-03-20',
    of: 'contact',
    told: phone('ios'),
    expected: 'quarantined-app 2/day app',
  },
  { row: 'app, September 2021', on: '2021-09-01', of: 'contact', expected: 'quarantined-app 2/day app' },
  {
    row: 'app, the day before the reform',
    on: '2022-02-09',
    of: 'contact',
    expected: 'quarantined-app 2/day app',
  },
  { row: 'the GPS app is dropped', on: '2022-02-10', of: 'contact', expected: 'quarantined 2/day telephone' },
  { row: 'no home treatment yet', on: '2021-10-07', told: mild(40), expected: 'noTier' },
  {
    row: 'home treatment under 70',
    on: '2021-10-08',
    told: mild(69),
    expected: 'home-treatment 2/day app for 10 days',
  },
  { row: 'no home treatment from 70', on: '2021-10-08', told: mild(70), expected: 'noTier' },
  {
    row: 'older if vaccinated',
    on: '2021-10-08',
    told: mild(70, VACCINATED),
    expected: 'home-treatment 2/day app for 10 days',
  },
  { row: 'not with severe illness', on: '2021-10-08', told: mild(40, SEVERE), expected: 'noTier' },
  {
    row: 'not without consent',
    on: '2021-10-08',
    told: mild(40, { attributes: { ...SUITABLE, consentsToHomeTreatment: false } }),
    expected: 'noTier',
  },
  {
    row: 'not in an unsuitable home',
    on: '2021-10-08',
    told: mild(40, { attributes: { ...SUITABLE, homeIsSuitable: false } }),
    expected: 'noTier',
  },
  {
    row: 'home treatment, 10 days, the last day',
    on: '2021-12-07',
    told: mild(40),
    expected: 'home-treatment 2/day app for 10 days',
  },
  {
    row: 'home treatment, 7 days',
    on: '2021-12-08',
    told: mild(40),
    expected: 'home-treatment 2/day app for 7 days',
  },
  { row: 'intensive: 60 and over', on: '2022-02-10', told: risk(60), expected: 'intensive 2/day telephone' },
  {
    row: 'intensive: 50s with a disease',
    on: '2022-02-10',
    told: risk(50, 'chronicDisease'),
    expected: 'intensive 2/day telephone',
  },
  { row: 'general: 50s without a disease', on: '2022-02-10', told: risk(59), expected: 'general 0/day none' },
  {
    row: 'general: 40s with a disease',
    on: '2022-02-10',
    told: risk(49, 'chronicDisease'),
    expected: 'general 0/day none',
  },
  {
    row: 'intensive: immunocompromised',
    on: '2022-02-10',
    told: risk(30, 'immunocompromised'),
    expected: 'intensive 2/day telephone',
  },
  {
    row: 'risk factors not known',
    on: '2022-02-10',
    told: { age: 30 },
    expected: 'facts-missing riskFactors',
  },
  {
    row: '50s with a disease, the last day',
    on: '2022-03-15',
    told: risk(55, 'chronicDisease'),
    expected: 'intensive 2/day telephone',
  },
  {
    row: '50s with a disease leave',
    on: '2022-03-16',
    told: risk(55, 'chronicDisease'),
    expected: 'general 0/day none',
  },
  { row: '60 and over stay', on: '2022-03-16', told: risk(60), expected: 'intensive 2/day telephone' },
  {
    row: 'twice a day, the last day',
    on: '2022-06-05',
    told: risk(60),
    expected: 'intensive 2/day telephone',
  },
  { row: 'once a day', on: '2022-06-06', told: risk(60), expected: 'intensive 1/day telephone' },
  { row: 'tiers, the last day', on: '2022-07-31', told: risk(60), expected: 'intensive 1/day telephone' },
  { row: 'no tiers', on: '2022-08-01', told: risk(60), expected: 'everybody 0/day none' },
])('$on $row: $expected', (asked) => expect(say(asked)).toBe(asked.expected));

test('three self-checks a day and one call in home treatment are parameters', () => {
  const self = rule(korea('2021-09-01', { selfChecksPerDay: 3 }), 'monitoring');
  expect(judgeMonitoring(self, aContact({}), at('2021-09-01 12:00'))).toMatchObject({ checksPerDay: 3 });
  const home = rule(korea('2021-12-08', { homeTreatmentChecksPerDay: 1 }), 'monitoring');
  expect(judgeMonitoring(home, aCase(mild(40)), at('2021-12-08 12:00'))).toMatchObject({ checksPerDay: 1 });
});
