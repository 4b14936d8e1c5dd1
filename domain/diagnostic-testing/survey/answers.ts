import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import type { Question } from './questionnaire.ts';

/** A yes or no, a number, the code of a choice or a place, or a day as `YYYY-MM-DD`. Never free text. */
export type Answer = boolean | number | string;
/** By question code. */
export type AnswersByQuestion = Readonly<Record<string, Answer>>;

/** What one person answered to the questions of one questionnaire, in the order of its questions. */
export class Answers {
  readonly byQuestion: AnswersByQuestion;

  private constructor(byQuestion: AnswersByQuestion) {
    this.byQuestion = Object.freeze(byQuestion);
    Object.freeze(this);
  }

  /**
   * @throws InvalidValue `survey/question-unknown`, `survey/answer-missing`, `survey/answer-malformed`,
   * `date/in-the-future` for an onset after `today`
   */
  static of(questions: readonly Question[], told: AnswersByQuestion, today: LocalDate): Answers {
    const known = new Set(questions.map(({ code }) => code));
    const unknown = Object.keys(told).findIndex((code) => !known.has(code));
    if (unknown >= 0) throw new InvalidValue('survey/question-unknown', { position: unknown });
    const entries = questions.flatMap((question): [string, Answer][] => {
      const answer = Object.hasOwn(told, question.code) ? told[question.code] : undefined;
      if (answer === undefined) {
        if (question.required) throw new InvalidValue('survey/answer-missing', { question: question.code });
        return [];
      }
      if (!fits(question, answer))
        throw new InvalidValue('survey/answer-malformed', { question: question.code });
      if (question.topic === 'onset' && LocalDate.of(String(answer)).isAfter(today)) {
        throw new InvalidValue('date/in-the-future', { field: `answers/${question.code}` });
      }
      return [[question.code, answer]];
    });
    return new Answers(Object.fromEntries(entries));
  }

  /** Codes of the questions that are answered otherwise, here or there. */
  changesFrom(earlier: AnswersByQuestion): string[] {
    const codes = new Set([...Object.keys(earlier), ...Object.keys(this.byQuestion)]);
    return [...codes].filter((code) => earlier[code] !== this.byQuestion[code]).sort();
  }

  equals(other: Answers): boolean {
    return this.changesFrom(other.byQuestion).length === 0;
  }
}

function fits(question: Question, answer: Answer): boolean {
  const { kind, choices = [], least = -Infinity, most = Infinity } = question;
  switch (kind) {
    case 'boolean':
      return typeof answer === 'boolean';
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) && answer >= least && answer <= most;
    case 'choice':
      return typeof answer === 'string' && choices.includes(answer);
    case 'place':
      return typeof answer === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(answer);
    case 'date':
      return typeof answer === 'string' && isDay(answer);
  }
}

function isDay(text: string): boolean {
  try {
    LocalDate.of(text);
    return true;
  } catch {
    return false;
  }
}
