import type { PaymentFailure } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';
import type {
  LivingSupportPayments,
  LivingSupportRecall,
  LivingSupportTransfer,
} from '../../activities/ports/living-support-payments.ts';
import type { FormStanding, SurveyForm, SurveyForms } from '../../activities/ports/survey-forms.ts';
import type { Meet } from './trouble.ts';

export function livingSupportPaymentsInMemory(meet: Meet) {
  const transfers = new Map<string, LivingSupportTransfer>();
  const recalls = new Map<string, LivingSupportRecall>();
  const ends = new Map<string, 'paid' | 'recovered' | PaymentFailure>();
  const reference = (key: string): string => key.replaceAll(':', '-').slice(-60);
  const livingSupportPayments: LivingSupportPayments = {
    async transfer(transfer) {
      meet('living-support', () => transfers.set(transfer.key, transfer));
      return { reference: reference(transfer.key) };
    },
    async findTransferByKey(key) {
      const transfer = transfers.get(key);
      if (transfer === undefined) return undefined;
      const known = { reference: reference(key), won: transfer.won };
      const end = ends.get(key);
      if (end === undefined || end === 'recovered') return { ...known, state: 'accepted' };
      return end === 'paid' ? { ...known, state: 'paid' } : { ...known, state: 'failed', reason: end };
    },
    async recall(recall) {
      meet('living-support', () => recalls.set(recall.key, recall));
      return { reference: reference(recall.key) };
    },
    async findRecallByKey(key) {
      const recall = recalls.get(key);
      if (recall === undefined) return undefined;
      const state = ends.get(key) === 'recovered' ? 'recovered' : 'accepted';
      return { reference: reference(key), won: recall.won, state };
    },
  };
  return {
    livingSupportPayments,
    transfers: (): readonly LivingSupportTransfer[] => [...transfers.values()],
    recalls: (): readonly LivingSupportRecall[] => [...recalls.values()],
    /** What became of a transfer or a recall. */
    transferEnds: (key: string, end: 'paid' | 'recovered' | PaymentFailure): void => {
      ends.set(key, end);
    },
  };
}

export function surveyFormsInMemory(meet: Meet) {
  const forms = new Map<string, SurveyForm>();
  const ends = new Map<string, 'declined' | 'withdrawn' | AnswersByQuestion>();
  const receipt = (key: string) => ({ formReference: `form-${key}`, link: `https://survey.test/${key}` });
  const surveyForms: SurveyForms = {
    async open(form) {
      meet('survey', () => forms.set(form.key, form));
      return receipt(form.key);
    },
    async findFormByKey(key): Promise<FormStanding | undefined> {
      if (!forms.has(key)) return undefined;
      const end = ends.get(key);
      if (end === undefined) return { ...receipt(key), state: 'open' };
      if (typeof end === 'string') return { ...receipt(key), state: end };
      return { ...receipt(key), state: 'answered', answers: end };
    },
    async withdraw(formReference) {
      const key = formReference.replace(/^form-/, '');
      if (!ends.has(key)) meet('survey', () => ends.set(key, 'withdrawn'));
      return ends.get(key) === 'withdrawn';
    },
  };
  return {
    surveyForms,
    forms: (): readonly SurveyForm[] => [...forms.values()],
    /** The person answers, or declines. */
    formEnds: (key: string, end: 'declined' | AnswersByQuestion): void => {
      ends.set(key, end);
    },
  };
}
