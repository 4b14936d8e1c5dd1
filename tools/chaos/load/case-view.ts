import type { TestResult } from '../../../domain/shared-kernel/test-result.ts';
import type { World } from '../world.ts';

type Part = Readonly<{ id: string; stage: string; version: number }>;

/** Where a case stands, as its stories' driver sees it. */
export type CaseView = Readonly<{
  caseId: string;
  personId: string;
  stage: string;
  version: number;
  dueAt: string | null;
  tasks: readonly Readonly<{ id: string; kind: string; version: number; subject: string | null }>[];
  /** Tests without a result. */
  tests: readonly Readonly<{ id: string; version: number; specimen: string }>[];
  /** To what a result was corrected before the case was decided by it. */
  correctedTo: TestResult | null;
  /** The newest question that reached the SMS gateway. */
  question: string | null;
  registered: boolean;
  /** `asked`: the question what is missing has reached the SMS gateway. */
  supplies: (Part & Readonly<{ asked: boolean }>) | null;
  isolation: (Part & Readonly<{ notifiedAt: string | null }>) | null;
  claim: (Part & Readonly<{ missing: readonly string[] }>) | null;
  /** `asked`: its form is open at the survey system. */
  interview: (Part & Readonly<{ asked: boolean }>) | null;
  route: (Part & Readonly<{ undecided: readonly string[] }>) | null;
  /** Where its newest hand-over to another district stands. */
  handOver: string | null;
  /** Stages of its look-ups and of the contacts that were named. */
  lookUps: readonly string[];
  contacts: readonly string[];
  /** Events of the case and of everything that belongs to it. */
  events: number;
}>;

const VIEW = `
  select c.id as "caseId", c.person_id as "personId", c.stage, c.version, c.state #>> '{check,dueAt}' as "dueAt",
    c.state ? 'registryNumber' as registered,
    coalesce((select json_agg(json_build_object('id', t.id, 'kind', t.state ->> 'kind', 'version', t.version, 'subject', t.subject_id) order by t.id)
      from task t where t.case_id = c.id::text and t.stage = 'open'), '[]') as tasks,
    coalesce((select json_agg(json_build_object('id', t.id, 'version', t.version, 'specimen', t.state ->> 'specimenId') order by t.id)
      from test t where t.case_id = c.id::text and t.state ->> 'stage' in ('ordered', 'collected', 'received')), '[]') as tests,
    (select t.data ->> 'to' from domain_event t join domain_event d on d.case_id = t.case_id and d.seq > t.seq
        and d.type in ('InfectionConfirmed', 'InfectionRuledOut') and d.data ->> 'testId' = t.aggregate_id::text
      where t.case_id = c.id::text and t.type = 'TestResultCorrected' order by t.seq desc limit 1) as "correctedTo",
    (select e.key from effect e where e.owner_id = c.id::text and e.system = 'sms' and e.status = 'done'
      and e.key like '%:symptom-question:%' order by e.intended_at desc limit 1) as question,
    (select json_build_object('id', i.id, 'stage', i.stage, 'version', i.version, 'notifiedAt', i.state ->> 'notifiedAt')
      from isolation i where i.case_id = c.id::text and i.kind = 'isolation' order by i.id desc limit 1) as isolation,
    (select json_build_object('id', s.id, 'stage', s.stage, 'version', s.version, 'asked', exists (
        select 1 from effect e where e.key = 'supplies:' || s.id || ':essentials-question' and e.status <> 'intended'))
      from supplies s join isolation i on s.isolation_id = i.id::text
      where i.case_id = c.id::text and i.kind = 'isolation' order by s.id desc limit 1) as supplies,
    (select json_build_object('id', l.id, 'stage', l.stage, 'version', l.version,
        'missing', coalesce(l.state #> '{assessment,missing}', '[]'))
      from living_support l join isolation i on l.isolation_id = i.id::text
      where i.case_id = c.id::text and i.kind = 'isolation') as claim,
    (select json_build_object('id', v.id, 'stage', v.stage, 'version', v.version, 'asked', exists (
        select 1 from effect e where e.key = 'survey:' || v.id || ':form' and e.status = 'done'))
      from survey v where v.case_id = c.id::text order by v.id desc limit 1) as interview,
    (select json_build_object('id', r.id, 'stage', r.stage, 'version', r.version, 'undecided', coalesce(
        jsonb_path_query_array(r.state, '$.visits[*] ? (@.standing == "undecided").visitId'), '[]'))
      from route r where r.case_id = c.id::text) as route,
    (select h.stage from hand_over h where h.case_id = c.id::text order by h.id desc limit 1) as "handOver",
    coalesce((select json_agg(i.stage) from information_request i where i.case_id = c.id::text), '[]') as "lookUps",
    coalesce((select json_agg(n.stage) from contact n where n.source_case_id = c.id::text), '[]') as contacts,
    (select count(*)::int from domain_event d where d.case_id = c.id::text)
      + (select count(*)::int from contact n join domain_event d on d.aggregate_id = n.id
          where n.source_case_id = c.id::text and d.case_id is distinct from c.id::text) as events
  from disease_case c where c.id = any ($1)`;

export async function viewCases(
  world: World,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseView>> {
  const rows = await world.read<CaseView>(VIEW, [ids]);
  return new Map(rows.map((row) => [row.caseId, row]));
}
