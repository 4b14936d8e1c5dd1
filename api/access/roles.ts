import type { Team } from '../../domain/worklist/task.kinds.ts';
import type { Words } from '../problem.ts';

type RoleTerms = Readonly<{ name: Words; team?: Team }>;

/** Who works with Bangyeok: the storming's actors, who leads and who watches over them, and other systems. */
export const ROLES = {
  'patient-manager': {
    name: { ko: '환자관리 담당자', en: 'patient-management staff' },
    team: 'patient-management',
  },
  clinician: { name: { ko: '의료진', en: 'clinician' }, team: 'patient-management' },
  'isolation-officer': {
    name: { ko: '격리관리 담당자', en: 'isolation-management staff' },
    team: 'isolation-management',
  },
  investigator: {
    name: { ko: '역학조사관', en: 'investigator' },
    team: 'epidemiological-investigation',
  },
  'investigation-lead': {
    name: { ko: '역학조사반장', en: 'investigation lead' },
    team: 'epidemiological-investigation',
  },
  'public-health-director': { name: { ko: '보건소장', en: 'director of the public-health office' } },
  'kdca-approver': { name: { ko: '질병관리청 승인자', en: 'approver at the disease-control agency' } },
  tester: { name: { ko: '검사원', en: 'tester' }, team: 'diagnostic-testing' },
  surveyor: { name: { ko: '설문 담당자', en: 'surveyor' }, team: 'diagnostic-testing' },
  'clinic-operator': { name: { ko: '진료소 운영팀', en: 'clinic operations' }, team: 'diagnostic-testing' },
  'payment-officer': { name: { ko: '지급담당자', en: 'payment officer' }, team: 'diagnostic-testing' },
  headquarters: { name: { ko: '중앙방역대책본부', en: 'disease-control headquarters' } },
  supervisor: { name: { ko: '관리 책임자', en: 'supervisor' } },
  auditor: { name: { ko: '감사 담당자', en: 'auditor' } },
  system: { name: { ko: '연계 시스템', en: 'another system' } },
} as const satisfies Readonly<Record<string, RoleTerms>>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];
