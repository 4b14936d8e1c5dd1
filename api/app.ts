import express, { type Express } from 'express';
import helmet from 'helmet';
import { refuse } from './api-problems.ts';
import { admission } from './contract/admission.ts';
import { bound } from './contract/bind.ts';
import { gate } from './contract/gate.ts';
import type { Dependencies } from './dependencies.ts';
import { documentation } from './documentation.ts';
import { ENDPOINTS } from './endpoints.ts';
import { failures } from './failures.ts';

/** The whole REST interface over what it is given. */
export function createApp(dependencies: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', dependencies.trustedProxies);
  app.set('query parser', 'simple');
  const room = admission();
  app.use(gate(ENDPOINTS, room));
  app.use(helmet());
  app.use(documentation(ENDPOINTS));
  app.use(bound(ENDPOINTS, dependencies, room));
  app.use(() => {
    throw refuse('address/not-found');
  });
  app.use(failures(dependencies.log));
  return app;
}
