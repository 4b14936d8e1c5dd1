import { z } from 'zod';

/** What partners call an order of supplies: which supplies, and the attempt. */
export const orderNumber = (suppliesId: string, attempt: number): string => `${suppliesId}-${attempt}`;

/** Reads one that a partner tells. */
export const orderNumbered = z
  .string()
  .regex(/^[0-9a-f-]{36}-\d{1,6}$/)
  .transform((text) => ({ suppliesId: text.slice(0, 36), attempt: Number(text.slice(37)) }))
  .pipe(z.object({ suppliesId: z.uuid(), attempt: z.number().int().min(1) }));
