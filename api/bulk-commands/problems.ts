/** What the API itself refuses of a command for many. */
export const BULK_COMMAND_PROBLEMS = {
  'bulk-command/not-yours': {
    status: 403,
    title: {
      ko: '이 명령을 내릴 권한이 없습니다. 할 수 있는 명령은 GET /bulk-commands에 있습니다. 권한이 있는 담당자에게 맡기세요.',
      en: 'Your role may not give this command; GET /bulk-commands lists yours. Leave it to somebody who may.',
    },
  },
  'bulk-command/too-many': {
    status: 422,
    title: {
      ko: '한 번에 most건까지 할 수 있습니다. 조건을 좁혀 나누어 요청하세요.',
      en: 'At most as many as most says are done at once. Narrow the filter and ask in parts.',
    },
  },
  'bulk-command/nothing-found': {
    status: 422,
    title: {
      ko: '조건에 맞는 것이 없습니다. 목록에서 조건을 확인한 뒤 다시 요청하세요.',
      en: 'Nothing fits the filter. Try it on the list first, then ask again.',
    },
  },
} as const;
