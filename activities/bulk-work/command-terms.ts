import type { AccessRecords } from '../ports/access-records.ts';
import type { Kept, OrderNow, Orderer } from '../ports/bulk-commands.ts';
import type { Place } from '../ports/lookups.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Subscriber } from '../ports/subscribers.ts';
import type { Requests } from '../index.ts';
import type { Request } from '../uses.ts';

/** What a command may be given for. */
export const COMMAND_SUBJECTS = ['task', 'case', 'contact', 'isolation'] as const;
export type CommandSubject = (typeof COMMAND_SUBJECTS)[number];

/** The rights that some work takes where it lies. */
export type WorkGiven = Readonly<{ needs: (place: Place) => readonly string[] }>;

/** An aggregate as it stands: ids, codes and moments of it are kept, or looked at. */
export type Standing = Readonly<Record<string, unknown>>;
export type RowAsk = Request & Readonly<{ subjectId: string }>;
export type UndoAsk = RowAsk & Readonly<{ madeId: string | undefined; kept: Kept; stands: Standing }>;

export type WayBack = Readonly<{
  /** How the subject is before, as far as it has to be known afterwards. */
  keep: (before: Standing) => Kept;
  /** The command has made one of these, which is what is brought back. */
  made?: 'hand-over';
  /** The right that it takes; the command's own where nothing is said. */
  action?: (ask: UndoAsk) => string;
  /** Who has it again, and what that takes: they are held to what whoever is given it anew is held to. */
  backTo?: WorkGiven & Readonly<{ account: (ask: UndoAsk) => string | undefined }>;
  /** Nothing where there is nothing to go back to. */
  run: (requests: Requests, ask: UndoAsk) => Promise<Receipt> | undefined;
}>;

/** A command that may be given for many at once. */
export type CommandTerms = Readonly<{
  subject: CommandSubject;
  /** The right that it takes, where the subject is. */
  action: string;
  /** A further right, which what the subject is asks for. */
  alsoNeeds?: (place: Place) => string | undefined;
  /** To whom it gives work: the field of the body that names the account, and the rights that this takes. */
  givenTo?: WorkGiven & Readonly<{ at: string }>;
  run: (requests: Requests, ask: RowAsk, body: object) => Promise<Receipt>;
  undo: WayBack | Readonly<{ none: object }>;
}>;

/** What doing rows takes beside the use cases. */
export type Ordering = Readonly<{
  commands: Readonly<Record<string, CommandTerms>>;
  /** Whether they may: as they were vouched for when they ordered it, and as they have been since. */
  mayDo: (orderer: Orderer, latest: OrderNow['latest'], action: string, district: string) => boolean;
  /** The code of why an account is given nothing there. */
  whyNotGiven: (account: Subscriber, needs: readonly string[], district: string) => string | undefined;
}>;
/** The use cases, and the same where nothing is ever stored. */
export type Doing = Ordering &
  Readonly<{ requests: Requests; trial: Requests; accessRecords: Pick<AccessRecords, 'record'> }>;
