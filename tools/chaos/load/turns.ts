import type { CaseView } from './case-view.ts';
import type { CommandSender } from './commands.ts';
import type { Story } from './story.ts';

/** Where supplies may stay. */
export const SUPPLIED = ['present', 'delivered', 'cancelled'];

const CONFLICT = 409;
/** Nobody has answered, or not everything has moved yet. */
const HANDING_OVER = ['offered', 'accepted'];
const OTHER_DISTRICT = '11140';

type Means = Readonly<{
  sender: CommandSender;
  story: Story;
  /** A key for a command that was not sent before. */
  key: (what: string) => string;
  /** Tells something about the case. */
  tell: (view: CaseView, what: string, body: unknown) => Promise<unknown>;
}>;

/** What turns a story another way, once, when its time has come. */
export function turns({ sender, story, key, tell }: Means) {
  const { turn } = story;
  let turned = false;
  let established = false;

  /** Reported as of a time at which the order was in force. */
  const violate = async (
    { id, version }: NonNullable<CaseView['isolation']>,
    occurredAt: string | null,
  ): Promise<unknown> => {
    const answer = await sender.send({
      path: `/isolations/${id}/violations`,
      route: 'POST /isolations/:id/violations',
      key: key('violation'),
      body: { source: 'call', ...(occurredAt === null ? {} : { occurredAt }) },
      version,
      manner: story.manners.report,
    });
    established = answer.status < 300;
    // A notice that was reported after the release was in force at no time: nothing is left to violate.
    turned = established || answer.status === CONFLICT;
    return turned ? undefined : answer;
  };
  /** Offered once; on the other side whoever has the task accepts. */
  const offer = async ({ caseId }: CaseView): Promise<unknown> => {
    const answer = await sender.send({
      path: `/cases/${caseId}/hand-overs`,
      route: 'POST /cases/:id/hand-overs',
      key: key('hand-over'),
      body: { to: OTHER_DISTRICT, reason: 'workload' },
      manner: story.manners.report,
    });
    // A case that was closed meanwhile stays where it is.
    turned = answer.status < 300 || answer.status === CONFLICT;
    return turned ? undefined : answer;
  };
  const once = (deed: () => Promise<unknown>) => (): Promise<unknown> => {
    turned = true;
    return deed();
  };
  const isPaid = ({ stage, claim }: CaseView): boolean => stage === 'released' && claim?.stage === 'paid';

  return {
    next: (view: CaseView): (() => Promise<unknown>) | undefined => {
      const { stage, isolation, supplies } = view;
      const isAtHome = stage === 'home-treatment' || stage === 'symptom-check';
      if (turned || turn === undefined) return undefined;
      if (turn === 'late-violation')
        return isPaid(view) && isolation !== null && isolation.notifiedAt !== null
          ? () => violate(isolation, isolation.notifiedAt)
          : undefined;
      if (!isAtHome) return undefined;
      switch (turn) {
        case 'death':
          return once(() => tell(view, 'death', { dateOfDeath: new Date().toISOString().slice(0, 10) }));
        case 'withdrawal':
          return once(() => tell(view, 'withdrawal', { reason: 'wrong-result' }));
        case 'hospital':
          return once(() => tell(view, 'transfer-to-hospital', {}));
        case 'doubt':
          return once(() => tell(view, 'identity-doubt', { reason: 'person-denies' }));
        case 'violation':
          return isolation?.stage === 'active' && SUPPLIED.includes(supplies?.stage ?? '')
            ? () => violate(isolation, null)
            : undefined;
        case 'hand-over':
          // At once, or when there is more that moves with it.
          return story.number % 2 === 1 || supplies !== null ? () => offer(view) : undefined;
      }
    },
    /** Nothing of it is still to come: what was paid to somebody who broke the isolation comes back. */
    isOver: (view: CaseView): boolean => {
      if (HANDING_OVER.includes(view.handOver ?? '')) return false;
      const isOwed = established || (turn === 'late-violation' && !turned);
      return !isOwed || !isPaid(view);
    },
  };
}
