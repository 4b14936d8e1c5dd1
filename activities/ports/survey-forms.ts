/** A questionnaire for one person, answered under a link of its own. The same key makes one form. */
export type SurveyForm = Readonly<{
  key: string;
  surveyId: string;
  questionnaire: string;
  questionnaireVersion: number;
  language: 'ko' | 'en';
  answerBy: string;
}>;

/** 설문조사 시스템: makes forms; answers come later, by webhook, as codes. */
export interface SurveyForms {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  open(form: SurveyForm): Promise<{ link: string }>;
}
