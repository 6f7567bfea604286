// The arrows that never exist (docs/architecture.md). Each name says the rule; `npm run arrows` fails on one.
const core =
  '^src/(fhir|map|validate|insight|kit)/|^src/deliver/decide[^/]*[.]ts$|^src/platforms/[^/]+/(answer|correction|episode|holds|identity|place|preflight|visit)/|^src/platforms/fhir-server/(?!index)|^src/platforms/[^/]+[.]ts$';
// Written or loaded at build time and start, not part of the pure core.
const buildTime = '^src/validate/(build-validators|load-[^/]+)[.]ts$';
// Never runs in a gateway, so that it may use development packages.
const buildOnly = '^src/validate/build-validators[.]ts$';
const shell = '^src/(store|http|cli|report|audit|console)/|^src/(main|config|log|gateway|open-[^/]+)[.]ts$|^src/deliver/(?!decide|debt)';
const sideEffects = '^(node:)?(fs|fs/promises|child_process|net|http|https|dgram|tls|worker_threads|cluster|timers/promises)$';
// Holds declarations only, so there is no module to find.
const typesAlone = '^@medplum/fhirtypes$';
const composition = '^src/(main|open-[^/]+)[.]ts$|^src/cli/(main|compose[^/]*)[.]ts$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-platform-knows-another',
      severity: 'error',
      from: { path: '^src/platforms/([^/]+)/' },
      to: { path: '^src/platforms/[^/]+/', pathNot: '^src/platforms/$1/' },
    },
    { name: 'core-knows-no-shell', severity: 'error', from: { path: core, pathNot: buildTime }, to: { path: shell } },
    {
      name: 'core-does-no-input-or-output',
      severity: 'error',
      from: { path: core, pathNot: buildTime },
      to: { path: sideEffects, dependencyTypes: ['core'] },
    },
    {
      name: 'core-reads-no-files-through-ingest',
      comment: 'Readers in src/ingest stream bytes; the core takes rows.',
      severity: 'error',
      from: { path: '^src/(fhir|map|validate|insight)/', pathNot: buildTime },
      to: { path: '^src/ingest/', pathNot: '^src/ingest/source-line[.]ts$' },
    },
    {
      name: 'only-main-chooses-a-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/platforms/[^/]+/|${composition}` },
      to: { path: '^src/platforms/[^/]+/' },
    },
    {
      name: 'only-main-chooses-a-store',
      comment: 'Others take the store as an argument; its port is a type, and types may be imported.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/store/|${composition}` },
      to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench)/' } },
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      from: { path: '^src/simulator/' },
      to: { path: '^src/', pathNot: '^src/simulator/' },
    },
    {
      name: 'console-speaks-http-only',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '^src/', pathNot: '^src/console/' },
    },
    {
      name: 'src-uses-declared-runtime-packages',
      comment: 'What runs in a gateway is in "dependencies"; the compiler of validators and types may use development packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: buildOnly },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: typesAlone },
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: typesAlone } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(generated|dist)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
