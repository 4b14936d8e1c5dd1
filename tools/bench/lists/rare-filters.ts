import { COUNTRY_OFFICE, day, of, type Ask } from './ask.ts';

/** What few lines have, wherever they lie. */
export const rare = (): readonly Ask[] => [
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    '/tasks?kind=clinic-full',
    '/tasks?escalated=true&priority=1',
  ),
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    `/tasks?openedAfter=${new Date(Date.now() - 60_000).toISOString()}`,
  ),
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    '/tasks?subjectKind=clinic',
    `/tasks?dueBefore=${day(5)}T00:00:00Z`,
  ),
  ...of('rare filters of tasks', '11', '/tasks?subjectKind=clinic&overdue=true'),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?stage=in-hospital',
    '/cases?outcome=deceased',
    '/cases?tier=intensive',
  ),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?stage=withdrawn',
    '/cases?isolationStage=served',
    `/cases?nextDueBefore=2020-01-01T00:00:00Z`,
  ),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?disease=mers',
    '/cases?classification=probable',
    `/cases?openedFrom=${day(0)}`,
  ),
  ...of(
    'rare filters of cases',
    '11',
    '/cases?stage=in-hospital',
    '/cases?outcome=deceased',
    '/cases?tier=intensive',
    '/cases?disease=mers',
  ),
  ...of(
    'rare filters of cases',
    '11',
    `/cases?onsetTo=${day(94)}`,
    `/cases?confirmedFrom=${day(0)}&stage=withdrawn`,
    '/cases?outcome=unknown',
  ),
  ...of(
    'rare filters of cases',
    '11',
    '/cases?isolationStage=ordered',
    `/cases?isolationEndsBefore=2020-01-01T00:00:00Z`,
  ),
  ...of(
    'rare filters of contacts',
    COUNTRY_OFFICE,
    '/contacts?foundBy=entryLog',
    '/contacts?followUpStatus=lost',
    '/contacts?status=converted',
  ),
  ...of(
    'rare filters of contacts',
    COUNTRY_OFFICE,
    '/contacts?certainty=confirmed',
    '/contacts?riskLevel=none',
    `/contacts?lastExposureTo=${day(96)}`,
  ),
  ...of(
    'rare filters of contacts',
    '11',
    '/contacts?foundBy=entryLog',
    '/contacts?followUpStatus=lost',
    '/contacts?status=converted',
  ),
  ...of(
    'rare filters of contacts',
    '11',
    '/contacts?foundBy=card',
    `/contacts?followUpUntilBefore=2020-01-01T00:00:00Z`,
  ),
];
