import { z } from 'zod';

/** RFC 3339 with Seoul's offset. */
export const shownMoment = z.iso.datetime({ offset: true });
/** The page size and the place to go on from. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
} as const;

/** What a command came to: the id, the new version (also as ETag), the stage, and ids and codes of what came with it. */
export const receiptOf = (name: string): z.ZodType =>
  z
    .object({ [name]: z.uuid(), version: z.int().min(1), stage: z.string() })
    .catchall(z.union([z.string(), z.number()]));

export const pageOf = (item: z.ZodType): z.ZodType =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** What is known of an aggregate grows with its rules: further members may come. */
export const open = <Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodType => z.looseObject(shape);

/** In both languages. */
export const wordsShown = z.object({ ko: z.string(), en: z.string() }).meta({ id: 'Words' });

export const taskShown = open({
  taskId: z.uuid(),
  version: z.int().min(1),
  kind: z.string(),
  team: z.string(),
  stage: z.string(),
  district: z.string(),
  openedAt: shownMoment,
  dueAt: shownMoment,
  /** What is to be done; null of a kind that a later version has opened. */
  todo: wordsShown.nullable(),
}).meta({ id: 'Task' });

export const historyShown = open({
  at: shownMoment,
  type: z.string(),
  by: z.string(),
  version: z.int().min(1),
  /** What happened, in a word; null of a type that only a later version knows. */
  says: wordsShown.nullable(),
  /** Why, as a code, where the event says so. */
  reason: z.string().nullable(),
  /** The version of the protocol under which it was decided, where one decided. */
  rule: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
}).meta({ id: 'HistoryEntry' });

/** RFC 9457. */
export const problemShown = open({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});
