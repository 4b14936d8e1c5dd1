import type { Endpoint } from './endpoint.ts';

/** How many requests may be under way at once, so that those that are let in are answered in time. */
export type Room = Readonly<{
  /** What must come in whatever else is asked: reports, results, messages of partners. */
  intake: number;
  /** Everything else. */
  others: number;
  /** What reads much at once. */
  heavy: number;
  /** Whole lists, each as long as its reader takes to read it: beside what is heavy, which would wait for them. */
  files: number;
  /** What counts over whole districts, or the country. */
  counting: number;
  /** What may be held open until something happens. */
  waiting: number;
}>;

export const ROOM: Room = { intake: 256, others: 64, heavy: 4, files: 4, counting: 12, waiting: 32 };

type Kind = keyof Room;
export const kindOf = ({ load }: Pick<Endpoint, 'load'>): Kind => load ?? 'others';

/** Gives the place in the room back; however often it is called, once. */
export type Leave = () => void;

/** Lets requests in while there is room for their kind; whoever finds none is told to come again, and costs nothing. */
export function admission(room: Room = ROOM) {
  const kinds = Object.keys(room) as Kind[];
  const ofEach = <Value>(first: () => Value) =>
    Object.fromEntries(kinds.map((kind) => [kind, first()])) as Record<Kind, Value>;
  const inside = ofEach(() => 0);
  const ofClient = ofEach(() => new Map<string, number>());
  const isFull = (kind: Kind): boolean => inside[kind] >= room[kind];
  return {
    isFull,
    isAnyFull: (): boolean => kinds.some(isFull),
    /** Answers how to leave again, or nothing where there is no room. */
    enter(kind: Kind): Leave | undefined {
      if (isFull(kind)) return undefined;
      inside[kind] += 1;
      return once(() => {
        inside[kind] -= 1;
      });
    },
    /**
     * One who is inside says who they are: nobody has more requests under way than others could still bring. Alone that
     * is half of the room, beside n others who want as much an (n + 2)th; somebody new always finds a place.
     */
    share(kind: Kind, client: string): Leave | undefined {
      const clients = ofClient[kind];
      const own = clients.get(client) ?? 0;
      const free = room[kind] - inside[kind]; // this one is inside already
      if (own > free) return undefined;
      clients.set(client, own + 1);
      return once(() => {
        const left = (clients.get(client) ?? 1) - 1;
        if (left === 0) clients.delete(client);
        else clients.set(client, left);
      });
    },
  };
}

export type Admission = ReturnType<typeof admission>;

function once(leave: Leave): Leave {
  let left = false;
  return () => {
    if (!left) leave();
    left = true;
  };
}
