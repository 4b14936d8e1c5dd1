/**
 * Two projects, because only one of them needs servers: `unit` runs anywhere in seconds, `servers` starts PostgreSQL and
 * Temporal once per run. Jest calls a project's globalSetup only when one of that project's tests runs.
 */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  injectGlobals: false,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '/test/architecture/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/test/architecture/fixtures/'],
};

const testsIn = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`);

export default {
  // Two cores; ES modules in jest leak a little per file, so a worker is replaced before it grows large.
  maxWorkers: 2,
  testTimeout: 90_000,
  workerIdleMemoryLimit: '512MB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: testsIn('unit', 'architecture') },
    {
      ...shared,
      displayName: 'servers',
      testMatch: testsIn('integration', 'workflow', 'replay', 'api', 'e2e'),
      globalSetup: '<rootDir>/test/support/servers-start.mjs',
      globalTeardown: '<rootDir>/test/support/servers-stop.mjs',
    },
  ],
};
