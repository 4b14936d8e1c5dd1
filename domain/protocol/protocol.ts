import { AggregateRoot, type By, type DomainEvent, type Stored } from '../shared-kernel/aggregate-root.ts';
import { InvalidValue, NotFound, RuleBroken } from '../shared-kernel/domain-error.ts';
import type { ProtocolId } from '../shared-kernel/id.ts';
import { differences } from './compare-versions.ts';
import type { ProtocolDocument } from './language/protocol.schema.ts';
import { isLater, versionOf, type ProtocolVersion } from './protocol-version.ts';

/** A document takes effect on its date; `corrects` names the version with that very date that it replaces. */
export type PublishProtocol = By &
  Readonly<{ type: 'PublishProtocol'; document: ProtocolDocument; corrects?: string }>;
export type ProtocolCommand = PublishProtocol;

export type ProtocolPublished = DomainEvent &
  Readonly<{ type: 'ProtocolPublished'; v: 1; version: ProtocolVersion; corrects?: string }>;
export type ProtocolEvent = ProtocolPublished;

export type ProtocolState = Readonly<{
  stage: 'published';
  disease: string;
  jurisdiction: string;
  /** In the order of publication. None is ever changed or taken out. */
  versions: readonly ProtocolVersion[];
}>;

/** 지침: every version of the rules for one disease in one jurisdiction. */
export class Protocol extends AggregateRoot<ProtocolState, ProtocolCommand, ProtocolEvent> {
  static unpublished(id: ProtocolId): Protocol {
    return new Protocol(id);
  }

  static from(id: ProtocolId, stored: Stored<ProtocolState>): Protocol {
    return new Protocol(id, stored);
  }

  /** @throws RuleBroken `protocol/not-found` before the first version */
  get state(): ProtocolState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('protocol/not-found');
    return this.stateOrNothing;
  }

  execute({ document, corrects, by, at }: PublishProtocol): void {
    const versions = this.stateOrNothing?.versions ?? [];
    const corrected = correctedBy(versions, document, corrects);
    refuseOverlaps(versions, document);
    const before = latest(versions.filter(({ effectiveFrom }) => effectiveFrom < document.effectiveFrom));
    const version = versionOf(document, (corrected?.revision ?? 0) + 1, before);
    if (corrected !== undefined && isSame(corrected, version)) {
      throw new RuleBroken('protocol/already-published', { version: corrected.id });
    }
    this.raise({
      type: 'ProtocolPublished',
      v: 1,
      at: at.toString(),
      by,
      version,
      ...(corrects === undefined ? {} : { corrects }),
    });
  }

  protected evolve(state: ProtocolState | undefined, { version }: ProtocolEvent): ProtocolState {
    const { disease, jurisdiction } = version;
    return { stage: 'published', disease, jurisdiction, versions: [...(state?.versions ?? []), version] };
  }
}

const latest = (versions: readonly ProtocolVersion[]): ProtocolVersion | undefined =>
  versions.reduce<ProtocolVersion | undefined>(
    (last, one) => (last === undefined || isLater(one, last) ? one : last),
    undefined,
  );

const isSame = (one: ProtocolVersion, other: ProtocolVersion): boolean =>
  one.effectiveUntil === other.effectiveUntil && differences(one, other).length === 0;

/** The latest version with the document's date, which the publisher must name to replace it. */
function correctedBy(
  versions: readonly ProtocolVersion[],
  { effectiveFrom }: ProtocolDocument,
  corrects: string | undefined,
): ProtocolVersion | undefined {
  const standing = latest(versions.filter((one) => one.effectiveFrom === effectiveFrom));
  if (corrects === undefined) {
    if (standing === undefined) return undefined;
    throw new InvalidValue('protocol/effective-date-taken', { version: standing.id });
  }
  if (corrects !== standing?.id) throw new NotFound('protocol/not-found', { version: corrects });
  return standing;
}

/** A stated period is a promise: no other version may begin in it, and it may not be laid over the beginning of another. */
function refuseOverlaps(versions: readonly ProtocolVersion[], document: ProtocolDocument): void {
  const { effectiveFrom, effectiveUntil } = document;
  const clash = versions.find(
    (one) =>
      one.effectiveFrom !== effectiveFrom &&
      (within(effectiveFrom, one.effectiveFrom, one.effectiveUntil) ||
        within(one.effectiveFrom, effectiveFrom, effectiveUntil)),
  );
  if (clash !== undefined) throw new InvalidValue('protocol/overlapping-date', { overlaps: clash.id });
}

const within = (day: string, from: string, until: string | undefined): boolean =>
  until !== undefined && from <= day && day <= until;
