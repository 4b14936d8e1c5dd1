import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';

/** A questionnaire for one person, answered under a link of its own. The same key makes one form. */
export type SurveyForm = Readonly<{
  key: string;
  surveyId: string;
  questionnaire: string;
  questionnaireVersion: number;
  language: 'ko' | 'en';
  answerBy: string;
}>;

/** Where the form is. The link goes to the person and nowhere else. */
export type FormReceipt = Readonly<{ formReference: string; link: string }>;

/** How a form stands at the survey system; answers are codes only. */
export type FormStanding = FormReceipt &
  (
    | Readonly<{ state: 'open' }>
    | Readonly<{ state: 'answered'; answers: AnswersByQuestion }>
    | Readonly<{ state: 'declined' }>
    | Readonly<{ state: 'withdrawn' }>
  );

/** 설문조사 시스템: makes forms; answers come later, by webhook, as codes. */
export interface SurveyForms {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  open(form: SurveyForm): Promise<FormReceipt>;
  /** What became of a form, by its key. Nothing: it was never made. */
  findFormByKey(key: string): Promise<FormStanding | undefined>;
  /**
   * Nobody can answer it any more. Repeating it is harmless.
   * @returns false where it was answered or declined before: it stands as it is
   * @throws ExternalSystemUnavailable, ExternalSystemRefused
   */
  withdraw(formReference: string): Promise<boolean>;
}
