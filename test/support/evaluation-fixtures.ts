import { momentOf } from '../../domain/shared-kernel/calendar.ts';
import { InvalidProtocol, type Fault } from '../../domain/protocol/invalid-protocol.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import {
  historySchema,
  type History,
  type HistoryInput,
} from '../../domain/protocol/evaluation/history.schema.ts';
import { judgeRelease, type Verdict } from '../../domain/protocol/evaluation/release.ts';
import type { CaseReleaseRule, Rules } from '../../domain/protocol/language/protocol.schema.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A moment on a day's clock in Seoul: `kst('2020-07-11 00:00:00')`; without a time, midnight. */
export const kst = (text: string): number => {
  const [day, time = '00:00:00'] = text.split(' ');
  return momentOf(`${day}T${time}+09:00`);
};
export const HOUR = 3_600_000;
/** Hours after midnight of 1 July 2020 in Seoul, as a history writes it. */
export const hour = (count: number): string =>
  new Date(kst('2020-07-01') + Math.round(count * HOUR)).toISOString();

export const document = (rules: Json, more: Json = {}): Json => ({
  disease: 'covid-19',
  jurisdiction: 'kr',
  effectiveFrom: '2020-06-25',
  unchanged: 'dropped',
  ...more,
  rules,
});

/** The rules of a document with these rules: only what may be published is evaluated. */
export const rulesOf = (rules: Json, more: Json = {}): Rules => parseProtocol(document(rules, more)).rules;
export const ruleOf = <Name extends keyof Rules>(
  name: Name,
  rule: Json,
  more: Json = {},
): NonNullable<Rules[Name]> =>
  rulesOf({ [name]: { appliesTo: 'newEpisodes', ...rule } }, more)[name] as NonNullable<Rules[Name]>;

export const releaseRule = (tracks: readonly Json[], basis: Json = {}, more: Json = {}): CaseReleaseRule =>
  ruleOf(
    'caseRelease',
    {
      binding: 'duty',
      tracks: tracks.map((track, index) => ({ id: `track-${index}`, kind: 'time', ...track })),
      ...basis,
    },
    more,
  );

export const aHistory = (known: Partial<HistoryInput> = {}): History =>
  historySchema.parse({ of: 'case', ...known });

type Told = Readonly<{ basis?: Json; maximumRetests?: number; document?: Json }>;

/** What tracks say of a history at a moment. */
export const judged = (
  tracks: Json | readonly Json[],
  known: Partial<HistoryInput>,
  at: number,
  { basis, maximumRetests, document: more }: Told = {},
): Verdict =>
  judgeRelease(
    {
      ways: releaseRule(Array.isArray(tracks) ? tracks : [tracks], basis, more),
      ...(maximumRetests === undefined ? {} : { maximumRetests }),
    },
    aHistory(known),
    at,
  );

/** Verdict, reason and track in one line, for tables: `release track-met track-0`. */
export const inShort = ({ verdict, because, track }: Verdict): string =>
  [verdict, because, track].filter((one) => one !== undefined).join(' ');

/** One criterion of the first track. */
export const criterionOf = (verdict: Verdict, criterion: string, track = 0) =>
  verdict.tracks[track]?.criteria.find((one) => one.criterion === criterion);

/** Pointer and code of every place that is wrong. */
export const faultsOf = (given: unknown): readonly string[] =>
  faults(given).map(({ pointer, code }) => `${pointer} ${code}`);

export function faults(given: unknown): readonly Fault[] {
  try {
    parseProtocol(given);
    return [];
  } catch (error) {
    if (error instanceof InvalidProtocol) return error.faults;
    throw error;
  }
}
