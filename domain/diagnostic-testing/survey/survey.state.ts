import type { AnswersByQuestion } from './answers.ts';
import type { Question, QuestionTopic } from './questionnaire.ts';
import type { Respondent, SurveyChannel, SurveyRefusal } from './survey.commands.ts';
import type { SurveyEvent, SurveyOffered } from './survey.events.ts';

export type SurveyState = Readonly<{
  stage: 'offered' | 'answered' | 'refused' | 'expired';
  personId: string;
  caseId: string;
  questionnaire: string;
  questionnaireVersion: number;
  questions: readonly Question[];
  /** The way in which it was offered; once answered, the way in which it was. */
  channel: SurveyChannel;
  respondent: Respondent;
  offeredAt: string;
  answerBy: string;
  answers?: AnswersByQuestion;
  answeredAt?: string;
  refusedBecause?: SurveyRefusal;
  corrections: number;
  answersDestroyedAt?: string;
}>;

/** The fold of a survey's events. */
export function evolveSurvey(state: SurveyState | undefined, event: SurveyEvent): SurveyState {
  if (event.type === 'SurveyOffered') return offered(event);
  if (state === undefined) throw new TypeError(`${event.type} before SurveyOffered`);
  switch (event.type) {
    case 'SurveyAnswered': {
      const { answers, channel, at } = event;
      return { ...state, stage: 'answered', answers, channel, answeredAt: at };
    }
    case 'SurveyRefused':
      return { ...state, stage: 'refused', refusedBecause: event.reason };
    case 'SurveyExpired':
      return { ...state, stage: 'expired' };
    case 'SurveyCorrected':
      return { ...state, answers: event.answers, corrections: event.correction };
    case 'AnswersDestroyed': {
      const { answers: _answers, ...rest } = state;
      return { ...rest, answersDestroyedAt: event.at };
    }
  }
}

function offered(event: SurveyOffered): SurveyState {
  const { type: _type, v: _v, by: _by, at, ...offer } = event;
  return { stage: 'offered', ...offer, offeredAt: at, corrections: 0 };
}

/** Answers to yes-or-no questions about a topic, by question code. */
export function flagsAbout(
  topic: QuestionTopic,
  { questions, answers = {} }: SurveyState,
): Readonly<Record<string, boolean>> {
  const codes = questions.filter((question) => question.topic === topic).map(({ code }) => code);
  return Object.fromEntries(
    codes.flatMap((code) => (typeof answers[code] === 'boolean' ? [[code, answers[code]]] : [])),
  );
}
