import type { z } from '../shared-kernel/schema.ts';
import { claimSchema, type Claim } from './evaluation/living-support.ts';
import { exposureSchema, type ExposureFacts } from './evaluation/contact-grade.ts';
import { historySchema, type History } from './evaluation/history.schema.ts';
import { MOST_FAULTS } from './bounds.ts';
import { faultsOf } from './faults-of.ts';
import { InvalidProtocol } from './invalid-protocol.ts';

const parsed =
  <Schema extends z.ZodType>(schema: Schema, place: string) =>
  (given: unknown): z.output<Schema> => {
    const found = schema.safeParse(given);
    if (found.success) return found.data;
    throw new InvalidProtocol(
      found.error.issues
        .slice(0, MOST_FAULTS)
        .flatMap((issue) => faultsOf(issue, [place]))
        .slice(0, MOST_FAULTS),
      'protocol/history-malformed',
    );
  };

/** What a protocol is asked about. @throws InvalidProtocol `protocol/history-malformed` that names every place */
export const parseHistory: (given: unknown) => History = parsed(historySchema, 'history');
export const parseExposure: (given: unknown) => ExposureFacts = parsed(exposureSchema, 'exposure');
export const parseClaim: (given: unknown) => Claim = parsed(claimSchema, 'claim');
