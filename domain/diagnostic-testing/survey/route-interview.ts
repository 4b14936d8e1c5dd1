import type { Question } from './questionnaire.ts';

/** How many visits one interview asks for: what is beyond them an investigator asks by telephone. */
export const ASKED_VISITS = 10;

const other = { topic: 'other', required: false } as const;

/** One visit, in codes: which place of which district, on which day, from which hour (12.5 is 12:30), for how many hours. */
const aVisit = (number: number): readonly Question[] => [
  { ...other, code: `visit-${number}-place`, kind: 'place' },
  { ...other, code: `visit-${number}-district`, kind: 'number', least: 10_000, most: 99_999 },
  { ...other, code: `visit-${number}-day`, kind: 'date' },
  { ...other, code: `visit-${number}-from`, kind: 'number', least: 0, most: 24 },
  { ...other, code: `visit-${number}-hours`, kind: 'number', least: 0, most: 72 },
];

/** 동선 설문, version 1: where somebody was in the days before. The words live with the survey system. */
export const ROUTE_INTERVIEW = {
  code: 'route-interview',
  version: 1,
  questions: [
    { code: 'went-out', topic: 'other', kind: 'boolean', required: true },
    ...Array.from({ length: ASKED_VISITS }, (_, index) => aVisit(index + 1)).flat(),
  ] as readonly Question[],
} as const;
