import tseslint from 'typescript-eslint';

// The core is pure: the same input gives the same output, always. Time, ids and randomness come in as arguments.
const core = [
  'src/fhir/**',
  'src/map/**',
  'src/validate/**',
  'src/insight/**',
  'src/kit/**',
  'src/deliver/decide*.ts',
  'src/platforms/*/prepare*.ts',
];
// These write or load the compiled validators and are run by the build and by main; the rest of src/validate stays pure.
const buildTime = ['src/validate/build-validators.ts', 'src/validate/load-validator.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '.bench/', 'dist/', 'dist-*/', 'generated/', 'coverage/', 'data/', 'profiles/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The compiler asks for brackets (noPropertyAccessFromIndexSignature) where this rule would ask for a dot.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/index.ts', '!**/platforms/*/index.ts', '!./*/index.ts'], message: 'No barrels.' }] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    // The command line hands the environment whole to config.ts, which alone knows its names.
    ignores: ['src/config.ts', 'src/main.ts', 'src/cli/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }],
    },
  },
  {
    files: core,
    ignores: buildTime,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The core is pure.' },
        { name: 'console', message: 'The core never logs.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
        { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      // Jest's expect(store.method) and promises handed to expect(...).rejects are not the mistakes these rules look for.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['tools/**/*.mjs', '*.js', '*.cjs'],
    rules: {
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
);
