import { AggregateRoot, type By, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { ExportId } from '../../shared-kernel/id.ts';
import type { ExportCommand, RequestExport } from './export.commands.ts';
import type { ExportEvent } from './export.events.ts';
import { evolveExport, isOver, type ExportState } from './export.state.ts';
import { DECIDED_WITHIN_HOURS, TAKEN_WITHIN_HOURS } from './limits.ts';

/** 내보내기: a list that says who somebody is leaves here after another person's approval, for a day, a few times. */
export class Export extends AggregateRoot<ExportState, ExportCommand, ExportEvent> {
  static unasked(id: ExportId): Export {
    return new Export(id);
  }

  static from(id: ExportId, stored: Stored<ExportState>): Export {
    return new Export(id, stored);
  }

  /** @throws RuleBroken `export/not-found` while nobody has asked for it */
  get state(): ExportState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('export/not-found');
    return this.stateOrNothing;
  }

  execute(command: ExportCommand): void {
    switch (command.type) {
      case 'RequestExport':
        return this.request(command);
      case 'ApproveExport':
        this.needsDecision(command);
        return this.raise({
          ...fact('ExportApproved', command),
          takeBy: command.at.plusHours(TAKEN_WITHIN_HOURS).toString(),
        });
      case 'RefuseExport':
        this.needsDecision(command);
        return this.raise({ ...fact('ExportRefused', command), reason: command.reason });
      case 'TakeExport':
        return this.take(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: ExportState | undefined, event: ExportEvent): ExportState {
    return evolveExport(state, event);
  }

  private request(command: RequestExport): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('export/already-requested');
    const { scope, purpose, at } = command;
    const { list, format, columns, filters, district } = scope;
    this.raise({
      ...fact('ExportRequested', command),
      ...{ list, format, columns, filters, district, purpose },
      decideBy: at.plusHours(DECIDED_WITHIN_HOURS).toString(),
    });
  }

  /** Nobody lets themselves have it. */
  private needsDecision({ by, at }: By): void {
    const { stage, requestedBy } = this.state;
    if (stage !== 'requested') throw new RuleBroken('export/already-decided');
    if (by === requestedBy) throw new RuleBroken('export/own-request');
    if (isOver(this.state, at)) throw new RuleBroken('export/too-late');
  }

  private take(command: By): void {
    const { stage, requestedBy, timesTaken } = this.state;
    if (command.by !== requestedBy) throw new RuleBroken('export/of-another');
    if (stage === 'used-up') throw new RuleBroken('export/taken-too-often');
    if (stage !== 'approved') throw new RuleBroken('export/not-approved');
    if (isOver(this.state, command.at)) throw new RuleBroken('export/too-late');
    this.raise({ ...fact('ExportTaken', command), time: timesTaken + 1 });
  }
}

function fact<Type extends ExportEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}
