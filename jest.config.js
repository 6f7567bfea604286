/** Tests run as ES modules, like the program; swc only strips the types. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  // One PostgreSQL for the whole run, started by the first test that needs it.
  globalSetup: '<rootDir>/test/store/server/global-setup.ts',
  globalTeardown: '<rootDir>/test/store/server/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/forbid-network.ts'],
};
