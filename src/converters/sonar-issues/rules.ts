/** The analyzers of SonarSource, and what their languages are called at rules.sonarsource.com. */
const languages = new Map([
  ['abap', 'abap'],
  ['apex', 'apex'],
  ['c', 'c'],
  ['cloudformation', 'cloudformation'],
  ['cobol', 'cobol'],
  ['cpp', 'cpp'],
  ['csharpsquid', 'csharp'],
  ['css', 'css'],
  ['docker', 'docker'],
  ['flex', 'flex'],
  ['go', 'go'],
  ['java', 'java'],
  ['javascript', 'javascript'],
  ['kotlin', 'kotlin'],
  ['kubernetes', 'kubernetes'],
  ['objc', 'objective-c'],
  ['php', 'php'],
  ['plsql', 'plsql'],
  ['python', 'python'],
  ['ruby', 'ruby'],
  ['scala', 'scala'],
  ['secrets', 'secrets'],
  ['squid', 'java'],
  ['swift', 'swift'],
  ['terraform', 'terraform'],
  ['text', 'text'],
  ['tsql', 'tsql'],
  ['typescript', 'typescript'],
  ['vbnet', 'vbnet'],
  ['Web', 'html'],
  ['xml', 'xml'],
])

/** `javascript:S1481` is rule RSPEC-1481 of JavaScript. Rules of other analyzers have names, and no page there. */
export function documentationOf(key: string): string | undefined {
  const [, repository, number] = /^([A-Za-z]+):S0*(\d+)$/.exec(key) ?? []
  const language = repository && languages.get(repository)
  return language && `https://rules.sonarsource.com/${language}/RSPEC-${number}/`
}
