import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { AnswersByQuestion } from './answers.ts';
import type { Question } from './questionnaire.ts';
import type { Respondent, SurveyChannel, SurveyCorrection, SurveyRefusal } from './survey.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string; personId: string } & Payload>;

export type SurveyOffered = Fact<
  'SurveyOffered',
  {
    questionnaire: string;
    questionnaireVersion: number;
    questions: readonly Question[];
    channel: SurveyChannel;
    respondent: Respondent;
    answerBy: string;
  }
>;
/** 설문 조사됨 */
export type SurveyAnswered = Fact<'SurveyAnswered', { answers: AnswersByQuestion; channel: SurveyChannel }>;
/** An investigator telephones. */
export type SurveyRefused = Fact<'SurveyRefused', { reason: SurveyRefusal }>;
export type SurveyExpired = Fact<'SurveyExpired', { answerBy: string }>;
/** `changed`: codes of the questions; `correction` numbers the corrections of this survey from 1. */
export type SurveyCorrected = Fact<
  'SurveyCorrected',
  {
    answers: AnswersByQuestion;
    changed: readonly string[];
    reason: SurveyCorrection;
    correction: number;
  }
>;
/** What the earlier events told is blanked in the store. */
export type AnswersDestroyed = Fact<'AnswersDestroyed'>;
export type SurveyEvent =
  SurveyOffered | SurveyAnswered | SurveyRefused | SurveyExpired | SurveyCorrected | AnswersDestroyed;
