import type { Role } from '../../api/access/roles.ts';
import { apiWorld, diagnosis, key } from './api-world.ts';
import { movedBy } from './moved-clock.ts';
import { tokenFor } from './tokens.ts';

const BORN = { birthDate: '1980-01-02', sex: 'male' };
const SOMEBODY = { ...BORN, name: '박지훈', phone: '010-3333-4444', district: '11110' };

/** Cases in Jongno, Busan, Jung-gu and Jongno again, oldest first, and a contact of the first. */
export async function lineListWorld() {
  const world = await apiWorld();
  let younger = 4;
  /** Two seconds apart: lists keep the order of seconds, and of nothing smaller. */
  const open = async (more: object): Promise<string> => {
    younger -= 1;
    const ask = () => world.call('POST', '/cases', { ...diagnosis(), ...more }, key());
    return (await movedBy(world, (-2 * younger) / 86_400, ask)).body.caseId;
  };
  const of = (name: string, phone: string) => ({ person: { ...BORN, name, phone } });
  const cases = [
    await open({ dateOfSymptomOnset: '2026-01-03' }),
    await open({ ...of('김하나', '010-1000-0002'), district: '26440', dateOfSymptomOnset: '2026-01-05' }),
    await open({ ...of('이두리', '010-1000-0003'), district: '11140', symptomatic: false }),
    await open({ ...of('최세라', '010-1000-0004'), dateOfSymptomOnset: '2026-01-04' }),
  ];
  const exposures = [{ dateOfLastContact: '2026-01-02', placeId: 'P-1', setting: 'workplace' }];
  const named = await world.call(
    'POST',
    `/cases/${cases[0]}/contacts`,
    { person: SOMEBODY, foundBy: 'interview', exposures },
    key(),
  );
  return {
    ...world,
    cases,
    contact: String(named.body['contactId']),
    list: async (address: string, roles: readonly Role[] = ['supervisor'], within = ['00'], headers = {}) => {
      const token = await tokenFor({ id: `${roles.join('-')}-lists`, roles, jurisdictions: within });
      return world.callAs(token, 'GET', address, undefined, headers);
    },
    /** The cases at these places. */
    at: (...places: readonly number[]) => places.map((place) => cases[place]),
  };
}
