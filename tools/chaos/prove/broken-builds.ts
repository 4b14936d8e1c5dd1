import { LONGEST_DELAY_MILLISECONDS } from '../faults/draw.ts';
import type { Fault } from '../faults/fault.ts';

/** One textual change; what it replaces must stand exactly once in the file. */
export type Replacement = Readonly<{ file: string; from: string; to: string }>;

/** A build that breaks a promise on purpose, and the faults under which that must come to light. */
export type BrokenBuild = Readonly<{
  name: string;
  replacements: readonly Replacement[];
  faults: readonly Fault[];
}>;

const fails = (system: string, at: number): Fault => ({
  at,
  kind: 'partner',
  system,
  fault: 'fail-after-executing',
  status: 503,
});

export const BROKEN_BUILDS: readonly BrokenBuild[] = [
  {
    name: 'no key',
    replacements: [
      {
        file: 'activities/adapters/registry/confirmed-case-registry.ts',
        from: `identifier: { system: 'urn:bangyeok:notification', value: key },`,
        to: `identifier: { system: 'urn:bangyeok:notification', value: key && crypto.randomUUID() },`,
      },
    ],
    faults: [fails('registry', 0), fails('registry', 1_000)],
  },
  {
    name: 'key with the attempt number in it',
    replacements: [
      {
        file: 'activities/adapters/temporal/activity-edge.ts',
        from: `const result = await activity(input);`,
        to: `const { Context } = await import('@temporalio/activity');
        const { attempt } = Context.current().info;
        const { commandId, ...rest } = input as { commandId?: string };
        const keyed = commandId === undefined ? input : { ...rest, commandId: commandId + ':' + attempt };
        const result = await activity(keyed as never);`,
      },
      {
        file: 'activities/effect.ts',
        from: 'if (!shape.test(key)) throw',
        to: 'if (!shape.test(key) && key === undefined) throw',
      },
    ],
    faults: [fails('registry', 0), fails('registry', 500), fails('registry', 1_500)],
  },
  {
    name: 'acknowledge before commit',
    replacements: [
      {
        file: 'activities/change.ts',
        from: 'await repository.save(aggregate, ask, receipt);',
        to: `const saved = repository.save(aggregate, ask, receipt);
    if (ask.commandId?.startsWith('http:')) void saved.catch(() => undefined);
    else await saved;`,
      },
    ],
    faults: [
      { at: 1_500, kind: 'kill', victim: 'postgres' },
      { at: 5_500, kind: 'kill', victim: 'postgres' },
    ],
  },
  {
    name: 'no inbox',
    replacements: [
      {
        file: 'api/routes/webhooks.endpoints.ts',
        from: 'const { messageId, read } = verified(webhooks)({ headers: request.headers, rawBody });',
        to: `const { read } = verified(webhooks)({ headers: request.headers, rawBody });
      const messageId = crypto.randomUUID();`,
      },
    ],
    faults: [
      { at: 0, kind: 'partner', system: 'sms', fault: 'duplicate-callback' },
      { at: 500, kind: 'partner', system: 'sms', fault: 'duplicate-callback' },
    ],
  },
  {
    name: 'outbox after commit',
    replacements: [
      {
        file: 'activities/adapters/postgres/repository.pg.ts',
        from: 'case when e.announced then null else clock_timestamp() end',
        to: 'case when e.announced is null then null else clock_timestamp() end',
      },
      {
        file: 'activities/adapters/postgres/repository.pg.ts',
        from: `crashPoint('save/before-announcement');`,
        to: `crashPoint('save/before-announcement');
        await pool.query(
          'update domain_event set dispatched_at = null where aggregate_id = $1 and version > $2',
          [aggregate.id, before],
        );`,
      },
    ],
    faults: [
      { at: 500, kind: 'crash', program: 'api', point: 'save/before-announcement', pass: 3, victim: 'api' },
      {
        at: 3_000,
        kind: 'crash',
        program: 'worker',
        point: 'save/before-announcement',
        pass: 2,
        victim: 'worker',
      },
    ],
  },
  {
    name: 'no time to settle',
    replacements: [
      {
        file: 'activities/effect.ts',
        from: 'isOnceAtMost && open > 0',
        to: 'isOnceAtMost && open > 86_400_000',
      },
    ],
    faults: [0, 1_000, 2_000].map((at) => ({
      ...{ at, kind: 'partner', system: 'sms', fault: 'delay' },
      milliseconds: LONGEST_DELAY_MILLISECONDS,
    })),
  },
  {
    name: 'an isolation stays with the old district',
    replacements: [
      {
        file: 'activities/adapters/postgres/hand-over-lookups.pg.ts',
        from: `b where district <> $2 order by`,
        to: `b where district <> $2 and kind <> 'isolation' order by`,
      },
    ],
    faults: [
      { at: 500, kind: 'kill', victim: 'worker' },
      { at: 4_000, kind: 'kill', victim: 'worker' },
    ],
  },
];
