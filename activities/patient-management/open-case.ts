import { Case } from '../../domain/patient-management/case/case.ts';
import { episodeBefore, openEpisode, type Episode } from '../../domain/patient-management/case/episodes.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { InvalidValue, RuleBroken, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import { ruleForCase } from '../case-rules.ts';
import { create, replay } from '../change.ts';
import { needsKnownValues } from '../known-values.ts';
import type { Receipt } from '../ports/repository.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { Request, Uses } from '../uses.ts';
import { registeredOrKnown, type LooksAgain, type ReportedPerson } from './registered-or-known.ts';
import { placesOf } from './places-of.ts';

export type OpenCaseInput = Request &
  Readonly<{
    kind: 'suspicion' | 'diagnosis';
    person: ReportedPerson | Readonly<{ personId: string }>;
    /**
     * The districts of whoever reports, as beginnings: who is known there is not registered again, and no case elsewhere is
     * named to them. Without it whoever asks has looked already.
     */
    within?: readonly string[] | undefined;
    looksAgain?: LooksAgain | undefined;
    disease: string;
    district: string;
    contactId?: string | undefined;
    symptomatic: boolean;
    dateOfSymptomOnset?: string | undefined;
    specimenId?: string | undefined;
  }>;

/**
 * A clinic reports a suspicion or a diagnosis, of somebody new or somebody known. Two aggregates, so two transactions:
 * a retry after a crash between them finds the person that it made. A second open case of one person and disease is
 * refused; a re-infection is a new case that knows the one before.
 * @throws RuleBroken `case/already-open`, with that `caseId` where it is within reach
 */
export const openCase =
  (uses: Uses) =>
  async (input: OpenCaseInput): Promise<Receipt> => {
    const { people, cases, lookups, clock, newId } = uses;
    const at = Instant.of(await clock.now());
    const { by, person, commandId, within } = input;
    const district = District.today(input.district);
    const theDisease = disease(input.disease);
    const now = at.toString();
    const release = await ruleForCase(uses, 'caseRelease', { disease: theDisease, openedAt: now }, now);
    if (release === undefined) {
      throw new InvalidValue('disease/without-protocol', { disease: theDisease });
    }
    const onset = input.dateOfSymptomOnset;
    const specimen = input.specimenId === undefined ? {} : { specimenId: specimenId(input.specimenId) };
    const open = (who: string, previous?: Episode): Case => {
      const aCase = Case.unopened(caseId(newId()));
      const opening = {
        personId: personId(who),
        disease: theDisease,
        district,
        ...(input.contactId === undefined ? {} : { contactId: contactId(input.contactId) }),
        ...(previous === undefined ? {} : { previousCaseId: caseId(previous.caseId) }),
        symptomatic: input.symptomatic,
        ...(onset === undefined ? {} : { dateOfSymptomOnset: LocalDate.of(onset) }),
        by,
        at,
      };
      aCase.execute(
        input.kind === 'diagnosis'
          ? { type: 'DiagnoseInfection', ...opening }
          : { type: 'ReportSuspicion', ...opening, ...specimen },
      );
      return aCase;
    };
    const episodeBeforeThis = async (episodes: readonly Episode[]): Promise<Episode | undefined> => {
      const running = openEpisode(episodes);
      if (running !== undefined && within !== undefined) {
        const places = await placesOf(uses, { kind: 'case', id: running.caseId });
        if (!places.some((place) => isWithin(within, place))) throw new RuleBroken('case/already-open');
      }
      return episodeBefore(episodes);
    };
    const stored = async (theirs: Case, who: string): Promise<Receipt> => {
      try {
        return await create(cases, theirs, input, { personId: who });
      } catch (error) {
        // Somebody opened one at the same moment: now it is seen, and named.
        if (error instanceof StaleAggregate)
          await episodeBeforeThis(await lookups.episodesOf(who, theDisease));
        throw error;
      }
    };
    const openFor = async (who: string): Promise<Receipt> => {
      const episodes = await lookups.episodesOf(who, theDisease);
      // A repetition finds the case that it opened: it is answered as it was, not refused.
      const last = episodes.at(-1);
      const handled = last && (await cases.load(last.caseId, commandId)).handled;
      if (handled !== undefined) return replay(handled, input);
      return stored(open(who, await episodeBeforeThis(episodes)), who);
    };

    if ('personId' in person) {
      const known = await personStandingFor({ people }, person.personId);
      if (known.personalOrNothing !== undefined) needsKnownValues(known);
      return openFor(person.personId);
    }
    open(newId()); // before anything is stored: what the case refuses leaves no person behind
    const who = await registeredOrKnown(uses)({ ...input, person, theDisease, district, by: { by, at } });
    return who.isNew ? stored(open(who.personId), who.personId) : openFor(who.personId);
  };
