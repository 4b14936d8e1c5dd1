/**
 * Shapes of documents that come from outside, with their types. A pure library: it reads no clock, chance, network or
 * environment (ADR 0010).
 */
export { z } from 'zod';
