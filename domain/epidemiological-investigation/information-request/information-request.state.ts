import type { ApproverRole } from './codes.ts';
import type { LookUpKind, RefusalReason } from './information-request.commands.ts';
import type { InformationRequestEvent, VenueFacts } from './information-request.events.ts';

export type InformationRequestStage =
  'requested' | 'approved' | 'rejected' | 'submitted' | 'resulted' | 'closed';

/** What a look-up is after its events. Times are RFC 3339, days `YYYY-MM-DD`. */
export type InformationRequestState = Readonly<{
  stage: InformationRequestStage;
  caseId: string;
  district: string;
  kind: LookUpKind;
  legalBasis: string;
  periodFrom: string;
  periodTo: string;
  /** What was looked up in place of the case. */
  venue?: VenueFacts;
  /** Whose request it is, and who entered it: neither may approve it. */
  requestedBy: string;
  enteredBy: string;
  requestedAt: string;
  approvedBy?: string;
  approverRole?: ApproverRole;
  rejectedBecause?: RefusalReason;
  /** The version whose limits hold. */
  protocolVersion?: string;
  providerReference?: string;
  submittedAt?: string;
  recordCount?: number;
  /** Where the raw records lie, while they do. */
  resultReference?: string;
  destroyBy?: string;
  destroyedAt?: string;
  certificateId?: string;
  notifyBy?: string;
  notifiedAt?: string;
  visitsDrawnAt?: string;
  consultations: number;
  lastConsultation?: Readonly<{ by: string; at: string; purpose: string }>;
}>;

/** Folds one fact into the state. */
export function evolveInformationRequest(
  state: InformationRequestState | undefined,
  event: InformationRequestEvent,
): InformationRequestState {
  const next = fold(state, event);
  return { ...next, stage: stageOf(next) };
}

/**
 * Closed by nothing but its facts: the person was told, and no raw record is left. Whoever looks up a venue looks up nobody
 * in particular: who is found there is told when they become a contact, by the contact's own notice, and of the others
 * nothing is kept.
 */
function stageOf(state: InformationRequestState): InformationRequestStage {
  if (state.rejectedBecause !== undefined) return 'rejected';
  if (state.recordCount !== undefined) {
    const gone = state.recordCount === 0 || state.destroyedAt !== undefined;
    const told = state.notifiedAt !== undefined || state.venue !== undefined;
    return gone && told ? 'closed' : 'resulted';
  }
  if (state.approvedBy === undefined) return 'requested';
  return state.providerReference === undefined ? 'approved' : 'submitted';
}

function fold(
  state: InformationRequestState | undefined,
  event: InformationRequestEvent,
): InformationRequestState {
  if (event.type === 'InformationRequested') {
    const { caseId, district, kind, legalBasis, periodFrom, periodTo, requestedBy, venue, by, at } = event;
    const subject = venue === undefined ? {} : { venue };
    const asked = { caseId, district, kind, legalBasis, periodFrom, periodTo, requestedBy, ...subject };
    const first = { stage: 'requested', ...asked, enteredBy: by, requestedAt: at, consultations: 0 } as const;
    return under(first, event);
  }
  if (state === undefined) throw new TypeError(`${event.type} before InformationRequested`);
  switch (event.type) {
    case 'RequestApproved':
      return under({ ...state, approvedBy: event.by, approverRole: event.role }, event);
    case 'RequestRejected':
      return { ...state, rejectedBecause: event.reason };
    case 'RequestSubmitted':
      return { ...state, providerReference: event.providerReference, submittedAt: event.at };
    case 'EntryLogChecked':
    case 'CardApprovalsChecked': {
      const { recordCount, notifyBy, resultReference, destroyBy } = event;
      const found = {
        ...state,
        recordCount,
        ...(notifyBy === undefined ? {} : { notifyBy }),
        ...(resultReference === undefined ? {} : { resultReference }),
        ...(destroyBy === undefined ? {} : { destroyBy }),
      };
      return under(found, event);
    }
    case 'LookUpRelocated':
      return { ...state, district: event.to };
    case 'RawRecordsConsulted': {
      const { by, at, purpose } = event;
      return { ...state, consultations: state.consultations + 1, lastConsultation: { by, at, purpose } };
    }
    case 'VisitsDerived':
      return { ...state, visitsDrawnAt: event.at };
    case 'PersonNotified':
      return { ...state, notifiedAt: event.at };
    case 'RawRecordsDestroyed': {
      const { resultReference: _resultReference, ...rest } = state;
      return { ...rest, destroyedAt: event.at, certificateId: event.certificateId };
    }
  }
}

const under = (
  state: InformationRequestState,
  { protocolVersion }: Readonly<{ protocolVersion?: string }>,
): InformationRequestState => (protocolVersion === undefined ? state : { ...state, protocolVersion });
