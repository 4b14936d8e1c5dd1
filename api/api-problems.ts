import { ACCESS_PROBLEMS } from './access/problems.ts';
import { BULK_COMMAND_PROBLEMS } from './bulk-commands/problems.ts';
import { IMPORT_PROBLEMS } from './imports/problems.ts';
import { Refusal, type FieldError, type Problem, type Words } from './problem.ts';

/** What the API itself refuses, before or instead of the domain. */
export const API_PROBLEMS = {
  'request/malformed-json': {
    status: 400,
    title: {
      ko: '본문이 올바른 JSON이 아닙니다. 고쳐서 다시 보내세요.',
      en: 'The body is not valid JSON. Mend it, and send it again.',
    },
  },
  'request/invalid': {
    status: 400,
    title: {
      ko: '요청이 형식에 맞지 않습니다. errors의 위치를 고치세요.',
      en: 'The request does not fit. Mend the places named in errors.',
    },
  },
  'request/malformed-http': {
    status: 400,
    title: {
      ko: '올바른 HTTP 요청이 아닙니다. 요청을 만든 프로그램을 고쳐 다시 보내세요.',
      en: 'This is not a valid HTTP request. Mend the program that made it, and send it again.',
    },
  },
  'request/headers-too-large': {
    status: 431,
    title: {
      ko: '주소와 헤더가 너무 깁니다(합해서 16KB까지). 조건이나 헤더를 줄여 다시 보내세요.',
      en: 'Address and headers are too long (16 KB in all). Send fewer filters or headers.',
    },
  },
  'request/too-slow': {
    status: 408,
    title: {
      ko: '요청이 제때 다 오지 않았습니다. 연결을 확인하고 같은 키로 다시 보내세요.',
      en: 'The request did not arrive whole in time. Check the connection, and send it again with the same key.',
    },
  },
  'request/method-not-allowed': {
    status: 405,
    title: {
      ko: '이 주소에서는 그 방법으로 요청할 수 없습니다. Allow 헤더의 방법을 쓰세요.',
      en: 'This address does not take that method. See the header Allow.',
    },
  },
  'request/too-large': {
    status: 413,
    title: {
      ko: '본문이 너무 큽니다. 나누어 보내세요.',
      en: 'The body is too large. Send it in parts.',
    },
  },
  'request/not-json': {
    status: 415,
    title: { ko: 'content-type: application/json으로 보내세요.', en: 'Send content-type: application/json.' },
  },
  ...IMPORT_PROBLEMS,
  ...BULK_COMMAND_PROBLEMS,
  ...ACCESS_PROBLEMS,
  'address/not-found': {
    status: 404,
    title: {
      ko: '없는 주소입니다. /docs의 목록을 확인하세요.',
      en: 'There is nothing at this address. See the list at /docs.',
    },
  },
  'household/not-found': {
    status: 404,
    title: {
      ko: '담당 관할에 그런 세대가 없습니다. 세대 번호(householdId)를 확인하세요. 새 세대이면 새 번호를 보내세요.',
      en: 'There is no such household in your districts. Check householdId; for a new household send a new one.',
    },
  },
  'saved-filter/not-yours': {
    status: 403,
    title: {
      ko: '동료가 공유한 조건은 저장한 사람만 지울 수 있습니다. 저장한 사람(owner)에게 부탁하세요.',
      en: 'A shared filter is removed by the colleague who keeps it. Ask them (owner).',
    },
  },
  'idempotency-key/missing': {
    status: 400,
    title: {
      ko: 'Idempotency-Key 헤더가 필요합니다(1~200자). 재시도할 때 같은 값을 보내세요.',
      en: 'Send an Idempotency-Key of 1 to 200 characters, the same one when you retry.',
    },
  },
  'idempotency-key/reused': {
    status: 422,
    title: {
      ko: '같은 Idempotency-Key로 다른 요청을 보냈습니다. 새 키를 쓰세요.',
      en: 'This Idempotency-Key came with another request before. Use a new key.',
    },
  },
  'if-match/missing': {
    status: 428,
    title: {
      ko: '읽은 버전을 If-Match 헤더로 보내세요(ETag 값).',
      en: 'Send the version that you read as If-Match (the ETag).',
    },
  },
  'if-match/stale': {
    status: 412,
    title: {
      ko: '읽은 뒤에 변경되었습니다. 다시 읽고 판단하세요.',
      en: 'It changed since you read it. Read it again, then decide.',
    },
  },
  'clock/ahead': {
    status: 503,
    title: {
      ko: '서버 시계가 어긋나 있습니다. 잠시 후 다시 시도하세요.',
      en: 'A clock is ahead. Try again shortly.',
    },
  },
  'server/busy': {
    status: 429,
    title: {
      ko: '요청이 너무 많습니다. Retry-After의 초만큼 기다렸다가 같은 키로 다시 보내세요.',
      en: 'Too much is asked at once. Wait for the seconds in Retry-After, then send it again with the same key.',
    },
  },
  'client/too-many-at-once': {
    status: 429,
    title: {
      ko: '이 계정의 요청이 한꺼번에 너무 많습니다. 앞선 응답을 받은 뒤 같은 키로 다시 보내세요.',
      en: 'This account has too many requests under way at once. Wait for their answers, then send it again with the same key.',
    },
  },
  'service/unavailable': {
    status: 503,
    title: {
      ko: '저장소에 연결할 수 없습니다. 잠시 후 같은 키로 다시 시도하세요.',
      en: 'The store cannot be reached. Try again shortly with the same key.',
    },
  },
  'partner/unavailable': {
    status: 503,
    title: {
      ko: '외부 기관(system)이 응답하지 않습니다. 잠시 후 같은 키로 다시 시도하세요.',
      en: 'The partner (system) does not answer. Try again shortly with the same key.',
    },
  },
  'partner/refused': {
    status: 502,
    title: {
      ko: '외부 기관(system)이 거부했습니다. 기관에 확인하세요.',
      en: 'The partner (system) refused. Ask them why.',
    },
  },
  'protocol/none-in-force': {
    status: 503,
    title: {
      ko: '그 질병의 지침에 필요한 규칙(rule)이 없습니다. POST /protocols로 공표하세요.',
      en: 'The protocol of that disease lacks a rule that is needed (rule). Publish one with POST /protocols.',
    },
  },
  'webhook/refused': {
    status: 401,
    title: {
      ko: '서명이 올바르지 않습니다. 비밀키와 서명한 본문, 시각을 확인하고 다시 보내세요.',
      en: 'The signature is not right. Check the secret, the body that was signed and the timestamp, and send it again.',
    },
  },
  'simulation/off': {
    status: 404,
    title: {
      ko: '시뮬레이션 모드가 아닙니다. 시간을 옮기려면 SIMULATION_MODE=true로 시작하세요.',
      en: 'This is not simulation mode. Start with SIMULATION_MODE=true to move time.',
    },
  },
  'simulation/not-forward': {
    status: 422,
    title: {
      ko: '시간은 앞으로만 갑니다. 현재보다 뒤의 시각을 보내세요.',
      en: 'Time goes forward only. Send a later moment.',
    },
  },
  'simulation/busy': {
    status: 409,
    title: {
      ko: '시간을 옮기는 중입니다. 끝난 뒤 다시 시도하세요.',
      en: 'Time is being moved. Try again when it is done.',
    },
  },
  'internal/unexpected': {
    status: 500,
    title: {
      ko: '예상하지 못한 오류입니다. traceId를 담당자에게 알려 주세요.',
      en: 'Something unexpected happened. Tell the operators the traceId.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<{ status: number; title: Words }>>>;

export type ApiProblemCode = keyof typeof API_PROBLEMS;

export function apiProblem(
  code: ApiProblemCode,
  errors?: readonly FieldError[],
  more?: Readonly<Record<string, string | number>>,
): Problem {
  return {
    code,
    ...API_PROBLEMS[code],
    ...(errors === undefined ? {} : { errors }),
    ...(more === undefined ? {} : { more }),
  };
}

export const refuse = (
  code: ApiProblemCode,
  errors?: readonly FieldError[],
  more?: Readonly<Record<string, string | number>>,
): Refusal => new Refusal(apiProblem(code, errors, more));
