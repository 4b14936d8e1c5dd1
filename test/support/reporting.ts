import type { Role } from '../../api/access/roles.ts';
import { diagnosis, key, type ApiWorld } from './api-world.ts';
import { tokenFor } from './tokens.ts';

type By = Readonly<{ within?: string; role?: Role; once?: Record<string, string> }>;

/** Reports of cases by their values, and what is stored of the people whom they tell of. */
export const reporting = (world: ApiWorld) => {
  const tokenOf = (role: Role, within: string) =>
    tokenFor({ id: `${role}-${within}`, roles: [role], jurisdictions: [within] });
  const recordsWith = async (phone: string): Promise<readonly string[]> => {
    const why = { 'access-reason': 'testing' };
    const { body } = await world.call('POST', '/people/searches', { phone }, why);
    return body.items.map(({ personId = '' }) => personId);
  };
  return {
    report: async (more: object, { within = '00', role = 'patient-manager', once = key() }: By = {}) =>
      world.callAs(await tokenOf(role, within), 'POST', '/cases', { ...diagnosis(), ...more }, once),
    /** It was a mistake: the case is over. */
    closed: async ({ caseId, version }: Readonly<{ caseId: string; version: number }>): Promise<void> => {
      const match = { ...key(), 'if-match': `"${version}"` };
      const { status } = await world.call(
        'POST',
        `/cases/${caseId}/withdrawal`,
        { reason: 'wrong-result' },
        match,
      );
      if (status !== 200) throw new Error(`withdrawn with ${status}`);
    },
    recordsWith,
    /** How many records were made of somebody, merged or not, and how many cases of theirs. */
    stored: async (phone: string) => {
      const people = await recordsWith(phone);
      const { rows } = await world.pool.query<{ cases: number }>(
        'select count(*)::int as cases from disease_case where person_id = any ($1)',
        [people],
      );
      return { people: people.length, cases: rows[0]?.cases };
    },
    /** Whether somebody is the same, as it is asked of staff: where, about whom, and who they may be. */
    asked: async (...about: readonly string[]) => {
      const { rows } = await world.pool.query<{ id: string; version: number; state: Asked }>(
        `select id, version, state from task where state ->> 'kind' = 'person-alike' and subject_id = any ($1) order by id`,
        [about],
      );
      return rows.map(({ id, version, state }) => ({
        ...{ id, version, district: state.district, about: state.subject.id },
        perhaps: state.reason.split(' ')[1],
      }));
    },
    decide: async (
      task: Readonly<{ id: string; version: number }>,
      decision: 'samePerson' | 'anotherPerson',
      { within = '00', role = 'patient-manager' }: By = {},
    ) =>
      world.callAs(
        await tokenOf(role, within),
        'POST',
        `/tasks/${task.id}/decision`,
        { decision },
        { ...key(), 'if-match': `"${task.version}"` },
      ),
  };
};
type Asked = Readonly<{ district: string; reason: string; subject: Readonly<{ id: string }> }>;
