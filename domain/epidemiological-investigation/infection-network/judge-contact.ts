import { gradeContact, type ContactAnswer } from '../../protocol/evaluation/contact-grade.ts';
import type { History } from '../../protocol/evaluation/history.schema.ts';
import type { ContactDefinitionRule } from '../../protocol/language/protocol.schema.ts';
import type { ContactState } from './contact.state.ts';
import type { ContactCondition, ContactGrade } from './contact-verdict.ts';
import { EXPOSURE_CIRCUMSTANCES, type ExposureFacts } from './exposure.ts';

/** The criterion under which a person's own word stands. */
export const BY_PERSON = 'decided-by-person';

export type Judged =
  | Readonly<{ grade: ContactGrade; conditions: readonly ContactCondition[] }>
  | Readonly<{ undecided: 'facts-missing' | 'left-to-person'; missing: readonly string[] }>;

/** By whose rules, on what is known of the source, at which moment (epoch milliseconds). */
export type Grounds = Readonly<{ rule: ContactDefinitionRule; source: History; at: number }>;

/**
 * The grade of a contact by the protocol: the worst of its exposures. One that nobody can grade may be the worst of all,
 * so a person decides; unless another one makes it a close contact already, or a person has said so before.
 */
export function judgeContact(state: ContactState, grounds: Grounds): Judged {
  const answers = state.exposures.map((exposure) => answerTo(exposure, grounds));
  const said = state.conditions?.find(({ criterion }) => criterion === BY_PERSON);
  const conditions = [
    ...answers.map((answer, index) => ({
      criterion: `exposure-${index + 1}`,
      met: answer.next === 'follow',
      fact: answer.grade ?? answer.because,
    })),
    ...(said === undefined ? [] : [said]),
  ];
  const grades = [...answers.map(gradeIn), ...(said === undefined ? [] : [state.grade])];
  if (grades.includes('close')) return { grade: 'close', conditions };
  const open = answers.filter((answer) => gradeIn(answer) === undefined);
  if (open.length > 0) {
    const missing = [...new Set(open.flatMap((answer) => answer.missing))];
    return { undecided: missing.length > 0 ? 'facts-missing' : 'left-to-person', missing };
  }
  return { grade: grades.includes('casual') ? 'casual' : 'none', conditions };
}

/** Exposures that count for the days of what follows: all but those that are none by the protocol, unless all are. */
export function countingExposures(state: ContactState, grounds: Grounds): readonly ExposureFacts[] {
  const counting = state.exposures.filter((one) => gradeIn(answerTo(one, grounds)) !== 'none');
  return counting.length === 0 ? state.exposures : counting;
}

function gradeIn({ grade, next }: ContactAnswer): ContactGrade | undefined {
  if (next === 'noContact') return 'none';
  return next === 'follow' && (grade === 'close' || grade === 'casual') ? grade : undefined;
}

function answerTo(exposure: ExposureFacts, { rule, source, at }: Grounds): ContactAnswer {
  const { dateOfLastContact: on, distanceMetres, minutes, setting, masked, touched, attributes } = exposure;
  const told = Object.fromEntries(
    EXPOSURE_CIRCUMSTANCES.flatMap((name) => (exposure[name] === undefined ? [] : [[name, exposure[name]]])),
  );
  return gradeContact(
    rule,
    source,
    {
      on,
      setting,
      ...told,
      ...(distanceMetres === undefined ? {} : { distanceMetres }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(masked === undefined ? {} : { exposedMasked: masked }),
      ...(touched === undefined ? {} : { touched }),
      ...(source.symptomatic === undefined ? {} : { caseSymptomatic: source.symptomatic }),
      ...(attributes === undefined ? {} : { attributes }),
    },
    at,
  );
}
