import type { EventType } from '../policies.ts';

/** Every process of one aggregate: the first part of its id, and its line in Temporal Web. */
export const PROCESSES = {
  caseLifecycle: { prefix: 'case', summary: '확진자 관리 · life of a case' },
  isolationLifecycle: { prefix: 'isolation', summary: '격리 관리 · isolation or quarantine' },
  supplyDelivery: { prefix: 'supplies', summary: '격리 물품 · supplies' },
  routeInvestigation: { prefix: 'investigation', summary: '동선 조사 · route of a case' },
  contactFollowUp: { prefix: 'contact', summary: '접촉자 추적 · follow-up of a contact' },
  informationRequest: { prefix: 'look-up', summary: '정보 조회 · look-up' },
  livingSupport: { prefix: 'living-support', summary: '생활지원금 · living support' },
  clinicOperation: { prefix: 'clinic', summary: '선별진료소 운영 · a clinic’s day' },
  identityCheck: { prefix: 'identity', summary: '신원 확인 · identity in doubt' },
  handOver: { prefix: 'hand-over', summary: '관할 이관 · hand-over to another district' },
  protocolRollout: { prefix: 'rollout', summary: '지침 변경 적용 · rollout of a protocol' },
  importRun: { prefix: 'import', summary: '명단 등록 · import of a list' },
  bulkCommand: { prefix: 'command', summary: '일괄 명령 · one command for many' },
  retentionSweep: { prefix: 'retention-sweep', summary: '보존기간 만료 자료 파기 · retention sweep' },
  monitoringRound: { prefix: 'monitoring-round', summary: '모니터링 회차 · monitoring round' },
  webhookDelivery: { prefix: 'webhook', summary: '다른 시스템에 알림 · events for another system' },
} as const;
export type ProcessName = keyof typeof PROCESSES;
/** Work over many rows. Its id is the key of its run: a day and a time, an import, a version. */
export const BULK_PROCESSES = [
  'monitoringRound',
  'importRun',
  'bulkCommand',
  'protocolRollout',
  'retentionSweep',
] as const satisfies readonly ProcessName[];

/** `id`: of the process's aggregate; of a clinic's day `<clinic>/<YYYY-MM-DD>`. */
export const processId = (process: ProcessName, id: string): string => `${PROCESSES[process].prefix}/${id}`;
export const caseProcessId = (caseId: string): string => processId('caseLifecycle', caseId);

/** News for a process: which aggregate, up to which version, what and when. No personal data, no results. */
export type News = Readonly<{ aggregateId: string; version: number; type: EventType; at: string }>;

/** What a process carries from its start, and when it continues as new. Plain JSON. */
export type Carried = Readonly<{
  /** How it is told: a run keeps to the version that it began with. Of 2: `isLean` in workflows/living-process.ts. */
  v: 1 | 2;
  news: readonly News[];
  /** Highest version seen of each aggregate. */
  seen?: Readonly<Record<string, number>>;
  /** News that the run before it had not read. */
  unread?: readonly News[];
  /** RFC 3339: the process's clock is never behind it. For one that begins again without news. */
  notBefore?: string;
}>;
export type ProcessInput = Carried & Readonly<{ id: string }>;
export type CaseLifecycleInput = Carried & Readonly<{ caseId: string }>;

type Opening = Readonly<{ news: readonly News[]; notBefore?: string }>;

/** What a process is started with. */
export const openingInput = (
  process: ProcessName,
  id: string,
  opening: Opening,
): ProcessInput | CaseLifecycleInput =>
  process === 'caseLifecycle' ? { v: 2, caseId: id, ...opening } : { v: 2, id, ...opening };

/** The name of the signal that brings news. */
export const NEWS_SIGNAL = 'news';
export type NewsSignal = typeof NEWS_SIGNAL;

/** The name of the signal that something waits to be sent. */
export const STIR_SIGNAL = 'stir';
export type StirSignal = typeof STIR_SIGNAL;

/** The task queue of the processes; each external system has one of its own, `ext-<system>`. */
export const PROCESS_QUEUE = 'processes';

/** The task queue of long steps over many rows. */
export const BULK_QUEUE = 'bulk';

/** What operators filter by in Temporal Web. Never personal data. */
export const SEARCH_ATTRIBUTES = {
  CaseId: 'KEYWORD',
  District: 'KEYWORD',
  CaseStage: 'KEYWORD',
  Stage: 'KEYWORD',
  WaitingFor: 'KEYWORD',
  NextDueAt: 'DATETIME',
} as const;
export type SearchAttributeTypes = typeof SEARCH_ATTRIBUTES;
