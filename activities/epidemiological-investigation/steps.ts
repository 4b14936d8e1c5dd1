import { approveLookUp } from './approve-look-up.ts';
import { askForLookUp } from './ask-for-look-up.ts';
import { askForLookUps } from './ask-for-look-ups.ts';
import { callOffInterviewForm, callOffInterviewTexts } from './call-off-interview.ts';
import { beginInvestigation } from './begin-route.ts';
import { concludeRoute, establishCertainVisits } from './conclude-route.ts';
import { destroyRecords } from './destroy-records.ts';
import { expireInterview, offerInterview, takeInterview } from './hold-interview.ts';
import { investigationStanding } from './investigation-standing.ts';
import { lookUpStanding } from './look-up-standing.ts';
import { readLookUp } from './read-look-up.ts';
import { endLookUp, lapseLookUp, rejectLookUp } from './reject-look-up.ts';
import {
  openInterviewForm,
  remindOfInterview,
  sendInterviewLink,
  withdrawInterviewForm,
} from './send-interview.ts';
import { submitLookUp } from './submit-look-up.ts';
import { tellOfLookUp } from './tell-of-look-up.ts';
import type { Uses } from '../uses.ts';

/** What the processes of routes and look-ups do in our own database. */
export const routeStoreActivities = (uses: Uses) => ({
  beginInvestigation: beginInvestigation(uses),
  lookUpStanding: lookUpStanding(uses),
  investigationStanding: investigationStanding(uses),
  offerInterview: offerInterview(uses),
  expireInterview: expireInterview(uses),
  takeInterview: takeInterview(uses),
  askForLookUps: askForLookUps(uses),
  establishCertainVisits: establishCertainVisits(uses),
  concludeRoute: concludeRoute(uses),
  rejectLookUp: rejectLookUp(uses),
  lapseLookUp: lapseLookUp(uses),
  endLookUp: endLookUp(uses),
  approveLookUp: approveLookUp(uses),
});

export const routeSmsActivities = (uses: Uses) => ({
  callOffInterviewTexts: callOffInterviewTexts(uses),
  tellOfLookUp: tellOfLookUp(uses),
  sendInterviewLink: sendInterviewLink(uses),
  remindOfInterview: remindOfInterview(uses),
});

export const routeSurveyActivities = (uses: Uses) => ({
  openInterviewForm: openInterviewForm(uses),
  withdrawInterviewForm: withdrawInterviewForm(uses),
  callOffInterviewForm: callOffInterviewForm(uses),
});

/** The same for the entry log and the card history: which of them it is, the look-up says. */
export const lookUpActivities = (uses: Uses) => ({
  submitLookUp: submitLookUp(uses),
  askForLookUp: askForLookUp(uses),
  readLookUp: readLookUp(uses),
  destroyRecords: destroyRecords(uses),
});
