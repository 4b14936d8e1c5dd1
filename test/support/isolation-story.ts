import type { Decision } from '../../domain/worklist/task.ts';
import { contactStory } from './contact-story.ts';
import { CANARY, type CaseWorld } from './case-world.ts';
import { keepHistory } from './golden.ts';

/** What the tests of an isolation's process and of its supplies say again and again. */
export function isolationStory(world: CaseWorld) {
  let telephones = 2_000;
  /** A person with an address, unless said otherwise. */
  const somebody = async (addressLines: readonly string[] = ['세종대로 110', '101호']): Promise<string> => {
    telephones += 1;
    const { id } = await world.ask.registerPerson({
      ...world.request(),
      ...CANARY,
      phone: `010-7314-${telephones}`,
      birthDate: '1980-02-29',
      sex: 'female',
      language: 'ko',
    });
    if (addressLines.length > 0) {
      await world.ask.movePerson({
        ...world.request(),
        personId: id,
        district: CANARY.district,
        addressLines: [...addressLines],
      });
    }
    return id;
  };
  const contacts = contactStory(world);
  let source: Promise<string> | undefined;
  const contact = async (personId: string): Promise<string> => {
    source ??= contacts.source();
    return contacts.named(await source, personId);
  };
  const isolation = async (id: string) => (await world.uses.isolations.load(id)).aggregate.state;
  const supplies = async (id: string) => (await world.uses.supplies.load(id)).aggregate.state;
  const about = async (subjectId: string) => {
    const { rows } = await world.database.pool.query<{ id: string; kind: string; stage: string }>(
      `select id::text, state ->> 'kind' as kind, stage from task where subject_id = $1 order by id`,
      [subjectId],
    );
    return rows;
  };

  return {
    somebody,
    isolation,
    supplies,
    /** A quarantine in a facility, which feeds its people: no supplies are opened by themselves. Until a week from today. */
    quarantine: async (
      personId: string,
      more: Readonly<{ placeType?: 'home' | 'facility'; days?: number }> = {},
    ): Promise<string> => {
      const now = Date.parse(await world.uses.clock.now());
      const { id } = await world.ask.orderQuarantine({
        ...world.request(),
        personId,
        contactId: await contact(personId),
        district: CANARY.district,
        dateOfLastExposure: new Date(now - 48 * 3_600_000).toISOString().slice(0, 10),
        endsAt: new Date(now + (more.days ?? 7) * 86_400_000).toISOString(),
        protocol: 'kr-covid-19/2020-06-25',
        placeType: more.placeType ?? 'facility',
      });
      return id;
    },
    isolationIs: (id: string, stage: string) =>
      world.until(`isolation ${stage}`, async () => (await isolation(id)).stage === stage),
    suppliesAre: (id: string, stage: string) =>
      world.until(`supplies ${stage}`, async () => (await supplies(id)).stage === stage),
    task: async (subjectId: string, kind: string): Promise<string> => {
      let found: string | undefined;
      await world.until(`task ${kind}`, async () => {
        found = (await about(subjectId)).find((one) => one.kind === kind && one.stage === 'open')?.id;
        return found !== undefined;
      });
      return found ?? '';
    },
    openTasks: async (subjectId: string): Promise<readonly string[]> =>
      (await about(subjectId)).filter(({ stage }) => stage === 'open').map(({ kind }) => kind),
    decide: (taskId: string, decision: Decision) =>
      world.ask.decideTask({ ...world.request(), taskId, decision }),
    /** The steps of the messages about one aggregate. */
    sentTo: (id: string): readonly string[] =>
      world.partners.sent().flatMap(({ key }) => (key.includes(id) ? [key.split(`${id}:`)[1] ?? ''] : [])),
    /** The process has come to its end; its history is kept when histories are being saved. */
    ended: async (process: string, path?: string): Promise<void> => {
      await world.processEnded(process);
      if (path !== undefined) await keepHistory(world, process, path);
    },
  };
}
