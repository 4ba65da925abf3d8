import type { ColumnUnit } from '../model/columns.ts'
import type { Tool } from '../model/finding.ts'

/** A tool that writes a format which many tools write, and what its columns count in, where that was measured. */
export interface Producer {
  tool: Tool
  columns?: ColumnUnit
}

/** Tools that leave a trait of their own in reports whose format has no place for a tool's name. */
export const producers = {
  ansibleLint: { tool: { name: 'Ansible-lint', url: 'https://ansible.readthedocs.io/projects/lint/' } },
  bandit: { tool: { name: 'Bandit', url: 'https://bandit.readthedocs.io' }, columns: 'utf8Bytes' },
  biome: { tool: { name: 'Biome', url: 'https://biomejs.dev' }, columns: 'unicodeCodePoints' },
  buf: { tool: { name: 'Buf', url: 'https://buf.build' } },
  cpplint: { tool: { name: 'cpplint', url: 'https://github.com/cpplint/cpplint' } },
  cssLint: { tool: { name: 'CSSLint', url: 'https://github.com/CSSLint/csslint' } },
  hlint: { tool: { name: 'HLint', url: 'https://github.com/ndmitchell/hlint' }, columns: 'unicodeCodePoints' },
  htmlHint: { tool: { name: 'HTMLHint', url: 'https://htmlhint.com' }, columns: 'utf16CodeUnits' },
  jscpd: { tool: { name: 'jscpd', url: 'https://github.com/kucherenko/jscpd' }, columns: 'utf16CodeUnits' },
  // Each tab counts as four columns, which is right for the tabs that a line begins with.
  jsHint: { tool: { name: 'JSHint', url: 'https://jshint.com' }, columns: 'tabs4' },
  luacheck: {
    tool: { name: 'Luacheck', url: 'https://github.com/lunarmodules/luacheck' },
    columns: 'unicodeCodePoints',
  },
  mypy: { tool: { name: 'mypy', url: 'https://www.mypy-lang.org' }, columns: 'utf8Bytes' },
  oxlint: { tool: { name: 'oxlint', url: 'https://oxc.rs' }, columns: 'utf8Bytes' },
  phpCodeSniffer: {
    tool: { name: 'PHP_CodeSniffer', url: 'https://github.com/PHPCSStandards/PHP_CodeSniffer' },
    columns: 'tabs4',
  },
  phpmd: { tool: { name: 'PHPMD', url: 'https://phpmd.org' } },
  redocly: { tool: { name: 'Redocly CLI', url: 'https://redocly.com/docs/cli/' } },
  ruboCop: { tool: { name: 'RuboCop', url: 'https://rubocop.org' }, columns: 'unicodeCodePoints' },
  ruff: { tool: { name: 'Ruff', url: 'https://docs.astral.sh/ruff/' }, columns: 'unicodeCodePoints' },
  secretlint: {
    tool: { name: 'secretlint', url: 'https://github.com/secretlint/secretlint' },
    columns: 'utf16CodeUnits',
  },
  spectral: {
    tool: { name: 'Spectral', url: 'https://github.com/stoplightio/spectral' },
    columns: 'utf16CodeUnits',
  },
  sqlfluff: { tool: { name: 'SQLFluff', url: 'https://sqlfluff.com' }, columns: 'unicodeCodePoints' },
  textlint: { tool: { name: 'textlint', url: 'https://textlint.org' }, columns: 'utf16CodeUnits' },
  yamllint: {
    tool: { name: 'yamllint', url: 'https://github.com/adrienverge/yamllint' },
    columns: 'unicodeCodePoints',
  },
} satisfies Record<string, Producer>
