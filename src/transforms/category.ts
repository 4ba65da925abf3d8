import type { Run } from 'sarif'

/**
 * Files a run under a category, by which GitHub tells analyses of one tool apart. A run that brings its own
 * `automationDetails`, even empty ones, keeps them. GitHub reads the text up to the last slash as the category.
 */
export function fileUnder(run: Run, category: string | undefined): Run {
  if (category === undefined || run.automationDetails !== undefined) return run
  return { ...run, automationDetails: { id: category.endsWith('/') ? category : `${category}/` } }
}
