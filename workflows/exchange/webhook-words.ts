export const WEBHOOK_STAGES = {
  active: '알림 전송 중 · sends events',
  paused: '멈춤 · paused',
  ended: '끝남 · ended',
} as const;

export const WEBHOOK_WAITS = {
  events: '새로운 일 · something to happen',
  receiver: '수신 시스템이 다시 받기 · the receiver to take it',
  resumption: '다시 시작 · to be resumed',
} as const;
