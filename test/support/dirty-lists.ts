/** Lists as they really come: made, with every fault that published line lists of 2020 have. Of nobody. */
const HEADINGS = [
  ...[
    'patient_id',
    'sex',
    'age',
    'country',
    'province',
    'city',
    'infection_case',
    'infected_by',
    'contact_number',
  ],
  ...['symptom_onset_date', 'confirmed_date', 'released_date', 'deceased_date', 'state'],
] as const;
type Cells = Partial<Record<(typeof HEADINGS)[number], string>>;

const CITIES = [
  ['Seoul', 'Jongno-gu'],
  ['Seoul', 'Mapo-gu'],
  ['Busan', 'Haeundae-gu'],
  ['Gyeonggi-do', 'Gimpo-si'],
] as const;
const idOf = (number: number): string => String(1_000_000_000 + number);
const day = (number: number): string => new Date(Date.UTC(2020, 1, 1 + number)).toISOString().slice(0, 10);

const lineOf = (cells: Cells): string => HEADINGS.map((heading) => cells[heading] ?? '').join(',');

function patient(number: number, said: Cells = {}): Cells {
  const [province, city] = CITIES[number % CITIES.length] ?? CITIES[0];
  const isOver = number % 3 !== 0;
  return {
    patient_id: idOf(number),
    sex: ['male', 'female', ''][number % 3] ?? '',
    age: ['50s', '20s', '', '100s'][number % 4] ?? '',
    country: 'Korea',
    province,
    city,
    confirmed_date: day(number % 60),
    ...(number % 5 === 0 ? { symptom_onset_date: day((number % 60) - 3) } : {}),
    ...(isOver ? { released_date: day((number % 60) + 20), state: 'released' } : { state: 'isolated' }),
    ...said,
  };
}

/** Each fault with what an import says of its line, or of the link that it names. */
export function dirtyPatients(sound: number) {
  const faults: readonly Readonly<{
    line: string;
    outcome: string;
    code?: string;
    links?: readonly string[];
  }>[] = [
    {
      // The spreadsheet took the line for one cell, because two ids stand in one of its cells.
      line: `"${lineOf(patient(9_001, { infected_by: `""${idOf(1)}, ${idOf(2)}""` }))}"`,
      outcome: 'created',
      links: ['linked', 'linked'],
    },
    {
      line: lineOf(patient(1, { city: 'Nowhere-gu', age: '70s' })),
      outcome: 'refused',
      code: 'row/patient-id-repeated',
    },
    { line: `${idOf(9_003)},male,"50"s,Korea`, outcome: 'refused', code: 'row/malformed' },
    { line: `${idOf(9_004)},male`, outcome: 'refused', code: 'row/columns-differ' },
    {
      line: lineOf(patient(9_005, { confirmed_date: '' })),
      outcome: 'refused',
      code: 'row/confirmed-date-missing',
    },
    {
      line: lineOf(patient(9_006, { released_date: '2019-12-31', state: 'released' })),
      outcome: 'refused',
      code: 'row/dates-contradict',
    },
    {
      line: lineOf(patient(9_007, { symptom_onset_date: 'unknown' })),
      outcome: 'refused',
      code: 'row/date-malformed',
    },
    { line: lineOf(patient(9_008, { patient_id: '' })), outcome: 'refused', code: 'row/patient-id-missing' },
    {
      line: lineOf(patient(9_009, { infected_by: idOf(8_888) })),
      outcome: 'created',
      links: ['infector-unknown'],
    },
    {
      line: lineOf(patient(9_010, { infected_by: idOf(9_010) })),
      outcome: 'created',
      links: ['infector-is-oneself'],
    },
    {
      line: lineOf(patient(9_011, { infected_by: `${idOf(3)} ${idOf(9_005)}`, sex: '', age: '' })),
      outcome: 'created',
      links: ['linked', 'infector-unknown'],
    },
    {
      line: lineOf(patient(9_012, { city: 'etc', deceased_date: '2020-06-01', state: 'deceased' })),
      outcome: 'created',
    },
  ];
  const all = Array.from({ length: sound }, (_, index) =>
    lineOf(patient(index, index > 0 && index % 4 === 0 ? { infected_by: idOf(index - 1) } : {})),
  );
  return {
    csv: [HEADINGS.join(','), ...all, ...faults.map(({ line }) => line), ''].join('\r\n'),
    faults: faults.map((fault, index) => ({ ...fault, at: sound + 2 + index })),
    links: Math.ceil(sound / 4) - 1,
    onsetOf: (csv: string, number: number): string =>
      csv.replace(lineOf(patient(number)), lineOf(patient(number, { symptom_onset_date: day(0) }))),
  };
}

/** Visits by day, of those patients and of somebody who is none of them. */
export function dirtyRoutes(patients: number): string {
  const visit = (number: number, date: string, [province, city] = CITIES[0] as readonly [string, string]) =>
    `${idOf(number)},1,${date},${province},${city},hospital,37.5${number % 7},127.01`;
  const sound = Array.from({ length: patients }, (_, number) =>
    [0, 1].map((later) => visit(number, `2/${1 + ((number + later) % 28)}/2020`, CITIES[number % 4])),
  ).flat();
  const faults = [
    visit(8_888, '2/1/2020'),
    visit(1, '13/40/2020'),
    visit(2, '2/2/2020', ['Seoul', 'etc']),
    '1,2',
  ];
  return [
    'patient_id,global_num,date,province,city,type,latitude,longitude',
    ...[...sound, ...faults],
    '',
  ].join('\n');
}
