const ours =
  'codescan-gate mends this before it uploads, and has missed a case: please report it, with the SARIF of `sarif-path`.'

/**
 * GitHub's words for what it does not process, and what to do about them (its own uploader knows the same ones:
 * github/codeql-action, `upload-lib.ts`, and issues of it).
 */
const rejections: [said: RegExp, advice: string][] = [
  [
    /default setup is enabled/i,
    'GitHub scans this repository with CodeQL by itself, and takes results of CodeQL from nobody else. Switch it off (Settings, Code security, CodeQL analysis), or stop uploading them.',
  ],
  [
    /too many logical alerts/i,
    'Delete analyses that nobody needs any more (`codescan-gate analyses list` and `analyses delete`), or ask the support of GitHub to clear the repository.',
  ],
  [/multiple runs with the same category/i, 'Give each step a `category` of its own.'],
  [/^rejecting SARIF/i, 'Narrow the scan, or set `over-limit` to `trim` or `split`.'],
  [/^unsuccessful execution/i, 'The tool says that it did not finish: mend the scan.'],
  [/invalid URI|locationFromSarifResult|URI scheme|expected a result message/i, ours],
  [/invalid security severity value|parsing restricted subset of SARIF/i, ours],
]

/** What to do about an upload that GitHub did not process. */
export function adviceOn(errors: string[]): string {
  const known = rejections.filter(([said]) => errors.some((error) => said.test(error))).map(([, advice]) => advice)
  return known.length > 0 ? [...new Set(known)].join(' ') : 'Run the job again.'
}
