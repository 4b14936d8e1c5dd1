import type { EventRow, Evidence } from '../../tools/chaos/oracle/evidence.ts';
import { announces } from '../../activities/policies.ts';
import { caseProcessId, type News } from '../../activities/ports/processes.ts';
import {
  CASE,
  caseAfter,
  checked,
  day,
  diagnosed,
  planned,
  registered,
  released,
  reported,
  treated,
} from './case-fixtures.ts';

const KEY = `case:${CASE}:registration`;

/** What the oracle is shown of one case that was diagnosed, registered, asked, released, with nothing amiss. */
export function wellDone(): Evidence {
  const aCase = caseAfter(
    diagnosed(),
    treated(),
    registered('KR-2026-000001'),
    planned(),
    reported('improving', day(12)),
    checked(day(12)),
    released(day(12)),
  );
  const events = aCase.news.map((event, index): EventRow => {
    const { type, at, by, ...data } = event;
    const recordedAt = new Date(Date.parse(at)).toISOString();
    return {
      seq: index + 1,
      aggregateType: 'case',
      aggregateId: CASE,
      version: index + 1,
      type,
      at: recordedAt,
      actor: by,
      data: type === 'SymptomsReported' ? { ...data, channel: 'sms' } : data,
      caseId: CASE,
      commandId: null,
      recordedAt,
    };
  });
  const openedAt = events[0]?.at ?? '';
  const news = events
    .filter(({ type }) => announces(type))
    .map(({ version, type, at }): News => ({ aggregateId: CASE, version, type: type as News['type'], at }));
  return {
    acknowledged: [
      {
        key: 'open-1',
        route: 'POST /cases',
        path: '/cases',
        status: 201,
        answer: { caseId: CASE, version: 2 },
        waitedMilliseconds: 12,
        contradictions: [],
      },
    ],
    handled: new Map([['http:officer:POST /cases:open-1', { id: CASE, version: 2 }]]),
    opened: [CASE],
    fates: [
      {
        caseId: CASE,
        story: 'diagnosis',
        over: true,
        stage: 'released',
        stillForMilliseconds: 0,
        replies: 1,
        failure: undefined,
      },
    ],
    events,
    aggregates: [
      {
        type: 'case',
        id: CASE,
        version: aCase.version,
        state: JSON.parse(JSON.stringify(aCase.state)) as Record<string, unknown>,
      },
    ],
    effects: [
      {
        key: KEY,
        system: 'registry',
        caseId: CASE,
        ownerId: CASE,
        status: 'done',
        reference: 'KR-2026-000001',
        code: null,
      },
    ],
    ledgers: {
      registry: [
        {
          key: KEY,
          id: 'KR-2026-000001',
          at: openedAt,
          requested: 1,
          executed: 1,
          details: { caseId: CASE },
        },
      ],
    },
    processes: [
      {
        id: caseProcessId(CASE),
        status: 'COMPLETED',
        startedAt: openedAt,
        closedAt: events.at(-1)?.at ?? null,
        retrying: [],
        nextDueAt: null,
        news,
      },
    ],
    unannounced: 0,
    unheard: 0,
    contradictions: [
      { what: 'another result', status: 'parked', hasTask: true, mayBeBooked: false },
      { what: 'corrected result', status: 'applied', hasTask: true, mayBeBooked: true },
    ],
    bulkRuns: [{ kind: 'rollout', key: 'kr-covid-19/2020-06-25/2', stage: 'finished' }],
    rulesInForce: 'kr-covid-19/2020-06-25/2',
    failed: [],
    takenAt: new Date(Date.parse(openedAt) + 30 * 86_400_000).toISOString(),
  };
}
