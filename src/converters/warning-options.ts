const word = /^-?[A-Za-z#][\w#+./=-]*$/
const weakness = /^CWE-\d+$/

/**
 * The option behind a warning, as compilers print it in brackets: `-Wunused` for itself, for `-Werror=unused`, for
 * `-Werror,-Wunused` and for `-Wunused,Unused Entity Issue`. A single word is a rule's id; a phrase is none.
 */
export function optionOf(bracket: string): string | undefined {
  if (word.test(bracket) && !bracket.startsWith('-Werror')) return weakness.test(bracket) ? undefined : bracket
  const parts = bracket.split(',').map((part) => part.trim().replace(/^-Werror=/, '-W'))
  const [first = ''] = parts.filter((part) => part !== '-Werror')
  return word.test(first) && !weakness.test(first) ? first : undefined
}

const gccPages = 'https://gcc.gnu.org/onlinedocs/gcc'

/** Where GCC's manual describes the option, as GCC 12 itself writes it to its JSON. */
export function gccRuleUrl(option: string): string | undefined {
  if (!option.startsWith('-W')) return undefined
  const page = option.startsWith('-Wanalyzer-') ? 'Static-Analyzer-Options' : 'Warning-Options'
  return `${gccPages}/${page}.html#index-${option.slice(1)}`
}

/** Where Clang's reference of diagnostics describes the option. */
export function clangRuleUrl(option: string): string | undefined {
  if (!option.startsWith('-W')) return undefined
  const anchor = option
    .slice(1)
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replace(/-$/, '')
  return `https://clang.llvm.org/docs/DiagnosticsReference.html#${anchor}`
}
