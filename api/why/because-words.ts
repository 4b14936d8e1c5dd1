import type { Because } from '../../domain/protocol/evaluation/decide.ts';
import type { ExplainedTrack } from '../../domain/protocol/evaluation/release.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { Words } from '../problem.ts';
import { criterionWords } from './criterion-words.ts';
import { missingWords } from './missing-words.ts';
import { listed, sentences } from './spelt.ts';

/** What a verdict rests on. `stated`: the tracks as their version states them. */
export type Ground = Readonly<{
  rule: string;
  track: string | null;
  tracks: readonly ExplainedTrack[];
  stated: readonly ReleaseTrack[];
  missing: readonly string[];
  retests: number;
  maximumRetests: number | null;
}>;

type Says = (ground: Ground, track: Words) => Words;

/** A track by its title; by its name where its version gives it none. */
export const trackTitle = (id: string | null, stated: readonly ReleaseTrack[]): Words =>
  stated.find((one) => one.id === id)?.title ?? {
    ko: id ?? '해제 기준',
    en: id ?? 'the criteria for release',
  };

/** What the deciding track still lacks, of these criteria; all that it lacks where none is named. */
function lacking({ track, tracks, stated }: Ground, only: readonly string[] = []): Words | undefined {
  const judged = tracks.find((one) => one.track === track);
  const open = judged?.criteria.filter(
    ({ criterion, met }) => met !== 'met' && (only.length === 0 || only.includes(criterion)),
  );
  if (open === undefined || open.length === 0) return undefined;
  const rule = stated.find(({ id }) => id === track);
  return sentences(...open.map((one) => criterionWords(one, rule)));
}

const rounds = ({ retests, maximumRetests }: Ground): Words => ({
  ko: `지금까지 재검사 ${retests}회${maximumRetests === null ? '' : `, 한도 ${maximumRetests}회`}.`,
  en: `Retests so far: ${retests}${maximumRetests === null ? '' : ` of ${maximumRetests} at most`}.`,
});
const missed = ({ missing }: Ground): Words => listed(missing.map((fact) => missingWords(fact)));

/** Why a case or a contact may leave, stays, is tested again or is left to a person. */
const BECAUSE_WORDS: Readonly<Record<Because, Says>> = {
  'track-met': ({ rule }, track) => ({
    ko: `격리해제 기준 「${track.ko}」의 요건을 모두 충족했습니다(${rule}).`,
    en: `Everything that “${track.en}” asks for is met (${rule}).`,
  }),
  'period-running': (ground, track) =>
    sentences(
      {
        ko: `기준 「${track.ko}」의 기간이 아직 지나지 않았습니다(${ground.rule}).`,
        en: `The time that “${track.en}” asks for is not over yet (${ground.rule}).`,
      },
      lacking(ground, ['minimum', 'symptomFreeHours']),
    ),
  fever: (ground, track) =>
    sentences(
      {
        ko: `기준 「${track.ko}」에서 요구하는 시간만큼 열이 없어야 합니다(${ground.rule}).`,
        en: `There has been fever within the time that “${track.en}” asks for (${ground.rule}).`,
      },
      lacking(ground, ['feverFreeHours']),
    ),
  symptoms: (ground, track) =>
    sentences(
      {
        ko: `증상이 남아 있어 기준 「${track.ko}」의 요건을 충족하지 못합니다(${ground.rule}).`,
        en: `Symptoms that “${track.en}” does not allow are still there (${ground.rule}).`,
      },
      lacking(ground, ['course', 'symptomFreeHours']),
    ),
  'not-improving': (ground, track) =>
    sentences(
      {
        ko: `기준 「${track.ko}」의 기간은 지났으나 호전되지 않아 재검사합니다(${ground.rule}).`,
        en: `The time of “${track.en}” is over, but the patient is not improving: another test (${ground.rule}).`,
      },
      lacking(ground, ['course', 'symptomFreeHours']),
      rounds(ground),
    ),
  'tests-missing': (ground, track) =>
    sentences(
      {
        ko: `기준 「${track.ko}」에 음성 검사가 모자랍니다(${ground.rule}).`,
        en: `“${track.en}” still needs negative tests (${ground.rule}).`,
      },
      lacking(ground, ['negatives']),
    ),
  'facts-missing': (ground, track) =>
    sentences(
      {
        ko: `기준 「${track.ko}」의 판정에 필요한 사실을 모릅니다: ${missed(ground).ko} (${ground.rule}).`,
        en: `“${track.en}” cannot be judged without facts that are not known: ${missed(ground).en} (${ground.rule}).`,
      },
      lacking(ground),
    ),
  'rounds-used-up': (ground, track) =>
    sentences(
      {
        ko: `호전되지 않았고 재검사를 한도까지 했으므로 의료진이 결정합니다(기준 「${track.ko}」, ${ground.rule}).`,
        en: `The patient is not improving and the retests are used up: a clinician decides (“${track.en}”, ${ground.rule}).`,
      },
      rounds(ground),
    ),
  'tests-used-up': (ground, track) =>
    sentences(
      {
        ko: `음성 검사가 모자란데 재검사를 한도까지 했으므로 사람이 결정합니다(기준 「${track.ko}」, ${ground.rule}).`,
        en: `Negative tests are wanting and the retests are used up: a person decides (“${track.en}”, ${ground.rule}).`,
      },
      lacking(ground, ['negatives']),
      rounds(ground),
    ),
  'no-track-applies': ({ rule, tracks, stated }) => {
    const titles = listed(tracks.map(({ track }) => trackTitle(track, stated)));
    return {
      ko: `이 환자에게 맞는 격리해제 기준이 없어 사람이 결정합니다(${rule}: ${titles.ko}).`,
      en: `None of the ways out is meant for this patient, so a person decides (${rule}: ${titles.en}).`,
    };
  },
  'tested-positive': ({ rule }) => ({
    ko: `양성이 나와 접촉자로 판정할 수 없습니다. 확진자로 전환합니다(${rule}).`,
    en: `A test was positive: not judged as a contact any more, but as a case (${rule}).`,
  }),
};
export const BECAUSES = Object.keys(BECAUSE_WORDS) as readonly Because[];

export const becauseWords = (because: Because, ground: Ground): Words =>
  BECAUSE_WORDS[because](ground, trackTitle(ground.track, ground.stated));
