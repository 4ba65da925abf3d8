import type { Run } from 'sarif'

/**
 * Files a run under a category, by which GitHub tells analyses of one tool apart. A run that brings its own
 * `automationDetails`, even empty ones, keeps them, unless they are to be replaced: then only what the id says of the
 * single run, after the last slash, is kept. GitHub reads the text up to the last slash as the category.
 */
export function fileUnder(run: Run, category: string | undefined, own: 'keep' | 'replace' = 'keep'): Run {
  if (category === undefined || (run.automationDetails !== undefined && own === 'keep')) return run
  const folder = category.endsWith('/') ? category : `${category}/`
  const name = run.automationDetails?.id?.split('/').pop() ?? ''
  return { ...run, automationDetails: { ...run.automationDetails, id: folder + name } }
}
