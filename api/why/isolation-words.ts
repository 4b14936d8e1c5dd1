import type { IsolationStanding } from '../../activities/isolation-management/isolation-standing.ts';
import type {
  IsolationEnd,
  IsolationKind,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import type { Words } from '../problem.ts';
import { movedBy, type MovedOn } from './moved-on.ts';
import { sentences, waitsUntil, when } from './spelt.ts';

const KIND_WORDS: Readonly<Record<IsolationKind, Words>> = {
  isolation: { ko: '격리', en: 'Isolation' },
  quarantine: { ko: '자가격리', en: 'Quarantine' },
};
const ENDED: Readonly<Record<IsolationEnd, Words>> = {
  released: {
    ko: '격리가 끝나 해제되었습니다.',
    en: 'It is over: the person was released.',
  },
  deceased: { ko: '사망하여 끝났습니다.', en: 'It ended because the person died.' },
  withdrawn: {
    ko: '확진이 취소되어 끝났습니다.',
    en: 'It ended because the finding was withdrawn.',
  },
  'became-case': {
    ko: '본인이 확진되어 격리로 바뀌며 끝났습니다.',
    en: 'It ended because they have become a case: the isolation of that case takes its place.',
  },
};

/** `protocol`: the version that gave the end; `orderedAt`, `contactId`: of the order. */
export type Order = Readonly<{ protocol?: string; orderedAt: string; contactId?: string }>;

/** Why somebody is isolated, and until when: by dates of their own, or by the criteria of the case. */
export function whyIsolated(standing: IsolationStanding, order: Order): Words {
  const { kind, stage, endsAt, endedBecause, keptFor, openViolations } = standing;
  const { ko, en } = KIND_WORDS[kind];
  const ordered = {
    ko: `${ko} 명령: ${when(order.orderedAt)}.`,
    en: `${en}, ordered at ${when(order.orderedAt)}.`,
  };
  if (stage === 'ended' && endedBecause !== undefined) return sentences(ordered, ENDED[endedBecause]);
  return sentences(
    ordered,
    stage === 'ordered'
      ? {
          ko: '통지가 확인되지 않아 아직 시행되지 않았습니다.',
          en: 'Not in force yet: nothing proves that the person was told.',
        }
      : undefined,
    endOf(endsAt, standing, order),
    keptFor === undefined
      ? undefined
      : {
          ko: '증상이나 검사로 환자인지가 정해지지 않아, 결과가 나올 때까지 기간이 지나도 유지됩니다.',
          en: 'Whether the person is ill is not decided, so it goes on past its end until the result is there.',
        },
    openViolations.length === 0
      ? undefined
      : {
          ko: `판단하지 않은 위반 신고가 ${openViolations.length}건 있습니다.`,
          en: `Reported violations that nobody has decided about: ${openViolations.length}.`,
        },
  );
}

function endOf(
  endsAt: string | undefined,
  { caseId }: IsolationStanding,
  { protocol, contactId }: Order,
): Words {
  const rule = protocol === undefined ? '' : ` (${protocol})`;
  if (endsAt !== undefined)
    return {
      ko: `${when(endsAt)}에 끝납니다${rule}.${contactId === undefined ? '' : ` 기간의 근거는 GET /contacts/${contactId}의 why에 있습니다.`}`,
      en: `It ends at ${when(endsAt)}${rule}.${contactId === undefined ? '' : ` What its days rest on stands in why of GET /contacts/${contactId}.`}`,
    };
  return {
    ko: `끝나는 시각이 따로 없고 격리해제 기준으로 끝납니다. 요건은 GET /cases/${caseId ?? ''}의 why에 있습니다.`,
    en: `It has no end of its own: the criteria for release end it, which stand in why of GET /cases/${caseId ?? ''}.`,
  };
}

/** What an isolation waits for. */
const WAITS = {
  notice: {
    ko: '격리 통지가 전달되었다는 확인을 기다립니다. 확인되면 시행되고, 그때까지 없으면 담당자 과업이 열립니다.',
    en: 'Waits for proof that the notice has arrived: then it is in force; without it by then, staff serve the order.',
  },
  'first-day': {
    ko: '격리 첫날을 기다립니다. 그날 시작됩니다.',
    en: 'Waits for its first day, on which it begins.',
  },
  end: {
    ko: '끝나는 시각을 기다립니다. 그때 해제하고 알립니다. 새 접촉이나 결과가 있으면 옮길 수 있습니다.',
    en: 'Waits for its end, when the person is freed and told. New facts may move it.',
  },
  criteria: {
    ko: '사례의 격리해제를 기다립니다.',
    en: 'Waits for the release of its case.',
  },
  'test-result': {
    ko: '검사 결과를 기다립니다. 환자가 아니면 해제하고, 확진되면 격리로 바뀝니다.',
    en: 'Waits for a test result: freed if it is no case, isolated if it is one.',
  },
  nothing: { ko: '기다리는 것이 없습니다.', en: 'Waits for nothing.' },
} as const satisfies Readonly<Record<string, Words>>;
type Waiting = keyof typeof WAITS;
export const ISOLATION_WAITS = Object.keys(WAITS) as readonly Waiting[];

function waitOf({ stage, keptFor, beginsAt, endsAt, noticeBy }: IsolationStanding): Readonly<{
  waitingFor: Waiting;
  at: string | null;
}> {
  if (stage === 'ended') return { waitingFor: 'nothing', at: null };
  if (keptFor !== undefined) return { waitingFor: keptFor, at: null };
  if (stage === 'ordered') return { waitingFor: 'notice', at: noticeBy };
  if (stage === 'served') return { waitingFor: 'first-day', at: beginsAt };
  return endsAt === undefined ? { waitingFor: 'criteria', at: null } : { waitingFor: 'end', at: endsAt };
}

type Next = Readonly<{ waitingFor: Waiting; at: string | null; says: Words; movedOn: MovedOn | null }>;

/** What comes next, when, and who may move it on. */
export function isolationNext(isolationId: string, standing: IsolationStanding): Next {
  const wait = waitOf(standing);
  const { waitingFor, at } = wait;
  const says = sentences(waitsUntil(at), WAITS[waitingFor]);
  const path = PATHS[waitingFor];
  return {
    ...wait,
    ...movedBy(
      says,
      path === undefined ? null : 'isolation:handle',
      path && `/isolations/${isolationId}/${path}`,
    ),
  };
}
/** What staff tell of the isolation itself; the rest comes with its case, its tests or its contact. */
const PATHS: Readonly<Partial<Record<Waiting, string>>> = {
  notice: 'notices',
  'first-day': 'end',
  end: 'end',
};
