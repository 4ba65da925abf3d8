import type { Case, Schema } from './schema.ts'
import { anyText, count, flag, list, struct, text } from './schema-words.ts'

const numbers = (description: string): Schema => list(count('the number of a pull request', 1), description)
/** What the server throws away for this kind of scanner; nobody must believe that it runs. */
const unread = (description: string): Schema => ({ type: 'string', maxLength: 0, description })

const place = {
  codehost_name: text('the alias of a code host of the whole system'),
  repo_namespace: text("the repository's owner or group"),
  repo_name: text("the repository's name"),
  branch: text('the branch to scan when nobody names one'),
}

const repository = struct(
  {
    ...place,
    pr: count('the pull request to scan when nobody names one', 1),
    prs: numbers('the pull requests to scan when nobody names any'),
    enable_commit: flag('whether `commit_id` counts (Zadig 4.1)'),
    commit_id: text('the commit to scan when nobody names a branch (Zadig 4.1)'),
  },
  'a repository; only the first one can be addressed when the scan is started',
  Object.keys(place),
)

const addon = struct({ name: text('its name'), version: text('its version') }, 'a software package', [
  'name',
  'version',
])

// Zadig, setting/types.go; the API page has cpu_request and memory_request, which the server does not read.
const resources = struct(
  {
    cpu_limit: count('the most CPU, in thousandths'),
    memory_limit: count('the most memory, in MiB'),
    cpu_req: count('the least CPU, in thousandths'),
    memory_req: count('the least memory, in MiB'),
    gpu_limit: anyText('GPUs, as in `nvidia.com/gpu: 1`'),
  },
  'what the scan may use',
)

const hook = struct(
  {
    ...place,
    events: list(text('push, pull_request or tag'), 'the events that start the scan'),
    match_folders: list(text('a folder or a file'), 'where a change has to be for the scan to start'),
  },
  'what starts the scan',
  [...Object.keys(place), 'events'],
)

const webhooks: Schema = {
  ...struct(
    { enabled: flag('whether they are on'), hook_list: list(hook, 'the webhooks') },
    'webhooks that start the scan; Zadig 4.2 knows them no more',
    ['enabled'],
  ),
  allOf: [when('enabled', true, { required: ['hook_list'] })],
}

const settings = struct(
  {
    cluster_name: text("the cluster's name in Zadig"),
    strategy_name: anyText("the name of one of the cluster's schedule strategies"),
    timeout: count('the time limit in minutes; 600 when absent', 1),
    resource_spec: resources,
    webhooks,
  },
  'where and how the scan runs',
  ['cluster_name'],
)

function when(property: string, value: string | boolean, holds: Schema): Case {
  // biome-ignore lint/suspicious/noThenProperty: it is the word of JSON Schema.
  return { if: { properties: { [property]: { const: value } }, required: [property] }, then: holds }
}

/**
 * The body of Zadig's create call, as its server reads it and not only as its API page has it: pkg/…/testing/service/types.go,
 * pkg/types/openapi.go. It is stricter where the server takes what never works: a key it does not know, no repository,
 * a script that it does not run. `schemas/zadig-definition.schema.json` is written from it.
 */
export const definitionSchema: Schema = {
  ...struct(
    {
      project_key: text('the key of the project; `zadig-project` may say it instead'),
      // Zadig, setting/consts.go (4.3), which lowers the name first.
      name: {
        type: 'string',
        pattern: '^[A-Za-z\u4e00-\u9fa5][A-Za-z0-9\u4e00-\u9fa5-]{0,31}$',
        description:
          "the scan's name, which `zadig-scan` may say instead: a letter, then up to 31 letters, digits and dashes, or Zadig 4.3 refuses it",
      },
      description: anyText('what the scan is for'),
      scanner_type: { enum: ['sonarQube', 'other'], description: 'what scans, spelled exactly so' },
      image_name: text(
        'the label of an image for scans in Zadig; one that it does not know is taken, and then no scan starts',
      ),
      sonar_system: anyText('the identity of a SonarQube integration'),
      repo_info: { ...list(repository, 'the repositories; the first one is the one that is scanned'), minItems: 1 },
      addons: list(addon, 'software packages that the scan needs'),
      sonar_parameter: anyText('the text of sonar-project.properties'),
      script: anyText("what scans, for scanner_type other; SonarQube's scans have `prelaunch_script`"),
      prelaunch_script: anyText('what runs before sonar-scanner, for scanner_type sonarQube'),
      enable_quality_gate: flag("whether SonarQube's quality gate decides"),
      advanced_settings: settings,
    },
    'a code scan of Zadig',
    ['scanner_type', 'image_name', 'repo_info', 'advanced_settings'],
  ),
  allOf: [
    when('scanner_type', 'sonarQube', {
      properties: {
        sonar_system: text('the identity of a SonarQube integration'),
        script: unread('Zadig does not run it for scanner_type sonarQube; write `prelaunch_script`'),
      },
      required: ['sonar_system'],
    }),
    when('scanner_type', 'other', {
      properties: {
        script: text('what scans; without it nothing is scanned, and that passes'),
        sonar_system: unread('it belongs to scanner_type sonarQube'),
        sonar_parameter: unread('it belongs to scanner_type sonarQube'),
        prelaunch_script: unread('it belongs to scanner_type sonarQube; write `script`'),
        enable_quality_gate: { const: false, description: 'only scans of scanner_type sonarQube have one' },
      },
      required: ['script'],
    }),
  ],
}

/** Names that stand in Zadig's API page, its old versions or its console, and what the server reads. */
export const realNames: Record<string, string> = {
  cpu_request: 'cpu_req',
  memory_request: 'memory_req',
  project_name: 'project_key',
  check_quality_gate: 'enable_quality_gate',
}
