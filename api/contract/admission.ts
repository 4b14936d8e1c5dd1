import type { Endpoint } from './endpoint.ts';

/** How many requests may be under way at once, so that those that are let in are answered in time. */
export type Room = Readonly<{
  /** What must come in whatever else is asked: reports, results, messages of partners. */
  intake: number;
  /** Everything else. */
  others: number;
  /** What reads much at once. */
  heavy: number;
  /** What counts over whole districts, or the country. */
  counting: number;
  /** What may be held open until something happens. */
  waiting: number;
}>;

export const ROOM: Room = { intake: 256, others: 64, heavy: 4, counting: 8, waiting: 32 };

type Kind = keyof Room;
export const kindOf = ({ load }: Pick<Endpoint, 'load'>): Kind => load ?? 'others';

/** Lets requests in while there is room for their kind; whoever finds none is told to come again, and costs nothing. */
export function admission(room: Room = ROOM) {
  const inside: Record<Kind, number> = { intake: 0, others: 0, heavy: 0, counting: 0, waiting: 0 };
  return {
    /** Answers how to leave again, or nothing where there is no room. */
    enter(kind: Kind): (() => void) | undefined {
      if (inside[kind] >= room[kind]) return undefined;
      inside[kind] += 1;
      let left = false;
      return () => {
        if (!left) inside[kind] -= 1;
        left = true;
      };
    },
  };
}
