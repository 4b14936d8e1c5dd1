import {
  legalBasis,
  requester,
} from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type {
  LookUpKind,
  Venue,
} from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Period } from '../../domain/epidemiological-investigation/information-request/period.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, informationRequestId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { InvalidValue } from '../../domain/shared-kernel/domain-error.ts';
import { create, replay } from '../change.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import { needsThatCase } from '../look-up-ground.ts';
import type { LookUpLimitsOf } from '../look-up-limits.ts';
import type { LookUpUses } from './look-up-command.ts';

export type RequestInformationInput = Request &
  Readonly<{
    caseId: string;
    kind: LookUpKind;
    /** That of the protocol in force, which is taken where none is given. */
    legalBasis?: string | undefined;
    periodFrom: string;
    periodTo: string;
    /** Whose request it is, where somebody else enters it. */
    requestedBy?: string | undefined;
    /** Whose entry log, in place of the case's own records. */
    venue?: Venue;
  }>;

export type RequestUses = LookUpUses &
  Readonly<{ cases: Repository<Case>; newId: () => string; limits: LookUpLimitsOf }>;

/** By a person: not of a case that is none, nor of one whose person may be another. */
export const requestInformation =
  (uses: RequestUses) =>
  async (input: RequestInformationInput): Promise<Receipt> => {
    const { aggregate: aCase, handled } = await uses.cases.load(input.caseId, input.commandId);
    if (handled === undefined) needsThatCase(aCase.state);
    return fileRequest(uses)(input);
  };

/** 전자출입명부 조회, 카드 승인 내역 조회: asks for records of a case, under a law. Nothing is looked up before its approval. */
export const fileRequest =
  ({ informationRequests, cases, clock, newId, limits }: RequestUses) =>
  async (input: RequestInformationInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const { aggregate: aCase, handled } = await cases.load(input.caseId, input.commandId);
    if (handled !== undefined) return replay(handled, input); // whatever law is in force meanwhile
    const { legalBasis: inForce, protocolVersion } = await limits(aCase.id, input.kind);
    const basis = legalBasis(input.legalBasis ?? inForce);
    if (basis !== inForce) {
      throw new InvalidValue('information-request/legal-basis-not-in-force', { inForce });
    }
    const lookUp = InformationRequest.unrequested(informationRequestId(newId()));
    lookUp.execute({
      type: 'RequestInformation',
      caseId: caseId(aCase.id),
      district: District.recorded(aCase.state.district),
      kind: input.kind,
      legalBasis: basis,
      period: Period.of(LocalDate.of(input.periodFrom), LocalDate.of(input.periodTo)),
      requestedBy: requester(input.requestedBy ?? input.by),
      ...(input.venue === undefined ? {} : { venue: input.venue }),
      protocolVersion,
      by: input.by,
      at,
    });
    return create(informationRequests, lookUp, input);
  };
