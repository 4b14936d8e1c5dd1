import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { RouteId } from '../../shared-kernel/id.ts';
import * as contactsFound from './decisions/contacts-found.ts';
import { fact, needsVisit } from './decisions/fact.ts';
import { recordRoute } from './decisions/recorded-route.ts';
import * as visits from './decisions/visits.ts';
import type {
  BeginRoute,
  FinishRoute,
  RecordVisit,
  RelocateRoute,
  ReopenRoute,
  RouteCommand,
} from './route.commands.ts';
import type { RouteEvent } from './route.events.ts';
import { evolveRoute, type RouteState } from './route.state.ts';
import { sightingsOf, stayOf, type Visit } from './visit.ts';

/** 확진자 동선: the places that one case visited. Sources may tell of them in any order; the visits come out the same. */
export class Route extends AggregateRoot<RouteState, RouteCommand, RouteEvent> {
  static unbegun(id: RouteId): Route {
    return new Route(id);
  }

  static from(id: RouteId, stored: Stored<RouteState>): Route {
    return new Route(id, stored);
  }

  /** @throws RuleBroken `route/not-found` before it was begun */
  get state(): RouteState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('route/not-found');
    return this.stateOrNothing;
  }

  /** Told by a list, and investigated by nobody: it may begin still. */
  get isRecorded(): boolean {
    return this.state.stage === 'recorded';
  }

  /** That source has told exactly this. */
  knows({ source, placeId, stay }: Pick<RecordVisit, 'source' | 'placeId' | 'stay'>): boolean {
    return sightingsOf(this.state.visits).some(
      (known) => known.placeId === placeId && known.source === source && stayOf(known).equals(stay),
    );
  }

  /**
   * A visit that the case is known to have made.
   * @throws RuleBroken `route/visit-not-found`, `route/visit-not-established`
   */
  establishedVisit(visitId: string): Visit {
    const visit = needsVisit(this.state.visits, visitId);
    if (visit.standing === 'established') return visit;
    throw new RuleBroken('route/visit-not-established', { visitId });
  }

  execute(command: RouteCommand): void {
    const decided = this.decide(command);
    for (const event of decided) this.raise(event);
    for (const event of contactsFound.outdated(this.state, command, decided)) this.raise(event);
  }

  protected evolve(state: RouteState | undefined, event: RouteEvent): RouteState {
    return evolveRoute(state, event);
  }

  private decide(command: RouteCommand): RouteEvent[] {
    switch (command.type) {
      case 'BeginRoute':
        return this.begin(command);
      case 'RecordRoute':
        return recordRoute(this.stateOrNothing, command);
      case 'RecordVisit':
        return visits.record(this.state, command);
      case 'EstablishVisit':
        return visits.establish(this.state, command);
      case 'RejectVisit':
        return visits.reject(this.state, command);
      case 'CorrectVisitTimes':
        return visits.correctTimes(this.state, command);
      case 'DeclareAllContactsFound':
        return contactsFound.declare(this.state, command);
      case 'WithdrawAllContactsFound':
        return contactsFound.withdraw(this.state, command);
      case 'FinishRoute':
        return this.finish(command);
      case 'ReopenRoute':
        return this.reopen(command);
      case 'DestroyVisits':
        return visits.destroy(this.state, command);
      case 'RelocateRoute':
        return this.relocate(command);
      default:
        return assertNever(command);
    }
  }

  private begin(command: BeginRoute): RouteEvent[] {
    if (this.stateOrNothing !== undefined && !this.isRecorded)
      throw new RuleBroken('route/already-begun', { routeId: this.id });
    return [{ ...fact('RouteBegun', command, command.caseId), district: command.district.code }];
  }

  /** Quiet when it is finished. */
  private finish(command: FinishRoute): RouteEvent[] {
    if (this.state.stage === 'finished') return [];
    if (this.isRecorded) throw new RuleBroken('route/not-begun');
    const count = (standing: 'undecided' | 'established' | 'rejected'): number =>
      this.state.visits.filter((visit) => visit.standing === standing).length;
    const undecided = count('undecided');
    if (undecided > 0) throw new RuleBroken('route/visits-undecided', { undecided });
    return [
      {
        ...fact('RouteInvestigated', command, this.state.caseId),
        establishedVisits: count('established'),
        rejectedVisits: count('rejected'),
      },
    ];
  }

  /** Quiet when it is there already; finished or not. */
  private relocate(command: RelocateRoute): RouteEvent[] {
    const { district: responsibleFrom, caseId } = this.state;
    const responsibleTo = command.to.code;
    if (responsibleFrom === responsibleTo) return [];
    return [{ ...fact('RouteRelocated', command, caseId), responsibleFrom, responsibleTo }];
  }

  private reopen(command: ReopenRoute): RouteEvent[] {
    if (this.isRecorded) throw new RuleBroken('route/not-begun');
    if (this.state.stage === 'open') throw new RuleBroken('route/not-finished');
    return [{ ...fact('RouteReopened', command, this.state.caseId), reason: command.reason }];
  }
}
