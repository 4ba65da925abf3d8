export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  // TypeScript rewrites './x.ts' to './x.js'; this leads it back to the source.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
  // Suites wait for servers, scanners and real clocks as long as they reckon, so there are more of them than cores.
  maxWorkers: '150%',
  testTimeout: 120_000,
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
}
