import { option } from './option.ts'
import { choice, choices, counts, duration, formats, list, patterns, text, words } from './values.ts'

/** What is scanned and read, and what becomes of it. */
export const scanOptions = {
  scanner: option(list, 'IDS', 'Scanners to run, by preset: see `codescan-gate scanners`.'),
  'scanner-args': option(
    words,
    'WORDS',
    'Extra arguments for the preset. Words after `--` replace the files and folders that it scans.',
    { private: true },
  ),
  command: option(words, 'WORDS', 'A command of your own instead of a preset: words, never a shell.', {
    private: true,
  }),
  'findings-exit-codes': option(counts, 'CODES', 'For `command`: exit codes that mean "the scan was completed".', {
    default: '0,1',
  }),
  'working-directory': option(text, 'FOLDER', 'Where scanners run.', { default: '.' }),
  'scan-timeout': option(duration, 'TIME', 'How long one scanner may run.', { default: '30m' }),
  report: option(
    list,
    'GLOBS',
    'Report files to read. Beside `command`: the files that the command writes (default: its standard output).',
  ),
  format: option(text, 'ID', 'The format of the reports: see `codescan-gate formats`.', { default: 'auto' }),
  matcher: option(
    text,
    'FILE',
    'For text in no known format: a file of GitHub problem matchers (JSON). See docs/any-tool.md.',
  ),
  errorformat: option(
    formats,
    'PATTERNS',
    "The same by patterns of Vim's 'errorformat', one a line, as `%f:%l:%c: %m`. A comma within a pattern is written `\\,`.",
  ),
  mapping: option(
    text,
    'FILE',
    'For JSON, JSON lines, XML or CSV in no known format: a YAML file that says where findings and their fields are.',
  ),
  'tool-name': option(text, 'NAME', "The tool's name, where the format cannot tell."),
  category: option(text, 'NAME', 'The code-scanning category.', { default: 'workflow path, job and matrix' }),
  'own-category': option(
    choice('keep', 'replace'),
    'MODE',
    'A category that the SARIF brings itself: `keep` it, or `replace` it by `category`.',
    { default: 'keep' },
  ),
  matrix: option(text, 'JSON', "The job's matrix, for the category. There is no need to set it.", {
    expression: '${{ toJson(matrix) }}',
    default: '`${{ toJson(matrix) }}`',
  }),
  fingerprints: option(
    choice('keep', 'replace'),
    'MODE',
    'Values of `primaryLocationLineHash` in the SARIF that are not the computed ones: `keep` them, or `replace` them.',
    { default: 'keep' },
  ),
  'checkout-path': option(text, 'FOLDER', 'The root that paths are made relative to.', { default: 'the workspace' }),
  filter: option(
    patterns,
    'LINES',
    'Findings to leave out or to keep, for the upload and the gate: lines of `[+-]path-glob[:rule-glob]`, as `-**/test/**` or `+src/**:security/*`. The last line that matches decides; without a match a finding stays.',
  ),
  'filter-severity': option(
    choices('critical', 'high', 'medium', 'low', 'error', 'warning', 'note', 'none'),
    'WORDS',
    'Severities and SARIF levels to keep; other findings are left out of the upload and the gate.',
    { default: 'all' },
  ),
  'sarif-output': option(text, 'FILE', 'Where the final SARIF is written.', { default: 'a temporary file' }),
}
