import type { ApproverRole } from './codes.ts';
import type { LookUpKind, RefusalReason } from './information-request.commands.ts';
import type { InformationRequestEvent } from './information-request.events.ts';

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
  /** Whose request it is, and who entered it: neither may approve it. */
  requestedBy: string;
  enteredBy: string;
  requestedAt: string;
  approvedBy?: string;
  approverRole?: ApproverRole;
  rejectedBecause?: RefusalReason;
  providerReference?: string;
  recordCount?: number;
  /** Where the raw records lie, while they do. */
  resultReference?: string;
  destroyBy?: string;
  destroyedAt?: string;
  certificateId?: string;
  notifyBy?: string;
  notifiedAt?: string;
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

/** Closed by nothing but its facts: the person was told, and no raw record is left. */
function stageOf(state: InformationRequestState): InformationRequestStage {
  if (state.rejectedBecause !== undefined) return 'rejected';
  if (state.recordCount !== undefined) {
    const gone = state.recordCount === 0 || state.destroyedAt !== undefined;
    return gone && state.notifiedAt !== undefined ? 'closed' : 'resulted';
  }
  if (state.approvedBy === undefined) return 'requested';
  return state.providerReference === undefined ? 'approved' : 'submitted';
}

function fold(
  state: InformationRequestState | undefined,
  event: InformationRequestEvent,
): InformationRequestState {
  if (event.type === 'InformationRequested') {
    const { caseId, district, kind, legalBasis, periodFrom, periodTo, requestedBy, by, at } = event;
    const asked = { caseId, district, kind, legalBasis, periodFrom, periodTo, requestedBy };
    return { stage: 'requested', ...asked, enteredBy: by, requestedAt: at, consultations: 0 };
  }
  if (state === undefined) throw new TypeError(`${event.type} before InformationRequested`);
  switch (event.type) {
    case 'RequestApproved':
      return { ...state, approvedBy: event.by, approverRole: event.role };
    case 'RequestRejected':
      return { ...state, rejectedBecause: event.reason };
    case 'RequestSubmitted':
      return { ...state, providerReference: event.providerReference };
    case 'EntryLogChecked':
    case 'CardApprovalsChecked': {
      const { recordCount, notifyBy, resultReference, destroyBy } = event;
      return {
        ...state,
        recordCount,
        notifyBy,
        ...(resultReference === undefined ? {} : { resultReference }),
        ...(destroyBy === undefined ? {} : { destroyBy }),
      };
    }
    case 'RawRecordsConsulted': {
      const { by, at, purpose } = event;
      return { ...state, consultations: state.consultations + 1, lastConsultation: { by, at, purpose } };
    }
    case 'PersonNotified':
      return { ...state, notifiedAt: event.at };
    case 'RawRecordsDestroyed': {
      const { resultReference: _resultReference, ...rest } = state;
      return { ...rest, destroyedAt: event.at, certificateId: event.certificateId };
    }
  }
}
