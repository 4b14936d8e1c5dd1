import { reachOf } from '../access/staff.ts';
import { command, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { historyInWords } from '../event-words/event-words.ts';
import { nothing } from '../schemas/basics.ts';
import { ofStaff } from '../schemas/params.ts';
import { absenceBody, revocationBody, staffShown } from '../schemas/staff.ts';

const account = {
  tag: 'access',
  about: 'staff-account',
  params: ofStaff,
  name: 'staffAccountId',
  problems: ['staff-account'],
} as const;

const WHOSE = {
  ko: '계정은 마지막으로 쓴 토큰의 관할에 속합니다. 그 관할이 모두 내 관할 안이면 다룰 수 있고, 한 번도 쓰지 않은 계정은 중앙방역대책본부가 다룹니다.',
  en: 'An account belongs where its last token said: it is yours if all of its places lie within yours. One that was never used is the headquarters’.',
};

/** Accounts of the staff: whether they still count, and who is away. */
export const STAFF: readonly Endpoint[] = [
  reading(
    {
      path: '/staff/:id',
      tag: 'access',
      does: {
        ko: '직원 계정의 상태, 부재, 이력과 맡은 과업을 봅니다.',
        en: 'An account: whether it counts, absences, its history, and what its holder has in hand.',
      },
      more: WHOSE,
      action: 'staff:read',
      about: 'staff-account',
      params: ofStaff,
      shows: staffShown,
    },
    async ({ staffPage }, { params: { staffId }, staff }) => {
      const { version, state, lastSeenAt, offices, history, ...held } = await staffPage(
        staffId,
        reachOf(staff, 'staff:read'),
      );
      const { stage = 'active', revokedAt = null, revokedBecause = null, absences = [] } = state ?? {};
      const said = { stage, revokedAt, revokedBecause, absences };
      return {
        version,
        body: {
          ...{ staffId, version, ...said, lastSeenAt, jurisdictions: offices ?? [], ...held },
          history: historyInWords(history),
        },
      };
    },
  ),
  command(
    {
      ...account,
      path: '/staff/:id/revocation',
      does: {
        ko: '계정의 접근을 즉시 차단합니다. 토큰이 유효해도 다음 요청부터 거부됩니다.',
        en: 'Revokes access at once: the next request is refused, however good its token.',
      },
      more: {
        ko: `맡은 과업은 1분 안에 목록으로 돌아갑니다. ${WHOSE.ko}`,
        en: `What they had taken is on the lists again within a minute. ${WHOSE.en}`,
      },
      action: 'staff:revoke',
      body: revocationBody,
      example: { reason: 'account-at-risk' },
    },
    (requests, ask) => requests.revokeAccess(ask),
  ),
  command(
    {
      ...account,
      path: '/staff/:id/restoration',
      does: { ko: '차단한 접근을 복구합니다.', en: 'Restores access that was revoked.' },
      action: 'staff:revoke',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.restoreAccess(ask),
  ),
  command(
    {
      ...account,
      path: '/staff/:id/absence',
      does: {
        ko: '직원의 부재를 등록합니다. 부재가 시작되면 맡은 과업이 목록으로 돌아갑니다.',
        en: 'Reports that somebody is away. Once it begins, what they had taken is on the lists again.',
      },
      more: {
        ko: '병가는 leave로 적습니다. 부재 중에는 과업을 맡거나 배정받을 수 없습니다. 격리 전담 담당자이면 관할마다 과업 하나로 알립니다. 연장은 지금 부재가 끝나는 시각부터 새로 등록합니다.',
        en: 'Sick leave is leave. While away they take no task and are given none. Where they are the named officer of isolations, one task in each district says so. To make it longer, report the next one from its end.',
      },
      action: 'staff:report-absence',
      body: absenceBody,
      example: {
        from: '2026-12-01T09:00:00+09:00',
        until: '2026-12-05T09:00:00+09:00',
        reason: 'leave',
      },
    },
    (requests, ask) => requests.reportStaffAbsence(ask),
  ),
  command(
    {
      ...account,
      path: '/staff/:id/absence/end',
      does: {
        ko: '지금 부재를 끝냅니다. 아직 시작하지 않았으면 다음 부재를 취소합니다.',
        en: 'Ends the absence that is on, or calls the next one off.',
      },
      action: 'staff:report-absence',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.endStaffAbsence(ask),
  ),
];
