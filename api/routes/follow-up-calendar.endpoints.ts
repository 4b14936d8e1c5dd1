import type { CalendarOfPerson } from '../../activities/bulk-work/follow-up-calendar.ts';
import { reachOf } from '../access/staff.ts';
import { listing } from '../contract/builders.ts';
import type { Endpoint, Shown } from '../contract/endpoint.ts';
import { rangesOf } from '../read-models/reach.ts';
import { calendarQuery, calendarShown } from '../schemas/follow-up-calendar.ts';

/** Whose record a line shows: that of their isolation, or of them as a contact. */
function shownOf({
  personId,
  isolations: [isolation],
  contacts: [contact],
}: ReturnType<typeof lineOf>): Shown {
  if (isolation !== undefined)
    return { kind: 'isolation', id: isolation.isolationId, personId, caseId: isolation.caseId ?? undefined };
  return { kind: 'contact', id: contact?.contactId, personId, caseId: contact?.caseId };
}

/** Of how they are watched what says where to look further. */
const lineOf = ({ contacts, cases, ...line }: CalendarOfPerson) => ({
  ...line,
  contacts: contacts.map(({ contactId, caseId, measure, endsAt }) => ({
    contactId,
    caseId,
    measure,
    endsAt,
  })),
  cases: cases.map(({ caseId, tier }) => ({ caseId, tier })),
});

/** Person by day: who is to be asked when, who has answered, who has not. */
export const FOLLOW_UP_CALENDAR: readonly Endpoint[] = [
  listing(
    {
      path: '/follow-up-calendar',
      tag: 'work',
      does: {
        ko: '모니터링 또는 격리 중인 사람의 건강확인을 사람별, 날짜별로 봅니다.',
        en: 'The checks of everybody under watch or in isolation, person by person and day by day.',
      },
      more: {
        ko: '`from`부터 `to`까지(둘 다 포함, 최대 14일) 봅니다. 생략하면 오늘부터 7일입니다. 하루의 상태는 무응답(missed), 응답 대기(asked), 응답(answered), 예정(planned), 없음(notDue) 순으로 정해집니다. 예정은 지금 시행 중인 지침에 따릅니다. `visits`는 격리 장소 확인 결과입니다. 지금 모니터링 또는 격리 중인 사람만 나옵니다.',
        en: 'From `from` to `to`, both counted, 14 days at most; without them from today over a week. A day is missed, asked, answered, planned or notDue, the first of these that holds. What is planned follows the rules in force now. `visits` are the checks of the place of isolation. Only who is watched or isolated now is shown.',
      },
      action: 'case:read',
      query: calendarQuery,
      item: calendarShown,
    },
    async ({ requests }, { query: { district, cursor, ...ask }, staff }) => {
      const places = rangesOf(reachOf(staff, 'case:read'), district);
      if (places.length === 0) return [];
      const { people } = await requests.followUpCalendar({ ...ask, places, after: cursor });
      return people.map(lineOf);
    },
    ({ district, personId }) => `${district}~${personId}`,
    shownOf,
  ),
];
