import { z } from '../../shared-kernel/schema.ts';

/** Names within a document: `day-10`, `specimenDayIs`. */
export const name = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9.-]{0,63}$/,
    'a name: a letter, then letters, digits, hyphens or dots, at most 64',
  );
export const words = z.strictObject({ ko: z.string().max(500), en: z.string().max(500) });
export const days = z.number().int().min(0, 'negative length: days are counted from 0 on').max(400);
/** A length of time, hours, more than zero. */
export const hours = z.number().positive('negative length: hours are more than 0').max(9_600);
export const won = z.number().int().min(0).max(1_000_000_000);
export const count = z.number().int().min(1).max(100);
/** An hour of the day in Seoul: 0 to 24. */
export const hourOfDay = z.number().int().min(0).max(24);

/** How well a fact is known. `projectDefault`: no source states it; chosen by whoever wrote the protocol. */
export const EVIDENCE_STATUS = [
  'verified',
  'verifiedBlog',
  'inferred',
  'notVerified',
  'projectDefault',
] as const;
/** What stands behind a fact: its status, and the sources by their keys in the document's `sources`. */
export const evidence = z.strictObject({
  status: z.enum(EVIDENCE_STATUS),
  sources: z.array(z.string().max(16)).max(20).optional(),
  note: z.string().max(500).optional(),
});

/** Whether a changed rule reaches people whose episode is open already. There is no default: the publisher chooses. */
export const APPLIES_TO = ['newEpisodes', 'openEpisodes', 'openEpisodesOptional'] as const;

/** What every rule says about itself. `since` is set when it is published: the day on which this wording took effect. */
export const ruleHead = {
  appliesTo: z.enum(APPLIES_TO),
  evidence: evidence.optional(),
  title: words.optional(),
  note: words.optional(),
  since: z.iso.date().optional(),
};
