import type { Repository } from './ports/repository.ts';
import type { Uses } from './uses.ts';

const deaf = <Aggregate>(repository: Repository<Aggregate>): Repository<Aggregate> => ({
  load: (...asked) => repository.load(...asked),
  save: () => Promise.resolve(),
});

/** For trying out what would become of a list: use cases refuse what they would refuse, and nothing is stored. */
export const keepingNothing = (uses: Uses): Uses => ({
  ...uses,
  people: deaf(uses.people),
  cases: deaf(uses.cases),
  routes: deaf(uses.routes),
});
