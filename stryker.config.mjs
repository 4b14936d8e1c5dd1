import jestConfig from './jest.config.mjs';

const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit');

/** Mutation testing of the protocol language and its evaluation: `npm run mutation`. See docs/mutation.md. */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    // `projects: []`: without it Stryker adds the two of jest.config.mjs, one of which starts servers.
    config: { ...unit, projects: [], testMatch: ['<rootDir>/test/mutation/examples.ts'] },
    enableFindRelatedTests: false,
  },
  mutate: [
    'domain/protocol/evaluation/*.ts',
    'domain/protocol/{bounds,parameters,parse-protocol,faults-of,document-faults,protocol-version}.ts',
    'domain/patient-management/case/release-criteria.ts',
  ],
  coverageAnalysis: 'perTest',
  // Mutants of what is evaluated once, when a module is loaded: schemas and tables. Each would need every test.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  // TypeScript 7 has no compiler interface: Stryker's rewriting of the tsconfig, which no test reads, is left out.
  tsconfigFile: 'no-tsconfig.json',
  ignorePatterns: ['docs', '.data', 'dist', 'coverage', '.ci'],
  tempDirName: '.data/mutation/sandbox',
  reporters: ['clear-text', 'json', 'html', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.data/mutation/report.json' },
  htmlReporter: { fileName: '.data/mutation/report.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
