import { z } from 'zod';
import type { WhatIfLine } from '../../activities/protocol/what-if.ts';
import { reading } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { open } from '../contract/shapes.ts';
import { PROTOCOL_EXAMPLE } from '../schemas/protocol-example.ts';
import {
  comparisonQuery,
  evaluationBody,
  protocolListQuery,
  publishBody,
  versionParams,
  whatIfBody,
} from '../schemas/protocols.ts';
import { forPeople, inSeoul } from '../words.ts';

/** As `forPeople`, for the one field that holds a moment: there may be a hundred thousand lines. */
const lineForPeople = (line: WhatIfLine): WhatIfLine =>
  line.kind === 'case'
    ? { ...line, now: standingForPeople(line.now), after: standingForPeople(line.after) }
    : line;
const standingForPeople = <Standing extends Readonly<{ nextAt: string | null }>>(
  standing: Standing,
): Standing => (standing.nextAt === null ? standing : { ...standing, nextAt: inSeoul(standing.nextAt) });

async function* inLines(lines: AsyncIterable<WhatIfLine>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(lineForPeople(line))}\n`;
}

const protocols = { tag: 'protocols', problems: ['protocol', 'disease'] } as const;
const IN_FORCE = { disease: 'covid-19', jurisdiction: 'kr', on: '2020-07-11' };

/** Disease protocols: publish, list, read, compare, ask, and try on the open cases. */
export const PROTOCOLS: readonly Endpoint[] = [
  endpoint(
    {
      ...protocols,
      method: 'post',
      path: '/protocols',
      does: {
        ko: '지침을 공표합니다. 시행일부터 열린 사례에 다시 적용됩니다.',
        en: 'Publishes a protocol. From its effective date open cases are judged anew.',
      },
      more: {
        ko: '예시는 지어낸 질병의 작은 지침으로, 그대로 한 번 공표할 수 있습니다. 다음 판은 시행일(effectiveFrom)을 뒤로 하십시오. 문서의 형식은 docs/api/protocols.md에 있습니다.',
        en: 'The example is a small one of a made-up disease, and can be published as it stands, once: of a next one the effective date (effectiveFrom) is later. The document’s form: docs/api/protocols.md.',
      },
      action: 'protocol:publish',
      body: publishBody,
      example: PROTOCOL_EXAMPLE,
      needsKey: true,
      answer: {
        status: 201,
        schema: z.object({ version: z.string(), published: z.int() }),
        etag: true,
        location: true,
      },
    },
    async ({ requests }, { identity, body: { protocol: document, corrects } }) => {
      const receipt = await requests.publishProtocol({ ...identity(), document, corrects });
      const version = String(receipt['protocol']);
      return {
        version: receipt.version,
        location: `/protocols/${version}`,
        body: { version, published: receipt.version },
      };
    },
  ),
  reading(
    {
      ...protocols,
      path: '/protocols',
      does: { ko: '한 질병의 지침 버전을 봅니다.', en: 'The versions of a disease’s protocol.' },
      action: 'protocol:read',
      query: protocolListQuery,
      shows: z.object({ items: z.array(open({ version: z.string(), inForce: z.boolean() })) }),
    },
    async ({ requests }, { query }) => ({ body: { items: await requests.listProtocols(query) } }),
  ),
  reading(
    {
      ...protocols,
      path: '/protocols/comparison',
      does: { ko: '두 버전의 차이를 봅니다.', en: 'What differs between two versions.' },
      action: 'protocol:read',
      query: comparisonQuery,
      shows: z.object({ before: z.string(), after: z.string(), differences: z.unknown() }),
    },
    async ({ requests }, { query: { before, after } }) => ({
      body: { before, after, differences: await requests.compareProtocols(before, after) },
    }),
  ),
  reading(
    {
      ...protocols,
      path: '/protocols/:series/:effectiveFrom/:revision',
      does: { ko: '지침 한 버전을 전부 봅니다.', en: 'One version of a protocol, whole.' },
      action: 'protocol:read',
      params: versionParams,
      shows: open({ version: z.string() }),
    },
    async ({ requests }, { params: { series, effectiveFrom, revision } }) => {
      const { id, ...version } = await requests.readProtocol(`${series}/${effectiveFrom}/${revision}`);
      return { version: revision, body: { version: id, ...version } };
    },
  ),
  endpoint(
    {
      ...protocols,
      method: 'post',
      path: '/protocols/evaluations',
      does: {
        ko: '어떤 지침이 어떤 경과를 어떻게 판정하는지 묻습니다. 저장되지 않습니다.',
        en: 'Asks a protocol about a history. Nothing is stored.',
      },
      action: 'protocol:read',
      body: evaluationBody,
      example: {
        protocol: IN_FORCE,
        question: 'release',
        history: {
          of: 'case',
          symptomatic: true,
          dateOfSymptomOnset: '2020-07-01',
          confirmedAt: '2020-07-03T10:00:00+09:00',
          reports: [],
          tests: [],
          severities: [],
          treatments: [],
        },
        at: '2020-07-12T00:00:00+09:00',
      },
      answer: { status: 200, schema: open({ protocol: z.string(), question: z.string() }) },
    },
    async ({ requests }, { body }) => ({ body: forPeople(await requests.evaluateProtocol(body)) }),
  ),
  endpoint(
    {
      ...protocols,
      method: 'post',
      path: '/protocols/what-if',
      load: 'heavy',
      does: {
        ko: '지침을 열린 사례에 시험해 봅니다. 한 줄씩 JSON으로 답하며, 저장되지 않습니다.',
        en: 'Tries a protocol on the open cases, a line of JSON each. Nothing is stored.',
      },
      action: 'protocol:what-if',
      body: whatIfBody,
      example: { protocol: IN_FORCE },
      answer: { status: 200, schema: z.string(), type: 'application/x-ndjson' },
    },
    async ({ requests }, { body }) => ({ lines: inLines(await requests.whatIf(body)) }),
  ),
];
