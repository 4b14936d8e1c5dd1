import { Context } from '@temporalio/activity';
import type { Heart } from '../../ports/heart.ts';

/** The heartbeat of the activity that asks. A worker that shuts down ends it; the next one goes on. */
export const activityHeart: Heart = {
  beat() {
    const context = Context.current();
    context.cancellationSignal.throwIfAborted();
    context.heartbeat();
  },
};
