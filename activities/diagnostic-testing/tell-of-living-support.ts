import type { ClaimNoticeOf } from '../../domain/diagnostic-testing/living-support/claim-notice.ts';
import type { ReversalReason } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { IneligibleBecause } from '../../domain/diagnostic-testing/living-support/living-support.events.ts';
import type { LivingSupportState } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { recoveredWon } from '../../domain/diagnostic-testing/living-support/recovery.ts';
import type { Language } from '../../domain/patient-management/person/person.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Template } from '../texts.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { ownerOfClaim } from './living-support-step.ts';

const TEMPLATE: Readonly<Record<ClaimNoticeOf, Template>> = {
  approved: 'living-support-approved',
  refused: 'living-support-refused',
  paid: 'living-support-paid',
  reversed: 'living-support-reversed',
  recovered: 'living-support-recovered',
  takenUp: 'living-support-taken-up',
  recallWithdrawn: 'living-support-recall-withdrawn',
};

type Reason = IneligibleBecause | ReversalReason;
const REASONS: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  paidLeave: { ko: '유급휴가를 받음', en: 'you had paid leave' },
  rulesBroken: { ko: '격리 수칙 위반', en: 'the rules of isolation were not kept' },
  aboveIncome: { ko: '소득 기준 초과', en: 'the income is above the limit' },
  noClaim: { ko: '지원 대상에 해당하지 않음', en: 'this isolation gives no claim' },
  violationEstablished: { ko: '격리 수칙 위반', en: 'the rules of isolation were not kept' },
  paidTwice: { ko: '이중 지급', en: 'it was paid twice' },
  wrongAmount: { ko: '금액 착오', en: 'the amount was wrong' },
  notApproved: { ko: '지급 심사에서 승인되지 않음', en: 'it was not approved' },
  diagnosisWithdrawn: { ko: '확진 취소 (본인의 결과가 아님)', en: 'the finding was not yours' },
  personErased: { ko: '기록 파기', en: 'the record was erased' },
};

/**
 * Tells the person the latest about their claim, once: what was decided, paid or is due back. What is outdated meanwhile
 * is told no more, since a newer message is owed.
 */
export const tellOfLivingSupport =
  (uses: Uses) =>
  async ({ id, sequence }: SubjectMoment & Readonly<{ sequence: number }>): Promise<void> => {
    const { state } = (await uses.livingSupports.load(id)).aggregate;
    const key = `living-support:${id}:notice:${sequence}`;
    const { notice } = state;
    if (notice?.sequence !== sequence) return callOffMessage(uses, key);
    await textMessage(uses, {
      name: 'living-support-notice',
      key,
      owner: ownerOfClaim(id, state),
      personId: state.personId,
      template: TEMPLATE[notice.of],
      words: (language) => ({
        day: Instant.of(notice.at).dateInSeoul().toString(),
        won: wonIn(language, state),
        reason: reasonsOf(state)
          .map((reason) => REASONS[reason][language])
          .join(', '),
      }),
    });
  };

function wonIn(language: Language, state: LivingSupportState): string {
  const { stage, amountWon = 0, amountDueWon } = state;
  const won =
    stage === 'reversed' && amountDueWon !== undefined ? amountDueWon - recoveredWon(state) : amountWon;
  const digits = won.toLocaleString('en-US');
  return language === 'ko' ? `${digits}원` : `KRW ${digits}`;
}

const reasonsOf = ({ reversedBecause, assessment }: LivingSupportState): readonly Reason[] => {
  if (reversedBecause !== undefined) return [reversedBecause];
  return assessment?.verdict === 'ineligible' ? assessment.reasons : [];
};
