import type { ContactGrade } from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import type { ContactsOfGrade } from '../read-models/figures/contacts.ts';

type Counts = Omit<ContactsOfGrade, 'grade'>;
export type Shares = Counts & Readonly<{ share: number | null }>;

const GRADES = ['close', 'casual', 'none'] as const satisfies readonly ContactGrade[];
const NOBODY: Counts = { named: 0, dropped: 0, contacts: 0, becameCases: 0, open: 0 };

const withShare = ({ named, dropped, contacts, becameCases, open }: Counts): Shares => ({
  ...{ named, dropped, contacts, becameCases, open },
  share: contacts === 0 ? null : Math.round((becameCases / contacts) * 10_000) / 10_000,
});

const sum = (one: Counts, other: Counts): Counts => ({
  named: one.named + other.named,
  dropped: one.dropped + other.dropped,
  contacts: one.contacts + other.contacts,
  becameCases: one.becameCases + other.becameCases,
  open: one.open + other.open,
});

/** Of all together and of each grade; those without one come last. */
export function sharesOf(grades: readonly ContactsOfGrade[]) {
  const of = (wanted: string | null): Counts => grades.find(({ grade }) => grade === wanted) ?? NOBODY;
  return {
    ...withShare(grades.reduce<Counts>(sum, NOBODY)),
    grades: [...GRADES, null].map((grade) => ({ grade, ...withShare(of(grade)) })),
  };
}
