import {
  recallLivingSupport,
  restoreUnlessRecalled,
  settleLivingSupportRecall,
} from './recall-living-support.ts';
import { settleLivingSupportTransfer, transferLivingSupport } from './transfer-living-support.ts';
import type { Uses } from '../uses.ts';

/** Steps of a claim that reach the payer. */
export const livingSupportActivities = (uses: Uses) => ({
  transferLivingSupport: transferLivingSupport(uses),
  settleLivingSupportTransfer: settleLivingSupportTransfer(uses),
  recallLivingSupport: recallLivingSupport(uses),
  settleLivingSupportRecall: settleLivingSupportRecall(uses),
  restoreUnlessRecalled: restoreUnlessRecalled(uses),
});
export type LivingSupportActivities = ReturnType<typeof livingSupportActivities>;
