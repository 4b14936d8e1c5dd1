import { AggregateRoot, type By, type DomainEvent, type Stored } from '../shared-kernel/aggregate-root.ts';
import { InvalidValue, NotFound, RuleBroken } from '../shared-kernel/domain-error.ts';
import type { ProtocolId } from '../shared-kernel/id.ts';
import { differences } from './compare-versions.ts';
import type { ProtocolDocument, RuleName } from './language/protocol.schema.ts';
import { carrying, isLater, versionOf, type ProtocolVersion } from './protocol-version.ts';

/** A document takes effect on its date; `corrects` names the version with that very date that it replaces. */
export type PublishProtocol = By &
  Readonly<{ type: 'PublishProtocol'; document: ProtocolDocument; corrects?: string }>;
export type ProtocolCommand = PublishProtocol;

type Fact<Type extends string, Payload> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;
/** `carriedFrom`: published anew because that version changed a rule which this one carries on. */
export type ProtocolPublished = Fact<
  'ProtocolPublished',
  { version: ProtocolVersion; corrects?: string; carriedFrom?: string }
>;
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
    refuseReleaseAlone(version);
    if (corrected !== undefined && isSame(corrected, version)) {
      throw new RuleBroken('protocol/already-published', { version: corrected.id });
    }
    const fact = { type: 'ProtocolPublished', v: 1, at: at.toString(), by } as const;
    this.raise({ ...fact, version, ...(corrects === undefined ? {} : { corrects }) });
    for (const carried of carriedOn(versions, version, document)) {
      this.raise({ ...fact, version: carried, carriedFrom: version.id });
    }
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
  if (corrects === standing?.id) return standing;
  if (standing !== undefined && versions.some(({ id }) => id === corrects)) {
    throw new InvalidValue('protocol/effective-date-taken', { version: standing.id });
  }
  throw new NotFound('protocol/not-found', { version: corrects });
}

/** Who is released by a rule has to be asked by one, at hours when people may be reached: or each case would stand still. */
function refuseReleaseAlone({ rules }: ProtocolVersion): void {
  if (rules.caseRelease === undefined) return;
  const missing = (['releaseCheck', 'contactHours'] as const).filter((name) => rules[name] === undefined);
  if (missing.length > 0) throw new InvalidValue('protocol/release-alone', { missing: missing.join(', ') });
}

/**
 * Later versions that carry on a rule which this document states: each is published anew with it, or people would be
 * judged by what was corrected as soon as the next version takes effect.
 */
function carriedOn(
  versions: readonly ProtocolVersion[],
  version: ProtocolVersion,
  document: ProtocolDocument,
): readonly ProtocolVersion[] {
  const { effectiveFrom } = version;
  const dates = new Set(versions.map((one) => one.effectiveFrom).filter((day) => day > effectiveFrom));
  return [...dates].sort().flatMap((day) => {
    const later = latest(versions.filter((one) => one.effectiveFrom === day));
    if (later === undefined) return [];
    const stated = (Object.keys(document.rules) as RuleName[]).filter((name) => {
      const since = later.rules[name]?.since;
      return since !== undefined && since <= effectiveFrom;
    });
    return stated.length === 0 ? [] : [carrying(later, version, stated)];
  });
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
