import type { Uses } from '../uses.ts';
import { approveExport, refuseExport } from './decide-export.ts';
import {
  pauseWebhook,
  resumeWebhook,
  retryDeadLetter,
  rotateSecret,
  secretOf,
  unsubscribeWebhook,
} from './hold-webhook.ts';
import { beginExport, endExport } from './log-export.ts';
import { readEvents } from './read-events.ts';
import { requestExport } from './request-export.ts';
import { subscribeWebhook } from './subscribe-webhook.ts';
import { exportState, takeExport } from './take-export.ts';

/** Other systems and files: what they and the staff who connect them ask for. */
export const exchangeRequests = (uses: Uses) => ({
  readEvents: readEvents(uses),
  subscribeWebhook: subscribeWebhook(uses),
  pauseWebhook: pauseWebhook(uses),
  resumeWebhook: resumeWebhook(uses),
  unsubscribeWebhook: unsubscribeWebhook(uses),
  rotateSecret: rotateSecret(uses),
  retryDeadLetter: retryDeadLetter(uses),
  secretOf: secretOf(uses),
  beginExport: beginExport(uses),
  endExport: endExport(uses),
  requestExport: requestExport(uses),
  approveExport: approveExport(uses),
  refuseExport: refuseExport(uses),
  takeExport: takeExport(uses),
  exportState: exportState(uses),
});
