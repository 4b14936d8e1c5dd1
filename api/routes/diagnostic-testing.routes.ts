import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { nothing } from '../schemas/basics.ts';
import {
  absenceBody,
  amountBody,
  claimBody,
  claimFactsBody,
  clinicBody,
  clinicDayQuery,
  collectionBody,
  correctionBody,
  coverBody,
  facilityBody,
  kitsBody,
  receptionBody,
  recoveryBody,
  reversalBody,
  shiftsBody,
  specimenRejectionBody,
  testCancellationBody,
  throughputBody,
} from '../schemas/diagnostic-testing.ts';
import { noParams, ofClinic, ofLivingSupport, ofTest } from '../schemas/params.ts';
import { forPeople } from '../words.ts';
import { commandRoute, creationRoute } from './command-route.ts';

/** 생활지원금: claims and their money. */
export function livingSupportRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
  const claim = { params: ofLivingSupport, name: 'livingSupportId' } as const;

  creationRoute(
    routes,
    dependencies,
    {
      params: noParams,
      name: 'livingSupportId',
      path: '/living-support',
      body: claimBody,
      at: '/living-support',
    },
    requests.applyForLivingSupport,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/facts', body: claimFactsBody },
    requests.stateLivingSupportFacts,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/amount', body: amountBody },
    requests.setLivingSupportAmount,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/approval', body: nothing },
    requests.approveLivingSupport,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/rejection', body: nothing },
    (ask) => requests.reverseLivingSupport({ ...ask, reason: 'notApproved' }),
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/payment-retry', body: nothing },
    requests.retryLivingSupportPayment,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/reversal', body: reversalBody },
    requests.reverseLivingSupport,
  );
  commandRoute(
    routes,
    dependencies,
    { ...claim, path: '/living-support/:id/recovery', body: recoveryBody },
    requests.recordLivingSupportRecovery,
  );
  return routes;
}

/** 선별진료소: facility, staff, kits, and a clinic's day. */
export function clinicRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests, actorOf, aggregatePage, processUrl } = dependencies;
  const clinic = { params: ofClinic, name: 'clinicId' } as const;

  creationRoute(
    routes,
    dependencies,
    { params: noParams, name: 'clinicId', path: '/clinics', body: clinicBody, at: '/clinics' },
    requests.establishClinic,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/facility', body: facilityBody },
    requests.manageFacility,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/kits', body: kitsBody },
    requests.restockKits,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/kits-used', body: kitsBody },
    requests.useKits,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/shifts', body: shiftsBody },
    requests.manageStaffing,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/absences', body: absenceBody },
    requests.reportAbsence,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/cover', body: coverBody },
    requests.coverShift,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/opening', body: nothing },
    requests.openClinicForDay,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/throughput', body: throughputBody },
    requests.recordThroughput,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/closing', body: nothing },
    requests.closeClinicForDay,
  );
  commandRoute(
    routes,
    dependencies,
    { ...clinic, path: '/clinics/:id/closing-for-good', body: nothing },
    requests.closeClinic,
  );

  routes.get('/clinics/:id', async (request, response) => {
    actorOf(request);
    const { clinicId } = parse(ofClinic, request.params);
    const { version, ...onDay } = await requests.explainClinic({
      clinicId,
      ...parse(clinicDayQuery, request.query),
    });
    const page = await aggregatePage('clinic', clinicId);
    response.set('etag', `"${version}"`).json(
      forPeople({
        clinicId,
        version,
        ...page?.state,
        onDay,
        tasks: page?.tasks,
        history: page?.history,
        links: { process: processUrl(`clinic/${clinicId}/${onDay.date}`) },
      }),
    );
  });
  return routes;
}

/** 검사: a specimen on its way, and what the laboratory sets right. */
export function testRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
  const test = { params: ofTest, name: 'testId' } as const;

  commandRoute(
    routes,
    dependencies,
    { ...test, path: '/tests/:id/collection', body: collectionBody },
    requests.collectSpecimen,
  );
  commandRoute(
    routes,
    dependencies,
    { ...test, path: '/tests/:id/reception', body: receptionBody },
    requests.receiveSpecimen,
  );
  commandRoute(
    routes,
    dependencies,
    { ...test, path: '/tests/:id/rejection', body: specimenRejectionBody },
    requests.rejectSpecimen,
  );
  commandRoute(
    routes,
    dependencies,
    { ...test, path: '/tests/:id/correction', body: correctionBody },
    requests.correctTestResult,
  );
  commandRoute(
    routes,
    dependencies,
    { ...test, path: '/tests/:id/cancellation', body: testCancellationBody },
    requests.cancelTest,
  );
  return routes;
}
