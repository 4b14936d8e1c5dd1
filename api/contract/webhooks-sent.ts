import { z } from 'zod';
import type { Words } from '../problem.ts';
import { deliveryShown } from '../schemas/exchange.ts';
import { schemaOf } from './json-schema.ts';

const SENT: Words = {
  ko: '구독한 시스템에 보내는 사건',
  en: 'Events that are posted to whoever has subscribed',
};
const MORE: Words = {
  ko: '적어도 한 번 보냅니다. Bangyeok-Id가 같으면 같은 알림이니 한 번만 처리하세요. 2xx는 받았다는 뜻입니다. 5xx, 408, 425, 429, 무응답은 간격을 늘려 24시간까지 다시 보내고, 그 밖의 응답과 24시간이 지난 것은 따로 둡니다.',
  en: 'Sent at least once: the same Bangyeok-Id is the same delivery, to be taken once. 2xx means taken. 5xx, 408, 425, 429 and no answer are tried again with growing pauses for 24 hours; any other answer, and what is older, lies aside as a dead letter.',
};
const SIGNATURE: Words = {
  ko: 'v1= 뒤에 timestamp.id.본문 의 HMAC-SHA256(16진수). 살아 있는 비밀키마다 하나씩, 쉼표로 나눕니다.',
  en: 'v1= and the HMAC-SHA256 (hexadecimal) over timestamp.id.body; one for each live secret, separated by commas.',
};
const header = (name: string, schema: z.ZodType, description?: string) => ({
  name,
  in: 'header',
  required: true,
  ...(description === undefined ? {} : { description }),
  schema: schemaOf(schema, 'output'),
});

/** The `webhooks` of the document: what we send, beside what we are asked. */
export const webhooksSent = (language: keyof Words) => ({
  events: {
    post: {
      operationId: 'eventsDelivered',
      tags: ['events'],
      summary: SENT[language],
      description: MORE[language],
      security: [],
      parameters: [
        header('Bangyeok-Id', z.uuid()),
        header('Bangyeok-Timestamp', z.string().regex(/^\d{1,12}$/)),
        header('Bangyeok-Signature', z.string(), SIGNATURE[language]),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(deliveryShown, 'output') } },
      },
      responses: { '2XX': { description: language === 'ko' ? '받았습니다.' : 'Taken.' } },
    },
  },
});
