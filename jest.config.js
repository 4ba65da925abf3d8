export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  // TypeScript rewrites './x.ts' to './x.js'; this leads it back to the source.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
  // Most suites wait for servers and scanners more than they reckon, so no core is kept free. Jest takes '150%' for 150.
  maxWorkers: '100%',
  testTimeout: 120_000,
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
}
