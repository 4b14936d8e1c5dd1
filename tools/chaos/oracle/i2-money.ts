import type { LedgerEntry } from '../simulators.ts';
import type { AggregateRow, Evidence } from './evidence.ts';
import { finder, type Finding } from './finding.ts';

const found = finder('I2');

type Attempt = Readonly<{
  payment?: Readonly<{ paidWon: number }>;
  refunds: readonly Readonly<{ refundedWon: number }>[];
}>;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, won) => total + won, 0);

/** What our aggregates say was paid, minus what came back, is what the partners' ledgers add up to. */
export function money({ aggregates, ledgers }: Evidence): readonly Finding[] {
  return aggregates.flatMap((aggregate) => {
    const { type, id } = aggregate;
    const [ours, system] =
      type === 'supplies'
        ? [paidForSupplies(aggregate), 'payment']
        : type === 'living-support'
          ? [paidForClaim(aggregate), 'living-support']
          : [undefined, ''];
    if (ours === undefined) return [];
    const theirs = sum(
      (ledgers[system] ?? []).filter(({ key }) => key.startsWith(`${type}:${id}:`)).map(moved),
    );
    if (ours === theirs) return [];
    const kind = theirs > ours ? 'duplicated' : 'lost';
    return [
      found(kind, `${type} ${id}: ${ours} won by our events, ${theirs} won by the ledger of ${system}`),
    ];
  });
}

function paidForSupplies({ state }: AggregateRow): number {
  return sum(
    (state['attempts'] as readonly Attempt[]).map(
      ({ payment, refunds }) => (payment?.paidWon ?? 0) - sum(refunds.map(({ refundedWon }) => refundedWon)),
    ),
  );
}

function paidForClaim({ state }: AggregateRow): number {
  const { paidWon = 0, recoveries = [] } = state as {
    paidWon?: number;
    recoveries?: readonly { won: number }[];
  };
  return paidWon - sum(recoveries.map(({ won }) => won));
}

/** What an entry moved, if it came to anything: money back counts against. */
function moved({ executed, details }: LedgerEntry): number {
  const { kind, won, failure, status } = details as {
    kind?: string;
    won?: number;
    failure?: object;
    status?: string;
  };
  if (executed === 0 || failure !== undefined || status === 'FAILED') return 0;
  return kind === 'refund' || kind === 'recall' ? -(won ?? 0) : (won ?? 0);
}
