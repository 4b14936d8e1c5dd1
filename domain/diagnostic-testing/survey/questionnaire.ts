import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** What the answer says something about. Symptoms, exposures and identity are asked as yes or no, onset as a day. */
export type QuestionTopic = 'symptom' | 'onset' | 'exposure' | 'identity' | 'other';
/** `choices`: codes of a choice, `least` and `most`: bounds of a number. A `place` is its code in the register of places. */
export type Question = Readonly<{
  code: string;
  topic: QuestionTopic;
  kind: 'boolean' | 'number' | 'choice' | 'date' | 'place';
  required: boolean;
  choices?: readonly string[];
  least?: number;
  most?: number;
}>;

const CODE = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** 설문지: which questions were asked, in which version. Codes only; the words live with the survey system. */
export class Questionnaire {
  readonly code: string;
  readonly version: number;
  readonly questions: readonly Question[];

  private constructor(code: string, version: number, questions: readonly Question[]) {
    this.code = code;
    this.version = version;
    this.questions = Object.freeze(questions.map(declared));
    Object.freeze(this);
  }

  /** @throws InvalidValue `questionnaire/malformed`, `question/malformed` */
  static of(it: Readonly<{ code: string; version: number; questions: readonly Question[] }>): Questionnaire {
    const { code, version, questions } = it;
    const asked = new Set(questions.map((question) => question.code));
    const onsets = questions.filter(({ topic }) => topic === 'onset').length;
    const named = CODE.test(code) && Number.isSafeInteger(version) && version > 0;
    if (!named || asked.size === 0 || asked.size < questions.length || onsets > 1) {
      throw new InvalidValue('questionnaire/malformed');
    }
    questions.forEach((question, position) => {
      if (!canBeAsked(question)) throw new InvalidValue('question/malformed', { position });
    });
    return new Questionnaire(code, version, questions);
  }

  equals(other: Questionnaire): boolean {
    const text = ({ code, version, questions }: Questionnaire) => JSON.stringify([code, version, questions]);
    return text(this) === text(other);
  }
}

/** Nothing but what a question declares is kept, always in this order. */
function declared({ code, topic, kind, required, choices, least, most }: Question): Question {
  return Object.freeze({
    ...{ code, topic, kind, required },
    ...(choices && choices.length > 0 && { choices: Object.freeze([...choices]) }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  });
}

function canBeAsked({ code, topic, kind, choices = [], least, most }: Question): boolean {
  const kindOfTopic = topic === 'other' || kind === (topic === 'onset' ? 'date' : 'boolean');
  const choosable = kind === 'choice' ? choices.length > 0 : choices.length === 0;
  const bounded = least === undefined || most === undefined || least <= most;
  return (
    CODE.test(code) && kindOfTopic && choosable && choices.every((choice) => CODE.test(choice)) && bounded
  );
}
