import type { z } from 'zod';
import type { Requests } from '../../activities/index.ts';
import type {
  CommandSubject,
  CommandTerms,
  RowAsk,
  UndoAsk,
} from '../../activities/bulk-work/command-terms.ts';
import type { Kept } from '../../activities/ports/bulk-commands.ts';
import type { Place } from '../../activities/ports/lookups.ts';
import type { Receipt } from '../../activities/ports/repository.ts';
import type { GivenTo } from '../access/given-to.ts';
import type { Action } from '../access/matrix.ts';
import type { Words } from '../problem.ts';

/** `State`: that of the subject, before and as it stands when it is brought back. */
type WayBack<State> = Readonly<{
  keep: (before: State) => Kept;
  made?: 'hand-over';
  action?: (ask: Undoing<State>) => Action;
  backTo?: Pick<GivenTo, 'needs'> & Readonly<{ account: (ask: Undoing<State>) => string | undefined }>;
  run: (requests: Requests, ask: Undoing<State>) => Promise<Receipt> | undefined;
}>;
type Undoing<State> = Omit<UndoAsk, 'stands'> & Readonly<{ stands: State }>;

type Terms<State, Body extends z.ZodType<object>> = Readonly<{
  subject: CommandSubject;
  /** What it does, in one line. */
  does: Words;
  /** The right that it takes where the subject is: that of the same command for one. */
  action: Action;
  alsoNeeds?: (place: Place) => Action | undefined;
  givenTo?: GivenTo;
  body: Body;
  /** A body that can be sent as it stands. */
  example: z.input<Body>;
  /** The use case that does it for one. */
  run: (requests: Requests, ask: RowAsk & z.output<Body>) => Promise<Receipt>;
  /** How it is brought back, or what to do instead. */
  undo: WayBack<State> | Readonly<{ none: Words }>;
}>;

export type BulkCommand = CommandTerms &
  Readonly<{ does: Words; action: Action; body: z.ZodType<object>; example: object; undo: { none?: Words } }>;

/** One command that may be given for many, of what has that state. */
export const forMany =
  <State>() =>
  <Body extends z.ZodType<object>>({ run, ...terms }: Terms<State, Body>): BulkCommand =>
    ({
      ...terms,
      run: (requests, ask, body) => run(requests, { ...(body as z.output<Body>), ...ask }),
    }) as BulkCommand;
