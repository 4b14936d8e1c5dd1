import { v7 as uuidv7 } from 'uuid';
import { pgBulk } from '../../activities/adapters/postgres/bulk.pg.ts';
import { pgEffectLog } from '../../activities/adapters/postgres/effect-log.pg.ts';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgOpenCases } from '../../activities/adapters/postgres/open-cases.pg.ts';
import { pgProtocols } from '../../activities/adapters/postgres/protocols.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { pgWatchCalendar } from '../../activities/adapters/postgres/watch-calendar.pg.ts';
import type { BulkUses } from '../../activities/bulk-work/bulk-uses.ts';
import { closeFollowUps } from '../../activities/bulk-work/close-follow-ups.ts';
import { keyOfRound } from '../../activities/bulk-work/monitoring-round.ts';
import { sendMessages } from '../../activities/bulk-work/send-messages.ts';
import { writeFollowUps } from '../../activities/bulk-work/write-follow-ups.ts';
import { requests } from '../../activities/index.ts';
import { announces } from '../../activities/policies.ts';
import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { FollowUpKind } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import * as ids from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { aPerson } from './aggregate-makers.ts';
import { diagnosed, treated } from './case-fixtures.ts';
import { exposure, followed, named, verified } from './contact-fixtures.ts';
import { DRILL, DRILL_TIER, drillProtocol } from './drill.ts';
import { isolated, notified } from './isolation-fixtures.ts';
import { partners } from './partners.ts';
import { seals } from './personal-keys.ts';
import { testDatabase } from './servers.ts';

const DAYS_AGO = 3;
/** A measure by its kind, to the end of the n-th day after the last contact, which was three days ago. */
type Planned = Readonly<{ kind: FollowUpKind; days: number }>;

/** Rounds on a real database, step by step, without an engine: who is under watch, what is sent and told. Partners in memory. */
export async function roundWorld(document = drillProtocol()) {
  const database = await testDatabase();
  const { pool } = database;
  const others = partners();
  let moment = Date.now();
  /** The time that everybody reads; the store's own clock is never far behind. */
  const later = (seconds = 1): string => {
    moment = Math.max(moment, Date.now()) + seconds * 1_000;
    return new Date(moment).toISOString();
  };
  const uses = {
    ...pgRepositories(pool, announces, seals),
    ...pgBulk(pool, seals),
    clock: { now: async () => new Date(moment).toISOString() },
    lookups: pgLookups(pool, seals.phoneIndex),
    openCases: pgOpenCases(pool),
    protocols: pgProtocols(pool),
    effects: pgEffectLog(pool),
    watchCalendar: pgWatchCalendar(pool),
    texts: others.texts,
    jurisdiction: 'kr',
    newId: uuidv7,
    heart: { beat: () => undefined },
  } as unknown as BulkUses;
  const ask = requests(uses);
  const request = () => ({ commandId: `test:${uuidv7()}`, fingerprint: '', by: 'officer' });
  const { protocol = '' } = await ask.publishProtocol({ ...request(), document });
  const begun = Instant.ofEpochMilliseconds(moment).plusHours(-24 * DAYS_AGO);
  let people = 0;
  const somebody = async (): Promise<string> => {
    people += 1;
    const person = aPerson({ phone: PhoneNumber.of(`010-7314-${1_000 + people}`), at: begun });
    await uses.people.save(person);
    return person.id;
  };

  return {
    uses,
    ask,
    request,
    pool,
    partners: others,
    later,
    close: database.close,
    /** A patient at home, in a tier of the drill. */
    patient: async (tier = DRILL_TIER): Promise<Readonly<{ id: string; personId: string }>> => {
      const personId = ids.personId(await somebody());
      const one = Case.unopened(ids.caseId(uuidv7()));
      one.execute({ ...diagnosed(begun, false), personId, disease: disease(DRILL) });
      one.execute(treated(begun));
      one.execute({
        type: 'AssignTier',
        tier,
        checksPerDay: 2,
        protocol: String(protocol),
        by: 'officer',
        at: begun,
      });
      await uses.cases.save(one);
      return { id: one.id, personId };
    },
    /** Somebody watched who was near a patient. */
    contact: async (
      sourceCaseId: string,
      plan?: Planned,
    ): Promise<Readonly<{ id: string; personId: string }>> => {
      const exposedPersonId = ids.personId(await somebody());
      const one = Contact.unnamed(ids.contactId(uuidv7()));
      const from = { at: begun, sourceCaseId: ids.caseId(sourceCaseId), exposedPersonId };
      const last = begun.dateInSeoul().toString();
      one.execute({ ...named(exposure(last)), ...from } as Parameters<typeof one.execute>[0]);
      one.execute({ ...verified('close'), at: begun });
      if (plan !== undefined)
        one.execute({
          type: 'PlanFollowUp',
          measure: plan.kind,
          protocol: String(protocol),
          endsAt: Instant.onDayInSeoul(LocalDate.of(last).plusDays(plan.days + 1), 0),
          by: 'officer',
          at: begun,
          kind: plan.kind,
        });
      one.execute({ ...followed(), at: begun });
      await uses.contacts.save(one);
      return { id: one.id, personId: exposedPersonId };
    },
    /** Their isolation, notified when it was ordered. */
    isolation: async (caseId: string, personId: string): Promise<string> => {
      const one = Isolation.unordered(ids.isolationId(uuidv7()));
      const of = { caseId: ids.caseId(caseId), personId: ids.personId(personId) };
      one.execute({ ...isolated(begun), ...of } as Parameters<typeof one.execute>[0]);
      one.execute(notified('app', begun));
      await uses.isolations.save(one);
      return one.id;
    },
    /** The morning's round of a day, of which a test takes the steps. Days only tell rounds apart. */
    round: async (day: string) => {
      const about = { day, slot: '09:00' };
      const asked = { kind: 'monitoring-round', key: keyOfRound('kr', about), about, by: 'officer' } as const;
      const { id: runId } = await ask.requestRun({ ...asked, at: later() });
      return {
        runId,
        write: () => writeFollowUps(uses)({ runId, at: later() }),
        send: () => sendMessages(uses)({ runId, at: later() }),
        /** Five seconds on: the drill waits less for an answer. */
        close: () => closeFollowUps(uses)({ runId, at: later(5) }),
      };
    },
    followUps: async (subjectId: string): Promise<readonly string[]> => {
      const { rows } = await pool.query<{ state: string }>(
        'select state from follow_up where subject_id = $1 order by asked_at',
        [subjectId],
      );
      return rows.map(({ state }) => state);
    },
  };
}
export type RoundWorld = Awaited<ReturnType<typeof roundWorld>>;
