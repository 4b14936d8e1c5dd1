import { AggregateRoot, type By, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { SurveyId } from '../../shared-kernel/id.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import { Answers } from './answers.ts';
import type {
  CorrectAnswers,
  DestroyAnswers,
  ExpireSurvey,
  OfferSurvey,
  RecordAnswers,
  RefuseSurvey,
  SurveyCommand,
} from './survey.commands.ts';
import type { SurveyEvent } from './survey.events.ts';
import { evolveSurvey, flagsAbout, type SurveyState } from './survey.state.ts';

/** 설문: one questionnaire, sent to one person for one case. */
export class Survey extends AggregateRoot<SurveyState, SurveyCommand, SurveyEvent> {
  static unopened(id: SurveyId): Survey {
    return new Survey(id);
  }

  static from(id: SurveyId, stored: Stored<SurveyState>): Survey {
    return new Survey(id, stored);
  }

  /** @throws RuleBroken `survey/not-found` before it was offered */
  get state(): SurveyState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('survey/not-found');
    return this.stateOrNothing;
  }

  /** Codes of the symptom questions answered with yes. */
  get symptoms(): readonly string[] {
    return Object.entries(flagsAbout('symptom', this.state)).flatMap(([code, yes]) => (yes ? [code] : []));
  }

  get dateOfSymptomOnset(): LocalDate | undefined {
    const { questions, answers = {} } = this.state;
    const answer = answers[questions.find(({ topic }) => topic === 'onset')?.code ?? ''];
    return typeof answer === 'string' ? LocalDate.of(answer) : undefined;
  }

  get exposures(): Readonly<Record<string, boolean>> {
    return flagsAbout('exposure', this.state);
  }

  /** An identity question was answered with no: whether the person is in doubt, the case decides. */
  get identityDoubted(): boolean {
    return Object.values(flagsAbout('identity', this.state)).includes(false);
  }

  execute(command: SurveyCommand): void {
    switch (command.type) {
      case 'OfferSurvey':
        return this.offer(command);
      case 'RecordAnswers':
        return this.recordAnswers(command);
      case 'RefuseSurvey':
        return this.refuse(command);
      case 'ExpireSurvey':
        return this.expire(command);
      case 'CorrectAnswers':
        return this.correct(command);
      case 'DestroyAnswers':
        return this.destroy(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: SurveyState | undefined, event: SurveyEvent): SurveyState {
    return evolveSurvey(state, event);
  }

  private offer(command: OfferSurvey): void {
    if (this.stateOrNothing !== undefined)
      throw new RuleBroken('survey/already-offered', { surveyId: this.id });
    const { at, by, personId, caseId, questionnaire, channel, respondent, answerBy } = command;
    if (!answerBy.isAfter(at)) throw new InvalidValue('survey/answer-by-passed');
    this.raise({
      ...{ type: 'SurveyOffered', v: 1, at: at.toString(), by, personId, caseId },
      questionnaire: questionnaire.code,
      questionnaireVersion: questionnaire.version,
      questions: questionnaire.questions,
      channel,
      respondent,
      answerBy: answerBy.toString(),
    });
  }

  /** The same answers again are quiet; others are refused: a correction says that it is one. */
  private recordAnswers(command: RecordAnswers): void {
    const { stage, questions, answers: earlier, answerBy } = this.state;
    const { channel, at } = command;
    const answers = Answers.of(questions, command.answers, at.dateInSeoul());
    if (stage === 'answered') {
      if (answers.changesFrom(earlier ?? {}).length === 0) return;
      throw new RuleBroken('survey/already-answered', { surveyId: this.id });
    }
    const linkClosed = stage !== 'offered' || at.isAfter(Instant.of(answerBy));
    if (channel === 'smsLink' && linkClosed)
      throw new RuleBroken('survey/link-closed', { surveyId: this.id });
    this.raise({ ...this.fact('SurveyAnswered', command), answers: answers.byQuestion, channel });
  }

  private refuse(command: RefuseSurvey): void {
    const { stage } = this.state;
    if (stage === 'refused') return;
    if (stage === 'answered') throw new RuleBroken('survey/already-answered', { surveyId: this.id });
    if (stage === 'expired') throw new RuleBroken('survey/expired', { surveyId: this.id });
    this.raise({ ...this.fact('SurveyRefused', command), reason: command.reason });
  }

  /** Quiet when the person was quicker. */
  private expire(command: ExpireSurvey): void {
    const { stage, answerBy } = this.state;
    if (stage !== 'offered') return;
    if (command.at.isBefore(Instant.of(answerBy)))
      throw new RuleBroken('survey/still-open', { surveyId: this.id });
    this.raise({ ...this.fact('SurveyExpired', command), answerBy });
  }

  private correct(command: CorrectAnswers): void {
    const { stage, questions, answers: earlier = {}, corrections } = this.state;
    if (stage !== 'answered') throw new RuleBroken('survey/not-answered', { surveyId: this.id });
    const answers = Answers.of(questions, command.answers, command.at.dateInSeoul());
    const changed = answers.changesFrom(earlier);
    if (changed.length === 0) {
      if (corrections > 0) return;
      throw new RuleBroken('survey/correction-changes-nothing', { surveyId: this.id });
    }
    const correction = corrections + 1;
    const { reason } = command;
    const corrected = { answers: answers.byQuestion, changed, reason, correction };
    this.raise({ ...this.fact('SurveyCorrected', command), ...corrected });
  }

  /** Quiet when nothing is left. */
  private destroy(command: DestroyAnswers): void {
    const { stage, answers } = this.state;
    if (stage === 'offered') throw new RuleBroken('survey/still-open', { surveyId: this.id });
    if (answers === undefined) return;
    this.raise(this.fact('AnswersDestroyed', command));
  }

  private fact<Type extends SurveyEvent['type']>(type: Type, { at, by }: By) {
    const { caseId, personId } = this.state;
    return { type, v: 1, at: at.toString(), by, caseId, personId } as const;
  }
}
