import { recordContactAnswer } from './epidemiological-investigation/record-contact-answer.ts';
import { proveNotice } from './isolation-management/prove-notice.ts';
import { receiveAnswer } from './messages/receive-answer.ts';
import { receiveMessage } from './messages/receive-message.ts';
import { recordDelivery } from './messages/record-delivery.ts';
import { recordSymptomAnswer } from './patient-management/record-symptom-answer.ts';
import type { Uses } from './uses.ts';

/** What comes from partners and is not about one aggregate: whose it is, is found out first. */
export const messageRequests = (uses: Uses) => ({
  receiveMessage: receiveMessage(uses),
  recordDelivery: recordDelivery(uses, proveNotice(uses)),
  receiveAnswer: receiveAnswer(uses, {
    ofCase: recordSymptomAnswer(uses),
    ofContact: recordContactAnswer(uses),
  }),
});
