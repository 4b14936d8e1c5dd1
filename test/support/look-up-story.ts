import type { EffectSystem } from '../../activities/ports/effect-log.ts';
import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { CaseWorld } from './case-world.ts';
import { daysAgo } from './days.ts';

const SYSTEMS = { entryLog: 'entry-log', cardHistory: 'card-history' } as const satisfies Record<
  LookUpKind,
  EffectSystem
>;

/** What the tests of a look-up's process say again and again. */
export function lookUpStory(world: CaseWorld) {
  const stateOf = async (id: string) => (await world.uses.informationRequests.load(id)).aggregate.state;
  const keyOf = (id: string, kind: LookUpKind = 'entryLog'): string =>
    `information-request:${id}:${SYSTEMS[kind]}-submission`;
  const atStage = (id: string, stage: string) =>
    world.until(`look-up ${stage}`, async () => (await stateOf(id)).stage === stage);
  const moment = (back: number, time: string): string => `${daysAgo(back)}T${time}:00+09:00`;
  const asked = async (caseId: string, kind: LookUpKind = 'entryLog'): Promise<string> => {
    const period = { periodFrom: daysAgo(5), periodTo: daysAgo(0) };
    return (await world.ask.requestInformation({ ...world.request(), caseId, kind, ...period })).id;
  };
  const approve = (informationRequestId: string) =>
    world.ask.approveRequest({
      ...world.request(),
      by: 'lead',
      informationRequestId,
      role: 'public-health-director',
    });
  return {
    stateOf,
    keyOf,
    day: daysAgo,
    asked,
    approve,
    atStage,
    /** Of this look-up: the case's own process asks for others. */
    approvalTask: async (id: string): Promise<string> => {
      let found: string | undefined;
      await world.until('asked for approval', async () => {
        const about = { kind: 'information-request', id } as const;
        [found] = await world.uses.lookups.openTasksAbout(about, ['look-up-approval']);
        return found !== undefined;
      });
      return found ?? '';
    },
    /** Approved and with the provider. */
    submitted: async (caseId: string, kind: LookUpKind = 'entryLog'): Promise<string> => {
      const id = await asked(caseId, kind);
      await approve(id);
      await atStage(id, 'submitted');
      return id;
    },
    /** The provider tells what it has. */
    answers: async (id: string, recordCount: number, resultReference = 'nothing') => {
      const { kind } = await stateOf(id);
      return world.ask.recordLookUpAnswer({
        ...world.request(),
        by: SYSTEMS[kind],
        kind,
        informationRequestId: id,
        recordCount,
        resultReference,
      });
    },
    /** As if the provider had answered at another time: the date of its records is that day. */
    keptUntil: (id: string, destroyBy: string) =>
      world.database.pool.query(
        `update information_request set state = jsonb_set(state, '{destroyBy}', to_jsonb($2::text)) where id = $1`,
        [id, destroyBy],
      ),
    /** Two stays at one place and a time, and one long before what was asked for. */
    entries: (district = '11110') => [
      { place: 'P-REST-1', district, from: moment(2, '12:00'), to: moment(2, '13:00') },
      { place: 'P-CAFE-2', district, from: moment(1, '15:00'), to: moment(1, '15:30') },
      { place: 'P-OLD-3', district, from: moment(40, '10:00'), to: moment(40, '11:00') },
    ],
    visits: async (caseId: string) => {
      const routeId = await world.uses.lookups.routeOfCase(caseId);
      if (routeId === undefined) return [];
      return (await world.uses.routes.load(routeId)).aggregate.state.visits;
    },
    /** Of its latest run. */
    standing: async (id: string) =>
      (await world.client.workflow.getHandle(`look-up/${id}`).describe()).status.name,
    ended: (id: string) => world.processEnded(`look-up/${id}`),
    order: (id: string, kind: LookUpKind = 'entryLog') =>
      world.partners.lookUps[SYSTEMS[kind]].orders().find(({ key }) => key === keyOf(id, kind)),
  };
}
