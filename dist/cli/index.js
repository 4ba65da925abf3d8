#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4174:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ accessOptions),
/* harmony export */   Pt: () => (/* binding */ accessConfig),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   sB: () => (/* binding */ serverConfig)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);

/** What the commands ask for that only talk to GitHub. */
const accessOptions = ['repository', 'github-token', 'github-api-url'];
/** Where the commands ask that only talk to GitHub; throws `UserError` with what is missing. */
function accessConfig(options, build) {
    const { 'github-token': token, repository = build.repository } = options;
    const missing = Object.entries({ 'github-token': token, repository }).filter(([, value]) => !value);
    if (!token || !repository)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`This needs ${missing.map(([name]) => `\`${name}\``).join(' and ')}, and the environment does not say. Give --repository OWNER/NAME; the token comes from GITHUB_TOKEN.`);
    return { apiUrl: apiUrlOf(options, build), token, repository };
}
/** The same for what is not about one repository. */
function serverConfig(options, build) {
    const { 'github-token': token } = options;
    if (!token)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This needs `github-token`, and the environment does not say. Put a token into the variable GITHUB_TOKEN.');
    return { apiUrl: apiUrlOf(options, build), token };
}
function apiUrlOf({ 'github-api-url': given }, build) {
    return given ?? build.apiUrl ?? 'https://api.github.com';
}


/***/ }),

/***/ 4814:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ detectBuild),
/* harmony export */   Qd: () => (/* binding */ categoryOf),
/* harmony export */   _n: () => (/* binding */ pullRequestOf),
/* harmony export */   ml: () => (/* binding */ scannedCommit)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5093);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(800);



/**
 * Reads the environment once, and what GitHub tells of the event. Inside Zadig nothing is believed: there a commit message of the form `#KEY=value#` becomes
 * an environment variable, so a stranger could redirect the upload and its token. There `zadigBuild` asks the checkout.
 */
function detectBuild(environment, payload) {
    // Whatever it says: a commit message can change the word, but not take the variable away.
    if (environment['ZADIG'] !== undefined)
        return { platform: 'zadig' };
    const given = (name) => environment[name] || undefined;
    return {
        platform: environment['GITHUB_ACTIONS'] === 'true' ? 'github' : 'local',
        repository: given('GITHUB_REPOSITORY'),
        sha: given('GITHUB_SHA'),
        ref: given('GITHUB_REF'),
        apiUrl: given('GITHUB_API_URL'),
        serverUrl: given('GITHUB_SERVER_URL'),
        workspace: given('GITHUB_WORKSPACE'),
        baseBranch: given('GITHUB_BASE_REF') ?? queueOf(payload),
        analysisKey: analysisKeyOf(given('GITHUB_WORKFLOW_REF'), given('GITHUB_JOB')),
        event: given('GITHUB_EVENT_NAME'),
        ...historyOf(payload),
        stranger: (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .strangerOf */ .gK)(given('GITHUB_EVENT_NAME'), given('GITHUB_ACTOR'), payload),
        uploads: given(_model_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadsVariable */ .Vm)?.split('\n'),
    };
}
/** The branch that a merge queue goes into, which GitHub does not put into the environment. */
function queueOf(payload) {
    const ref = (payload ?? {}).merge_group?.base_ref;
    return typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : undefined;
}
function historyOf(payload) {
    const { before, merge_group: group } = (payload ?? {});
    const sha = (value) => (typeof value === 'string' && /^[\da-f]{40,64}$/.test(value) ? value : undefined);
    return { before: sha(before), mergeBase: sha(group?.base_sha) };
}
/** `octo/shop/.github/workflows/scan.yml@refs/heads/main` and `scan` make `.github/workflows/scan.yml:scan`. */
function analysisKeyOf(workflowRef, job) {
    const path = workflowRef && /^[^/]+\/[^/]+\/(.+?)@/.exec(workflowRef)?.[1];
    return path && job ? `${path}:${job}` : undefined;
}
/** The category that GitHub's own uploader makes: workflow, job and matrix, in the order of the matrix's keys. */
function categoryOf(analysisKey, matrix) {
    const entries = Object.entries(matrixOf(matrix) ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const parts = entries.map(([key, value]) => `${key}:${typeof value === 'string' ? value : ''}/`);
    return `${analysisKey}/${parts.join('')}`;
}
function matrixOf(text) {
    if (!text)
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`matrix`: this is not JSON. There is no need to set this input.');
    }
}
/** The number of a pull request, from a ref like `refs/pull/7/merge`. */
function pullRequestOf(ref) {
    const number = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}
/**
 * Which commit was scanned, and under which ref GitHub knows it. Explicit values always win; else it is the commit that
 * is checked out. A checkout of a pull request's own commit, where GitHub built the merge, goes under `refs/pull/N/head`.
 */
async function scannedCommit(given, build, git) {
    if ((given.ref === undefined) !== (given.sha === undefined))
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`ref` and `sha` go together: give both, or neither.');
    if (given.ref !== undefined)
        return { ref: given.ref, sha: given.sha };
    // What is checked out there may be a merge that nobody else knows.
    if (build.platform === 'zadig')
        return { ref: build.ref, sha: build.sha };
    const head = await git('rev-parse', 'HEAD');
    const sha = head ?? build.sha;
    if (build.ref === undefined)
        return { sha, ref: await git('symbolic-ref', '--quiet', 'HEAD') };
    const merge = /^refs\/pull\/(\d+)\/merge$/.exec(build.ref)?.[1];
    if (merge === undefined || head === undefined || head === build.sha)
        return { sha, ref: build.ref };
    // A merge that GitHub made anew since the event: the checkout has it under its remote name.
    const fetched = await git('rev-parse', '--verify', '--quiet', `refs/remotes/pull/${merge}/merge`);
    return { sha, ref: fetched === head ? build.ref : `refs/pull/${merge}/head` };
}


/***/ }),

/***/ 8169:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ analysisFlags),
/* harmony export */   Mh: () => (/* binding */ alertFlags),
/* harmony export */   WO: () => (/* binding */ alertOwner),
/* harmony export */   qf: () => (/* binding */ analysisFilters),
/* harmony export */   wB: () => (/* binding */ alertFilters)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);
/* harmony import */ var _option_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1929);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3750);



const tool = {
    'tool-name': (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'NAME', 'Only of the tool of this name.'),
    'tool-guid': (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'GUID', 'Only of the tool of this GUID; not together with `tool-name`.'),
};
const branch = {
    ref: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'REF', 'As this ref has it: main, refs/heads/main, refs/pull/7/merge.'),
    pr: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 'NUMBER', 'As this pull request has it.'),
};
const direction = (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('asc', 'desc'), 'WORD', '`asc` or `desc`.', { default: 'desc' });
/** The flags of `alerts list`: whose alerts, and every filter of the API. */
const alertFlags = {
    org: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .owner */ .eC, 'NAME', 'Of all repositories of this organisation, for its owners and security managers.'),
    enterprise: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .owner */ .eC, 'NAME', 'Of all repositories of this enterprise that you own or are security manager of.'),
    state: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('open', 'closed', 'dismissed', 'fixed', 'all'), 'WORD', '`open`, `closed` (dismissed or fixed), `dismissed`, `fixed`, or `all`.', { default: 'open' }),
    severity: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('critical', 'high', 'medium', 'low', 'error', 'warning', 'note'), 'WORD', '`critical`, `high`, `medium`, `low`, `error`, `warning` or `note`.'),
    ...tool,
    ...branch,
    sort: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('created', 'updated'), 'WORD', '`created` or `updated`.', { default: 'created' }),
    direction,
    assignees: (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'NAMES', 'Only alerts assigned to one of these users; `*` for anybody, `none` for nobody.'),
};
/** The flags of `analyses list`: every filter of the API. */
const analysisFlags = {
    ...tool,
    ...branch,
    'sarif-id': (0,_option_js__WEBPACK_IMPORTED_MODULE_2__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'ID', 'Only those of this upload.'),
    direction,
};
/** Undefined when the alerts of one repository are asked for; `repository` is what was given for it beside the table. */
function alertOwner({ org, enterprise }, repository) {
    const given = Object.entries({ org, enterprise, repository }).filter(([, name]) => name?.trim());
    if (given.length > 1)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${given.map(([flag]) => `\`${flag}\``).join(' and ')} exclude each other: give one of them.`);
    if (org !== undefined)
        return { kind: 'org', name: org };
    return enterprise === undefined ? undefined : { kind: 'enterprise', name: enterprise };
}
/** Throws `UserError` for what GitHub would not filter by, and would leave out without a word. */
function alertFilters(values) {
    const { state = 'open', severity, sort, assignees, org, enterprise, ref, pr } = values;
    if ((org ?? enterprise) !== undefined && (ref ?? pr) !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`\`${ref === undefined ? 'pr' : 'ref'}\` goes with \`repository\` only: of an organisation or enterprise GitHub lists what is on the default branches. Leave it out.`);
    if (enterprise !== undefined && severity !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`severity` does not go with `enterprise`: GitHub has no such filter there. Leave it out, or ask one organisation after the other with `org`.');
    return { ...common(values), ...(state !== 'all' && { state }), severity, sort, assignees };
}
function analysisFilters(values) {
    return { ...common(values), sarif_id: values['sarif-id'] };
}
function common(values) {
    const { 'tool-name': tool_name, 'tool-guid': tool_guid, ref, pr } = values;
    if (tool_name !== undefined && tool_guid !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`tool-name` and `tool-guid` exclude each other: give one of them.');
    if (ref !== undefined && pr !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`ref` and `pr` exclude each other: give one of them.');
    return { tool_name, tool_guid, ref, pr, direction: values.direction };
}


/***/ }),

/***/ 1929:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ option)
/* harmony export */ });
/** A row; what it reads keeps its type. */
const option = (read, value, help, more = {}) => ({ read, value, help, ...more });


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ optionNames),
  f: () => (/* binding */ options)
});

// EXTERNAL MODULE: ./src/config/option.ts
var config_option = __nccwpck_require__(1929);
// EXTERNAL MODULE: ./src/config/values.ts
var values = __nccwpck_require__(3750);
;// CONCATENATED MODULE: ./src/config/gate-options.ts


const thresholds = ['critical', 'high', 'medium', 'low', 'note', 'never', 'error', 'warning'];
/** What the gate demands, and where it says so. */
const gateOptions = {
    'fail-on': (0,config_option/* option */.u)((0,values/* choices */.S9)(...thresholds), 'WORD', 'Lowest severity that blocks: critical, high, medium, low, note, never, or the SARIF levels error, warning. With a comma: either.', {
        default: 'high',
    }),
    'warn-on': (0,config_option/* option */.u)((0,values/* choices */.S9)(...thresholds), 'WORD', 'The same words: shown, never blocks.', {
        default: 'one step below `fail-on`',
    }),
    'max-findings': (0,config_option/* option */.u)(values/* count */.U9, 'NUMBER', 'How many findings at or above `fail-on` are tolerated.', { default: '0' }),
    'new-only': (0,config_option/* option */.u)((0,values/* choice */.Yq)('true', 'false', 'auto'), 'WORD', 'Whether only new findings count: `true`, `false`, or `auto`, which is true on pull requests and in merge queues.', { default: 'auto' }),
    baseline: (0,config_option/* option */.u)(values/* list */.p_, 'GLOBS', 'SARIF files that say what is old.'),
    policy: (0,config_option/* option */.u)(values/* text */.Qq, 'FILE', 'The policy file, or `owner/repository/path@ref` for one in another repository. See docs/policy.md.', { default: '`.github/codescan-gate.yml`, if there is one' }),
    'policy-ref': (0,config_option/* option */.u)((0,values/* choice */.Yq)('base', 'head'), 'WORD', "Which version of a policy file of this repository decides on a pull request: the `base` branch's, or the `head`'s.", { default: 'base' }),
    'policy-token': (0,config_option/* option */.u)(values/* text */.Qq, 'TOKEN', 'A token that may read the policy in another repository.', {
        default: '`github-token`',
    }),
    enforcement: (0,config_option/* option */.u)((0,values/* choice */.Yq)('block', 'warn', 'off'), 'MODE', '`block`; `warn` shows everything and never fails the job; `off` only reports.', {
        default: 'block',
    }),
    'on-error': (0,config_option/* option */.u)((0,values/* choice */.Yq)('fail', 'warn'), 'MODE', 'When something required could not be evaluated: `fail` or `warn`.', {
        default: 'fail',
    }),
    summary: (0,config_option/* option */.u)(values/* boolean */.zM, 'BOOLEAN', 'Write the job summary.', { default: 'true' }),
    annotations: (0,config_option/* option */.u)((0,values/* choice */.Yq)('blocking', 'off'), 'MODE', 'Annotations beside the code: `blocking` findings, or `off`.', {
        default: 'blocking',
    }),
};

;// CONCATENATED MODULE: ./src/config/github-options.ts


/** Where the findings go on GitHub, and for whom. */
const githubOptions = {
    upload: (0,config_option/* option */.u)((0,values/* choice */.Yq)('required', 'optional', 'off'), 'MODE', 'Upload to GitHub code scanning: `required`, `optional` or `off`.', {
        default: 'action `required`, CLI `off`',
    }),
    'over-limit': (0,config_option/* option */.u)((0,values/* choice */.Yq)('trim', 'split', 'fail'), 'MODE', 'More than GitHub takes: `trim` keeps the worst and says what is left out, `split` makes several uploads under categories of their own, `fail` refuses. The gate always uses all of it.', { default: 'trim' }),
    suppressed: (0,config_option/* option */.u)((0,values/* choice */.Yq)('drop', 'keep', 'dismiss'), 'MODE', 'Results that the SARIF marks as suppressed: `drop` them from the upload (GitHub would show them as open), `keep` them, or upload them and `dismiss` their alerts, with the justification as comment; an alert dismissed so is reopened when its result counts again.', { default: 'drop' }),
    dismissals: (0,config_option/* option */.u)((0,values/* choice */.Yq)('default-branch', 'any-branch', 'dry-run'), 'MODE', 'For `suppressed: dismiss`, because a dismissal holds for every branch: `default-branch` only (elsewhere suppressed results are dropped), `any-branch`, or `dry-run`, which uploads and only says what would be dismissed and reopened.', { default: 'default-branch' }),
    'github-token': (0,config_option/* option */.u)(values/* text */.Qq, 'TOKEN', 'Token for the upload; needs `security-events: write`.', {
        secret: 'GITHUB_TOKEN',
        expression: '${{ github.token }}',
        default: '`${{ github.token }}`',
    }),
    'github-api-url': (0,config_option/* option */.u)(values/* url */.OZ, 'URL', 'The API of GitHub or GitHub Enterprise Server.', {
        default: 'from the environment',
    }),
    repository: (0,config_option/* option */.u)(values/* repository */.Jk, 'OWNER/NAME', 'The repository that the findings belong to.', {
        default: 'from the environment',
    }),
    ref: (0,config_option/* option */.u)(values/* ref */.KR, 'REF', 'The full ref that was scanned. Goes together with `sha`.', {
        default: 'from the environment',
    }),
    sha: (0,config_option/* option */.u)(values/* sha */.hW, 'SHA', 'The commit that was scanned. Goes together with `ref`.', {
        default: 'the checked-out commit',
    }),
    'processing-timeout': (0,config_option/* option */.u)(values/* duration */.p0, 'TIME', 'How long to wait for GitHub to process the upload.', {
        default: '5m',
    }),
    'untrusted-runs': (0,config_option/* option */.u)((0,values/* choice */.Yq)('local', 'fail'), 'MODE', 'Runs of forks and of Dependabot, without secrets and with a read-only token: `local` skips the upload and lets the local gate decide (a required Zadig scan counts as not evaluated), `fail` refuses them.', { default: 'local' }),
    'allow-untrusted-checkout': (0,config_option/* option */.u)(values/* boolean */.zM, 'BOOLEAN', "Scan a pull request's own code in a `pull_request_target` run. Only when you know what its configuration can do.", { default: 'false' }),
};

;// CONCATENATED MODULE: ./src/config/scan-options.ts


/** What is scanned and read, and what becomes of it. */
const scanOptions = {
    scanner: (0,config_option/* option */.u)(values/* list */.p_, 'IDS', 'Scanners to run, by preset: see `codescan-gate scanners`.'),
    'scanner-args': (0,config_option/* option */.u)(values/* words */.aL, 'WORDS', 'Extra arguments for the preset. Words after `--` replace the files and folders that it scans.', { private: true }),
    command: (0,config_option/* option */.u)(values/* words */.aL, 'WORDS', 'A command of your own instead of a preset: words, never a shell.', {
        private: true,
    }),
    'findings-exit-codes': (0,config_option/* option */.u)(values/* counts */.tQ, 'CODES', 'For `command`: exit codes that mean "the scan was completed".', {
        default: '0,1',
    }),
    'working-directory': (0,config_option/* option */.u)(values/* text */.Qq, 'FOLDER', 'Where scanners run.', { default: '.' }),
    'scan-timeout': (0,config_option/* option */.u)(values/* duration */.p0, 'TIME', 'How long one scanner may run.', { default: '30m' }),
    report: (0,config_option/* option */.u)(values/* list */.p_, 'GLOBS', 'Report files to read. Beside `command`: the files that the command writes (default: its standard output).'),
    format: (0,config_option/* option */.u)(values/* text */.Qq, 'ID', 'The format of the reports: see `codescan-gate formats`.', { default: 'auto' }),
    'tool-name': (0,config_option/* option */.u)(values/* text */.Qq, 'NAME', "The tool's name, where the format cannot tell."),
    category: (0,config_option/* option */.u)(values/* text */.Qq, 'NAME', 'The code-scanning category.', { default: 'workflow path, job and matrix' }),
    'own-category': (0,config_option/* option */.u)((0,values/* choice */.Yq)('keep', 'replace'), 'MODE', 'A category that the SARIF brings itself: `keep` it, or `replace` it by `category`.', { default: 'keep' }),
    matrix: (0,config_option/* option */.u)(values/* text */.Qq, 'JSON', "The job's matrix, for the category. There is no need to set it.", {
        expression: '${{ toJson(matrix) }}',
        default: '`${{ toJson(matrix) }}`',
    }),
    fingerprints: (0,config_option/* option */.u)((0,values/* choice */.Yq)('keep', 'replace'), 'MODE', 'Values of `primaryLocationLineHash` in the SARIF that are not the computed ones: `keep` them, or `replace` them.', { default: 'keep' }),
    'checkout-path': (0,config_option/* option */.u)(values/* text */.Qq, 'FOLDER', 'The root that paths are made relative to.', { default: 'the workspace' }),
    filter: (0,config_option/* option */.u)(values/* patterns */.qp, 'LINES', 'Findings to leave out or to keep, for the upload and the gate: lines of `[+-]path-glob[:rule-glob]`, as `-**/test/**` or `+src/**:security/*`. The last line that matches decides; without a match a finding stays.'),
    'filter-severity': (0,config_option/* option */.u)((0,values/* choices */.S9)('critical', 'high', 'medium', 'low', 'error', 'warning', 'note', 'none'), 'WORDS', 'Severities and SARIF levels to keep; other findings are left out of the upload and the gate.', { default: 'all' }),
    'sarif-output': (0,config_option/* option */.u)(values/* text */.Qq, 'FILE', 'Where the final SARIF is written.', { default: 'a temporary file' }),
};

// EXTERNAL MODULE: ./src/config/zadig-options.ts
var zadig_options = __nccwpck_require__(234);
;// CONCATENATED MODULE: ./src/config/options.ts




/** Every option there is, in the order people read them. */
const options = { ...scanOptions, ...githubOptions, ...zadig_options/* zadigOptions */.o, ...gateOptions };
const optionNames = Object.keys(options);


/***/ }),

/***/ 800:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gK: () => (/* binding */ strangerOf),
/* harmony export */   jG: () => (/* binding */ checkCheckout),
/* harmony export */   nx: () => (/* binding */ checkStranger),
/* harmony export */   tE: () => (/* binding */ plainTextWarnings)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);

/** Who started this run, if it is not one of our own. `pull_request_target` runs with our secrets, whoever asks. */
function strangerOf(event, actor, payload) {
    const { repository, pull_request: pullRequest } = (payload ?? {});
    // The repository of a fork that was deleted meanwhile is null.
    if (event === 'pull_request' && pullRequest && pullRequest.head?.repo?.full_name !== repository?.full_name)
        return { who: 'a fork', isReadOnly: true };
    if (actor !== 'dependabot[bot]')
        return undefined;
    // On a pull request, `permissions:` of the job count for Dependabot; on a push they do not.
    return { who: 'Dependabot', isReadOnly: event === 'push' };
}
/** Says what becomes of a stranger's run, or refuses it. */
function checkStranger({ stranger }, options) {
    if (stranger && options['untrusted-runs'] === 'fail')
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotEvaluated */ .td(`This is a run of ${stranger.who}, without secrets and with a read-only token, and \`untrusted-runs\` is \`fail\`. A maintainer can run it from a branch of this repository.`);
}
/**
 * `pull_request_target` runs with secrets and a token that may write. A scanner that is started on the code of the pull
 * request runs whatever that code configures, with all of that in reach. So what is checked out must be the base.
 */
function checkCheckout(run, head, options) {
    const startsPrograms = options.command !== undefined ||
        (options.scanner?.length ?? 0) > 0 ||
        // A scan is created in Zadig with the script that the file holds.
        (options['zadig-definition'] !== undefined && options.zadig !== 'off');
    if (run.event !== 'pull_request_target' || !startsPrograms || options['allow-untrusted-checkout'])
        return;
    if (head === run.sha)
        return;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This is a `pull_request_target` run, with secrets and a token that may write, and other code than that of the base branch is checked out: a scanner would run what the pull request configures. Use `pull_request`, or scan in a job without secrets and give its report with `report`; or set `allow-untrusted-checkout` to `true` when you know that it is safe.');
}
/** A sentence for each address, by its option, to which a token would travel readable for everybody on the way. */
function plainTextWarnings(addresses) {
    return Object.entries(addresses)
        .filter(([, address]) => address && isReadableOnTheWay(address))
        .map(([option, address]) => `\`${option}\` is ${address}: over plain http everybody on the way can read the token. Use https.`);
}
function isReadableOnTheWay(address) {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' && !/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}


/***/ }),

/***/ 7457:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ serverUrlOf),
/* harmony export */   XJ: () => (/* binding */ uploadNotices),
/* harmony export */   wu: () => (/* binding */ uploadConfig)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4174);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4814);



/** Where the SARIF goes, or undefined when it is not to be uploaded. */
function uploadConfig(options, build, origin) {
    const need = needOf(options, build, origin);
    if (need === 'off' || build.stranger?.isReadOnly)
        return undefined;
    const { ref, sha, repository, root } = origin;
    const token = options['github-token'];
    const missing = Object.entries({ 'github-token': token, repository, ref, sha }).filter(([, value]) => !value);
    if (!token || !repository || !ref || !sha)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The upload needs ${missing.map(([name]) => `\`${name}\``).join(', ')}, and ${unsaid(build, repository, ref)}. Give ${missing.length > 1 ? 'them' : 'it'}, or set \`upload\` to \`off\`.`);
    return {
        need,
        apiUrl: (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .apiUrlOf */ .po)(options, build),
        serverUrl: serverUrlOf(options, build),
        token,
        repository,
        ref,
        sha,
        root,
        timeoutMs: options['processing-timeout'] ?? 5 * 60_000,
        suppressed: options.suppressed ?? 'drop',
        dismissals: options.dismissals ?? 'default-branch',
        overLimit: options['over-limit'] ?? 'trim',
        baseBranch: (0,_build_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestOf */ ._n)(ref) === undefined ? undefined : build.baseBranch,
        earlier: build.uploads ?? [],
    };
}
/** Why something is missing, as far as the build knows. */
function unsaid({ doubts }, repository, ref) {
    const known = [repository ? undefined : doubts?.repository, ref ? undefined : doubts?.ref];
    return [...new Set(known.filter((doubt) => doubt !== undefined))].join(', and ') || 'the environment does not say';
}
/** Where it may well fail for no fault of the code, it decides nothing unless the user says so. */
function needOf({ upload }, { stranger, event }, { byDefault }) {
    const wanted = upload ?? byDefault;
    if (wanted === 'off')
        return 'off';
    // The branch of a merge queue may be gone before the upload is processed.
    if (stranger || (event === 'merge_group' && upload === undefined))
        return 'optional';
    return wanted;
}
/** What the user should know of an upload that is not what was asked for. */
function uploadNotices(options, { stranger }, byDefault) {
    if (!stranger || (options.upload ?? byDefault) === 'off')
        return [];
    return stranger.isReadOnly
        ? [
            `This is a run of ${stranger.who}: its token may not upload, so the upload is skipped and the local gate decides.`,
        ]
        : [
            `This is a run of ${stranger.who}: its token can upload only with \`security-events: write\` in the job, so the upload is optional here.`,
        ];
}
/** Where people look, next to the API: `https://ghe.example/api/v3` and `https://api.tenant.ghe.com` tell it. */
function serverUrlOf({ 'github-api-url': api }, build) {
    if (!api || api === build.apiUrl)
        return build.serverUrl ?? 'https://github.com';
    return api.replace(/\/api\/v3$/, '').replace(/^(https?:\/\/)api\./, '$1');
}


/***/ }),

/***/ 3750:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ variables),
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   S9: () => (/* binding */ choices),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   _E: () => (/* binding */ zadigRepository),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   b9: () => (/* binding */ scanId),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   hW: () => (/* binding */ sha),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   qp: () => (/* binding */ patterns),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _model_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(323);
/* harmony import */ var _model_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7076);
/* harmony import */ var _model_uri_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6723);



const text = (value) => value;
/** Items parted by new lines or commas; blanks and `#` comments are left out. The commas of `*.{js,ts}` part nothing. */
const list = (value) => value
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/s, ''))
    .flatMap((line) => line.split(/,(?![^{}]*\})/))
    .map((item) => item.trim())
    .filter(Boolean);
/** Lines of a filter; blank ones and those that begin with `#` are left out. */
const patterns = (value) => value
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(_model_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternOf */ .I);
/** The words of YAML's core schema and nothing else: a typo must not switch a gate off. */
const boolean = (value) => {
    if (['true', 'True', 'TRUE'].includes(value))
        return true;
    if (['false', 'False', 'FALSE'].includes(value))
        return false;
    throw new Error('write true or false');
};
function choice(...words) {
    return (value) => {
        const found = words.find((word) => word === value);
        if (found !== undefined)
            return found;
        throw new Error(`write ${either(words)}.${(0,_model_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(value, words)}`);
    };
}
const choices = (...words) => (value) => list(value).map(choice(...words));
const unitMs = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
// setTimeout counts in 31 bits; a longer wait would fire at once.
const longestMs = 2 ** 31 - 1;
/** `90`, `90s`, `15m`, `1h`, in milliseconds. Nothing waits for zero seconds or for ever. */
const duration = (value) => {
    const { amount, unit = '' } = /^(?<amount>\d+(?:\.\d+)?)(?<unit>ms|s|m|h)?$/.exec(value)?.groups ?? {};
    const ms = Math.round(Number(amount) * (unitMs[unit] ?? Number.NaN));
    if (Number.isFinite(ms) && ms > 0 && ms <= longestMs)
        return ms;
    throw new Error('write a duration above zero and up to 24 days, as in 90s, 15m or 1h');
};
const count = (value) => {
    if (/^\d{1,9}$/.test(value))
        return Number(value);
    throw new Error('write a whole number, 0 or more');
};
const counts = (value) => list(value).map(count);
const url = (value) => {
    const parsed = (0,_model_uri_js__WEBPACK_IMPORTED_MODULE_2__/* .urlOf */ .rs)(value);
    const { protocol = '', username, password, search, hash } = parsed ?? {};
    if (parsed && /^https?:$/.test(protocol) && !username && !password && !search && !hash)
        return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
    throw new Error('write an address as https://host or https://host/path, without user, query or fragment');
};
const repository = (value) => {
    if (isPath(value, 2))
        return value;
    throw new Error('write owner/name');
};
/** An organisation or enterprise, by the name in its address: letters, digits, dashes and underscores. */
const owner = (value) => {
    if (/^[\w-]+$/.test(value))
        return value;
    throw new Error('write the name as in its address: github.com/NAME, or github.com/enterprises/NAME');
};
/** GitLab nests groups, and Zadig takes all but the last name for the owner. */
const zadigRepository = (value) => {
    if (isPath(value, 20))
        return value;
    throw new Error('write owner/name, or group/subgroup/name');
};
/** The id of a document in Zadig's database. */
const scanId = (value) => {
    if (/^[\da-f]{24}$/i.test(value))
        return value.toLowerCase();
    throw new Error('write the 24 hexadecimal digits that stand after `id=` in the address of the scan');
};
/** Names parted by slashes; `.` and `..` would lead to another address. */
function isPath(value, most) {
    const names = value.split('/');
    return names.length >= 2 && names.length <= most && names.every((name) => /^(?!\.{1,2}$)[\w.-]+$/.test(name));
}
/** 40 hexadecimal digits, or 64 where a repository uses SHA-256. */
const sha = (value) => {
    if (/^(?:[\da-f]{40}|[\da-f]{64})$/i.test(value))
        return value.toLowerCase();
    throw new Error('write the full commit id: 40 hexadecimal digits, or 64');
};
/** What GitHub's upload accepts: `^refs/(heads|tags|pull)/.*$` in its OpenAPI description. */
const ref = (value) => {
    if (/^refs\/(?:heads|tags|pull)\/.+$/.test(value))
        return value;
    throw new Error('write the full name, as in refs/heads/main, refs/tags/v1 or refs/pull/7/merge');
};
/** `KEY=VALUE` lines. */
const variables = (value) => value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
    const at = line.indexOf('=');
    if (at > 0)
        return { key: line.slice(0, at).trim(), value: line.slice(at + 1) };
    throw new Error('write KEY=VALUE, one a line');
});
/** Words as a POSIX shell parts them, with quotes and backslashes, and nothing else of a shell. */
const words = (value) => {
    const found = [];
    const token = /\s+|((?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+)|(.)/gy;
    for (const [, word, rest] of value.matchAll(token)) {
        if (rest === '\\')
            throw new Error('it ends in a backslash, and nothing follows');
        if (rest !== undefined)
            throw new Error(`a quote (${rest}) is opened and not closed`);
        if (word === undefined)
            continue;
        const syntax = shellSyntaxOf(word);
        if (syntax)
            throw new Error(`${syntax} needs a shell, and none is started: ${shellAdvice}`);
        found.push(unquote(word));
    }
    return found;
};
const quoting = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g;
const shellAdvice = 'put the line into a script, let `report` name the file that the tool writes, or quote the word if it is meant as it stands';
/** Pipes, redirections, lists and substitutions, outside quotes: a shell would never hand them over to the program. */
function shellSyntaxOf(word) {
    const [found] = /[|&;<>]+|`|\$\(/.exec(word.replace(quoting, '')) ?? [];
    // Only the operator is told: the word around it may be a secret.
    return found === '`' ? 'a backtick' : found && `\`${found}\``;
}
function unquote(word) {
    return word.replace(quoting, (_, single, double, escaped) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped);
}
function either(items) {
    return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${items.at(-1)}` : (items[0] ?? '');
}


/***/ }),

/***/ 1372:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ zadigScanOptions),
/* harmony export */   Ow: () => (/* binding */ needed),
/* harmony export */   dC: () => (/* binding */ zadigRunOptions)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);
/* harmony import */ var _zadig_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(234);


/** What names a scan, for the commands that start none. */
const zadigScanOptions = ['zadig-url', 'zadig-token', 'zadig-project', 'zadig-scan'];
/** All that a scan may be told, and what tells the branch where nobody says it. */
const zadigRunOptions = [
    ...Object.keys(_zadig_options_js__WEBPACK_IMPORTED_MODULE_1__/* .zadigOptions */ .o).filter((name) => name !== 'zadig'),
    'repository',
    'ref',
    'sha',
    'checkout-path',
];
/** The options with all of these given; throws `UserError` with those that are missing. */
function needed(options, ...names) {
    const missing = names.filter((name) => options[name] === undefined);
    if (missing.length === 0)
        return options;
    const env = missing.includes('zadig-token') ? ' The token comes from ZADIG_TOKEN.' : '';
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`This needs ${missing.map((name) => `\`--${name}\``).join(' and ')}.${env}`);
}


/***/ }),

/***/ 5380:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ zadigBuild),
/* harmony export */   g: () => (/* binding */ unbelieved)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7206);
/* harmony import */ var _model_uri_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6723);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7457);





/**
 * Names of variables that lead this program, or the Git it asks, somewhere else. Inside Zadig each of them may come from a
 * commit message: Zadig makes a variable of every `#KEY=value#` and lets it win over most of its own (aslan, job/utils.go).
 */
function unbelieved(environment) {
    if (environment['ZADIG'] === undefined)
        return [];
    return Object.keys(environment).filter((name) => misleading.test(name));
}
const misleading = /^(?:GITHUB_(?!TOKEN$)|RUNNER_|ACTIONS_|INPUT_|CODESCAN_GATE_|GIT_|NODE_TLS_REJECT_UNAUTHORIZED$|NODE_USE_ENV_PROXY$|http_proxy$|HTTP_PROXY$)/;
/**
 * The build inside a Zadig job, as the `.git` folder that Zadig made tells it. No variable is asked: of those that name the
 * repository, the branch and the pull request, each can be overridden by a commit message. Git's own record of what Zadig
 * fetched cannot. What it cannot tell is a doubt, for the message that asks for a flag.
 */
async function zadigBuild(options, cwd, ask) {
    const build = { platform: 'zadig' };
    const workspace = await checkoutIn(cwd, options['checkout-path'], ask);
    if (workspace === undefined)
        return { ...build, doubts: { repository: noCheckout, ref: noCheckout } };
    const git = (...words) => ask(['git', ...words], workspace);
    const origin = originOf(await git('config', '--local', '--get', 'remote.origin.url'));
    const host = new URL((0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .serverUrlOf */ .Gh)(options, build)).hostname;
    const branches = (await git('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin'))?.split('\n') ?? [];
    const baseBranch = branches.length === 1 ? branches[0] : undefined;
    const { doubt, ...commit } = await fetchedCommit(workspace, baseBranch, git);
    const isOurs = origin?.host === host;
    return {
        ...build,
        workspace,
        repository: isOurs ? origin?.repository : undefined,
        ...commit,
        baseBranch,
        secrets: origin?.secrets,
        doubts: { repository: isOurs ? undefined : `the checkout is not one of ${host}`, ref: doubt },
    };
}
const noCheckout = 'there is no checkout of Git here (`cd` into it, or give `checkout-path`)';
/** Zadig starts scripts one folder above the checkouts. */
async function checkoutIn(cwd, given, ask) {
    const top = await ask(['git', 'rev-parse', '--show-toplevel'], (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, given ?? '.'));
    if (given !== undefined || top !== undefined)
        return top;
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(cwd, { withFileTypes: true }).filter((entry) => entry.isDirectory() && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, entry.name, '.git')));
    if (found.length < 2)
        return found[0] && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, found[0].name);
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`There are several checkouts here (${found.map(({ name }) => name).join(', ')}): \`cd\` into the one to scan, or give \`checkout-path\`.`);
}
/** `https://x-access-token:T@github.com/octo/shop.git`, `ssh://git@host:22/octo/shop.git` or `git@host:octo/shop.git`. */
function originOf(address) {
    const url = (0,_model_uri_js__WEBPACK_IMPORTED_MODULE_4__/* .urlOf */ .rs)(address?.replace(/^(?:[^@/:]+@)?([^/:]+):(?!\/)(.+)$/, 'ssh://$1/$2') ?? '');
    if (!url)
        return undefined;
    const { protocol, hostname, pathname, username, password } = url;
    const secret = password || (protocol === 'ssh:' ? '' : username);
    const path = pathname.replace(/^\//, '').replace(/\.git$/, '');
    const repository = /^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/.test(path) ? path : undefined;
    return { host: hostname, repository, secrets: secret ? [secret, decoded(secret)] : [] };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // A lone percent sign: then it stands for itself.
        return text;
    }
}
/** `0123…\t\tbranch 'main' of https://…`; lines of tags that merely came along are marked `not-for-merge`. */
const fetchLine = /^([\da-f]{40}|[\da-f]{64})\t\t(?:(branch|tag) )?'(\S+)' of /;
/** What Git recorded of Zadig's last fetch, if that is what is checked out. */
async function fetchedCommit(workspace, base, git) {
    const head = await git('rev-parse', 'HEAD');
    if (head === undefined)
        return { doubt: 'Git does not answer for the checkout (a folder of somebody else has to be a `safe.directory`)' };
    const [line, ...more] = fetchedLines((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, (await git('rev-parse', '--git-path', 'FETCH_HEAD')) ?? ''));
    const [, fetched = '', kind, name = ''] = fetchLine.exec(line ?? '') ?? [];
    if (!fetched || more.length > 0)
        return { doubt: 'the checkout does not look like one that Zadig made' };
    const number = kind === undefined && /^refs\/pull\/(\d+)\/head$/.exec(name)?.[1];
    if (number)
        return await pullRequest(Number(number), { head, fetched, base }, git);
    if (kind === undefined)
        return { doubt: 'Zadig fetched a commit, or something else that is neither a branch, a tag nor a pull request' };
    // An annotated tag is an object of its own.
    if ((await git('rev-parse', '--verify', '--quiet', `${fetched}^{commit}`)) !== head)
        return { doubt: movedOn };
    return { ref: `refs/${kind === 'branch' ? 'heads' : 'tags'}/${name}`, sha: head };
}
const movedOn = 'what is checked out is not what was fetched last';
function fetchedLines(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')
            .split('\n')
            .filter((line) => line !== '' && !line.includes('\tnot-for-merge\t'));
    }
    catch {
        // Nothing was fetched into this folder.
        return [];
    }
}
/**
 * Zadig merges the pull request into its base, so what is checked out is a commit that GitHub does not know: the findings
 * go under the pull request's own. Of several pull requests Git's record has only the last.
 */
async function pullRequest(number, { head, fetched, base }, git) {
    const isPlain = head === fetched;
    const merged = isPlain ? [] : await branchesIn('HEAD', git);
    if (!isPlain && (await git('rev-parse', '--verify', '--quiet', `refs/heads/pr${number}`)) !== fetched)
        return { doubt: movedOn };
    if (!isPlain && !merged.includes(number))
        return { doubt: movedOn };
    // A workspace that is kept between tasks still has the branches of pull requests that were merged long ago.
    const old = base === undefined ? [] : await branchesIn(`refs/remotes/origin/${base}`, git);
    const others = merged.filter((other) => other !== number && !old.includes(other));
    if (others.length > 0)
        return {
            doubt: `Zadig merged several pull requests (${[...others, number].join(', ')}), for which GitHub has no ref`,
        };
    return { ref: `refs/pull/${number}/head`, sha: fetched };
}
/** Numbers of the branches `pr<N>` that a commit contains. */
async function branchesIn(commit, git) {
    const names = await git('for-each-ref', '--merged', commit, '--format=%(refname:short)', 'refs/heads/pr*');
    return (names ?? '').split('\n').flatMap((name) => (/^pr\d+$/.test(name) ? [Number(name.slice(2))] : []));
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ zadigOptions)
/* harmony export */ });
/* harmony import */ var _option_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1929);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3750);


/** The code scan in Zadig. */
const zadigOptions = {
    zadig: (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('required', 'optional', 'off'), 'MODE', 'Run a Zadig code scan: `required`, `optional` or `off`.', {
        default: '`required` once `zadig-url` is given',
    }),
    'zadig-url': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ, 'URL', 'The Zadig server.'),
    'zadig-token': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'TOKEN', 'API token of a Zadig user who may run the scan.', { secret: 'ZADIG_TOKEN' }),
    'zadig-project': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'KEY', 'Key of the Zadig project.'),
    'zadig-scan': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'NAME', 'Name of the code scan in Zadig.'),
    'zadig-scan-id': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .scanId */ .b9, 'ID', "The scan's id, as in the address of its page (`?id=…`). With it the reason and the measures of every task are shown, and a task can be cancelled without asking Zadig for the list of all scans.", { default: "from Zadig's list of scans, after a failure" }),
    'zadig-repo': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .zadigRepository */ ._E, 'OWNER/NAME', "The scan's first repository, as Zadig knows it.", {
        default: '`repository`',
    }),
    'zadig-source': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'KIND', "The repository's code host in Zadig: github, gitlab, gitee, gerrit, other.", {
        default: 'github',
    }),
    'zadig-branch': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'NAME', 'The branch to scan; for a pull request its base branch.', {
        default: 'from the build',
    }),
    'zadig-prs': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .counts */ .tQ, 'NUMBERS', 'Pull requests that Zadig merges into the branch before it scans.', {
        default: 'from the build',
    }),
    'zadig-variables': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .variables */ .Ee, 'KEY=VALUE', 'Values for variables that the scan declares, one a line.', {
        private: true,
    }),
    'zadig-definition': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, 'FILE', 'YAML or JSON file that describes the scan (schemas/zadig-definition.schema.json). A scan that Zadig does not have is created from it; Zadig 4.2 and later cannot.'),
    'zadig-timeout': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0, 'TIME', 'How long to wait for the Zadig scan, from when it has left the queue.', {
        default: '30m',
    }),
    'zadig-queue-timeout': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0, 'TIME', "How long the Zadig scan may wait in Zadig's queue.", {
        default: '30m',
    }),
    'zadig-cancel-on-abort': (0,_option_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .u)(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM, 'BOOLEAN', 'Cancel the task in Zadig when its time is over, or when this job is cancelled.', { default: 'true' }),
};


/***/ }),

/***/ 3546:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8179);
/* harmony import */ var _config_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9802);
/* harmony import */ var _config_zadig_build_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5380);
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5093);
/* harmony import */ var _model_version_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2621);
/* harmony import */ var _code_scanning_cli_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1587);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3540);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1183);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(687);
/* harmony import */ var _terminal_host_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6477);
/* harmony import */ var _zadig_cli_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6304);











const host = (0,_terminal_host_js__WEBPACK_IMPORTED_MODULE_8__/* .terminalHost */ .P)(process.argv.includes('--verbose'));
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void (0,_endings_js__WEBPACK_IMPORTED_MODULE_5__/* .interrupted */ .VM)(signal, host, _programs_js__WEBPACK_IMPORTED_MODULE_7__/* .endPrograms */ .vs).then(process.exit));
// `codescan-gate convert … | head` closes our output early; that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : _model_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.error));
const isInZadig = process.env['ZADIG'] !== undefined;
// Before anything is started or asked: what a commit message may have put there.
for (const name of (0,_config_zadig_build_js__WEBPACK_IMPORTED_MODULE_2__/* .unbelieved */ .g)(process.env)) {
    delete process.env[name];
    host.log.debug(`${name} is not believed inside Zadig, and is not handed on.`);
}
const program = new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('codescan-gate')
    .description('Run code scanners, upload their findings as SARIF, run a Zadig scan, and gate on one verdict.')
    .version(_model_version_js__WEBPACK_IMPORTED_MODULE_10__/* .version */ .r)
    .exitOverride();
// What a command does is loaded when it runs: --help and --version must not pay for it.
const commands = () => Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(407), __nccwpck_require__.e(447), __nccwpck_require__.e(17)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9017));
/** Of the commands that end in a verdict; no input of the action, which has outputs of its own. */
const withResults = (command) => command
    .option('--zadig-results <FOLDER>', 'where outputs for later jobs go (default, inside Zadig: /zadig/results)')
    .hook('preAction', () => {
    const { zadigResults = isInZadig ? '/zadig/results' : undefined } = command.opts();
    if (zadigResults)
        host.keepResults(zadigResults);
});
withResults((0,_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .withOptions */ .tq)(program.command('run', { isDefault: true }), _config_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionNames */ .W))
    .description('scan, convert, upload, run Zadig, gate: the whole line (the default command)')
    .allowExcessArguments(false)
    .action(async (raw) => {
    process.exitCode = await (await commands()).runLine(raw, process.env, host);
});
const convertOptions = [
    'format',
    'tool-name',
    'category',
    'own-category',
    'fingerprints',
    'checkout-path',
    'working-directory',
    'filter',
    'filter-severity',
];
(0,_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .withOptions */ .tq)(program.command('convert'), convertOptions)
    .description('turn reports into one SARIF log on standard output')
    .argument('<files...>', 'report files, or globs')
    .action(async (files, raw) => {
    process.exitCode = await (await commands()).convertFiles(files, raw, process.env, host);
});
const uploadOptions = [
    ...convertOptions,
    'sarif-output',
    'over-limit',
    'suppressed',
    'dismissals',
    'github-token',
    'github-api-url',
    'repository',
    'ref',
    'sha',
    'processing-timeout',
    'untrusted-runs',
];
withResults((0,_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .withOptions */ .tq)(program.command('upload'), uploadOptions))
    .description('turn reports into SARIF, upload it to GitHub code scanning, and wait until it is processed')
    .argument('<files...>', 'report files, or globs')
    .action(async (files, raw) => {
    process.exitCode = await (await commands()).uploadFiles(files, raw, process.env, host);
});
const end = (exitCode) => {
    process.exitCode = exitCode;
};
(0,_code_scanning_cli_js__WEBPACK_IMPORTED_MODULE_4__/* .addCodeScanning */ .y)(program, process.env, host, end);
(0,_zadig_cli_js__WEBPACK_IMPORTED_MODULE_9__/* .addZadig */ .Z)(program, process.env, host, end);
program
    .command('formats')
    .description('list the report formats that are read')
    .action(async () => (await commands()).listFormats());
program
    .command('scanners')
    .description('list the scanners that can be run by name')
    .action(async () => (await commands()).listScanners());
try {
    await program.parseAsync();
}
catch (error) {
    // Commander has said what is wrong, or shown what was asked for.
    if (!(error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7))
        throw error;
    process.exitCode = error.exitCode === 0 ? 0 : _model_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.setUp;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1587:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ addCodeScanning)
});

// EXTERNAL MODULE: ./src/config/access.ts
var access = __nccwpck_require__(4174);
// EXTERNAL MODULE: ./src/config/filters.ts
var filters = __nccwpck_require__(8169);
// EXTERNAL MODULE: ./src/entry/flags.ts
var flags = __nccwpck_require__(1183);
;// CONCATENATED MODULE: external "node:readline/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
;// CONCATENATED MODULE: ./src/entry/question.ts

/** Asks on the terminal, on standard error; undefined where nobody sits at one. Only `y` and `yes` are a yes. */
async function onTerminal(question) {
    if (!process.stdin.isTTY)
        return undefined;
    const terminal = (0,promises_namespaceObject.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
    }
    finally {
        terminal.close();
    }
}

;// CONCATENATED MODULE: ./src/entry/code-scanning-cli.ts




/** The commands that talk to GitHub's code scanning and run nothing. */
function addCodeScanning(program, environment, host, end) {
    addAlerts(program, environment, host, end);
    addAnalyses(program, environment, host, end);
}
function addAlerts(program, environment, host, end) {
    const alerts = program.command('alerts').description("GitHub's code-scanning alerts");
    const commands = () => Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(825)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6825));
    const json = ['--json', "print the API's objects as JSON"];
    (0,flags/* withTable */.Pq)((0,flags/* withOptions */.tq)(alerts.command('list'), access/* accessOptions */.P2), filters/* alertFlags */.Mh)
        .description('list alerts; only the open ones unless --state says otherwise')
        .option(...json)
        .action(async (flags) => end(await (await commands()).listAlerts(flags, environment, host)));
    (0,flags/* withOptions */.tq)(alerts.command('show'), access/* accessOptions */.P2)
        .description('show an alert, where it is seen, and the help of its rule')
        .argument('<number>')
        .option(...json)
        .action(async (number, flags) => end(await (await commands()).showAlert(number, flags, environment, host)));
    (0,flags/* withOptions */.tq)(alerts.command('dismiss'), access/* accessOptions */.P2)
        .description('dismiss alerts, in the whole repository')
        .argument('<numbers...>')
        .requiredOption('--reason <WORDS>', '"false positive", "won\'t fix", "used in tests" or "mitigated"')
        .option('--comment <TEXT>', 'why; cut to 280 characters')
        .action(async (numbers, flags) => end(await (await commands()).dismissAlerts(numbers, flags, environment, host)));
    (0,flags/* withOptions */.tq)(alerts.command('reopen'), access/* accessOptions */.P2)
        .description('open dismissed alerts again')
        .argument('<numbers...>')
        .action(async (numbers, flags) => end(await (await commands()).reopenAlerts(numbers, flags, environment, host)));
}
function addAnalyses(program, environment, host, end) {
    const analyses = program.command('analyses').description('what GitHub stored of uploads');
    const commands = () => Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(323)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4323));
    const json = ['--json', "print the API's objects as JSON"];
    (0,flags/* withTable */.Pq)((0,flags/* withOptions */.tq)(analyses.command('list'), access/* accessOptions */.P2), filters/* analysisFlags */.Aw)
        .description('list analyses')
        .option(...json)
        .action(async (flags) => end(await (await commands()).listAnalyses(flags, environment, host)));
    (0,flags/* withOptions */.tq)(analyses.command('show'), access/* accessOptions */.P2)
        .description('show an analysis')
        .argument('<id>')
        .option(...json)
        .option('--sarif', 'print the SARIF that GitHub kept of it, with the numbers of the alerts')
        .action(async (id, flags) => end(await (await commands()).showAnalysis(id, flags, environment, host)));
    (0,flags/* withOptions */.tq)(analyses.command('delete'), access/* accessOptions */.P2)
        .description('delete the newest analysis of a ref, tool and category: the only one GitHub lets go')
        .argument('<id>', 'of an analysis that the list shows as deletable')
        .option('--all', 'go on with the older ones of the same ref, tool and category')
        .option('--confirm-delete', 'also the last one, with which the history of its alerts is lost')
        .option('--yes', 'the same as --confirm-delete')
        .action(async (id, flags) => end(await (await commands()).deleteAnalyses(id, flags, environment, { ...host, confirm: onTerminal })));
}


/***/ }),

/***/ 3540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VM: () => (/* binding */ interrupted),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* unused harmony export interruptedBy */
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7206);
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5093);
/* harmony import */ var _render_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4566);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(947);
/* harmony import */ var _interruptions_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2348);





/** Runs something; says what went wrong, sets the outputs all the same, and returns the exit code. */
async function explained(host, work) {
    try {
        return await work();
    }
    catch (error) {
        const exitCode = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotEvaluated */ .td || !(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) ? _model_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.error : _model_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.setUp;
        const message = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
            ? error.message
            : `This is a bug in codescan-gate; please report it: ${(0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        if (error instanceof Error && !(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            host.log.debug(error.stack ?? '');
        await leave(message, exitCode, host);
        return exitCode;
    }
}
/** All that can be left behind when there is no verdict: why, and the outputs. */
function leave(message, exitCode, host) {
    const outputs = (0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .outputsWithout */ .fo)(message, exitCode);
    return host.publish({ annotations: [], outputs, summary: (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .summaryWithout */ .l6)(message), failure: message });
}
/** 128 and the number of the signal, as shells count. */
const interruptedBy = { SIGINT: 130, SIGTERM: 143 };
/** Ends what was started, here and elsewhere, and leaves the outputs behind, when somebody cancels the job. */
async function interrupted(signal, host, endPrograms) {
    const exitCode = interruptedBy[signal];
    await Promise.all([endPrograms(), (0,_interruptions_js__WEBPACK_IMPORTED_MODULE_4__/* .tidyUp */ .g)()]);
    await leave(`Interrupted by ${signal} before there was a verdict.`, exitCode, host);
    return exitCode;
}


/***/ }),

/***/ 1183:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ withTable),
/* harmony export */   UD: () => (/* binding */ rawOf),
/* harmony export */   tq: () => (/* binding */ withOptions)
/* harmony export */ });
/* harmony import */ var _config_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9802);

/** The same flags as the action's inputs, from the same table. */
function withOptions(command, names) {
    return withTable(command, Object.fromEntries(names.map((name) => [name, _config_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .f[name]])));
}
/** Flags from any table of options. */
function withTable(command, table) {
    if (!command.options.some(({ long }) => long === '--verbose'))
        command.option('--verbose', 'say more on standard error');
    for (const [name, { value, help, default: byDefault, secret }] of Object.entries(table)) {
        const defaultText = byDefault && !secret ? ` (default: ${byDefault})` : '';
        const secretText = secret ? ` (default: the environment's ${secret})` : '';
        command.option(`--${name} <${value}>`, `${help}${defaultText}${secretText}`.replaceAll('`', ''));
    }
    return command.exitOverride();
}
/** Commander hands flags over in camel case; the tables have them with dashes. Switches are not among them. */
function rawOf(flags) {
    const named = Object.entries(flags).map(([key, value]) => [
        key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
    ]);
    return Object.fromEntries(named.filter(([, value]) => typeof value === 'string'));
}


/***/ }),

/***/ 2348:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ tidyUp),
/* harmony export */   n: () => (/* binding */ onInterrupt)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const works = new Set();
/** GitHub's runner sends SIGTERM 7.5 s after SIGINT, and ends the step 2.5 s after that. */
const graceMs = 5000;
const onInterrupt = (work) => {
    works.add(work);
    return () => void works.delete(work);
};
/** Does, once, what was asked for; whoever is not ready in time is left behind. */
async function tidyUp() {
    const todo = [...works].map((work) => work().catch(() => undefined));
    works.clear();
    if (todo.length > 0)
        await Promise.race([Promise.all(todo), (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(graceMs, undefined, { ref: false })]);
}


/***/ }),

/***/ 687:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g7: () => (/* binding */ execute),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   vs: () => (/* binding */ endPrograms)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_host_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5051);




const isWindows = process.platform === 'win32';
const running = new Set();
const keptOfStderr = 64 * 1024;
/** How long a program may take to go after it was asked to, and to let go of its pipes after it went. */
const graceMs = 3000;
/** Runs a program, never through a shell, as the head of a process group of its own, so that all of it can be ended. */
async function execute(command) {
    try {
        return await watch(start(command), command.timeoutMs);
    }
    catch (error) {
        // Node throws some of the system's refusals (a file without `#!`, too many arguments) and reports others.
        return notStarted(error);
    }
}
function start({ words: [program = '', ...args], cwd }) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: withoutInputs(process.env),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: !isWindows,
        windowsHide: true,
    });
}
/** The system's reason goes where a program would have put its own. */
function notStarted(error) {
    if (error.code === undefined)
        throw error;
    return { missing: true, timedOut: false, overflow: false, stdout: new Uint8Array(), stderr: error.message };
}
async function watch(child, timeoutMs) {
    running.add(child);
    const output = gather(child);
    let ending;
    const alarm = setTimeout(() => {
        ending = endTree(child);
    }, timeoutMs);
    try {
        const end = await ended(child);
        // The head may be gone while its tree still resists.
        await ending;
        return { ...end, timedOut: ending !== undefined, ...output() };
    }
    finally {
        clearTimeout(alarm);
        running.delete(child);
    }
}
/** The inputs of the action hold the tokens; a scanner has no business with them. */
function withoutInputs(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT_|ZADIG_TOKEN$)/i.test(name)));
}
function gather(child) {
    const chunks = [];
    let length = 0;
    let stderr = Buffer.alloc(0);
    child.stdout?.on('data', (chunk) => {
        length += chunk.length;
        if (length <= _model_host_js__WEBPACK_IMPORTED_MODULE_3__/* .longestReport */ .p)
            chunks.push(chunk);
    });
    child.stderr?.on('data', (chunk) => {
        stderr = Buffer.concat([stderr, chunk]).subarray(-keptOfStderr);
    });
    return () => ({ stdout: Buffer.concat(chunks), stderr: stderr.toString('utf8'), overflow: length > _model_host_js__WEBPACK_IMPORTED_MODULE_3__/* .longestReport */ .p });
}
/** Waits for the end and for the pipes; a daemon that keeps a pipe open does not keep us. */
function ended(child) {
    return new Promise((resolve, reject) => {
        const done = (code, signal) => resolve({ exitCode: code ?? undefined, signal: signal ?? undefined, missing: false });
        child.on('error', reject);
        child.on('close', done);
        child.on('exit', (code, signal) => {
            setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
                done(code, signal);
            }, graceMs).unref();
        });
    });
}
/** Asks the whole tree to go, and after a moment makes it go: what is left when this ends is not ours. */
async function endTree(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    if (isWindows) {
        await (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('taskkill', ['/pid', String(pid), '/T', '/F']).catch(() => undefined);
        return;
    }
    const tree = await descendantsOf(pid);
    signalAll(pid, tree, 'SIGTERM');
    for (let waitedMs = 0; waitedMs < graceMs / 2 && signalAll(pid, tree, 0); waitedMs += 50)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(50);
    signalAll(pid, tree, 'SIGKILL');
}
/** Whether there was anybody left to get the signal; 0 only asks. */
function signalAll(group, pids, signal) {
    return [-group, ...pids].filter((target) => signalled(target, signal)).length > 0;
}
function signalled(target, signal) {
    try {
        return process.kill(target, signal);
    }
    catch {
        // Gone already.
        return false;
    }
}
/** Also finds what has left the process group. Without `ps` the group has to do. */
async function descendantsOf(pid) {
    try {
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
        const pairs = stdout
            .trim()
            .split('\n')
            .map((line) => line.trim().split(/\s+/).map(Number));
        const childrenOf = (parent) => pairs.filter(([, owner]) => owner === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)]);
        return childrenOf(pid);
    }
    catch {
        return [];
    }
}
/** Ends everything that still runs; for when we are told to stop ourselves. */
async function endPrograms() {
    await Promise.all([...running].map(endTree));
}
/** Short questions go through the toolkit, which finds programs on every platform; it is loaded only when asked. */
const ask = async ([program = '', ...args], cwd) => {
    try {
        const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 1260));
        const { exitCode, stdout } = await getExecOutput(program, args, { cwd, silent: true, ignoreReturnCode: true });
        return exitCode === 0 ? stdout.trim() || undefined : undefined;
    }
    catch {
        // Not installed: there is no answer.
        return undefined;
    }
};


/***/ }),

/***/ 6477:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ terminalHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __nccwpck_require__(7206);
;// CONCATENATED MODULE: ./src/render/results.ts
/** What the files of our outputs may come to, as the JSON that Zadig makes of all outputs of a job: beyond 4096 bytes it fails the job (jobexecutor, job.go). The rest is for outputs of the job's own. */
const mostBytes = 3072;
/**
 * Outputs as Zadig's jobs hand them on: a name of letters, digits and underscores (aslan, `outputNameRegex`), a value of one
 * line. What does not fit is cut, the verdict's sentence first, or left empty: half an address leads nowhere.
 */
function resultsOf(outputs) {
    const results = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name.replaceAll('-', '_'), value.replace(/\s*[\r\n]+\s*/g, ' ')]));
    const { reason } = results;
    if (reason !== undefined && bytesOf(results) > mostBytes)
        results['reason'] = `${[...reason].slice(0, 80).join('')}…`;
    const longest = Object.keys(results).sort((a, b) => (results[b] ?? '').length - (results[a] ?? '').length);
    for (const name of longest) {
        if (bytesOf(results) <= mostBytes)
            break;
        results[name] = '';
    }
    return results;
}
/** As Go writes it: `<`, `>` and `&` take six bytes each. */
function bytesOf(results) {
    const json = JSON.stringify(Object.entries(results).map(([name, value]) => ({ name, value })));
    return new TextEncoder().encode(json.replace(/[<>&\u2028\u2029]/g, '\\u0000')).length;
}

// EXTERNAL MODULE: ./src/entry/interruptions.ts
var interruptions = __nccwpck_require__(2348);
// EXTERNAL MODULE: ./src/entry/programs.ts
var programs = __nccwpck_require__(687);
// EXTERNAL MODULE: ./src/render/markdown.ts
var markdown = __nccwpck_require__(2495);
// EXTERNAL MODULE: ./src/render/plain.ts
var plain = __nccwpck_require__(4404);
;// CONCATENATED MODULE: ./src/entry/secrets.ts


/** Text as it may be printed. A secret that a terminal escape parts comes together when the escape is taken out. */
function printable({ redact }) {
    return (text) => redact((0,plain/* plain */.pj)(redact(text)));
}
/** What a program said on standard error is quoted in parts, and a part of a secret would not be known again. */
function discreet({ redact }, execute) {
    return async (command) => {
        const execution = await execute(command);
        return { ...execution, stderr: redact(execution.stderr) };
    };
}
/** A shorter "secret" would black out half the log without protecting anything. */
const shortest = 4;
function redactor() {
    let forms = [];
    return {
        add(secrets) {
            const added = secrets.filter((secret) => secret !== undefined).flatMap(formsOf);
            // The longest first, or a part of a form would be cut out of it and leave the rest.
            forms = [...new Set([...forms, ...added])].sort((a, b) => b.length - a.length);
            return added;
        },
        redact: (text) => forms.reduce((rest, form) => rest.replaceAll(form, '***'), text),
    };
}
function formsOf(secret) {
    // A secret of several lines is printed line by line, too.
    const parts = [secret, ...secret.split(/\r?\n/)].filter((part) => part.trim().length >= shortest);
    const forms = parts.flatMap((part) => [
        part,
        encodeURIComponent(part.toWellFormed()),
        JSON.stringify(part).slice(1, -1),
        base64(part),
        base64(`x-access-token:${part}`),
        // The summary is Markdown, where `ghp_…` stands as `ghp\_…`.
        (0,markdown/* escaped */.Mk)(part),
    ]);
    return [...new Set(forms)].filter((form) => form.length >= shortest);
}
function base64(text) {
    return Buffer.from(text).toString('base64').replace(/=+$/, '');
}

;// CONCATENATED MODULE: ./src/entry/terminal-host.ts










/** A terminal, or the log of any other CI: progress on standard error, results on standard output. */
function terminalHost(verbose) {
    let results;
    const secrets = redactor();
    const safe = printable(secrets);
    const say = (message) => void process.stderr.write(`${safe(message)}\n`);
    return {
        cwd: process.cwd(),
        tempFolder: () => (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_namespaceObject.tmpdir)(), 'codescan-gate-')),
        log: {
            debug: (message) => {
                if (verbose)
                    say(message);
            },
            info: say,
            warn: (message) => say(`Warning: ${message}`),
            error: say,
        },
        exec: discreet(secrets, programs/* execute */.g7),
        ask: programs/* ask */.kA,
        sleep: async (ms) => void (await (0,external_node_timers_promises_.setTimeout)(ms)),
        now: Date.now,
        mask: (values) => void secrets.add(values),
        redact: secrets.redact,
        onInterrupt: interruptions/* onInterrupt */.n,
        keepResults(folder) {
            results = folder;
        },
        publish: async ({ table, failure, outputs }) => {
            if (table)
                process.stdout.write(`${safe(table)}\n`);
            else if (failure)
                say(failure);
            try {
                if (results !== undefined && (0,external_node_fs_.existsSync)(results))
                    await writeResults(results, outputs, safe);
            }
            catch (error) {
                // Outputs that cannot be written must not change the verdict.
                say(`Warning: The outputs were not written into ${results}: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        },
    };
}
async function writeResults(folder, outputs, safe) {
    for (const [name, value] of Object.entries(resultsOf(outputs)))
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), safe(value));
}


/***/ }),

/***/ 6304:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ addZadig)
/* harmony export */ });
/* harmony import */ var _config_zadig_access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1372);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1183);


/** The commands that talk to Zadig alone. */
function addZadig(program, environment, host, end) {
    const zadig = program.command('zadig').description('code scans of Zadig');
    const commands = () => Promise.all(/* import() */[__nccwpck_require__.e(447), __nccwpck_require__.e(60)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9060));
    const json = ['--json', 'print JSON'];
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .withOptions */ .tq)(zadig.command('create'), _config_zadig_access_js__WEBPACK_IMPORTED_MODULE_0__/* .zadigScanOptions */ .Hn)
        .description('create a scan; one that exists is left as it is (Zadig 4.2 and later cannot)')
        .argument('<file>', 'YAML or JSON, as schemas/zadig-definition.schema.json has it')
        .option(...json)
        .action(async (file, flags) => end(await (await commands()).createFrom(file, flags, environment, host)));
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .withOptions */ .tq)(zadig.command('run'), _config_zadig_access_js__WEBPACK_IMPORTED_MODULE_0__/* .zadigRunOptions */ .dC)
        .description('start a scan and wait for its end: 0 passed, 1 failed, 3 not evaluated')
        .allowExcessArguments(false)
        .option(...json)
        .action(async (flags) => end(await (await commands()).runScan(flags, environment, host)));
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .withOptions */ .tq)(zadig.command('status'), [..._config_zadig_access_js__WEBPACK_IMPORTED_MODULE_0__/* .zadigScanOptions */ .Hn, 'zadig-repo', 'zadig-branch', 'zadig-timeout'])
        .description('how a task stands: 0 passed, 1 failed, 3 not evaluated or not ended')
        .argument('<task>', 'its number')
        .option('--wait', 'until it has ended, or zadig-timeout is over')
        .option(...json)
        .action(async (task, flags) => end(await (await commands()).showTask(task, flags, environment, host)));
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .withOptions */ .tq)(zadig.command('cancel'), [..._config_zadig_access_js__WEBPACK_IMPORTED_MODULE_0__/* .zadigScanOptions */ .Hn, 'zadig-scan-id'])
        .description('cancel a task')
        .argument('<task>', 'its number')
        .option('--scan-id <ID>', 'the same as --zadig-scan-id')
        .option(...json)
        .action(async (task, flags) => end(await (await commands()).cancelScan(task, flags, environment, host)));
}


/***/ }),

/***/ 7206:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _7: () => (/* binding */ ServiceError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   sx: () => (/* binding */ UnreadableReport),
/* harmony export */   td: () => (/* binding */ NotEvaluated),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** A failure the user can mend; its message is a sentence that says how. Reaching `main`, it means a wrong set-up. */
class UserError extends Error {
    name = 'UserError';
}
/** Something that was asked for could not be evaluated: never a pass, and not the code's fault either. */
class NotEvaluated extends UserError {
    name = 'NotEvaluated';
}
/** A report that is not in the format it was said to be in. The message does not name the file: `convert` adds that. */
class UnreadableReport extends NotEvaluated {
    name = 'UnreadableReport';
}
/** A remote service that refused, failed, or did not answer. `status` is the HTTP status, where there was an answer. */
class ServiceError extends NotEvaluated {
    name = 'ServiceError';
    status;
    /** How long the service asks to be left alone. */
    waitMs;
    constructor(message, status, { waitMs, ...options } = {}) {
        super(message, options);
        this.status = status;
        this.waitMs = waitMs;
    }
}
/** The message of whatever was thrown. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 5051:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ longestReport)
/* harmony export */ });
/** Bytes of a report that can be read: one string of V8 holds half a gigabyte, less a little, and it is parsed at once. */
const longestReport = 512 * 1024 * 1024 - 1024;


/***/ }),

/***/ 5093:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ advicesOf),
/* harmony export */   Vm: () => (/* binding */ uploadsVariable),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   lT: () => (/* binding */ isBlocked)
/* harmony export */ });
/** The environment variable by which a step tells the next ones of its job what has been uploaded, a line each. */
const uploadsVariable = 'CODESCAN_GATE_UPLOADS';
/** Whether the findings that a gate counts are in the way; if not, they are tolerated. */
function isBlocked({ conditions }) {
    return conditions.some(({ isLimit, result }) => isLimit && result === 'fail');
}
/** What to do, each once, in the order of the conditions. */
function advicesOf(conditions) {
    return [...new Set(conditions.map(({ advice }) => advice).filter((advice) => advice !== undefined))];
}
/** 0 pass, warn or skipped; 1 the gate failed; 2 wrong set-up; 3 could not be evaluated. */
const exitCodes = { pass: 0, warn: 0, skipped: 0, fail: 1, setUp: 2, error: 3 };


/***/ }),

/***/ 323:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patternOf),
/* harmony export */   k: () => (/* binding */ globOf)
/* harmony export */ });
/**
 * Reads `[+-]path-glob[:rule-glob]`, the line syntax of GitHub's advanced-security/filter-sarif: `+` and `**` go
 * without saying, and `\` takes the meaning off `+`, `-`, `:` and `\`. Throws an `Error` that says what is wrong.
 */
function patternOf(line) {
    const sign = /^[+-]/.exec(line)?.[0];
    const [path = '', rule = '', ...more] = partsOf(sign ? line.slice(1) : line);
    if (more.length > 0)
        throw new Error(`\`${line}\` has two colons: write \`\\:\` for one that is part of a path or rule`);
    const matchesPath = glob(path, line);
    const matchesRule = glob(rule || '**', line);
    return { line, includes: sign !== '-', matchesPath, matchesRule };
}
/** Parted at the colons that are not escaped; an escape that means nothing here is left to the glob. */
function partsOf(text) {
    const parts = [''];
    for (const [token] of text.matchAll(/\\[+\-:\\]|./gsu)) {
        if (token === ':')
            parts.push('');
        else
            parts[parts.length - 1] += token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
    }
    return parts;
}
/** The same globs for whole texts of any kind: `*` and `?` do not pass a slash. Throws an `Error` for a misplaced `**`. */
function globOf(text) {
    return glob(text, text);
}
/** `*` and `?` stay within a name, `**` stands for whole names, none included; `\` takes a meaning off. */
function glob(text, line) {
    const names = text.replace(/\/+$/, '').split('/');
    const steps = names.map((name) => (name === '**' ? '*' : wildcardsOf(name, line)));
    return (candidate) => fits(steps, candidate.replace(/[/\\]+$/, '').split(/[/\\]/), nameFits);
}
function wildcardsOf(name, line) {
    if (/(?<!\\)\*\*/.test(name))
        throw new Error(`\`${line}\`: \`**\` stands alone between slashes, as in \`src/**/*.js\``);
    return [...name.matchAll(/\\(.)|./gsu)].map(([token, escaped]) => {
        if (escaped !== undefined)
            return { literal: escaped };
        return token === '*' || token === '?' ? token : { literal: token };
    });
}
function nameFits(wildcards, name) {
    return fits(wildcards, [...name], (wildcard, letter) => wildcard === '?' || wildcard.literal === letter);
}
/**
 * Whether the steps, of which `*` stands for any number of items, take all items. Only the last `*` is ever tried
 * again, so the time is at most steps times items whatever anybody writes.
 */
function fits(steps, items, agrees) {
    let step = 0;
    let star = -1;
    let resume = 0;
    for (let item = 0; item < items.length;) {
        const wanted = steps[step];
        if (wanted === '*') {
            star = step++;
            resume = item;
        }
        else if (wanted !== undefined && agrees(wanted, items[item])) {
            step++;
            item++;
        }
        else if (star >= 0) {
            step = star + 1;
            item = ++resume;
        }
        else
            return false;
    }
    return steps.slice(step).every((left) => left === '*');
}


/***/ }),

/***/ 7076:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ didYouMean)
});

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ./src/model/suggest.ts

/** ` Did you mean …?` with the nearest known word, or nothing when none is near. Starts with a space. */
function didYouMean(word, known) {
    const nearest = known
        .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
        .sort((a, b) => a.distance - b.distance)[0];
    const near = nearest && nearest.distance <= Math.max(2, word.length / 3);
    return near ? ` Did you mean \`${nearest.candidate}\`?` : '';
}


/***/ }),

/***/ 6723:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   R7: () => (/* binding */ pathOfUri),
/* harmony export */   Te: () => (/* binding */ uriOfPath),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   rs: () => (/* binding */ urlOf)
/* harmony export */ });
/** A path as a scanner prints it, as a URI reference: percent-encoded, with slashes, absolute ones as `file:///…`. */
function uriOfPath(path) {
    const slashed = /^[A-Za-z]:[\\/]/.test(path) || !path.includes('/') ? path.replaceAll('\\', '/') : path;
    if (/^[A-Za-z]:\//.test(slashed))
        return `file:///${slashed.slice(0, 2)}${encodePath(slashed.slice(2))}`;
    return slashed.startsWith('/') ? `file://${encodePath(slashed)}` : encodePath(slashed.replace(/^(?:\.\/)+/, ''));
}
/** What RFC 3986 does not let into a path, a query or a fragment. */
const unfit = /%(?![\da-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]|(?<=#.*)#/gi;
/**
 * The URL that a text is; undefined for what is none. Not by `URL.canParse`, which in Node 20 says no to `https://ü.example`
 * once it has been called often (its quick path takes Latin-1 for UTF-8).
 */
function urlOf(text) {
    try {
        return new URL(text);
    }
    catch {
        return undefined;
    }
}
/** An absolute address as RFC 3986 spells it, whatever else a browser lets pass; undefined for what is none. */
function addressOf(text) {
    const url = urlOf(text);
    if (!url || text.search(unfit) === -1)
        return url && text;
    const { href } = url;
    const authority = /^[^:]*:(?:\/\/[^/?#]*)?/.exec(href)?.[0] ?? '';
    return authority + href.slice(authority.length).replace(unfit, encodeURIComponent);
}
/** The path that a URI reference without a scheme stands for; undefined when its escapes are broken. */
function pathOfUri(uri) {
    if (!uri.includes('%'))
        return uri;
    try {
        return decodeURIComponent(uri);
    }
    catch {
        return undefined;
    }
}
/** Each segment encoded: what a URI may not hold, and the colon, which would make `a:b` a scheme. */
function encodePath(path) {
    return path.split('/').map(encodeSegment).join('/');
}
function encodeSegment(segment) {
    // A lone surrogate (a broken file name) cannot be encoded; what it stood for is lost in UTF-8 anyway.
    const clean = segment.isWellFormed?.() === false ? segment.toWellFormed() : segment;
    return encodeURIComponent(clean).replace(/%(?:40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}


/***/ }),

/***/ 2621:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this program; a test keeps it equal to package.json's. */
const version = '0.1.0';


/***/ }),

/***/ 2495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _model_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6723);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4404);


/** Foreign text inside Markdown: no markup, no HTML, no mention of people or issues, no address to click, one line. */
function escaped(text) {
    return noList(inert((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)));
}
/** What starts a paragraph with a dash or a number is no list. */
function noList(line) {
    return line.replace(/^(\d{1,9})(?=[.)])|^(?=[-+])/, '$1\\');
}
function inert(line) {
    return (line
        .replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
        .replace(/&/g, '&amp;')
        // GitHub looks for these in the finished text, where no backslash is left: only a character between helps.
        .replace(/[@#](?=\w)|:(?=\/\/)|www(?=\.)|\bgh(?=-\d)/gi, '$&\u200b'));
}
/** A sentence of ours with foreign words in it: what stands between backticks becomes code, nothing else is markup. */
function prose(text) {
    const line = (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text);
    // Longer runs of backticks are somebody's own Markdown: shown as they are.
    if (line.includes('``'))
        return escaped(line);
    const parts = line.split('`');
    const last = parts.length - 1;
    const told = parts.map((part, at) => {
        if (at % 2 === 0)
            return inert(part);
        return at === last ? inert(`\`${part}`) : code(part);
    });
    return noList(told.join(''));
}
/** Foreign text as code. Backticks and pipes, which could end the code or the cell of a table, become entities. */
function code(text) {
    const line = (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text);
    if (line === '')
        return '';
    if (!/[`|]/.test(line))
        return `\`${line}\``;
    return `<code>${line.replace(/[^\w\s./,:]|_|www|:\/\//gi, entities)}</code>`;
}
function entities(text) {
    return [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
}
/** Longer ones are no addresses that anybody wrote; they would only eat the room of the summary. */
const longestUrl = 2000;
/** A link, when the address is http(s); else only its text, which must be Markdown already. */
function link(text, url) {
    const address = url && url.length <= longestUrl && /^https?:\/\//i.test(url) ? (0,_model_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .urlOf */ .rs)(url) : undefined;
    if (!address)
        return text;
    const { origin, pathname, search, hash } = address;
    return `[${text}](${origin}${`${pathname}${search}${hash}`.replace(/[()[\]|\\`<>]/g, percent)})`;
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** `alignment` has one letter a column: `l`, `r` or `c`. */
function table(head, rows, alignment = '') {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const marks = head.map((_, column) => ({ r: '--:', c: ':-:' })[alignment[column] ?? ''] ?? '---');
    return [line(head), `|${marks.join('|')}|`, ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 4566:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   fo: () => (/* binding */ outputsWithout)
/* harmony export */ });
/* unused harmony export outputs */
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4404);

/** Every output of the action, with what it says before anything is known: all are set on every path. */
const outputs = {
    verdict: { help: '`pass`, `warn`, `fail`, `error` or `skipped`.', unknown: 'error' },
    passed: { help: '`true` when the job may go on.', unknown: 'false' },
    'exit-code': {
        help: '0 pass, warn or skipped; 1 the gate failed; 2 wrong set-up; 3 could not be evaluated.',
        unknown: '3',
    },
    reason: { help: 'The verdict in one line.', unknown: '' },
    'findings-total': { help: 'Findings that nobody accepted.', unknown: '' },
    'findings-new': { help: 'Findings that were not there before; empty where nothing was compared.', unknown: '' },
    'findings-fixed': { help: 'Findings that are gone; empty where nothing was compared.', unknown: '' },
    'findings-excepted': {
        help: 'Findings that are suppressed, dismissed on GitHub, or excepted by the policy.',
        unknown: '',
    },
    'findings-blocking': { help: 'Findings that the gates count that can fail the job.', unknown: '' },
    counts: { help: 'Findings by severity, as JSON.', unknown: '{}' },
    'failed-gates': { help: 'Ids of the conditions that do not hold, as JSON.', unknown: '[]' },
    'new-source': { help: 'By what findings were told to be new: `baseline`, `base-branch` or `diff`.', unknown: '' },
    'base-commit': { help: 'The commit that was compared with.', unknown: '' },
    'sarif-path': { help: 'Where the SARIF is.', unknown: '' },
    'upload-status': { help: '`complete`, `failed`, `pending`, `error` or `skipped`.', unknown: 'skipped' },
    'sarif-id': { help: "GitHub's id of the upload.", unknown: '' },
    'analysis-url': { help: 'Where the alerts are seen.', unknown: '' },
    'zadig-status': { help: "Zadig's word for how the task stands, `error`, or `skipped`.", unknown: 'skipped' },
    'zadig-task-id': { help: 'Number of the Zadig task.', unknown: '' },
    'zadig-url': { help: 'Where the Zadig scan is seen.', unknown: '' },
};
/** For runs that ended before there was an outcome. */
function outputsWithout(reason, exitCode) {
    const unknown = Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, output.unknown]));
    return { ...unknown, reason: (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(reason), 'exit-code': String(exitCode) };
}
function outputsOf(outcome) {
    const { verdict, exitCode, conditions, upload, zadig } = outcome;
    return {
        ...outputsWithout(outcome.reason, exitCode),
        verdict,
        passed: String(exitCode === 0),
        'findings-total': String(outcome.total),
        'findings-blocking': String(outcome.blocking.length),
        'findings-new': String(outcome.newFindings ?? ''),
        'findings-fixed': String(outcome.fixedFindings ?? ''),
        'findings-excepted': String(outcome.accepted.length),
        counts: JSON.stringify(outcome.counts),
        'new-source': outcome.comparison?.status === 'done' ? outcome.comparison.value.source : '',
        'base-commit': outcome.comparison?.status === 'done' ? (outcome.comparison.value.commit ?? '') : '',
        'failed-gates': JSON.stringify(conditions.filter(({ result }) => result === 'fail' || result === 'error').map(({ id }) => id)),
        'sarif-path': outcome.sarifPath ?? '',
        ...(upload.status === 'failed' && { 'upload-status': 'error' }),
        ...(upload.status === 'done' && {
            'upload-status': upload.value.status,
            'sarif-id': upload.value.id,
            'analysis-url': upload.value.url,
        }),
        ...(zadig.status === 'failed' && { 'zadig-status': 'error' }),
        ...(zadig.status === 'done' && {
            'zadig-status': (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(zadig.value.status),
            'zadig-task-id': String(zadig.value.taskId),
            'zadig-url': zadig.value.url,
        }),
    };
}


/***/ }),

/***/ 4404:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/**
 * Text of scanners, servers and reports, made safe to print: no control characters or terminal escapes, no characters
 * that turn the reading direction, and nothing that GitHub's runner would take for a workflow command. The runner reads
 * `::command::` at the start of a line and `##[command]` anywhere, on both streams.
 */
function plain(text) {
    return text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(escapes, '')
        .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .replace(/^([^\S\n\u2028\u2029]*):(?=:)/gm, '$1: ')
        .replace(/##(?=\[)/g, '## ');
}
/** Terminal escapes whole, so that their letters do not stay behind: CSI, OSC up to its end, and two-letter ones. */
const escapes = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g;
/** On one line, for a table or a sentence. */
function oneLine(text) {
    return plain(text).replace(/\s+/g, ' ').trim();
}
/** Cut to a number of UTF-16 units, never through the middle of a character. */
function cut(text, length) {
    if (text.length <= length)
        return text;
    return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  YG: () => (/* binding */ summaryOf),
  l6: () => (/* binding */ summaryWithout),
  Gg: () => (/* binding */ titleOf)
});

// EXTERNAL MODULE: ./src/model/outcome.ts
var model_outcome = __nccwpck_require__(5093);
// EXTERNAL MODULE: ./src/model/uri.ts
var uri = __nccwpck_require__(6723);
// EXTERNAL MODULE: ./src/render/markdown.ts
var markdown = __nccwpck_require__(2495);
// EXTERNAL MODULE: ./src/render/plain.ts
var plain = __nccwpck_require__(4404);
;// CONCATENATED MODULE: ./src/render/findings.ts



/** The first few findings, and how many there are beyond them. */
function findingsTable(alerts, rows, context) {
    if (alerts.length === 0)
        return '';
    const shown = alerts.slice(0, rows);
    const rest = alerts.length - shown.length;
    const list = shown.map((alert) => [
        severity(alert),
        place(alert, context),
        rule(alert),
        (0,markdown/* prose */.CS)((0,plain/* cut */.Jj)(alert.message, longest.message)),
    ]);
    return [
        shown.length > 0 && (0,markdown/* table */.tp)(['Severity', 'Where', 'Rule', 'Message'], list),
        rest > 0 && `…and ${rest} more: the SARIF has them all.`,
    ]
        .filter(Boolean)
        .join('\n\n');
}
const longest = { message: 500, rule: 200, file: 300, cwes: 3 };
function severity({ severity: word, countsAs, score, level }) {
    if (word === 'unknown')
        return `unknown (treated as ${countsAs})`;
    return score === undefined ? `${word} (${level})` : `${word} ${score.toFixed(1)}`;
}
function place({ file, line }, { blobUrl }) {
    if (!file)
        return '';
    const anchor = line === undefined ? '' : `#L${line}`;
    const url = blobUrl && isInRepository(file) ? `${blobUrl}${(0,uri/* encodePath */.O0)(file)}${anchor}` : undefined;
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(`${tail(file)}${line === undefined ? '' : `:${line}`}`), url);
}
/** An absolute path, one that leaves the checkout, or an address of another kind is not to be found under `blobUrl`. */
function isInRepository(file) {
    return !/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(file) && !file.split('/').includes('..');
}
/** The end of a path says more than its start. */
function tail(file) {
    return file.length <= longest.file ? file : `…${file.slice(1 - longest.file).toWellFormed()}`;
}
function rule({ rule: id, url, cwes }) {
    return [(0,markdown/* link */.nf)((0,markdown/* code */.aY)((0,plain/* cut */.Jj)(id, longest.rule)), url), ...cwes.slice(0, longest.cwes)].join(' ');
}

// EXTERNAL MODULE: ./src/render/zadig.ts
var zadig = __nccwpck_require__(4295);
;// CONCATENATED MODULE: ./src/render/summary.ts





const icons = {
    pass: '✅',
    note: 'ℹ️',
    warn: '⚠️',
    fail: '❌',
    error: '🟥',
    skipped: '⏭️',
    'not-applicable': '➖',
};
const most = 50;
/** The runner drops a whole summary over 1 MiB; far below that, a reader has given up anyway. */
const budget = 900 * 1024;
const summary_longest = { sentence: 600, block: 5000 };
/** The job summary: whether it passed and why, the conditions, what blocks, what to do, and where to look. */
function summaryOf(outcome, context) {
    const { conditions, notices = [] } = outcome;
    const told = notices.map((notice) => `- ${(0,markdown/* prose */.CS)((0,plain/* cut */.Jj)(notice, summary_longest.sentence))}`).join('\n');
    const head = [
        heading(outcome),
        conditionsTable(conditions),
        ...conditions.map(explanation),
        (0,zadig/* measuresTable */.O)(outcome),
        told,
    ];
    const tail = [whatToDo(conditions), totals(outcome), links(outcome), footer(outcome)];
    for (let rows = most;; rows = Math.floor(rows / 2)) {
        const parts = [...head, ...findings(outcome, rows, context), ...tail];
        const text = `${parts.filter(Boolean).join('\n\n')}\n`;
        if (Buffer.byteLength(text) <= budget)
            return text;
        if (rows === 0)
            return shortened(text);
    }
}
/** The summary of a run that ended before there was an outcome. */
function summaryWithout(message) {
    const [first = '', ...more] = message.split('\n').map((line) => (0,markdown/* prose */.CS)((0,plain/* cut */.Jj)(line, summary_longest.sentence)));
    return `${[`## ${icons.error} ${titles.error}: ${first}`, ...more].join('\n\n')}\n`;
}
/** The last resort: whole lines up to the budget. */
function shortened(text) {
    const start = Buffer.from(text)
        .subarray(0, budget - 200)
        .toString();
    return `${start.slice(0, start.lastIndexOf('\n'))}\n\n…and more than GitHub shows in a summary.\n`;
}
/** The verdict in three words. */
function titleOf(verdict) {
    return titles[verdict];
}
const titles = {
    pass: 'Gate passed',
    warn: 'Gate passed, with warnings',
    fail: 'Gate failed',
    error: 'Gate could not be completed',
    skipped: 'Gate was not applied',
};
function heading({ verdict, reason }) {
    return `## ${icons[verdict]} ${titleOf(verdict)}: ${(0,markdown/* prose */.CS)((0,plain/* cut */.Jj)(reason, summary_longest.sentence))}`;
}
function conditionsTable(conditions) {
    if (conditions.length === 0)
        return '';
    const cell = (text) => (0,markdown/* escaped */.Mk)((0,plain/* cut */.Jj)(text, 200));
    const rows = conditions.map(({ name, expected, actual, result }) => [
        cell(name),
        cell(expected),
        result === 'pass' ? cell(actual) : `**${cell(actual)}**`,
        icons[result],
    ]);
    return (0,markdown/* table */.tp)(['Condition', 'Expected', 'Actual', ''], rows, 'lrrc');
}
/** The first line as text; what a tool or a server said beyond it as a block, where nothing is markup. */
function explanation({ name, explanation: said }) {
    if (!said)
        return '';
    const [first = '', ...rest] = (0,plain/* plain */.pj)(said).split('\n');
    const sentence = `**${(0,markdown/* escaped */.Mk)((0,plain/* cut */.Jj)(name, 200))}:** ${(0,markdown/* prose */.CS)((0,plain/* cut */.Jj)(first, summary_longest.sentence))}`;
    const block = (0,plain/* cut */.Jj)(rest.join('\n').replace(/`{3,}/g, "'''"), summary_longest.block).trim();
    return block === '' ? sentence : `${sentence}\n\n\`\`\`text\n${block}\n\`\`\``;
}
function findings(outcome, rows, context) {
    const { blocking, warning } = outcome;
    return [
        titled((0,model_outcome/* isBlocked */.lT)(outcome) ? 'Blocking' : 'Tolerated', findingsTable(blocking, rows, context), blocking.length),
        folded(findingsTable(warning, rows, context), warning.length),
    ];
}
function titled(title, list, count) {
    return list && `**${title} (${count})**\n\n${list}`;
}
function folded(list, count) {
    return list && `<details><summary>${counted(count, 'finding')} below the limit</summary>\n\n${list}\n\n</details>`;
}
function whatToDo(conditions) {
    const advices = (0,model_outcome/* advicesOf */.Fj)(conditions);
    return advices.length > 0 ? `**What to do:** ${advices.map(markdown/* prose */.CS).join(' ')}` : '';
}
/** What the tools said in all, next to what of it counts. */
function totals({ runs, total, counts, accepted, newFindings, fixedFindings }) {
    if (runs.length === 0)
        return '';
    const shown = runs.slice(0, most).map(toolLine);
    const bySeverity = Object.keys(counts)
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${counts[severity]} ${severity}`);
    const split = bySeverity.length > 0 ? ` (${bySeverity.join(', ')})` : '';
    const changed = newFindings === undefined ? '' : `, ${newFindings} new${fixedFindings ? `, ${fixedFindings} fixed` : ''}`;
    const hidden = accepted.length > 0 ? `; ${acceptedWords(accepted)}` : '';
    return `${shown.join(' · ')}${runs.length > most ? ' · …' : ''}. In all ${counted(total, 'finding')}${split}${changed}${hidden}.`;
}
/** `2 suppressed, 1 dismissed on GitHub, 1 excepted by the policy` */
function acceptedWords(accepted) {
    const words = {
        suppression: 'suppressed',
        'dismissed alert': 'dismissed on GitHub',
        exception: 'excepted by the policy',
    };
    return Object.entries(words)
        .map(([by, word]) => [accepted.filter((alert) => alert.accepted?.by === by).length, word])
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(', ');
}
function toolLine({ tool: { driver }, results }) {
    const version = driver.semanticVersion ?? driver.version;
    const name = version ? `${driver.name} ${version}` : driver.name;
    return `${(0,markdown/* escaped */.Mk)((0,plain/* cut */.Jj)(name, 200))}: ${counted(results?.length ?? 0, 'result')}`;
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function links({ upload, zadig }) {
    const found = [];
    if (upload.status === 'done')
        found.push((0,markdown/* link */.nf)('Code scanning alerts', upload.value.url));
    if (zadig.status === 'done')
        found.push(`${(0,markdown/* link */.nf)(`Zadig task ${zadig.value.taskId}`, zadig.value.url)} (${duration(zadig.value.elapsedMs)})`);
    if (zadig.status === 'done' && zadig.value.resultLink)
        found.push((0,markdown/* link */.nf)('SonarQube result', zadig.value.resultLink));
    return found.join(' · ');
}
function duration(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
const meanings = { 0: 'the job may go on', 1: 'the gate failed', 3: 'not evaluated' };
function footer({ exitCode, sarifPath }) {
    const meaning = meanings[exitCode] ? ` (${meanings[exitCode]})` : '';
    return `<sub>Exit code ${exitCode}${meaning}.${sarifPath ? ` SARIF: ${(0,markdown/* code */.aY)(sarifPath)}` : ''}</sub>`;
}


/***/ }),

/***/ 4295:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ measuresTable),
/* harmony export */   k: () => (/* binding */ measuresLine)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2495);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4404);


const titles = [
    ['gate', 'Quality gate'],
    ['bugs', 'Bugs'],
    ['vulnerabilities', 'Vulnerabilities'],
    ['codeSmells', 'Code smells'],
    ['coverage', 'Coverage'],
];
/** What SonarQube measured in the Zadig scan, as far as it is known: a Markdown table, or nothing. */
function measuresTable(outcome) {
    const measures = measuresOf(outcome);
    if (measures.length === 0)
        return '';
    const head = ['SonarQube, by Zadig', ...measures.map(([title]) => title)];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(head, [[`task ${taskOf(outcome)}`, ...measures.map(([, value]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escaped */ .Mk)(value))]], 'lrrrrr');
}
/** The same on a line, for a terminal. */
function measuresLine(outcome) {
    const measures = measuresOf(outcome).map(([title, value]) => `${title.toLowerCase()} ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value)}`);
    return measures.length > 0 ? [`· SonarQube, by Zadig task ${taskOf(outcome)}: ${measures.join(', ')}`] : [];
}
function taskOf({ zadig }) {
    return zadig.status === 'done' ? String(zadig.value.taskId) : '';
}
function measuresOf({ zadig }) {
    const { metrics = {} } = zadig.status === 'done' ? zadig.value : {};
    return titles.flatMap(([name, title]) => {
        const value = metrics[name];
        return value === undefined ? [] : [[title, `${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(value, 40)}${name === 'coverage' ? ' %' : ''}`]];
    });
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8909:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(9154);
const { Command } = __nccwpck_require__(4348);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(1135);
const { Help } = __nccwpck_require__(9754);
const { Option } = __nccwpck_require__(5240);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 9154:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 4348:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(8474).EventEmitter);
const childProcess = __nccwpck_require__(1421);
const path = __nccwpck_require__(6760);
const fs = __nccwpck_require__(3024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(9154);
const { CommanderError } = __nccwpck_require__(1135);
const { Help, stripColor } = __nccwpck_require__(9754);
const { Option, DualOptions } = __nccwpck_require__(5240);
const { suggestSimilar } = __nccwpck_require__(5030);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 1135:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 9754:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(9154);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 5240:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 5030:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 8179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b7: () => (/* binding */ CommanderError),
/* harmony export */   uB: () => (/* binding */ Command)
/* harmony export */ });
/* unused harmony exports program, createCommand, createArgument, createOption, InvalidArgumentError, InvalidOptionArgumentError, Argument, Option, Help */
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8909);


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = _index_js__WEBPACK_IMPORTED_MODULE_0__;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3546);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
