import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { CaseId, PersonId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { AnswersByQuestion } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';

export type SurveyChannel = 'smsLink' | 'telephone' | 'inPerson';
export type Respondent = 'self' | 'guardian';

/** 설문조사: one questionnaire for one person and one case, be it a suspicion or confirmed. */
export type OfferSurvey = By &
  Readonly<{
    type: 'OfferSurvey';
    personId: PersonId;
    caseId: CaseId;
    questionnaire: Questionnaire;
    channel: SurveyChannel;
    respondent: Respondent;
    answerBy: Instant;
  }>;
/** After a refusal or the time to answer, an investigator asks: then the channel is no link. */
export type RecordAnswers = By &
  Readonly<{ type: 'RecordAnswers'; answers: AnswersByQuestion; channel: SurveyChannel }>;
export type SurveyRefusal = 'declined' | 'unable' | 'language';
export type RefuseSurvey = By & Readonly<{ type: 'RefuseSurvey'; reason: SurveyRefusal }>;
/** The time to answer has passed. */
export type ExpireSurvey = By & Readonly<{ type: 'ExpireSurvey' }>;
export type SurveyCorrection = 'respondentCorrected' | 'enteredWrongly' | 'foundByInvestigator';
/** All answers as they should be, not only the changed ones: so that an answer can be taken back. */
export type CorrectAnswers = By &
  Readonly<{ type: 'CorrectAnswers'; answers: AnswersByQuestion; reason: SurveyCorrection }>;
/** The time for which answers are kept is over. */
export type DestroyAnswers = By & Readonly<{ type: 'DestroyAnswers' }>;

export type SurveyCommand =
  OfferSurvey | RecordAnswers | RefuseSurvey | ExpireSurvey | CorrectAnswers | DestroyAnswers;
