import type { Words } from '../problem.ts';

/** The chapters of the interface's page, in their order. */
export const TAGS = {
  work: { ko: '업무 목록', en: 'Work' },
  figures: { ko: '통계', en: 'Figures' },
  cases: { ko: '환자 사례', en: 'Cases' },
  people: { ko: '사람', en: 'People' },
  isolation: { ko: '격리와 자가격리', en: 'Isolation and quarantine' },
  investigation: { ko: '역학조사', en: 'Investigation' },
  contacts: { ko: '접촉자', en: 'Contacts' },
  testing: { ko: '진단검사와 선별진료소', en: 'Testing and screening clinics' },
  'living-support': { ko: '생활지원', en: 'Living support' },
  protocols: { ko: '지침', en: 'Disease protocols' },
  exports: { ko: '내보내기', en: 'Exports' },
  'bulk-work': { ko: '일괄 처리', en: 'Bulk work' },
  partners: { ko: '외부 시스템의 알림', en: 'Messages of partners' },
  access: { ko: '직원 계정과 부재', en: 'Staff: access and absence' },
  events: { ko: '다른 시스템에 알리기', en: 'Events for other systems' },
  'access-records': { ko: '접속기록', en: 'Access records' },
  simulation: { ko: '시뮬레이션', en: 'Simulation' },
  interface: { ko: '인터페이스', en: 'About this interface' },
} as const satisfies Readonly<Record<string, Words>>;

export type Tag = keyof typeof TAGS;
