import type { Role } from './roles.ts';

/**
 * `here`: where the member of staff is responsible. `everywhere`: in the whole country, whatever their district.
 * `nationwide`: what is the country’s own and no district’s.
 */
export type Reach = 'here' | 'everywhere' | 'nationwide';
type Rights = Readonly<Partial<Record<Role, Reach>>>;

const here = (...roles: readonly Role[]): Rights => Object.fromEntries(roles.map((role) => [role, 'here']));
const everywhere = (...roles: readonly Role[]): Rights =>
  Object.fromEntries(roles.map((role) => [role, 'everywhere']));
const nationwide = (...roles: readonly Role[]): Rights =>
  Object.fromEntries(roles.map((role) => [role, 'nationwide']));

const PATIENTS = ['patient-manager', 'clinician'] as const;
const ISOLATION = ['isolation-officer'] as const;
const INVESTIGATION = ['investigator', 'investigation-lead'] as const;
const APPROVERS = ['investigation-lead', 'public-health-director'] as const;
const TESTING = ['tester', 'surveyor', 'clinic-operator', 'payment-officer'] as const;
const TEAMS = [...PATIENTS, ...ISOLATION, ...INVESTIGATION, ...TESTING] as const;
const WATCHING = ['supervisor', 'public-health-director'] as const;

/** Whoever works on cases sees where they stand; what identifies the person is a right of its own. */
const READERS: Rights = {
  ...here(...TEAMS, ...WATCHING, 'kdca-approver'),
  ...everywhere('auditor', 'headquarters'),
};

/**
 * Who may do what, where. The checks of every request, the page of the interface and the sweep that tries every
 * endpoint as everybody are made from this table and nothing else.
 */
export const MATRIX = {
  'person:read': READERS,
  'person:identify': here(...TEAMS, 'supervisor', 'public-health-director'),
  'person:write': here('patient-manager', 'investigator', 'investigation-lead', 'supervisor'),
  /** Name, telephone, address and channel, as one hears of them at the door or on the telephone. */
  'person:correct': here(
    'patient-manager',
    'isolation-officer',
    'investigator',
    'investigation-lead',
    'supervisor',
  ),
  'person:merge': here('patient-manager', 'supervisor'),
  'person:erase': here('supervisor'),
  'case:open': here(
    'patient-manager',
    'clinician',
    'tester',
    'clinic-operator',
    'investigator',
    'supervisor',
  ),
  'case:read': READERS,
  'case:report': here(...PATIENTS, 'investigator', 'investigation-lead', 'isolation-officer', 'supervisor'),
  'case:turn': here(...PATIENTS, 'supervisor'),
  'case:classify': here(...PATIENTS, ...INVESTIGATION, 'supervisor'),
  'case:doubt': here('tester', 'surveyor', 'patient-manager', 'supervisor'),
  'case:hand-over': here('patient-manager', 'supervisor', 'investigation-lead'),
  'test:handle': here('tester', 'clinic-operator', 'clinician', 'patient-manager', 'supervisor'),
  'isolation:handle': here('isolation-officer', 'supervisor'),
  'isolation:report-violation': here('isolation-officer', 'patient-manager', 'investigator', 'supervisor'),
  'supplies:handle': here('isolation-officer', 'supervisor'),
  'contact:trace': here(...INVESTIGATION, 'supervisor'),
  'contact:report': here(...INVESTIGATION, 'isolation-officer', 'patient-manager', 'supervisor'),
  'route:investigate': here(...INVESTIGATION, 'supervisor'),
  'look-up:request': here(...INVESTIGATION),
  'look-up:approve': { ...here(...APPROVERS), ...everywhere('kdca-approver') },
  'look-up:open-records': here(...INVESTIGATION),
  'survey:record': here('surveyor', ...INVESTIGATION, 'supervisor'),
  'disclosure:read': READERS,
  /** A list as a file, without what says who somebody is. */
  'export:take': READERS,
  'export:read': READERS,
  /** With what says who somebody is, which another person has to approve. */
  'export:request': here(...TEAMS, 'supervisor', 'public-health-director'),
  'export:approve': here('supervisor', 'public-health-director'),
  'living-support:handle': here('payment-officer', 'supervisor'),
  'living-support:approve': here('payment-officer'),
  'clinic:operate': here('clinic-operator', 'supervisor'),
  'task:read': { ...here(...TEAMS, ...WATCHING, 'kdca-approver'), ...everywhere('headquarters') },
  'task:work': { ...here(...TEAMS, ...WATCHING, 'kdca-approver'), ...nationwide('headquarters') },
  'task:assign': {
    ...here('supervisor', 'investigation-lead', 'public-health-director'),
    ...nationwide('headquarters'),
  },
  /** Here: an account whose places all lie within one's own, by the token with which it asked last. */
  'staff:read': { ...here('investigation-lead', ...WATCHING), ...everywhere('headquarters', 'auditor') },
  'staff:revoke': { ...here(...WATCHING), ...everywhere('headquarters') },
  'staff:report-absence': { ...here('investigation-lead', ...WATCHING), ...everywhere('headquarters') },
  /** A view's setting: only one's own, and what the team shares. */
  'saved-filter:keep': READERS,
  'jurisdiction:read': READERS,
  /** Counts, however small: whoever has them may read the lines that are counted, in the same reach. */
  'figures:read': READERS,
  'protocol:read': READERS,
  'protocol:publish': everywhere('headquarters'),
  'protocol:what-if': everywhere('headquarters'),
  'bulk-run:read': READERS,
  'bulk-run:order': { ...here('supervisor'), ...everywhere('headquarters') },
  /** A run that one has asked for oneself; anybody’s takes the right to order it. */
  'bulk-run:hold': { ...here(...TEAMS, ...WATCHING), ...everywhere('headquarters') },
  /** Each command takes its own right beside it, where each of its subjects is. */
  'bulk-command:order': here(...TEAMS, ...WATCHING),
  'import:order': { ...here('patient-manager', 'investigator', 'supervisor'), ...everywhere('headquarters') },
  /** How lists name their columns: nothing of a person. */
  'import-map:keep': {
    ...here('patient-manager', 'investigator', 'supervisor'),
    ...everywhere('headquarters'),
  },
  'retention:read': {
    ...here('supervisor', 'public-health-director'),
    ...everywhere('auditor', 'headquarters'),
  },
  /** Who opened whose record; here: of people who belong here. */
  'audit:read': { ...here('supervisor', 'public-health-director'), ...everywhere('auditor') },
  /** What happened, for other systems; here: to cases of their jurisdictions. */
  'events:read': { ...here('system'), ...everywhere('headquarters') },
  /** Subscriptions to what happened; another system has its own only. */
  'webhook:manage': { ...here('system'), ...everywhere('headquarters') },
  'simulation:run': everywhere('headquarters', 'supervisor'),
} as const satisfies Readonly<Record<string, Rights>>;

export type Action = keyof typeof MATRIX;
