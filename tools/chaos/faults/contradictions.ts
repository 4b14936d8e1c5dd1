/** What a partner's simulator has sent to us, as JSON. */
type Body = Readonly<Record<string, unknown>>;
type Contradiction = Readonly<{
  system: string;
  /** The opposite of what was said; nothing where that was said which it is no opposite of. */
  of: (said: Body) => Body | undefined;
  /**
   * How the id of the command begins that asks staff, where it is booked instead of laid aside; nothing where it must be
   * laid aside. Another task about the same case tells nobody of it.
   */
  asksAs?: (said: Body) => string;
  /** The end of what it was about settles it: nobody needs the text any more. */
  mayBeCalledOff?: true;
}>;

const inside = (body: Body, name: string): Body => (body[name] ?? {}) as Body;
const [POSITIVE, NEGATIVE] = ['10828004', '260385009'];

const codeOf = (said: Body): unknown => {
  const [conclusion] = (said['conclusionCode'] ?? []) as { coding?: { code?: string }[] }[];
  return conclusion?.coding?.[0]?.code;
};
const testOf = (said: Body): string => {
  const [test] = (said['identifier'] ?? []) as { value?: string }[];
  return test?.value ?? '';
};
const otherResult = (said: Body, status: 'final' | 'corrected'): Body | undefined =>
  said['resourceType'] !== 'DiagnosticReport'
    ? undefined
    : {
        ...said,
        status,
        conclusionCode: [{ coding: [{ code: codeOf(said) === POSITIVE ? NEGATIVE : POSITIVE }] }],
      };

/** The end of a parcel that was told, and another that is told now. */
const parcel =
  (before: string, now: Body) =>
  (said: Body): Body | undefined => {
    const event = inside(said, 'event');
    const { code, name = code } = inside(event, 'status');
    return name === before ? { ...said, event: { ...event, status: now } } : undefined;
  };
const otherCount = (said: Body): Body | undefined =>
  typeof said['recordCount'] === 'number' ? { ...said, recordCount: said['recordCount'] + 1 } : undefined;

/** A partner takes back what it has said and we have booked: properly signed, and under another message's id. */
export const CONTRADICTIONS = {
  'parcel lost after delivered': {
    system: 'delivery',
    of: parcel('DELIVERED', { code: 'EXCEPTION', name: 'LOST' }),
  },
  'parcel returned after delivered': {
    system: 'delivery',
    of: parcel('DELIVERED', { code: 'EXCEPTION', name: 'RETURNED' }),
  },
  'parcel delivered after lost': {
    system: 'delivery',
    of: parcel('LOST', { code: 'DELIVERED' }),
    asksAs: (said) => `supplies:${String(said['reference']).replace(/-(\d+)$/, ':parcel-arrived-late:$1')}`,
  },
  'parcel delivered after returned': {
    system: 'delivery',
    of: parcel('RETURNED', { code: 'DELIVERED' }),
  },
  'payment failed after paid': {
    system: 'payment',
    of: (said) => {
      const data = inside(said, 'data');
      const failure = { code: 'REJECT_CARD_COMPANY', message: '' };
      return data['status'] === 'DONE'
        ? { ...said, data: { ...data, status: 'ABORTED', failure } }
        : undefined;
    },
  },
  'transfer failed after paid': {
    system: 'living-support',
    of: (said) =>
      said['status'] === 'PAID' ? { ...said, status: 'FAILED', reason: 'ACCOUNT_CLOSED' } : undefined,
  },
  'another result': { system: 'pcr-laboratory', of: (said) => otherResult(said, 'final') },
  'corrected result': {
    system: 'pcr-laboratory',
    of: (said) => otherResult(said, 'corrected'),
    asksAs: (said) => `test:${testOf(said)}:corrected-`,
  },
  'another count of entries': { system: 'entry-log', of: otherCount },
  'another count of approvals': { system: 'card-history', of: otherCount },
  'declined after answered': {
    system: 'survey',
    of: (said) =>
      said['resourceType'] === 'QuestionnaireResponse'
        ? { resourceType: 'Task', id: 'again', status: 'rejected', identifier: [said['identifier']] }
        : undefined,
  },
  'text undelivered after delivered': {
    system: 'sms',
    of: ({ dateReceived: _at, ...said }) =>
      said['statusCode'] === '4000' ? { ...said, statusCode: '3058' } : undefined,
    asksAs: (said) => `${String(said['reference'])}:undeliverable`,
    mayBeCalledOff: true,
  },
} as const satisfies Readonly<Record<string, Contradiction>>;
export type ContradictionName = keyof typeof CONTRADICTIONS;
export const CONTRADICTION_NAMES = Object.keys(CONTRADICTIONS) as ContradictionName[];
export const contradiction = (name: ContradictionName): Contradiction => CONTRADICTIONS[name];
