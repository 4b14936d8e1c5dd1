import { z } from 'zod';
import { account } from './basics.ts';

const uuid = z.uuid();
/** `/…/{id}`, under the name that the use case gives it. */
const named = <Name extends string>(name: Name) =>
  z.strictObject({ id: uuid }).transform(({ id }) => ({ [name]: id }) as Readonly<Record<Name, string>>);

export const noParams = z.strictObject({});
export const ofCase = named('caseId');
export const ofPerson = named('personId');
export const ofIsolation = named('isolationId');
export const ofSupplies = named('suppliesId');
export const ofRoute = named('routeId');
export const ofLookUp = named('informationRequestId');
export const ofSurvey = named('surveyId');
export const ofClinic = named('clinicId');
export const ofLivingSupport = named('livingSupportId');
export const ofTest = named('testId');
export const ofRun = named('runId');
export const ofTask = named('taskId');
export const ofHandOver = named('handOverId');
/** `/staff/{account}` */
export const ofStaff = z.strictObject({ id: account }).transform(({ id }) => ({ staffId: id }));
/** Not `:id`: whose it is decides who may ask, and no district. */
export const ofSavedFilter = z.strictObject({ savedFilterId: uuid });
/** Not `:id`: an office's settings are read by those below it too. */
export const ofImportMap = z.strictObject({ importMapId: uuid });
export const ofExport = named('exportId');
export const ofContact = named('contactId');
export const ofSubscription = named('subscriptionId');
/** `/webhook-subscriptions/{id}/dead-letters/{deliveryId}` */
export const ofDeadLetter = z
  .strictObject({ id: uuid, deliveryId: uuid })
  .transform(({ id, deliveryId }) => ({ subscriptionId: id, deliveryId }));
/** `/routes/{id}/visits/{visitId}` */
export const ofVisit = z
  .strictObject({ id: uuid, visitId: uuid })
  .transform(({ id, visitId }) => ({ routeId: id, visitId }));
/** `/bulk-runs/{id}/rows/{line}` */
export const ofRowOfRun = z
  .strictObject({ id: uuid, line: z.coerce.number().int().min(1).max(10_000_000) })
  .transform(({ id, line }) => ({ runId: id, line }));
/** `/cases/{id}/tests/{testId}` */
export const ofTestOfCase = z
  .strictObject({ id: uuid, testId: uuid })
  .transform(({ id, testId }) => ({ caseId: id, testId }));
/** `/contacts/{id}/tests/{testId}` */
export const ofTestOfContact = z
  .strictObject({ id: uuid, testId: uuid })
  .transform(({ id, testId }) => ({ contactId: id, testId }));
/** `/isolations/{id}/violations/{sequence}` */
export const ofViolation = z
  .strictObject({ id: uuid, sequence: z.coerce.number().int().min(1).max(10_000) })
  .transform(({ id, sequence }) => ({ isolationId: id, sequence }));
