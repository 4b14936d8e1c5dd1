import type { EpidemiologicalInvestigationCode } from '../../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

type RouteCode = Extract<EpidemiologicalInvestigationCode, `${'place' | 'route' | 'visit'}/${string}`>;

export const ROUTES: Refusals<RouteCode> = {
  'place/malformed': invalid(
    '/placeId',
    '장소는 장소 코드여야 합니다(영문, 숫자, 하이픈 1~64자). 주소를 넣지 마세요.',
    'The place must be a place code (1 to 64 letters, digits and hyphens), not an address.',
  ),
  'route/already-begun': rule(
    '이미 시작된 동선 조사입니다. 사례에 있는 그 동선에 이어서 기록하세요.',
    'The route is begun already. Go on with the one of the case.',
  ),
  'route/already-finished': rule(
    '조사가 끝난 동선입니다. 바꾸려면 먼저 다시 여세요.',
    'The route is finished. Reopen it before changing it.',
  ),
  'route/not-begun': rule(
    '명단에서 기록된 동선이며 조사가 시작되지 않았습니다. 먼저 동선 조사를 시작하세요.',
    'The route was recorded from a list and nobody investigates it. Begin its investigation first.',
  ),
  'route/not-finished': rule(
    '아직 끝나지 않은 동선 조사입니다. 다시 열 필요 없이 이어서 기록하세요.',
    'The route is not finished: go on with it, without reopening it.',
  ),
  'route/not-found': absent(
    '해당 동선이 없습니다. 사례(GET /cases/{id})의 routes에서 번호를 확인하세요.',
    'There is no such route. Its id stands among the routes of the case (GET /cases/{id}).',
  ),
  'route/place-in-another-district': rule(
    '같은 장소가 다른 행정구역으로 기록되어 있습니다. 장소 코드와 행정구역을 확인하세요.',
    'That place is known in another district. Check the place and the district.',
  ),
  'route/place-not-visited': rule(
    '이 동선에 없거나 제외된 장소입니다. 동선의 장소 코드(placeId)를 확인하세요.',
    'The route has no such place, or its visits are rejected. Check the place code (placeId) on the route.',
  ),
  'route/too-many-visits': rule(
    '동선에 기록할 수 있는 방문 수를 넘었습니다. 필요한 방문만 기록하세요.',
    'The route holds no more visits. Record only those that matter.',
  ),
  'route/visit-id-reused': rule(
    '다른 방문에 쓰인 식별자입니다. 새 식별자를 쓰세요.',
    'That id belongs to another visit. Use a new one.',
  ),
  'route/visit-not-established': rule(
    '인정되지 않은 방문입니다. 먼저 방문을 인정하세요.',
    'The visit is not established. Establish it first.',
  ),
  'route/visit-not-found': absent(
    '동선에 해당 방문이 없습니다. GET /routes/{id}에서 방문 식별자를 확인하세요.',
    'The route has no such visit. Check its id in GET /routes/{id}.',
  ),
  'route/visit-overlaps-another': rule(
    '같은 장소의 다른 방문과 시간이 겹칩니다. 한쪽 방문을 제외한 뒤 올바른 시각으로 다시 기록하세요.',
    'Another visit of that place overlaps these times. Reject one and record it anew at the right time.',
  ),
  'route/visit-rejected': rule(
    '방문하지 않은 것으로 처리되었습니다. 먼저 방문을 인정하세요.',
    'The visit was rejected. Establish it before correcting it.',
  ),
  'route/visits-undecided': rule(
    '확인되지 않은 방문이 있습니다. 모든 방문을 인정하거나 제외하세요.',
    'Some visits are undecided. Establish or reject each of them.',
  ),
  'visit/id-malformed': invalid(
    '/visitId',
    '방문 식별자는 영문, 숫자, 하이픈 1~64자입니다.',
    'A visit id has 1 to 64 letters, digits and hyphens.',
  ),
  'visit/in-the-future': invalid(
    '/to',
    '방문 시각이 미래입니다. 지금이나 그 이전 시각을 입력하세요.',
    'The visit lies in the future. Give a time that is over.',
  ),
  'visit/source-unknown': invalid(
    '/source',
    '알 수 없는 근거입니다. 목록에서 선택하세요.',
    'The source of evidence is unknown. Choose one of the list.',
  ),
};
