/** Jest runs the TypeScript sources as ES modules through SWC; `npm test` runs all projects. */
const shared = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/loopback-only.mjs'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@nestjs/throttler$': '<rootDir>/test/esm/throttler.mjs',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};

/** What reads or refuses what others send: the folders whose branches `npm run coverage` counts. */
const HARDENED = [
  './src/bootstrap/',
  './src/security/',
  './src/http/',
  './src/engine/fetch/',
  './src/engine/fonts/',
  './src/engine/media/extent/',
  './src/core/captions/read/',
  './src/core/expressions/',
  './src/core/json/',
  './src/core/media/',
  './src/core/text-encoding/',
  './src/core/words/',
];

export default {
  // Limits hangs. It is not a measure of speed, because the machine can be slow and shared.
  testTimeout: 60_000,
  // Jest runs the sources directly, but WebAssembly must be compiled first.
  globalSetup: '<rootDir>/tools/build-wasm.mjs',
  // Counts each side of every branch, also in functions that never run, which V8 leaves out.
  coverageProvider: 'babel',
  coverageDirectory: 'node_modules/.cache/coverage',
  coverageReporters: ['html', 'text-summary'],
  collectCoverageFrom: HARDENED.flatMap((folder) => [
    `${folder.slice(2)}**/*.ts`,
    `!${folder.slice(2)}**/*.spec.ts`,
  ]),
  coverageThreshold: Object.fromEntries(HARDENED.map((folder) => [folder, { branches: 95 }])),
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/src', '<rootDir>/studio/src', '<rootDir>/test/structure'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      roots: ['<rootDir>/test/integration'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      roots: ['<rootDir>/test/e2e'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'faults',
      roots: ['<rootDir>/test/faults'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'hostile',
      roots: ['<rootDir>/test/hostile'],
      testMatch: ['**/*.spec.ts'],
    },
  ],
};
