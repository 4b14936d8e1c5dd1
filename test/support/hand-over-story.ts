import type { HandOverReason } from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import { CANARY, type CaseWorld } from './case-world.ts';
import { TO } from './hand-over-fixtures.ts';
import { keepHistory } from './golden.ts';

/** What the tests of a hand-over's process say again and again. */
export function handOverStory(world: CaseWorld) {
  let telephones = 8_000;
  const stateOf = async (id: string) => (await world.uses.handOvers.load(id)).aggregate.state;
  const about = async (id: string) => {
    const { rows } = await world.database.pool.query<{
      id: string;
      kind: string;
      stage: string;
      district: string;
      reason: string | null;
      due: string;
    }>(
      `select id::text, state ->> 'kind' as kind, stage, state ->> 'district' as district, state ->> 'reason' as reason,
         state ->> 'dueAt' as due from task where subject_id = $1 order by id`,
      [id],
    );
    return rows;
  };
  return {
    stateOf,
    about,
    /** A confirmed case in isolation, of somebody with an address and a telephone of their own. */
    aCase: async (): Promise<{ caseId: string; personId: string }> => {
      telephones += 1;
      const { id: personId } = await world.ask.registerPerson({
        ...world.request(),
        ...CANARY,
        phone: `010-7314-${telephones}`,
        birthDate: '1980-02-29',
        sex: 'female',
        language: 'ko',
      });
      const addressLines = ['세종대로 110'];
      await world.ask.movePerson({ ...world.request(), personId, district: CANARY.district, addressLines });
      const caseId = await world.open('diagnosis', { person: { personId } });
      await world.atStage(caseId, 'home-treatment');
      await world.until('its route, its look-ups and its supplies', async () => {
        const { rows } = await world.database.pool.query(
          `select from route r where r.case_id = $1 and exists
             (select from task t where t.case_id = $1 and t.state ->> 'kind' = 'look-up-approval')
             and exists (select from isolation i join supplies s on s.isolation_id = i.id::text where i.case_id = $1)`,
          [caseId],
        );
        return rows.length === 1;
      });
      return { caseId, personId };
    },
    offer: async (caseId: string, reason: HandOverReason = 'workload'): Promise<string> =>
      (await world.ask.offerHandOver({ ...world.request(), by: 'giver', caseId, to: TO, reason })).id,
    accept: (handOverId: string) => world.ask.acceptHandOver({ ...world.request(), by: 'taker', handOverId }),
    /** The question to the other district. */
    question: async (id: string): Promise<string> => {
      let found: string | undefined;
      await world.until('the other district asked', async () => {
        found = (await about(id)).find(
          ({ kind, stage }) => kind === 'hand-over-offered' && stage === 'open',
        )?.id;
        return found !== undefined;
      });
      return found ?? '';
    },
    ended: async (id: string, stage: string, path?: string): Promise<void> => {
      await world.until(`hand-over ${stage}`, async () => (await stateOf(id)).stage === stage);
      await world.processEnded(`hand-over/${id}`);
      if (path !== undefined) await keepHistory(world, `hand-over/${id}`, path);
    },
    /** Where everything about a case lies: districts by kind, each once. */
    whereAll: async (caseId: string): Promise<Readonly<Record<string, readonly string[]>>> => {
      const { rows } = await world.database.pool.query<{ kind: string; districts: string[] }>(
        `select kind, array_agg(distinct district order by district) as districts from (
           select 'case' as kind, district from disease_case where id::text = $1
           union all select 'isolation', state ->> 'district' from isolation where case_id = $1
           union all select 'supplies', s.state ->> 'district' from supplies s join isolation i on i.id::text = s.isolation_id
             where i.case_id = $1
           union all select 'route', state ->> 'district' from route where case_id = $1
           union all select 'look-up', state ->> 'district' from information_request where case_id = $1
           union all select 'contact', state ->> 'district' from contact where source_case_id = $1
           union all select 'task', state ->> 'district' from task where case_id = $1 and stage = 'open'
             and coalesce(state #>> '{subject,kind}', '') <> 'contact') all_of_it
         group by kind`,
        [caseId],
      );
      return Object.fromEntries(rows.map(({ kind, districts }) => [kind, districts]));
    },
  };
}
