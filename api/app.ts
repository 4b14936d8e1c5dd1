import express, { type Express } from 'express';
import helmet from 'helmet';
import { refuse } from './api-problems.ts';
import type { Dependencies } from './dependencies.ts';
import { failures } from './failures.ts';
import type { WithRawBody } from './request-identity.ts';
import { aggregateRoutes } from './routes/aggregates.routes.ts';
import { bulkRunRoutes } from './routes/bulk-runs.routes.ts';
import { caseRoutes } from './routes/cases.routes.ts';
import { clinicRoutes, livingSupportRoutes, testRoutes } from './routes/diagnostic-testing.routes.ts';
import { disclosureRoutes } from './routes/disclosure.routes.ts';
import { importRoutes } from './routes/imports.routes.ts';
import { investigationRoutes } from './routes/investigation.routes.ts';
import { findingRoutes, peopleRoutes } from './routes/people.routes.ts';
import { isolationRoutes } from './routes/isolations.routes.ts';
import { contactRoutes } from './routes/contacts.routes.ts';
import { problemRoutes } from './routes/problems.routes.ts';
import { protocolRoutes } from './routes/protocols.routes.ts';
import { simulationRoutes } from './routes/simulation.routes.ts';
import { taskRoutes } from './routes/tasks.routes.ts';
import { webhookRoutes } from './routes/webhooks.routes.ts';

/** The whole REST interface over what it is given. */
export function createApp(dependencies: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(helmet());
  app.use(webhookRoutes(dependencies)); // before the bodies are read as JSON
  app.use(
    express.json({
      limit: '256kb',
      type: ['application/json', 'application/fhir+json'],
      verify: (request, _response, bytes) => {
        (request as unknown as WithRawBody).rawBody = bytes;
      },
    }),
  );

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await dependencies.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'not ready' });
  });
  app.use(caseRoutes(dependencies));
  app.use(contactRoutes(dependencies));
  app.use(aggregateRoutes(dependencies));
  app.use(findingRoutes(dependencies));
  app.use(peopleRoutes(dependencies));
  app.use(isolationRoutes(dependencies));
  app.use(investigationRoutes(dependencies));
  app.use(disclosureRoutes(dependencies));
  app.use(testRoutes(dependencies));
  app.use(livingSupportRoutes(dependencies));
  app.use(clinicRoutes(dependencies));
  app.use(taskRoutes(dependencies));
  app.use(bulkRunRoutes(dependencies));
  app.use(importRoutes(dependencies));
  app.use(protocolRoutes(dependencies));
  app.use(simulationRoutes(dependencies));
  app.use(problemRoutes());
  app.use(() => {
    throw refuse('address/not-found');
  });
  app.use(failures(dependencies.log));
  return app;
}
