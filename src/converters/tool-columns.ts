import type { ColumnUnit } from '../model/columns.ts'

/**
 * What the columns of tools count that write in formats of others, measured for each. A habit of theirs tells who they are,
 * and nothing follows from it but the unit: who reported is said by the report or by the user, never guessed.
 */
export const columnsOf = {
  bandit: 'utf8Bytes',
  biome: 'unicodeCodePoints',
  eslint: 'utf16CodeUnits',
  // It counts a tab as eight columns.
  hlint: 'tabs8',
  htmlHint: 'utf16CodeUnits',
  // Each tab counts as four columns, which is right for the tabs that a line begins with.
  jsHint: 'tabs4',
  luacheck: 'unicodeCodePoints',
  mypy: 'utf8Bytes',
  oxlint: 'utf8Bytes',
  phpCodeSniffer: 'tabs4',
  ruboCop: 'unicodeCodePoints',
  ruff: 'unicodeCodePoints',
  secretlint: 'utf16CodeUnits',
  shellCheck: 'unicodeCodePoints',
  spectral: 'utf16CodeUnits',
  sqlfluff: 'unicodeCodePoints',
  stylelint: 'utf16CodeUnits',
  textlint: 'utf16CodeUnits',
  yamllint: 'unicodeCodePoints',
} as const satisfies Record<string, ColumnUnit>
