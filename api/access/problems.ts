/** What the API refuses of work that is given to somebody. */
export const ASSIGNEE_PROBLEMS = {
  'assignee/may-not-do-it': {
    status: 422,
    title: {
      ko: '이 관할에서 이 일을 할 수 있는 계정이 아닙니다. 계정 이름과 역할을 확인하거나 다른 담당자를 고르세요. 새 담당자이면 한 번 로그인한 뒤 맡기세요.',
      en: 'No account that may do this work in this district. Check its name and role, or choose somebody else; somebody new has to log in once first.',
    },
  },
  'assignee/access-revoked': {
    status: 422,
    title: {
      ko: '접근이 차단된 계정입니다. 다른 담당자를 고르세요.',
      en: 'The access of that account is revoked. Choose somebody else.',
    },
  },
} as const;
