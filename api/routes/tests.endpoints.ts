import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import {
  collectionBody,
  correctionBody,
  receptionBody,
  specimenRejectionBody,
  testCancellationBody,
} from '../schemas/diagnostic-testing.ts';
import { ofTest } from '../schemas/params.ts';

const aTest = {
  tag: 'testing',
  about: 'test',
  params: ofTest,
  name: 'testId',
  action: 'test:handle',
  problems: ['test'],
} as const;

/** 검사: a specimen on its way, and what the laboratory sets right. */
export const TESTS: readonly Endpoint[] = [
  command(
    {
      ...aTest,
      path: '/tests/:id/collection',
      does: {
        ko: '검체를 채취했음을 기록합니다. 부적합한 검체를 다시 채취했을 때에도 씁니다.',
        en: 'Records that the specimen was taken, for the first time or anew after a rejection.',
      },
      more: {
        ko: '처음에는 검체번호(specimenId)를 비우거나 의뢰의 번호를 그대로 적습니다. 다시 채취한 검체에는 새 번호가 필요합니다.',
        en: 'The first time, leave specimenId out or send the one that was ordered. A specimen that is taken anew needs a new one.',
      },
      body: collectionBody,
      example: {
        collectedAt: '2026-11-20T10:15:00+09:00',
        specimenType: 'nasopharyngealSwab',
      },
    },
    (requests, ask) => requests.collectSpecimen(ask),
  ),
  command(
    {
      ...aTest,
      path: '/tests/:id/reception',
      does: {
        ko: '검사기관이 검체를 받았음을 기록합니다.',
        en: 'Records that the laboratory has received the specimen.',
      },
      body: receptionBody,
      example: { receivedAt: '2026-11-20T14:40:00+09:00', laboratory: 'LAB-SEOUL-1' },
    },
    (requests, ask) => requests.receiveSpecimen(ask),
  ),
  command(
    {
      ...aTest,
      path: '/tests/:id/rejection',
      does: {
        ko: '검사할 수 없는 부적합 검체로 처리합니다. 검체를 다시 채취해야 합니다.',
        en: 'Rejects a specimen that cannot be tested. Another one has to be taken.',
      },
      body: specimenRejectionBody,
      example: { reason: 'insufficient' },
    },
    (requests, ask) => requests.rejectSpecimen(ask),
  ),
  command(
    {
      ...aTest,
      path: '/tests/:id/correction',
      does: {
        ko: '검사기관이 정정한 결과를 입력합니다. 처음 결과도 기록에 남습니다.',
        en: 'Enters a result that the laboratory has corrected. The first one stays on record.',
      },
      more: {
        ko: '이미 내려진 진단은 저절로 바뀌지 않습니다. 담당자에게 확인 과업이 생깁니다.',
        en: 'A diagnosis that was made by it does not change by itself: somebody gets a task to look at it.',
      },
      body: correctionBody,
      example: { result: 'negative', reason: 'transcriptionError' },
    },
    (requests, ask) => requests.correctTestResult(ask),
  ),
  command(
    {
      ...aTest,
      path: '/tests/:id/cancellation',
      does: {
        ko: '아직 결과가 없는 검사를 취소합니다.',
        en: 'Cancels a test that has no result yet.',
      },
      body: testCancellationBody,
      example: { reason: 'orderedTwice' },
    },
    (requests, ask) => requests.cancelTest(ask),
  ),
];
