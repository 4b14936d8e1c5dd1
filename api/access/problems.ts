/** Why somebody may not, or nobody knows who asks; and why work is not given to an account. */
export const ACCESS_PROBLEMS = {
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
  'access/not-allowed': {
    status: 403,
    title: {
      ko: '이 업무를 할 권한이 없습니다. 권한이 있는 담당자는 /docs에 있습니다. 책임자에게 문의하세요.',
      en: 'Your role may not do this. /docs says whose work it is; ask your supervisor.',
    },
  },
  'access/not-in-this-district': {
    status: 403,
    title: {
      ko: '그 관할에서는 이 업무를 할 수 없습니다. 관할 보건소에 넘기세요.',
      en: 'You may not do this in that district. Leave it to the office that is responsible there.',
    },
  },
  'access/not-your-office': {
    status: 403,
    title: {
      ko: '이 관할에서 맡고 있지 않은 직책(role)으로는 승인할 수 없습니다. 본인의 직책을 적거나 그 직책의 담당자에게 승인을 요청하세요.',
      en: 'You do not hold that office (role) in this district. Name one of yours, or ask whoever holds it to approve.',
    },
  },
  'token/missing-or-unknown': {
    status: 401,
    title: {
      ko: '로그인 정보(토큰)가 없거나, 만료되었거나, 올바르지 않습니다. 다시 로그인해 새 토큰을 받아 Authorization: Bearer로 보내세요.',
      en: 'The access token is missing, has expired or is not valid. Log in again, and send the new one as Authorization: Bearer.',
    },
  },
  'access/revoked': {
    status: 401,
    title: {
      ko: '이 계정의 접근이 차단되었습니다. 다시 로그인해도 쓸 수 없습니다. 소속 관리 책임자나 보건소장에게 복구를 요청하세요.',
      en: 'The access of this account is revoked; logging in again does not help. Ask your supervisor or the director of your office to restore it.',
    },
  },
  'identity-provider/unavailable': {
    status: 503,
    title: {
      ko: '로그인 서버가 응답하지 않아 누구의 요청인지 확인할 수 없습니다. 잠시 후 같은 키로 다시 시도하고, 계속되면 운영자에게 알리세요.',
      en: 'The identity provider does not answer, so nobody can be recognised. Try again shortly with the same key; if it stays so, tell your operators.',
    },
  },
  'access/reason-missing': {
    status: 403,
    title: {
      ko: '맡은 과업 밖의 사람을 보려면 열람 이유를 Access-Reason 헤더로 보내세요. 코드 목록은 /docs에 있습니다.',
      en: 'To see people outside your worklist, say why with the header Access-Reason; /docs lists the codes.',
    },
  },
  'access/reason-unknown': {
    status: 400,
    title: {
      ko: 'Access-Reason이 목록에 없습니다. /docs의 코드 중 하나를 보내세요.',
      en: 'That Access-Reason is not on the list. Send one of the codes at /docs.',
    },
  },
} as const;
