import { beginningsOf, commonBeginnings } from '../../shared-kernel/districts/beginnings.ts';

/** Who may be told of what happens: where they are responsible, or in the whole country. */
export const FEED_READERS = { system: 'here', headquarters: 'everywhere' } as const;

type Reader = Readonly<{ roles: readonly string[]; offices: readonly string[] }>;

/** The beginnings of the districts of which somebody may be told. */
const reachOf = ({ roles, offices }: Reader): readonly string[] => {
  const rights = roles.flatMap((role) =>
    Object.hasOwn(FEED_READERS, role) ? FEED_READERS[role as keyof typeof FEED_READERS] : [],
  );
  if (rights.includes('everywhere')) return [''];
  return rights.length === 0 ? [] : beginningsOf(offices);
};

/** What a subscription was made for, as far as whoever made it may still be told of it. */
export const stillTold = (jurisdictions: readonly string[], now: Reader): readonly string[] =>
  commonBeginnings(beginningsOf(jurisdictions), reachOf(now));
