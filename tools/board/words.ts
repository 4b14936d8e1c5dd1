/** Contexts in the order of the customer's board, with their titles; a context that is new comes after them. */
const TITLES: Readonly<Record<string, string>> = {
  'patient-management': '환자 관리 · Patient management',
  'isolation-management': '격리 관리 · Isolation management',
  'epidemiological-investigation': '역학 조사 · Epidemiological investigation',
  'diagnostic-testing': '진단 검사 운영 · Diagnostic testing operations',
  worklist: '업무 목록 · Worklist',
  'bulk-work': '일괄 작업 · Bulk work',
  exchange: '시스템 연계 · Exchange with other systems',
};

export const titleOf = (context: string): string => TITLES[context] ?? context;

export const contextsInOrder = (contexts: Iterable<string>): readonly string[] => {
  const others = [...new Set(contexts)]
    .filter((context) => !(context in TITLES) && context !== 'shared')
    .sort();
  return [...Object.keys(TITLES), ...others];
};

export const NOT_BUILT = 'not built yet';
export const NO_USE_CASE = 'no use case yet';
export const NO_PROCESS = 'process not built yet';

export const code = (name: string): string => `\`${name}\``;

export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`)
    .join('\n');

/** A label for a Mermaid node: quotes end it, so there may be none within. */
export const label = (...lines: readonly string[]): string =>
  `"${lines
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('"', "'"))
    .join('<br>')}"`;
