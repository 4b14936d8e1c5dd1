import { pointer, type Fault } from './invalid-protocol.ts';
import {
  caseFacts,
  conditionFaults,
  exposureFacts,
  supportFacts,
  type FactTypes,
} from './language/condition.schema.ts';
import type { ProtocolDocument } from './language/protocol.schema.ts';

type Path = readonly PropertyKey[];

/** What only the whole document shows: names used twice, sources that are missing, facts that nobody declared, overlapping dates. */
export function documentFaults(document: ProtocolDocument): readonly Fault[] {
  return [
    ...unknownSources(document),
    ...namesTwice(document),
    ...reservedFacts(document),
    ...unknownFacts(document),
    ...overlaps(document),
  ];
}

/** Every object below a rule, with its place. */
function* objectsIn(
  value: unknown,
  path: Path,
): Generator<readonly [Readonly<Record<string, unknown>>, Path]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [value as Readonly<Record<string, unknown>>, path];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, key]);
}

function unknownSources({ rules, sources = {} }: ProtocolDocument): Fault[] {
  return [...objectsIn(rules, ['rules'])].flatMap(([one, path]) => {
    if (path[path.length - 1] !== 'evidence') return [];
    const named = (one['sources'] ?? []) as readonly string[];
    return named.flatMap((key, index) =>
      Object.hasOwn(sources, key)
        ? []
        : [
            {
              pointer: pointer([...path, 'sources', index]),
              code: 'unknown-source',
              detail: `no source is called ${key}`,
            },
          ],
    );
  });
}

function namesTwice({ rules }: ProtocolDocument): Fault[] {
  const lists: readonly (readonly [Path, readonly string[], string])[] = [
    [['caseRelease', 'tracks'], rules.caseRelease?.tracks.map(({ id }) => id) ?? [], 'id'],
    [
      ['contactDefinition', 'grades'],
      rules.contactDefinition?.grades.map(({ grade }) => grade) ?? [],
      'grade',
    ],
    [['quarantine', 'measures'], rules.quarantine?.measures.map(({ id }) => id) ?? [], 'id'],
    [['monitoring', 'tiers'], rules.monitoring?.tiers.map(({ id }) => id) ?? [], 'id'],
    [['notices', 'notices'], rules.notices?.notices.map(({ id }) => id) ?? [], 'id'],
    [['lookUps', 'lookUps'], rules.lookUps?.lookUps.map(({ kind }) => kind) ?? [], 'kind'],
    ...(rules.quarantine?.measures ?? []).flatMap(({ end, tests }, index) => {
      const above = ['quarantine', 'measures', index];
      return [
        [[...above, 'end', 'tracks'], end?.tracks.map(({ id }) => id) ?? [], 'id'],
        [[...above, 'tests'], tests?.map(({ id }) => id) ?? [], 'id'],
      ] as const;
    }),
  ];
  return lists.flatMap(([path, names, field]) =>
    names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [
            {
              pointer: pointer(['rules', ...path, index, field]),
              code: 'name-used-twice',
              detail: `${name} stands here already`,
            },
          ],
    ),
  );
}

/** The language's own facts keep their meaning. */
function reservedFacts({ facts = {}, exposureFacts: ofExposures = {} }: ProtocolDocument): Fault[] {
  const taken = (field: 'facts' | 'exposureFacts', declared: object, own: FactTypes): Fault[] =>
    Object.keys(declared)
      .filter((name) => Object.hasOwn(own, name))
      .map((name) => ({
        pointer: pointer([field, name]),
        code: 'reserved-fact',
        detail: 'the language has a fact of this name',
      }));
  return [
    ...taken('facts', facts, supportFacts({})),
    ...taken('exposureFacts', ofExposures, exposureFacts({})),
  ];
}

/** Conditions that ask for what nobody declared, in any JSON: the document may be wrong elsewhere. */
export function unknownFacts(given: unknown): Fault[] {
  const document = asObject(given);
  const declared = factTypesIn(document['facts']);
  const [ofCases, ofClaims] = [caseFacts(declared), supportFacts(declared)];
  const ofExposures = exposureFacts(factTypesIn(document['exposureFacts']));
  const faults: Fault[] = [];
  for (const [one, path] of objectsIn(document['rules'], ['rules'])) {
    const facts =
      path[1] === 'contactDefinition' ? ofExposures : path[1] === 'livingSupport' ? ofClaims : ofCases;
    for (const field of ['appliesIf', 'requires', 'refusedIf', 'when'] as const) {
      if (one[field] === undefined || isDayWindow(one[field])) continue;
      conditionFaults(one[field], facts, (place, detail) => {
        faults.push({
          pointer: pointer([...path, field, ...place]),
          code: (detail.split(':')[0] ?? '').replaceAll(' ', '-'),
          detail,
        });
      });
    }
  }
  return faults;
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};

/** Declarations that make sense; the others are told by the schema. */
const factTypesIn = (declared: unknown): FactTypes =>
  Object.fromEntries(
    Object.entries(asObject(declared)).filter(([, one]) =>
      ['truth', 'number', 'date', 'code', 'codes'].includes(String(asObject(one)['type'])),
    ),
  ) as FactTypes;

const isDayWindow = (value: unknown): boolean => asObject(value)['anchor'] !== undefined;

function overlaps({ rules }: ProtocolDocument): Fault[] {
  const periods = rules.livingSupport?.periods ?? [];
  return periods.flatMap((period, index) => {
    const place = ['rules', 'livingSupport', 'periods', index];
    const faults: Fault[] = [];
    if (period.noticeUntil !== undefined && period.noticeUntil < period.noticeFrom) {
      faults.push({
        pointer: pointer([...place, 'noticeUntil']),
        code: 'negative-length',
        detail: 'negative length: the period would end before it begins',
      });
    }
    const earlier = periods.findIndex(
      (other, at) =>
        at < index &&
        other.noticeFrom <= (period.noticeUntil ?? '9999-12-31') &&
        period.noticeFrom <= (other.noticeUntil ?? '9999-12-31') &&
        JSON.stringify(other.appliesIf) === JSON.stringify(period.appliesIf),
    );
    if (earlier >= 0) {
      faults.push({
        pointer: pointer([...place, 'noticeFrom']),
        code: 'overlapping-date',
        detail: `overlaps with period ${earlier}`,
      });
    }
    const sizes = period.amounts.map(({ size }) => size);
    period.amounts.forEach(({ size, orMore }, at) => {
      const clash = sizes.indexOf(size) !== at || (orMore === true && sizes.some((other) => other > size));
      if (clash)
        faults.push({
          pointer: pointer([...place, 'amounts', at, 'size']),
          code: 'name-used-twice',
          detail: `household size ${size} has an amount already`,
        });
    });
    return faults;
  });
}
