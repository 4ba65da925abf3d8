/** What a stranger may write into a file name, a rule or a message, hoping that somebody prints it as it is. */
export const hostile: [what: string, text: string][] = [
  ['a command at the start', '::error::x'],
  ['a command after spaces', '  ::add-mask::a'],
  ['a command after odd spaces', '\u3000\u2003::notice::x'],
  ['a command after a byte order mark', '\ufeff::notice::x'],
  ['a command that stops commands', '::stop-commands::x'],
  ['a command on the second line', 'x\n::set-output name=a::b'],
  ['a command after a lone carriage return', 'x\r::set-output name=a::b'],
  ['a command after a line separator', 'x\u2028::set-output name=a::b'],
  ['a command once an escape is taken out', ':\u001b[31m:error::x'],
  ['a command once a NUL is taken out', ':\u0000:error::x'],
  ['a command once a direction mark is taken out', '\u202e::error::x'],
  ['an old command in the middle', 'one ##[error]two'],
  ['an old command once an escape is taken out', '#\u001b[0m#\u0000[add-mask]a'],
  ['an old command with too many signs', '####[[group]x'],
  ['colours', '\u001b[1;31mred\u001b[0m'],
  ['a terminal link', '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\'],
  ['a terminal title without an end', '\u001b]0;title\nthe next line'],
  ['one-character introducers', '\u009b31mred\u009d0;title\u009cplain\u0090q\u009c'],
  ['two-letter escapes', '\u001bcreset\u001b(Bset\u001b'],
  ['a screen that is cleared', '\u001b[2J\u001b[H\u001b[?1049h'],
  ['reversed reading', 'user\u202e txt.exe\u2066\u2069\u200e\u061c'],
  ['control characters', 'a\u0000b\bc\u0007d\u007fe\u0085f\u000bg\u000ch'],
  ['the pipe of a table', 'a | b || c'],
  ['an escaped pipe', 'a \\| b \\\\| c \\'],
  ['backticks of every length', '` `` ``` ```` a`b``c```d'],
  ['backticks and pipes', '`a|b` | `c\\|d` ``|``'],
  ['a backtick that is not closed', 'the `name of'],
  ['a fence of tildes', '~~~\ntext\n~~~'],
  ['a fence of backticks', '```\n# title\n```'],
  ['the end of the folded part', '</details></td></table>'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a comment', '<!-- x --> <!--'],
  ['entities', '&lt;b&gt; &#x3c; &copy; &'],
  ['a link that runs a script', '[a](javascript:x)'],
  ['a link with a reference', '[a][b]\n\n[b]: http://evil.example'],
  ['an image', '![](http://evil.example/x.png)'],
  ['a person', 'ask @octocat, or mail octocat@evil.example'],
  ['an issue', 'see #123, octo/shop#7 and GH-12'],
  ['bare addresses', 'www.evil.example http://evil.example https://evil.example ftp://evil.example _www.evil.example'],
  ['an address in angle brackets', '<http://evil.example>'],
  ['a heading', '# title\nunder\n====='],
  ['a list', '- a\n1. b\n+ c'],
  ['emphasis', '**a** __b__ *c* _d_ ~~e~~ $x$'],
  ['nothing but space', ' \t\n '],
  ['nothing', ''],
  ['lone surrogates', 'a\ud800b\udc00c'],
  ['a thousand words', 'word '.repeat(1000)],
  ['100,000 letters', 'x'.repeat(100_000)],
  ['100,000 lines', '\n'.repeat(100_000)],
  ['100,000 spaces', ' '.repeat(100_000)],
  ['100,000 signs', ':'.repeat(50_000) + '#'.repeat(50_000)],
  ['100,000 backticks', '`'.repeat(100_000)],
  ['100,000 escapes', '\u001b]'.repeat(50_000)],
]

/**
 * The lines that the runner would act on, read as actions/runner does (ActionCommand.cs): `::name params::` at the start
 * of a line after white space, `##[name params]` anywhere. Any name counts here, known or not.
 */
export function commandsIn(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => /^[\s\u0085]*::/.test(line) || line.includes('##['))
}

/** The cells of a table's row, as strictly as the least careful reader of GFM would part them. */
export function cellsOf(row: string): string[] {
  const careful = row.split(/(?<!\\)(?:\\\\)*\|/)
  const careless = row.split(/(?<!\\)\|/)
  return (careful.length > careless.length ? careful : careless).slice(1, -1).map((cell) => cell.trim())
}
