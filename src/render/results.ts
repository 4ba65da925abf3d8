/** What the files of our outputs may come to, as the JSON that Zadig makes of all outputs of a job: beyond 4096 bytes it fails the job (jobexecutor, job.go). The rest is for outputs of the job's own. */
const mostBytes = 3072

/**
 * Outputs as Zadig's jobs hand them on: a name of letters, digits and underscores (aslan, `outputNameRegex`), a value of one
 * line. What does not fit is cut, the verdict's sentence first, or left empty: half an address leads nowhere.
 */
export function resultsOf(outputs: Record<string, string>): Record<string, string> {
  const results = Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name.replaceAll('-', '_'), value.replace(/[\r\n]+/g, ' ')]),
  )
  const { reason } = results
  if (reason !== undefined && bytesOf(results) > mostBytes) results['reason'] = `${[...reason].slice(0, 80).join('')}…`
  const longest = Object.keys(results).sort((a, b) => (results[b] ?? '').length - (results[a] ?? '').length)
  for (const name of longest) {
    if (bytesOf(results) <= mostBytes) break
    results[name] = ''
  }
  return results
}

/** As Go writes it: `<`, `>` and `&` take six bytes each. */
function bytesOf(results: Record<string, string>): number {
  const json = JSON.stringify(Object.entries(results).map(([name, value]) => ({ name, value })))
  return new TextEncoder().encode(json.replace(/[<>&\u2028\u2029]/g, '\\u0000')).length
}
