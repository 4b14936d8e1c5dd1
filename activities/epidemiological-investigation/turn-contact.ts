import { isNoCase } from '../../domain/patient-management/case/case.state.ts';
import { openEpisode } from '../../domain/patient-management/case/episodes.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { caseId as caseIdOf, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { OpenCaseInput } from '../patient-management/open-case.ts';
import type { Receipt } from '../ports/repository.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byContactProcess } from './contact-step.ts';

export type FallingIllStep = SubjectMoment & Readonly<{ because: 'symptoms' | 'positive-test' }>;

/**
 * Whenever a quarantined contact develops symptoms: a suspected case with the link kept; a positive test: a diagnosed
 * one. Once for each of the person's episodes, however many contacts say so.
 */
export const openCaseOfContact =
  (uses: Uses, openCase: (input: OpenCaseInput) => Promise<Receipt>) =>
  async ({ id, because, ...moment }: FallingIllStep): Promise<Readonly<{ caseId: string }>> => {
    const { state } = (await uses.contacts.load(id)).aggregate;
    const { disease } = (await uses.cases.load(state.sourceCaseId)).aggregate.state;
    const episodes = await uses.lookups.episodesOf(state.exposedPersonId, disease);
    const running = openEpisode(episodes);
    if (running !== undefined) return { caseId: running.caseId };
    const commandId = `person:${state.exposedPersonId}:${disease}:episode:${episodes.length + 1}`;
    const onset = state.health?.dateOfSymptomOnset;
    const opening = openCase({
      commandId,
      fingerprint: commandId,
      by: byContactProcess(moment).by,
      kind: because === 'positive-test' ? 'diagnosis' : 'suspicion',
      person: { personId: state.exposedPersonId },
      disease,
      district: state.district,
      contactId: id,
      symptomatic: state.health?.symptomatic === true,
      ...(onset === undefined ? {} : { dateOfSymptomOnset: onset }),
    });
    return { caseId: (await opening.catch(unlessOpen)).id };
  };

/** Opened by somebody else at the same moment: that is the person's case. */
const unlessOpen = (error: unknown): Readonly<{ id: string }> => {
  if (!(error instanceof RuleBroken) || error.code !== 'case/already-open') throw error;
  return { id: String(error.params['caseId']) };
};

export type ConvertStep = SubjectMoment & Readonly<{ caseId: string }>;

/** The contact has become that case; who infected them stays known. */
export const convertContact =
  (uses: Uses) =>
  async (step: ConvertStep): Promise<void> => {
    const theirs = (await uses.cases.load(step.caseId)).aggregate;
    const { disease, personId: whose } = theirs.state;
    await change(uses.contacts, step.id, {}, async (contact) => {
      const { exposedPersonId } = contact.state;
      // The case may stand under another record of the same person.
      const episodes = await uses.lookups.episodesOf(exposedPersonId, disease);
      const isOwn = episodes.some(({ caseId }) => caseId === theirs.id);
      contact.execute({
        type: 'ConvertToCase',
        caseId: caseIdOf(theirs.id),
        personId: personId(isOwn ? exposedPersonId : whose),
        ...byContactProcess(step),
      });
    });
  };

/** A suspicion that came to nothing: a contact again, and the follow-up goes on to its end. */
export const revertToContact =
  (uses: Uses) =>
  async (step: ConvertStep): Promise<void> => {
    const { stage } = (await uses.cases.load(step.caseId)).aggregate.state;
    await change(uses.contacts, step.id, {}, (contact) => {
      const by = byContactProcess(step);
      if (contact.state.caseId !== step.caseId) return;
      contact.execute({
        type: 'RevertConversion',
        reason: stage === 'not-a-case' ? 'ruled-out' : 'entered-by-mistake',
        ...by,
      });
      const { plan, grade } = contact.state;
      const isOver = plan?.endsAt !== undefined && !Instant.of(plan.endsAt).isAfter(by.at);
      if (grade === undefined || grade === 'none' || plan === undefined || plan.kind === 'none' || isOver)
        return;
      contact.execute({ type: 'BeginFollowUp', ...by });
    });
  };

/** The period is over without an illness, or the source was no case: the contact is freed. */
export const endContactFollowUp =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { sourceCaseId } = (await uses.contacts.load(step.id)).aggregate.state;
    const source = (await uses.cases.load(sourceCaseId)).aggregate.state;
    const quarantineId = await uses.lookups.quarantineOfContact(step.id);
    const because =
      quarantineId === undefined
        ? undefined
        : (await uses.isolations.load(quarantineId)).aggregate.state.endedBecause;
    await change(uses.contacts, step.id, {}, (contact) => {
      if (contact.state.followUp !== 'under') return;
      const { kind } = contact.state.plan ?? {};
      const reason = isNoCase(source)
        ? 'freed-early'
        : kind !== 'quarantine' || because === 'released'
          ? 'period-over'
          : because === 'deceased'
            ? 'deceased'
            : 'freed-early';
      contact.execute({ type: 'EndFollowUp', reason, ...byContactProcess(step) });
    });
  };
