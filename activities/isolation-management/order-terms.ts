import type { Binding, PlaceType } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { IsolationPeriod } from '../../domain/isolation-management/isolation/isolation-period.ts';
import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';

/** What an order says besides whom it is for. `startsOn`: the day of the order, unless said otherwise. */
export type OrderTerms = Readonly<{
  startsOn?: string | undefined;
  endsAt?: string | undefined;
  protocol?: string | undefined;
  binding?: Binding | undefined;
  placeType?: PlaceType | undefined;
  workBan?: boolean | undefined;
  officer?: string | undefined;
}>;

export function orderTerms(terms: OrderTerms, { at }: By) {
  const { startsOn, endsAt, protocol, binding, placeType, workBan, officer } = terms;
  const firstDay = startsOn === undefined ? at.dateInSeoul() : LocalDate.of(startsOn);
  return {
    period: IsolationPeriod.of(firstDay, endsAt === undefined ? undefined : Instant.of(endsAt)),
    ...(protocol === undefined ? {} : { protocol: protocolVersion(protocol) }),
    ...(binding === undefined ? {} : { binding }),
    ...(placeType === undefined ? {} : { placeType }),
    ...(workBan === undefined ? {} : { workBan }),
    ...(officer === undefined ? {} : { officer: staffId(officer) }),
  };
}
