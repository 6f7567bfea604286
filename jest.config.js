/** Tests run as ES modules, like the program; swc only strips the types. */
export default {
  testEnvironment: 'node',
  // Most of the time goes to waiting for processes and disks, so two cores serve three files at once; a slow disk is no failure.
  maxWorkers: 3,
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  // One PostgreSQL for the whole run, started by the first test that needs it.
  globalSetup: '<rootDir>/test/store/server/global-setup.ts',
  globalTeardown: '<rootDir>/test/store/server/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/forbid-network.ts'],
};
