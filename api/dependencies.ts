import type { Request } from 'express';
import type { Requests } from '../activities/index.ts';
import type { AccessRecords } from '../activities/ports/access-records.ts';
import type { Lookups } from '../activities/ports/lookups.ts';
import type { Subscribers } from '../activities/ports/subscribers.ts';
import type { WebhookReader } from '../activities/ports/webhooks.ts';
import type { Simulation } from '../activities/ports/simulation.ts';
import type { ReadModels } from './read-models/index.ts';
import type { Staff } from './access/staff.ts';

/** What the composition root hands to the routes. */
export type Dependencies = ReadModels &
  Readonly<{
    requests: Requests;
    webhooks: WebhookReader;
    /** Only in simulation mode. */
    simulation?: Simulation;
    /** Who asks. @throws Refusal `token/missing-or-unknown` */
    staffOf: (request: Request) => Promise<Staff>;
    accessRecords: AccessRecords;
    /** The district and the case of what is there. */
    placeOf: Lookups['placeOf'];
    /** Whether the office has revoked an account's access: never asked where pages are read. */
    isRevoked: (staffId: string) => Promise<boolean>;
    /** An account, by the token with which it asked last. */
    accountOf: Subscribers['of'];
    /** Addresses of proxies that are believed when they say where a request comes from. */
    trustedProxies: readonly string[];
    /** Where an operator sees a process. */
    processUrl: (processId: string) => string;
    isReady: () => Promise<boolean>;
    log: (entry: object, message: string) => void;
  }>;
