import type { Words } from '../problem.ts';

/** How a refusal of the domain is answered: its status, its words, and the field where it is always the same one. */
export type Entry = Readonly<{ status: 403 | 404 | 409 | 422; title: Words; pointer?: string }>;
export type Refusals<Code extends string> = Readonly<Record<Code, Entry>>;

export const invalid = (pointer: string, ko: string, en: string): Entry => ({
  status: 422,
  pointer,
  title: { ko, en },
});
export const rule = (ko: string, en: string): Entry => ({ status: 409, title: { ko, en } });
export const absent = (ko: string, en: string): Entry => ({ status: 404, title: { ko, en } });
export const notYours = (ko: string, en: string): Entry => ({ status: 403, title: { ko, en } });
