import { z } from 'zod';
import type { RawWebhook, WebhookReader } from '../../ports/webhooks.ts';
import { verifyWebhook } from './signature.ts';

const RESULTS = { '10828004': 'positive', '260385009': 'negative', '82334004': 'indeterminate' } as const;
const identifier = z.object({ system: z.string(), value: z.string() });

/** FHIR R4 DiagnosticReport, as far as we read it. */
const report = z.object({
  resourceType: z.literal('DiagnosticReport'),
  status: z.literal('final'),
  identifier: z.array(identifier).min(1),
  specimen: z.array(z.object({ identifier })).optional(),
  effectiveDateTime: z.iso.datetime({ offset: true }).optional(),
  conclusionCode: z
    .array(
      z.object({
        coding: z.array(z.object({ code: z.enum(Object.keys(RESULTS) as (keyof typeof RESULTS)[]) })).min(1),
      }),
    )
    .min(1),
});

const sms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbound'), from: z.string().max(40), text: z.string().max(2_000) }),
  z.object({ kind: z.literal('status'), reference: z.string().max(300), statusCode: z.string().max(10) }),
]);
const DELIVERED = '4000';

/** The partners' signed messages, in our words. Each list of secrets holds one or two live keys. */
export function webhookReader(
  options: Readonly<{ laboratorySecrets: readonly string[]; smsSecrets: readonly string[] }>,
): WebhookReader {
  const body = (webhook: RawWebhook): unknown => {
    try {
      return JSON.parse(webhook.rawBody.toString('utf8'));
    } catch {
      return undefined; // no JSON at all: the schema says so
    }
  };
  return {
    laboratory(webhook) {
      const { messageId } = verifyWebhook(webhook, options.laboratorySecrets, Date.now());
      const read = report.parse(body(webhook));
      const testId = z
        .uuid()
        .parse(read.identifier.find(({ system }) => system === 'urn:bangyeok:test')?.value);
      const code = read.conclusionCode[0]?.coding[0]?.code ?? '82334004';
      return {
        messageId,
        testId,
        specimenId: read.specimen?.[0]?.identifier.value,
        result: RESULTS[code],
        specimenCollectedAt: read.effectiveDateTime,
      };
    },
    sms(webhook) {
      const { messageId } = verifyWebhook(webhook, options.smsSecrets, Date.now());
      const read = sms.parse(body(webhook));
      if (read.kind === 'inbound') return { messageId, kind: 'inbound', from: read.from, text: read.text };
      const { reference, statusCode } = read;
      return {
        messageId,
        kind: 'status',
        key: reference,
        delivered: statusCode === DELIVERED,
        code: statusCode,
      };
    },
  };
}
