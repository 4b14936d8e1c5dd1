import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { nothing } from '../schemas/basics.ts';
import {
  checkBody,
  essentialsBody,
  noticeBody,
  officerBody,
  rescheduleBody,
  suppliesCancellationBody,
  violationBody,
  violationWithdrawalBody,
} from '../schemas/isolation-management.ts';
import { ofIsolation, ofSupplies, ofViolation } from '../schemas/params.ts';
import { commandRoute } from './command-route.ts';

/** 격리 관리: what staff tell of an isolation or a quarantine, and of supplies. */
export function isolationRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
  const of = { params: ofIsolation, name: 'isolationId' } as const;
  const violation = { params: ofViolation, name: 'isolationId' } as const;
  const supplies = { params: ofSupplies, name: 'suppliesId' } as const;

  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/checks', body: checkBody },
    requests.checkIsolation,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/notices', body: noticeBody },
    requests.recordIsolationNotice,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/end', body: rescheduleBody },
    requests.rescheduleIsolation,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/officer', body: officerBody },
    requests.assignOfficer,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/work-ban', body: nothing },
    requests.imposeWorkBan,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/work-ban/lifting', body: nothing },
    requests.liftWorkBan,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/isolations/:id/violations', body: violationBody },
    ({ occurredAt, ...ask }) => requests.reportViolation({ ...ask, occurredAt }),
  );
  commandRoute(
    routes,
    dependencies,
    { ...violation, path: '/isolations/:id/violations/:sequence/establishment', body: nothing },
    requests.establishViolation,
  );
  commandRoute(
    routes,
    dependencies,
    { ...violation, path: '/isolations/:id/violations/:sequence/withdrawal', body: violationWithdrawalBody },
    requests.withdrawViolation,
  );
  commandRoute(
    routes,
    dependencies,
    { ...supplies, path: '/supplies/:id/check', body: essentialsBody },
    requests.checkEssentials,
  );
  commandRoute(
    routes,
    dependencies,
    { ...supplies, path: '/supplies/:id/cancellation', body: suppliesCancellationBody },
    requests.cancelSupplies,
  );
  return routes;
}
