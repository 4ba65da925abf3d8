import type { Rule } from '../../model/finding.ts'
import { clangRuleUrl } from '../warning-options.ts'

const pages = 'https://clang.llvm.org/extra/clang-tidy/checks'

/** The modules of clang-tidy, by which its checks begin. */
export const modules =
  'abseil|altera|android|boost|bugprone|cert|clang-analyzer|clang-diagnostic|concurrency|cppcoreguidelines|custom|darwin|fuchsia|google|hicpp|linuxkernel|llvm|llvmlibc|misc|modernize|mpi|objc|openmp|performance|portability|readability|zircon'
const parts = new RegExp(`^(${modules})-(.+)$`)

/** Clang could not compile the file, so the checks did not see what stands there. */
export const compileError = 'clang-diagnostic-error'

/** The check behind a list of names as `bugprone-x,cert-y,-warnings-as-errors`, and what it is called beside. */
export function checkOf(names: string): { rule: Rule; aliases: string[] } {
  const [id = '', ...aliases] = names.split(',').filter((name) => !name.startsWith('-'))
  const [, module, name = ''] = parts.exec(id) ?? []
  return { rule: { id: id || 'clang-tidy', url: urlOf(module, name), tags: module ? [module] : undefined }, aliases }
}

function urlOf(module: string | undefined, name: string): string | undefined {
  if (module === 'clang-diagnostic') return name === 'error' ? undefined : clangRuleUrl(`-W${name}`)
  return module && module !== 'custom' ? `${pages}/${module}/${name}.html` : undefined
}
