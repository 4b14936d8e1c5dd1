/** Somebody who works at one of the made-up offices. */
export type Account = Readonly<{ id: string; roles: readonly string[]; jurisdictions: readonly string[] }>;

const ROLES: readonly string[] = [
  'patient-manager',
  'clinician',
  'isolation-officer',
  'investigator',
  'investigation-lead',
  'public-health-director',
  'kdca-approver',
  'tester',
  'surveyor',
  'clinic-operator',
  'payment-officer',
  'headquarters',
  'supervisor',
  'auditor',
  'system',
];
const NATION = '00';
const OFFICES = ['11110', '26440'];

/** Those whose names say less than what they may do. `officer` plays everybody in exercises. */
const NATIONWIDE: readonly Account[] = [
  ...['headquarters', 'auditor', 'kdca-approver'].map((role) => ({
    id: role,
    roles: [role],
    jurisdictions: [NATION],
  })),
  { id: 'officer', roles: ROLES, jurisdictions: [NATION] },
];

/** `investigator-11110`, `supervisor-11`, `patient-manager+supervisor-11110`: whoever is named so works there. */
export function accountOf(id: string): Account | undefined {
  const known = NATIONWIDE.find((account) => account.id === id);
  if (known !== undefined) return known;
  const [, named = '', place = ''] = /^([a-z-]+(?:\+[a-z-]+)*)-(\d{2}|\d{5})$/.exec(id) ?? [];
  const roles = named.split('+');
  if (id.length > 64 || !roles.every((role) => ROLES.includes(role))) return undefined;
  return { id, roles, jurisdictions: [place] };
}

/** One of each, to begin with. */
export const STAFF: readonly Account[] = [
  ...OFFICES.flatMap((office) => ROLES.map((role) => `${role}-${office}`)),
  'supervisor-11',
]
  .flatMap((id) => accountOf(id) ?? [])
  .concat(NATIONWIDE);
