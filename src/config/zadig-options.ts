import { option } from './option.ts'
import { boolean, choice, counts, duration, scanId, text, url, variables, zadigRepository } from './values.ts'

/** The code scan in Zadig. */
export const zadigOptions = {
  zadig: option(
    choice('required', 'optional', 'off'),
    'MODE',
    'Run a Zadig code scan: `required`, `optional` or `off`.',
    {
      default: '`required` once `zadig-url` is given',
    },
  ),
  'zadig-url': option(url, 'URL', 'The Zadig server.'),
  'zadig-token': option(text, 'TOKEN', 'API token of a Zadig user who may run the scan.', { secret: 'ZADIG_TOKEN' }),
  'zadig-project': option(text, 'KEY', 'Key of the Zadig project.'),
  'zadig-scan': option(text, 'NAME', 'Name of the code scan in Zadig.'),
  'zadig-scan-id': option(
    scanId,
    'ID',
    "The scan's id, as in the address of its page (`?id=…`). With it the reason and the measures of every task are shown, and a task can be cancelled without asking Zadig for the list of all scans.",
    { default: "from Zadig's list of scans, after a failure" },
  ),
  'zadig-repo': option(zadigRepository, 'OWNER/NAME', "The scan's first repository, as Zadig knows it.", {
    default: '`repository`',
  }),
  'zadig-source': option(text, 'KIND', "The repository's code host in Zadig: github, gitlab, gitee, gerrit, other.", {
    default: 'github',
  }),
  'zadig-branch': option(text, 'NAME', 'The branch to scan; for a pull request its base branch.', {
    default: 'from the build',
  }),
  'zadig-prs': option(counts, 'NUMBERS', 'Pull requests that Zadig merges into the branch before it scans.', {
    default: 'from the build',
  }),
  'zadig-variables': option(variables, 'KEY=VALUE', 'Values for variables that the scan declares, one a line.', {
    private: true,
  }),
  'zadig-definition': option(
    text,
    'FILE',
    'YAML or JSON file that describes the scan (schemas/zadig-definition.schema.json). A scan that Zadig does not have is created from it; Zadig 4.2 and later cannot.',
  ),
  'zadig-timeout': option(duration, 'TIME', 'How long to wait for the Zadig scan, from when it has left the queue.', {
    default: '30m',
  }),
  'zadig-queue-timeout': option(duration, 'TIME', "How long the Zadig scan may wait in Zadig's queue.", {
    default: '30m',
  }),
  'zadig-cancel-on-abort': option(
    boolean,
    'BOOLEAN',
    'Cancel the task in Zadig when its time is over, or when this job is cancelled.',
    { default: 'true' },
  ),
}
