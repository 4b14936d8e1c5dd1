import { z } from 'zod';

/** A moment that cannot be read is one that was not said: what became of the message counts all the same. */
const moment = z.iso.datetime({ offset: true }).nullish().catch(undefined);

/** On the wire of Solapi: received by the telephone, or handled by the carrier. */
export const wireMoments = { dateReceived: moment, dateProcessed: moment };

type Moments = z.output<z.ZodObject<typeof wireMoments>>;
export const deliveredAt = ({ dateReceived, dateProcessed }: Moments): string | undefined =>
  dateReceived ?? dateProcessed ?? undefined;
