import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { nothing } from '../schemas/basics.ts';
import { noParams, ofCase, ofPerson } from '../schemas/params.ts';
import {
  addressBody,
  channelBody,
  clinicalCourseBody,
  erasureBody,
  guardianBody,
  householdBody,
  identityDoubtBody,
  medicalHistoryBody,
  mergeBody,
  outcomeBody,
  personalValuesBody,
  personBody,
  protocolChoiceBody,
  reclassificationBody,
} from '../schemas/patient-management.ts';
import { commandRoute, creationRoute } from './command-route.ts';

/** 환자: people, without a case or with one. */
export function peopleRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
  const person = { params: ofPerson, name: 'personId' } as const;

  creationRoute(
    routes,
    dependencies,
    { params: noParams, name: 'personId', path: '/people', body: personBody, at: '/people' },
    requests.registerPerson,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/values', body: personalValuesBody },
    requests.correctPersonalValues,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/address', body: addressBody },
    requests.movePerson,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/channel', body: channelBody },
    requests.changePreferredChannel,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/household', body: householdBody },
    requests.joinHousehold,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/household/leaving', body: householdBody },
    requests.leaveHousehold,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/guardian', body: guardianBody },
    requests.appointGuardian,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/guardian/removal', body: nothing },
    requests.removeGuardian,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/merge', body: mergeBody },
    requests.mergePerson,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/merge/undoing', body: nothing },
    requests.undoMerge,
  );
  commandRoute(
    routes,
    dependencies,
    { ...person, path: '/people/:id/erasure', body: erasureBody },
    requests.erasePerson,
  );
  return routes;
}

/** What staff find out about a case. */
export function findingRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
  const found = { params: ofCase, name: 'caseId' } as const;

  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/identity-doubt', body: identityDoubtBody },
    requests.doubtIdentity,
  );
  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/clinical-course', body: clinicalCourseBody },
    requests.recordClinicalCourse,
  );
  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/medical-history', body: medicalHistoryBody },
    requests.recordMedicalHistory,
  );
  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/reclassification', body: reclassificationBody },
    requests.reclassifyCase,
  );
  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/protocol-choice', body: protocolChoiceBody },
    requests.chooseProtocol,
  );
  commandRoute(
    routes,
    dependencies,
    { ...found, path: '/cases/:id/outcome', body: outcomeBody },
    requests.recordOutcome,
  );
  return routes;
}
