/**
 * Who may import whom. Read on the build output, where type-only imports are gone: what is left is what runs.
 * Paths are relative to that output (domain/, workflows/, ...), so whatever is not one of our folders is a package or a
 * Node module. Every rule has a known-bad fixture in test/architecture/fixtures/imports/<rule> that must turn it red.
 */
const { devDependencies } = require('./package.json');

const OURS = '^(domain|workflows|activities|api|tools|test)/';
/** A package is resolved to .../node_modules/<name>/..., or stays a bare name when it cannot be resolved. */
const packages = (...names) => `(^|/)(${names.join('|')})(/|$)`;
/** Files directly in activities/ that every context shares, such as the policy table. */
const APPLICATION =
  '^activities/(policies/|(?!(index|connect|worker|destroy-values|message-requests|partner-queues|configuration|log|upkeep-activities)\\.js$)[^/]+\\.js$)';
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    error(
      'domain-imports-nothing-from-outside',
      'The domain decides, and needs nothing but itself for it: no package, no Node module, no other layer.',
      { path: '^domain/', pathNot: '^domain/shared-kernel/' },
      { pathNot: '^domain/', couldNotResolve: false },
    ),
    error(
      'shared-kernel-wraps-only-pure-libraries',
      'Civil dates, phone numbers and the shapes of documents come from deterministic libraries. Nothing else comes in.',
      { path: '^domain/shared-kernel/' },
      {
        pathNot: ['^domain/shared-kernel/', packages('temporal-polyfill', 'libphonenumber-js', 'zod')],
        couldNotResolve: false,
      },
    ),
    error(
      'aggregates-know-each-other-by-id',
      'An aggregate may import itself, the shared kernel, the protocol, and the id of another aggregate.',
      { path: '^domain/([^/]+)/([^/]+)/', pathNot: '^domain/(shared-kernel|protocol)/' },
      {
        path: '^domain/',
        pathNot: ['^domain/$1/$2/', '^domain/(shared-kernel|protocol)/', '^domain/.+[-.]id\\.js$'],
      },
    ),
    error(
      'protocol-knows-no-aggregate',
      'Rules are evaluated on facts handed to them; they do not know who asks.',
      { path: '^domain/protocol/' },
      { path: '^domain/', pathNot: '^domain/(protocol|shared-kernel)/' },
    ),
    error(
      'workflows-import-only-temporal',
      'Workflow code is bundled and replayed for months: at run time it may hold only itself and the Temporal SDK.',
      { path: '^workflows/' },
      {
        pathNot: ['^workflows/', packages('@temporalio/workflow', '@temporalio/common')],
        couldNotResolve: false,
      },
    ),
    error(
      'ports-know-only-the-domain',
      'A port says what the domain needs in its own words.',
      { path: '^activities/ports/' },
      { pathNot: ['^domain/', '^activities/ports/'], couldNotResolve: false },
    ),
    error(
      'use-cases-know-domain-and-ports',
      'A use case loads, executes and saves: no SQL, no HTTP, no Temporal, no neighbouring context.',
      { path: '^activities/([^/]+)/', pathNot: '^activities/(ports|adapters)/' },
      { pathNot: ['^domain/', '^activities/ports/', '^activities/$1/', APPLICATION], couldNotResolve: false },
    ),
    error(
      'application-knows-domain-and-ports',
      'Whenever X, then Y is said about the domain. Only the composition roots, configuration and log know more.',
      { path: APPLICATION },
      { pathNot: ['^domain/', '^activities/ports/', APPLICATION], couldNotResolve: false },
    ),
    error(
      'adapters-never-call-use-cases',
      'An adapter is called, it does not call back: domain, ports, other adapter files and packages only.',
      { path: '^activities/adapters/' },
      { path: OURS, pathNot: ['^domain/', '^activities/ports/', '^activities/adapters/'] },
    ),
    error(
      'api-is-handed-its-use-cases',
      'Routes know use cases by type; the composition root api/server.ts hands them in. By which codes a district goes is no use case.',
      { path: '^api/', pathNot: '^api/server\\.js$' },
      { path: OURS, pathNot: ['^api/', '^domain/shared-kernel/districts/beginnings\\.js$'] },
    ),
    error(
      'product-runs-without-tests-and-tools',
      'What is shipped may not need what is not shipped.',
      { path: '^(domain|workflows|activities|api)/' },
      { path: '^(test|tools)/' },
    ),
    error(
      'product-runs-without-development-packages',
      'The image installs production dependencies only.',
      { path: '^(domain|workflows|activities|api)/' },
      { path: packages(...Object.keys(devDependencies)) },
    ),
    error(
      'simulators-take-nothing-of-ours',
      'A simulator is the partner: it has its own wire types, or it would share our mistakes.',
      { path: '^test/simulators/' },
      { path: OURS, pathNot: '^test/simulators/' },
    ),
    error('no-circles', 'A circle of imports is one module cut in pieces.', {}, { circular: true }),
    error(
      'every-import-resolves',
      'An import that cannot be resolved here fails there.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)\\.\\./'] },
    // Both ways of asking, or packages that export only `import` look unresolvable.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default'],
    },
  },
};
