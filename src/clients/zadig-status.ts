/** Words that end a task, and what they say when they are neither `passed` nor `failed`. Unknown words end nothing. */
const endings: Record<string, string> = {
  passed: '',
  failed: '',
  timeout: 'The task ran into the time limit that is set in Zadig.',
  cancelled: 'Somebody, or a restart of the server, cancelled the task.',
  reject: 'The task was rejected.',
  unstable: 'The task failed, and Zadig is set to overlook that.',
  skipped: 'Zadig skipped the task, so nothing was scanned.',
}

export function isTerminal(status: string): boolean {
  return Object.hasOwn(endings, status)
}

/** Why a task with this status says nothing about the code. */
export function explainStatus(status: string): string {
  return `${endings[status] || `The task ended as \`${status}\`.`} Look at the task in Zadig, then run this job again.`
}
