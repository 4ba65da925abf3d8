export const id = 747;
export const ids = [747];
export const modules = {

/***/ 7747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  convertFiles: () => (/* binding */ convertFiles),
  listFormats: () => (/* binding */ listFormats),
  listScanners: () => (/* binding */ listScanners),
  runLine: () => (/* binding */ runLine)
});

// NAMESPACE OBJECT: ./src/converters/all.ts
var all_namespaceObject = {};
__webpack_require__.r(all_namespaceObject);
__webpack_require__.d(all_namespaceObject, {
  checkstyle: () => (checkstyle),
  eslint: () => (eslint),
  sarif: () => (sarif),
  shellcheck: () => (shellcheck)
});

// NAMESPACE OBJECT: ./src/scanners/all.ts
var scanners_all_namespaceObject = {};
__webpack_require__.r(scanners_all_namespaceObject);
__webpack_require__.d(scanners_all_namespaceObject, {
  eslint: () => (eslint_eslint),
  shellcheck: () => (shellcheck_shellcheck)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var model_errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/config/build.ts

/**
 * Reads the environment once. Inside Zadig nothing is believed: there a commit message of the form `#KEY=value#` becomes
 * an environment variable, so a stranger could redirect the upload and its token.
 */
function detectBuild(environment) {
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
        baseBranch: given('GITHUB_BASE_REF'),
        analysisKey: analysisKeyOf(given('GITHUB_WORKFLOW_REF'), given('GITHUB_JOB')),
    };
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
        throw new model_errors/* UserError */.yo('`matrix`: this is not JSON. There is no need to set this input.');
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
        throw new model_errors/* UserError */.yo('`ref` and `sha` go together: give both, or neither.');
    if (given.ref !== undefined)
        return { ref: given.ref, sha: given.sha };
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/config/upload.ts

/** Where the SARIF goes, or undefined when it is not to be uploaded. */
function uploadConfig(options, build, origin) {
    const need = options.upload ?? origin.byDefault;
    if (need === 'off')
        return undefined;
    const { ref, sha, repository, root } = origin;
    const token = options['github-token'];
    const missing = Object.entries({ 'github-token': token, repository, ref, sha }).filter(([, value]) => !value);
    if (!token || !repository || !ref || !sha)
        throw new model_errors/* UserError */.yo(`The upload needs ${missing.map(([name]) => `\`${name}\``).join(', ')}, and the environment does not say. Give ${missing.length > 1 ? 'them' : 'it'}, or set \`upload\` to \`off\`.`);
    return {
        need,
        apiUrl: options['github-api-url'] ?? build.apiUrl ?? 'https://api.github.com',
        serverUrl: serverUrlOf(options, build),
        token,
        repository,
        ref,
        sha,
        root,
        timeoutMs: options['processing-timeout'] ?? 5 * 60_000,
        suppressed: options.suppressed ?? 'drop',
    };
}
/** Where people look, next to the API: `https://ghe.example/api/v3` and `https://api.tenant.ghe.com` tell it. */
function serverUrlOf({ 'github-api-url': api }, build) {
    if (!api || api === build.apiUrl)
        return build.serverUrl ?? 'https://github.com';
    return api.replace(/\/api\/v3$/, '').replace(/^(https?:\/\/)api\./, '$1');
}

;// CONCATENATED MODULE: ./src/config/zadig.ts


/** Which scan to run in Zadig, or undefined when none is wanted. */
function zadigConfig(options, build, ref, repository) {
    const url = options['zadig-url'];
    const need = options.zadig ?? 'required';
    const isMeant = options['zadig-project'] || options['zadig-scan'] || options.zadig === 'required';
    if (!url && isMeant && need !== 'off')
        throw new model_errors/* UserError */.yo('The Zadig scan needs `zadig-url`, the address of the server.');
    if (!url || need === 'off')
        return undefined;
    const token = options['zadig-token'];
    const project = options['zadig-project'];
    const scan = options['zadig-scan'];
    const [, owner, name] = /^(.+)\/(.+)$/.exec(options['zadig-repo'] ?? repository ?? '') ?? [];
    const { branch, prs } = zadigTarget(options, build, ref);
    const missing = Object.entries({ token, project, scan, repo: name, branch }).filter(([, value]) => !value);
    if (!token || !project || !scan || !owner || !name || !branch)
        throw new model_errors/* UserError */.yo(`The Zadig scan needs ${missing.map(([part]) => `\`zadig-${part}\``).join(', ')}.`);
    return {
        need,
        url,
        token,
        project,
        scan,
        repository: { owner, name, source: options['zadig-source'] ?? 'github', branch, prs },
        variables: options['zadig-variables'] ?? [],
        timeoutMs: options['zadig-timeout'] ?? 30 * 60_000,
    };
}
/** Zadig merges pull requests into the branch it is told, so for a pull request that is the base branch. */
function zadigTarget(options, build, ref) {
    const pullRequest = pullRequestOf(ref);
    const branch = pullRequest === undefined ? ref?.replace(/^refs\/heads\//, '') : build.baseBranch;
    return {
        branch: options['zadig-branch'] ?? (branch?.startsWith('refs/') ? undefined : branch),
        prs: options['zadig-prs'] ?? (pullRequest === undefined ? [] : [pullRequest]),
    };
}

;// CONCATENATED MODULE: ./src/config/config.ts





/** Fills the defaults in and sorts the options by stage; throws `UserError` for what does not fit together. */
async function toConfig(options, around) {
    const { build, cwd } = around;
    const normalise = await normaliseConfig(options, around);
    const { root, folder } = normalise;
    const commit = await scannedCommit(options, build, (...words) => around.ask(['git', ...words], root));
    const repository = options.repository ?? build.repository;
    const scan = scanConfig(options, root, folder);
    const zadig = zadigConfig(options, build, commit.ref, repository);
    if (!scan && !zadig)
        throw new model_errors/* UserError */.yo('There is nothing to do: give `scanner`, `command`, `report`, or the `zadig-…` options.');
    const upload = scan && uploadConfig(options, build, { ...commit, repository, root, byDefault: around.uploadByDefault });
    return {
        scan,
        normalise,
        upload,
        zadig,
        gate: gateConfig(options, upload, zadig),
        report: {
            summary: options.summary ?? true,
            annotations: options.annotations ?? 'blocking',
            sarifOutput: options['sarif-output'] && (0,external_node_path_.resolve)(cwd, options['sarif-output']),
            blobUrl: repository && commit.sha ? `${serverUrlOf(options, build)}/${repository}/blob/${commit.sha}/` : undefined,
        },
        secrets: [options['github-token'], options['zadig-token']].filter((secret) => secret !== undefined),
    };
}
/** Without a word from anybody the checkout is the Git work tree one stands in, else the folder itself. */
async function normaliseConfig(options, around) {
    const { build, cwd, ask } = around;
    const known = options['checkout-path'] ?? build.workspace ?? (await ask(['git', 'rev-parse', '--show-toplevel'], cwd));
    const root = (0,external_node_path_.resolve)(cwd, known ?? '.');
    const folder = folderOf(options['working-directory'] ?? '.', root, cwd);
    return { toolName: options['tool-name'], category: categoryFrom(options, build), root, folder };
}
/** Relative to the checkout in the action, to the folder one stands in on a terminal: the same where both agree. */
function folderOf(given, root, cwd) {
    if ((0,external_node_path_.isAbsolute)(given))
        return given;
    const isInside = cwd === root || cwd.startsWith((0,external_node_path_.join)(root, '/'));
    return (0,external_node_path_.resolve)(isInside ? cwd : root, given);
}
function categoryFrom({ category, matrix }, { analysisKey }) {
    return category ?? (analysisKey && categoryOf(analysisKey, matrix));
}
function scanConfig(options, root, folder) {
    const { scanner: scanners = [], command, report: reports = [] } = options;
    if (scanners.length === 0 && !command && reports.length === 0)
        return undefined;
    if (scanners.length > 0 && command)
        throw new model_errors/* UserError */.yo('`scanner` and `command` exclude each other: give one of them, or use one step each.');
    if (options['scanner-args'] && scanners.length !== 1)
        throw new model_errors/* UserError */.yo('`scanner-args` belongs to exactly one `scanner`; with several, use one step each.');
    return {
        scanners,
        scannerArgs: options['scanner-args'] ?? [],
        command,
        findingsExitCodes: options['findings-exit-codes'] ?? [0, 1],
        reports,
        format: options.format ?? 'auto',
        folder,
        root,
        timeoutMs: options['scan-timeout'] ?? 30 * 60_000,
    };
}
/** A step below: what is worth a look once everything that blocks is gone. */
const below = {
    critical: 'high',
    high: 'medium',
    medium: 'low',
    low: 'note',
    note: 'never',
    never: 'never',
    error: 'warning',
    warning: 'note',
};
function gateConfig(options, upload, zadig) {
    const failOn = options['fail-on'] ?? ['high'];
    return {
        failOn,
        warnOn: options['warn-on'] ?? failOn.map((word) => below[word]),
        maxFindings: options['max-findings'] ?? 0,
        enforcement: options.enforcement ?? 'block',
        onError: options['on-error'] ?? 'fail',
        upload: upload?.need ?? 'optional',
        zadig: zadig?.need ?? 'optional',
    };
}

// EXTERNAL MODULE: ./src/config/options.ts + 1 modules
var config_options = __webpack_require__(3059);
;// CONCATENATED MODULE: ./src/config/read.ts



const prefix = 'INPUT_';
/** GitHub's runner passes the input `fail-on` as INPUT_FAIL-ON, and inputs that nobody declared just the same. */
function fromInputs(environment) {
    const inputs = Object.entries(environment)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value = '']) => [key.slice(prefix.length).toLowerCase(), value]);
    const unknown = inputs.map(([name]) => name).filter((name) => !Object.hasOwn(options, name));
    if (unknown.length > 0)
        throw new UserError(unknown.map(unknownInput).join('\n'));
    return Object.fromEntries(inputs);
}
function unknownInput(name) {
    return `There is no input \`${name}\`.${didYouMean(name, optionNames)}`;
}
/** Secrets that were not given as flags, from the environment, where they do not show in the list of processes. */
function secretsFrom(environment) {
    return Object.fromEntries(config_options/* optionNames */.W.flatMap((name) => {
        const { secret } = config_options/* options */.f[name];
        const value = secret && environment[secret];
        return value ? [[name, value]] : [];
    }));
}
/**
 * All options as values. What is empty counts as not given, and so does a list without items: `fail-on: ,` must not
 * switch the gate off. Every mistake is told at once, in one `UserError`.
 */
function readOptions(raw) {
    const mistakes = [];
    const read = {};
    for (const name of config_options/* optionNames */.W) {
        const value = raw[name]?.trim();
        if (!value)
            continue;
        try {
            const found = config_options/* options */.f[name].read(value);
            if (!Array.isArray(found) || found.length > 0)
                read[name] = found;
        }
        catch (error) {
            mistakes.push(`\`${name}\`: ${shown(name, value)}${(0,model_errors/* messageOf */.bD)(error)}`.replace(/[^.?]$/, '$&.'));
        }
    }
    if (mistakes.length > 0)
        throw new model_errors/* UserError */.yo(mistakes.join('\n'));
    return read;
}
/** A wrong value is quoted, unless it may hold a secret (in an address, what stands before an @), or is too long to help. */
function shown(name, value) {
    const { secret, private: mayHoldSecrets } = config_options/* options */.f[name];
    if (secret || mayHoldSecrets || value.length > 80 || value.includes('@'))
        return '';
    return `\`${value}\` will not do; `;
}

// EXTERNAL MODULE: ./src/model/suggest.ts + 1 modules
var suggest = __webpack_require__(7076);
;// CONCATENATED MODULE: ./src/model/severity.ts
/** Worst first. `unknown` stands beside `high`: what cannot be ranked must not slip under a threshold. */
const rank = { critical: 5, high: 4, unknown: 4, medium: 3, low: 2, note: 1 };
function isAtLeast(severity, limit) {
    return rank[severity] >= rank[limit];
}
/** For sorting: the worst first. */
function bySeverity(a, b) {
    return rank[b] - rank[a];
}
/** GitHub's bands of `security-severity` (facts: docs print "over 9.0", CVSS and GitHub's tools use 9.0 and up). */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'medium';
    return score > 0 ? 'low' : 'note';
}
const words = {
    critical: 'error',
    high: 'error',
    error: 'error',
    fatal: 'error',
    blocker: 'error',
    medium: 'warning',
    moderate: 'warning',
    warning: 'warning',
    warn: 'warning',
    major: 'warning',
    low: 'note',
    negligible: 'note',
    minor: 'note',
    info: 'note',
    information: 'note',
    note: 'note',
    notice: 'note',
    style: 'note',
    convention: 'note',
    refactor: 'note',
    hint: 'note',
    suggestion: 'note',
    ignore: 'note',
};
/** The level for a scanner's own word, in any case; a word nobody knows is a warning, as SARIF's default is. */
function levelOf(word) {
    const known = word?.trim().toLowerCase() ?? '';
    return Object.hasOwn(words, known) ? words[known] : 'warning';
}

;// CONCATENATED MODULE: ./src/model/uri.ts
/** A path as a scanner prints it, as a URI reference: percent-encoded, with slashes, absolute ones as `file:///…`. */
function uriOfPath(path) {
    const slashed = /^[A-Za-z]:[\\/]/.test(path) || !path.includes('/') ? path.replaceAll('\\', '/') : path;
    if (/^[A-Za-z]:\//.test(slashed))
        return `file:///${slashed.slice(0, 2)}${encodePath(slashed.slice(2))}`;
    return slashed.startsWith('/') ? `file://${encodePath(slashed)}` : encodePath(slashed.replace(/^(?:\.\/)+/, ''));
}
/** The path that a URI reference without a scheme stands for; undefined when its escapes are broken. */
function pathOfUri(uri) {
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

;// CONCATENATED MODULE: ./src/model/sarif.ts

/** The final schema, by the address that GitHub's rule set asks for (GH1011). */
const sarifSchema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
function toLog(runs) {
    return { $schema: sarifSchema, version: '2.1.0', runs };
}
/** Writes what a report says as a SARIF run: one rule per id, one result per finding, in the report's order. */
function toRun(tool, { findings, notifications = [], columnKind }) {
    const rules = uniqueRules(findings);
    const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
    return {
        tool: {
            driver: present({
                name: tool.name,
                version: tool.version,
                informationUri: tool.url,
                rules: rules.map(toDescriptor),
            }),
        },
        ...(columnKind && { columnKind }),
        ...(notifications.length > 0 && { invocations: [toInvocation(notifications)] }),
        results: findings.map((finding) => toResult(finding, indexOf.get(finding.rule.id))),
    };
}
/** A rule met twice keeps its first wording and its highest score. */
function uniqueRules(findings) {
    const rules = new Map();
    for (const { rule } of findings) {
        const known = rules.get(rule.id);
        if (known === rule)
            continue;
        rules.set(rule.id, known ? { ...rule, ...present(known), ...highest(known, rule) } : rule);
    }
    return [...rules.values()];
}
function highest(a, b) {
    const scores = [a.score, b.score].filter((score) => score !== undefined);
    return scores.length > 0 ? { score: Math.max(...scores) } : {};
}
function toDescriptor(rule) {
    const properties = present({ tags: rule.tags, 'security-severity': rule.score?.toFixed(1) });
    return present({
        id: rule.id,
        name: rule.name,
        shortDescription: rule.summary === undefined ? undefined : { text: rule.summary },
        help: rule.help === undefined ? undefined : { text: rule.help },
        // Plugins also write paths of their own repository, which lead nowhere from here.
        helpUri: rule.url !== undefined && URL.canParse(rule.url) ? rule.url : undefined,
        properties: Object.keys(properties).length > 0 ? properties : undefined,
    });
}
function toResult(finding, ruleIndex) {
    return present({
        ruleId: finding.rule.id,
        ruleIndex,
        level: finding.level,
        // GitHub refuses a result without a message, and some tools leave it empty.
        message: { text: finding.message || finding.rule.id },
        locations: finding.location && [toLocation(finding.location)],
        partialFingerprints: finding.fingerprint === undefined ? undefined : { 'scanner/v1': finding.fingerprint },
        ...finding.sarif,
    });
}
function toInvocation(notifications) {
    return {
        executionSuccessful: !notifications.some(({ incomplete }) => incomplete),
        toolExecutionNotifications: notifications.map(({ level, message, location }) => ({
            level,
            message: { text: message },
            ...(location && { locations: [toLocation(location)] }),
        })),
    };
}
function toLocation(at) {
    const region = toRegion(at);
    return { physicalLocation: { artifactLocation: { uri: uriOfPath(at.file) }, ...(region && { region }) } };
}
/** Scanners write 0 or -1 for "no line" and "no column", and ends before starts; SARIF wants those left out. */
function toRegion(at) {
    const startLine = positive(at.line);
    if (startLine === undefined)
        return undefined;
    const startColumn = positive(at.column);
    const endLine = positive(at.endLine);
    const endColumn = positive(at.endColumn);
    const reversed = (endLine ?? startLine) < startLine ||
        ((endLine ?? startLine) === startLine && endColumn !== undefined && endColumn < (startColumn ?? 1));
    return present({
        startLine,
        startColumn,
        endLine: reversed ? undefined : endLine,
        endColumn: reversed ? undefined : endColumn,
    });
}
function positive(n) {
    return n !== undefined && Number.isSafeInteger(n) && n > 0 ? n : undefined;
}
/** The same object without the keys that are absent: nothing undefined travels, so equal runs are deeply equal. */
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./src/converters/converter.ts

/** A converter that writes findings and lets `toRun` write the SARIF. */
function defineConverter({ read, ...facts }) {
    return {
        ...facts,
        convert(report) {
            const { tool = facts.tool, ...reading } = read(report);
            return [toRun(tool, reading)];
        },
    };
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/converters/read/xml.ts


/** Walks an XML document once. Entities beyond XML's own five are refused, so nothing is ever expanded or fetched. */
function readXml(text, root, visit) {
    const parser = new saxes/* SaxesParser */.wT({ xmlns: false });
    const texts = [];
    const addText = (piece) => {
        if (texts.length > 0)
            texts[texts.length - 1] += piece;
    };
    parser.on('error', (error) => {
        throw new model_errors/* UnreadableReport */.sx(`it is not XML, or it was cut off: ${error.message}`, { cause: error });
    });
    parser.on('opentag', ({ name, attributes }) => {
        if (texts.length === 0 && name !== root)
            throw new model_errors/* UnreadableReport */.sx(`its root element is <${name}>, not <${root}>`);
        texts.push('');
        visit.open(name, attributes);
    });
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', ({ name }) => {
        const own = texts.pop() ?? '';
        visit.close?.(name, own);
    });
    parser.write(text).close();
}

;// CONCATENATED MODULE: ./src/converters/report.ts

function reportOf(text) {
    let parsed;
    return {
        text,
        json() {
            parsed ??= { value: parse(text) };
            return parsed.value;
        },
    };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const { message } = cause;
        throw new model_errors/* UnreadableReport */.sx(text.trim() === '' ? 'it is empty' : `it is not JSON, or it was cut off: ${message}`, {
            cause,
        });
    }
}
/** Detector: a JSON object that has all these keys. */
function hasKeys(...keys) {
    return (report) => report.text.trimStart().startsWith('{') && isObjectWith(jsonOf(report), keys);
}
/** Detector: a JSON array whose first item has all these keys. An empty array is nobody's. */
function itemsHaveKeys(...keys) {
    return (report) => {
        if (!report.text.trimStart().startsWith('['))
            return false;
        const json = jsonOf(report);
        return Array.isArray(json) && isObjectWith(json[0], keys);
    };
}
/** Detector: an XML document with this root element, after declarations, comments and a document type. */
function hasXmlRoot(name) {
    // Each alternative ends at one place only: else a row of comments would be tried in every combination.
    const root = new RegExp(`^(?:\\s|<\\?[^>]*>|<!--(?:(?!-->)[\\s\\S])*-->|<!(?!--)[^>]*>)*<${name}[\\s/>]`);
    return ({ text }) => root.test(text.slice(0, 4096));
}
function isObjectWith(value, keys) {
    return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}
/** Detectors ask every text whether it is theirs; text that is no JSON at all is simply not. */
function jsonOf(report) {
    try {
        return report.json();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/converters/checkstyle.ts




/** The format does not name the tool that wrote it, but many tools leave their name in `source`. */
const producers = [
    { prefix: 'com.puppycrawl.tools.checkstyle.', tool: { name: 'Checkstyle', url: 'https://checkstyle.org' } },
    { prefix: 'eslint.rules.', tool: { name: 'ESLint', url: 'https://eslint.org' } },
    { prefix: 'htmlhint.', tool: { name: 'HTMLHint', url: 'https://htmlhint.com' } },
    { prefix: 'jshint.', tool: { name: 'JSHint', url: 'https://jshint.com' } },
    { prefix: 'ShellCheck.', tool: { name: 'ShellCheck', url: 'https://www.shellcheck.net' } },
    { prefix: 'stylelint.rules.', tool: { name: 'Stylelint', url: 'https://stylelint.io' } },
];
const checkstyleTool = { name: 'Checkstyle', url: 'https://checkstyle.org' };
const checkstyle = defineConverter({
    id: 'checkstyle',
    tool: checkstyleTool,
    reads: 'checkstyle -f xml, and the many linters that write the same XML',
    detects: hasXmlRoot('checkstyle'),
    read({ text }) {
        const findings = [];
        const notifications = [];
        let tool;
        let file = '';
        readXml(text, 'checkstyle', {
            open(name, attributes) {
                if (name === 'file')
                    file = attributes['name'] ?? '';
                if (name !== 'error')
                    return;
                tool ??= producerOf(attributes['source'])?.tool;
                findings.push(toFinding(file, attributes));
            },
            close(name, trace) {
                if (name === 'exception')
                    notifications.push(crashOf(file, trace));
                if (name === 'file')
                    file = '';
            },
        });
        return { findings, notifications, tool: tool ?? checkstyleTool };
    },
});
function toFinding(file, { line, column, severity, message, source }) {
    return {
        rule: { id: ruleIdOf(source) },
        level: levelOf(severity),
        message: message ?? '',
        // PHPStan and others write what belongs to no file under a <file> without a name.
        location: file ? { file, line: Number(line), column: Number(column) } : undefined,
        // A check that is switched to "ignore" still writes its entry; nobody wants it as an alert.
        sarif: severity === 'ignore' ? { suppressions: [{ kind: 'external', justification: 'severity is "ignore"' }] } : {},
    };
}
function producerOf(source) {
    return producers.find(({ prefix }) => source?.startsWith(prefix));
}
/** Tools prefix their rules with their own name; Checkstyle writes the Java class, whose last word is the check. */
function ruleIdOf(source) {
    if (!source)
        return 'checkstyle';
    const prefix = producerOf(source)?.prefix;
    if (!prefix)
        return source;
    return prefix.startsWith('com.puppycrawl')
        ? source.slice(source.lastIndexOf('.') + 1).replace(/(?<=.)Check$/, '')
        : source.slice(prefix.length);
}
/** Checkstyle writes <exception> for a file that it could not check, so its silence on that file means nothing. */
function crashOf(file, trace) {
    return {
        level: 'error',
        message: trace.trim() || 'Checkstyle crashed on this file',
        location: file ? { file } : undefined,
        incomplete: true,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 10 modules
var schemas = __webpack_require__(8050);
;// CONCATENATED MODULE: ./src/converters/read/json.ts

/** The part of a JSON report's shape that a converter uses, checked; an error names the place as `0.messages.3.line`. */
function readJson(report, shape) {
    const checked = shape.safeParse(report.json());
    if (checked.success)
        return checked.data;
    const [issue] = checked.error.issues;
    throw new model_errors/* UnreadableReport */.sx(`at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not the expected shape'}`);
}

;// CONCATENATED MODULE: ./src/converters/eslint.ts





const Edit = schemas/* object */.Ikc({ range: schemas/* tuple */.PVZ([schemas/* int */.Whr(), schemas/* int */.Whr()]), text: schemas/* string */.YjP() });
const Message = schemas/* object */.Ikc({
    ruleId: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    severity: schemas/* number */.aig(),
    fatal: schemas/* nullish */.cl6(schemas/* boolean */.zMY()),
    message: schemas/* string */.YjP(),
    line: schemas/* nullish */.cl6(schemas/* number */.aig()),
    column: schemas/* nullish */.cl6(schemas/* number */.aig()),
    endLine: schemas/* nullish */.cl6(schemas/* number */.aig()),
    endColumn: schemas/* nullish */.cl6(schemas/* number */.aig()),
    fix: schemas/* nullish */.cl6(Edit),
    suggestions: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ desc: schemas/* optional */.lqM(schemas/* string */.YjP()), fix: Edit }))),
    suppressions: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), justification: schemas/* nullish */.cl6(schemas/* string */.YjP()) }))),
});
const File = schemas/* object */.Ikc({
    filePath: schemas/* string */.YjP(),
    messages: schemas/* array */.YOg(Message),
    suppressedMessages: schemas/* nullish */.cl6(schemas/* array */.YOg(Message)),
});
const RuleMeta = schemas/* object */.Ikc({
    type: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    docs: schemas/* nullish */.cl6(schemas/* object */.Ikc({ description: schemas/* nullish */.cl6(schemas/* string */.YjP()), url: schemas/* nullish */.cl6(schemas/* string */.YjP()) })),
});
const WithMetadata = schemas/* object */.Ikc({
    results: schemas/* array */.YOg(File),
    metadata: schemas/* object */.Ikc({ rulesMeta: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), RuleMeta)) }),
});
const eslint = defineConverter({
    id: 'eslint',
    tool: { name: 'ESLint', url: 'https://eslint.org' },
    reads: 'eslint --format json (or json-with-metadata)',
    detects: (report) => itemsHaveKeys('filePath', 'messages', 'errorCount')(report) || isWithMetadata(report),
    read(report) {
        const { files, rulesMeta } = read(report);
        const rules = new Map();
        const findings = files.flatMap((file) => [...file.messages, ...(file.suppressedMessages ?? [])].map((message) => {
            const id = eslint_ruleIdOf(message);
            const rule = rules.get(id) ?? ruleOf(id, rulesMeta[id]);
            rules.set(id, rule);
            return eslint_toFinding(file.filePath, rule, message);
        }));
        return { findings, columnKind: 'utf16CodeUnits' };
    },
});
function isWithMetadata(report) {
    if (!hasKeys('results', 'metadata')(report))
        return false;
    return isObjectWith(report.json().metadata, ['rulesMeta']);
}
function read(report) {
    if (Array.isArray(report.json()))
        return { files: readJson(report, schemas/* array */.YOg(File)), rulesMeta: {} };
    const { results, metadata } = readJson(report, WithMetadata);
    return { files: results, rulesMeta: metadata.rulesMeta ?? {} };
}
/** ESLint gives no rule to what it says itself: syntax errors, and remarks on its own directives. */
function eslint_ruleIdOf({ ruleId, fatal, message }) {
    if (ruleId)
        return ruleId;
    if (fatal)
        return 'parse-error';
    return message.startsWith('Unused eslint-disable') ? 'unused-disable-directive' : 'eslint';
}
function ruleOf(id, meta) {
    return {
        id,
        summary: meta?.docs?.description ?? undefined,
        url: meta?.docs?.url ?? undefined,
        tags: meta?.type ? [meta.type] : undefined,
    };
}
function eslint_toFinding(file, rule, message) {
    const fixes = fixesOf(file, message);
    const suppressions = message.suppressions?.map(({ kind, justification }) => ({
        kind: kind === 'directive' ? 'inSource' : 'external',
        ...(justification && { justification }),
    }));
    return {
        rule,
        level: message.severity === 2 || message.fatal ? 'error' : 'warning',
        message: message.message,
        location: {
            file,
            line: message.line ?? undefined,
            column: message.column ?? undefined,
            endLine: message.endLine ?? undefined,
            endColumn: message.endColumn ?? undefined,
        },
        sarif: { ...(fixes.length > 0 && { fixes }), ...(suppressions?.length && { suppressions }) },
    };
}
/** ESLint's ranges are UTF-16 offsets into the file, as SARIF's character offsets are with this column kind. */
function fixesOf(file, { fix, suggestions }) {
    const edits = [
        ...(fix ? [{ description: "ESLint's automatic fix", edit: fix }] : []),
        ...(suggestions ?? []).map(({ desc, fix: edit }) => ({ description: desc ?? 'A suggestion of ESLint', edit })),
    ];
    // A range that begins at -1 takes the byte order mark away: that is no character of the text, and has no offset.
    const inText = edits.filter(({ edit }) => edit.range[0] >= 0);
    return inText.map(({ description, edit: { range, text } }) => ({
        description: { text: description },
        artifactChanges: [
            {
                artifactLocation: { uri: uriOfPath(file) },
                replacements: [
                    {
                        deletedRegion: { charOffset: range[0], charLength: range[1] - range[0] },
                        insertedContent: { text },
                    },
                ],
            },
        ],
    }));
}

;// CONCATENATED MODULE: ./src/converters/sarif.ts



const anything = schemas/* object */.Ikc({});
const Text = schemas/* object */.Ikc({ text: schemas/* optional */.lqM(schemas/* string */.YjP()), markdown: schemas/* optional */.lqM(schemas/* string */.YjP()) });
const Rule = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* optional */.lqM(schemas/* string */.YjP()),
    shortDescription: schemas/* optional */.lqM(Text),
    fullDescription: schemas/* optional */.lqM(Text),
    help: schemas/* optional */.lqM(Text),
    helpUri: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    defaultConfiguration: schemas/* optional */.lqM(anything),
    properties: schemas/* optional */.lqM(anything),
});
const rules = schemas/* optional */.lqM(schemas/* array */.YOg(Rule));
const Driver = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    version: schemas/* optional */.lqM(schemas/* string */.YjP()),
    semanticVersion: schemas/* optional */.lqM(schemas/* string */.YjP()),
    rules,
});
const Invocation = schemas/* object */.Ikc({
    ruleConfigurationOverrides: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ descriptor: anything, configuration: schemas/* optional */.lqM(anything) }))),
    toolExecutionNotifications: schemas/* optional */.lqM(schemas/* array */.YOg(anything)),
});
/** The part of SARIF that later stages look into. The whole schema is GitHub's to check. */
const Log = schemas/* object */.Ikc({
    version: schemas/* literal */.euz('2.1.0', 'SARIF 2.1.0 is read, and this is another version'),
    runs: schemas/* array */.YOg(schemas/* object */.Ikc({
        tool: schemas/* object */.Ikc({ driver: Driver, extensions: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ rules }))) }),
        artifacts: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ location: schemas/* optional */.lqM(anything) }))),
        automationDetails: schemas/* optional */.lqM(anything),
        invocations: schemas/* optional */.lqM(schemas/* array */.YOg(Invocation)),
        originalUriBaseIds: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ uri: schemas/* optional */.lqM(schemas/* string */.YjP()) }))),
        results: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* custom */.IeY(isResult, 'expected a result as SARIF 2.1.0 has it, with a message'))),
    })),
});
/** SARIF needs no conversion: its runs are checked, and pass through whole, whatever else they hold. */
const sarif = {
    id: 'sarif',
    tool: { name: 'SARIF', url: 'https://sarifweb.azurewebsites.net' },
    reads: 'any scanner that writes SARIF 2.1.0',
    detects: hasKeys('version', 'runs'),
    convert(report) {
        readJson(report, Log);
        return report.json().runs;
    },
};
/** By hand, as zod copies what it checks, and there may be 25,000 of these. */
function isResult(result) {
    if (!isObject(result))
        return false;
    const { message, ruleId, rule, kind, level, locations, suppressions } = result;
    if (!isObject(message))
        return false;
    const texts = [message['text'], message['markdown'], ruleId, isObject(rule) ? rule['id'] : undefined, kind, level];
    const objects = [rule, result['partialFingerprints'], result['properties'], result['provenance']];
    return (texts.every((text) => text === undefined || typeof text === 'string') &&
        objects.every((object) => object === undefined || isObject(object)) &&
        (suppressions === undefined || (Array.isArray(suppressions) && suppressions.every(isObject))) &&
        (locations === undefined || (Array.isArray(locations) && locations.every(isLocation))));
}
function isLocation(location) {
    if (!isObject(location))
        return false;
    const physical = location['physicalLocation'];
    if (physical === undefined)
        return true;
    if (!isObject(physical))
        return false;
    return [physical['artifactLocation'], physical['region']].every((part) => part === undefined || isObject(part));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/converters/shellcheck.ts







const Region = schemas/* object */.Ikc({ line: schemas/* number */.aig(), column: schemas/* number */.aig(), endLine: schemas/* number */.aig(), endColumn: schemas/* number */.aig() });
const Comment = schemas/* object */.Ikc({
    ...Region.shape,
    file: schemas/* string */.YjP(),
    level: schemas/* string */.YjP(),
    code: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    fix: schemas/* nullish */.cl6(schemas/* object */.Ikc({ replacements: schemas/* array */.YOg(schemas/* object */.Ikc({ ...Region.shape, replacement: schemas/* string */.YjP() })) })),
});
const Comments = schemas/* object */.Ikc({ comments: schemas/* array */.YOg(Comment) });
const shellcheck = defineConverter({
    id: 'shellcheck',
    tool: { name: 'ShellCheck', url: 'https://www.shellcheck.net' },
    // Not --format json: there a tab counts as eight columns.
    reads: 'shellcheck --format json1',
    detects: hasKeys('comments'),
    read: (report) => ({
        columnKind: 'unicodeCodePoints',
        findings: readJson(report, Comments).comments.map((comment) => ({
            rule: { id: `SC${comment.code}`, url: `https://www.shellcheck.net/wiki/SC${comment.code}` },
            level: levelOf(comment.level),
            message: comment.message,
            location: comment,
            sarif: comment.fix?.replacements.length ? { fixes: [fixOf(comment.file, comment.fix.replacements)] } : {},
        })),
    }),
});
function fixOf(file, replacements) {
    return {
        description: { text: "ShellCheck's suggested replacement" },
        artifactChanges: [
            {
                artifactLocation: { uri: uriOfPath(file) },
                replacements: replacements.map(({ replacement, ...at }) => ({
                    deletedRegion: toRegion(at) ?? { startLine: 1 },
                    insertedContent: { text: replacement },
                })),
            },
        ],
    };
}

;// CONCATENATED MODULE: ./src/converters/all.ts
// One sorted line per format: this list is the registry.





;// CONCATENATED MODULE: ./src/converters/index.ts




const converters = Object.values(all_namespaceObject);
/** The converter with this id; throws `UserError` with the nearest id for a word nobody knows. */
function findConverter(id) {
    const ids = converters.map((converter) => converter.id);
    const found = converters.find((converter) => converter.id === id);
    if (found)
        return found;
    throw new model_errors/* UserError */.yo(`\`format\`: there is no format \`${id}\`.${(0,suggest/* didYouMean */.a)(id, ids)} Known: ${ids.join(', ')}.`);
}
/** The only converter that recognises the report; throws `UnreadableReport` when there is none, or more than one. */
function detectConverter(report) {
    const candidates = converters.filter(({ detects }) => detects(report));
    const [only] = candidates;
    if (only && candidates.length === 1)
        return only;
    const ids = (only ? candidates : converters).map(({ id }) => id).join(', ');
    throw new model_errors/* UnreadableReport */.sx(only
        ? `more than one format fits (${ids}); name one with \`format\``
        : `${whatItIs(report)}; name its format with \`format\` (known: ${ids})`);
}
function whatItIs({ text, json }) {
    const start = text.trimStart();
    if (start === '')
        return 'it is empty, and no format can be told from nothing';
    if (start.startsWith('{') || start.startsWith('['))
        json();
    return 'no format recognises it';
}

// EXTERNAL MODULE: ./src/model/outcome.ts
var model_outcome = __webpack_require__(5093);
;// CONCATENATED MODULE: ./src/gate/rules.ts
/** Made once a run: looking rules up by id must not cost the length of the list each time. */
function ruleBook(run) {
    const books = new Map(componentsOf(run).map((component) => [component, byId(component)]));
    const ruleOf = (result) => {
        const id = result.ruleId ?? result.rule?.id;
        const component = componentOf(run, result.rule);
        const indexed = at(component, result.rule?.index) ?? at(component, result.ruleIndex);
        // An index that leads to another rule than the id is a mistake of the tool: people are shown the id.
        if (indexed && isPartOf(id, indexed))
            return indexed;
        return inBook(component && books.get(component), id) ?? anywhere([...books.values()], id) ?? indexed;
    };
    return { ruleOf, overrideOf: overrides(run) };
}
function componentsOf({ tool: { driver, extensions } }) {
    return [driver, ...(extensions ?? [])];
}
/** The part of the tool that a reference points into; undefined when it points nowhere (SARIF 3.54). */
function componentOf(run, reference) {
    const { index = -1, name, guid } = reference?.toolComponent ?? {};
    if (index >= 0)
        return run.tool.extensions?.[index];
    if (name === undefined && guid === undefined)
        return run.tool.driver;
    return componentsOf(run).find((component) => (guid === undefined ? component.name === name : component.guid === guid));
}
function at(component, index) {
    return component?.rules?.[index ?? -1];
}
function byId({ rules }) {
    return new Map((rules ?? []).map((rule) => [rule.id, rule]));
}
/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5). */
function isPartOf(id, rule) {
    return id === undefined || id === rule.id || id.startsWith(`${rule.id}/`);
}
function inBook(rules, id) {
    let part = id;
    for (let level = 0; part && level < deepest; level++) {
        const found = rules?.get(part);
        if (found)
            return found;
        part = part.slice(0, Math.max(0, part.lastIndexOf('/')));
    }
    return undefined;
}
/** No tool goes this deep; a made-up id must not cost more. */
const deepest = 10;
/** Tools that put their rules into extensions often leave the reference to the extension out. */
function anywhere(books, id) {
    for (const rules of books) {
        const found = inBook(rules, id);
        if (found)
            return found;
    }
    return undefined;
}
function overrides(run) {
    const maps = (run.invocations ?? []).map(({ ruleConfigurationOverrides }) => new Map((ruleConfigurationOverrides ?? []).map(({ descriptor, configuration }) => [
        descriptor.id ?? at(componentOf(run, descriptor), descriptor.index)?.id,
        configuration,
    ])));
    return (result, rule) => {
        const map = maps[result.provenance?.invocationIndex ?? -1] ?? (maps.length === 1 ? maps[0] : undefined);
        return rule && map?.get(rule.id);
    };
}

;// CONCATENATED MODULE: ./src/gate/severity.ts

/** GitHub blocks "high or higher" and `error` alike, so the levels take the places of the severities. */
const ofLevel = { error: 'high', warning: 'medium', note: 'low', none: 'note' };
/** These are no problems (SARIF 3.27.9). A word that SARIF does not know must not hide a result. */
const harmless = ['pass', 'open', 'review', 'informational', 'notApplicable'];
function isFinding({ kind }) {
    return !harmless.includes(kind);
}
/**
 * The severity of a result: `security-severity` of the result, else of its rule; else its level, else what the run
 * overrides, else the rule's default, else `warning`. A score that is no number from 0 to 10, or a level that SARIF
 * does not know, makes it unknown.
 */
function rate(result, rule, override) {
    const told = result.level ?? override?.level ?? rule?.defaultConfiguration?.level ?? 'warning';
    const isKnown = Object.hasOwn(ofLevel, told);
    const level = isKnown ? told : 'error';
    const given = scoreGiven(result.properties) ?? scoreGiven(rule?.properties);
    if (given === undefined)
        return { severity: isKnown ? ofLevel[level] : 'unknown', level };
    const score = Number(given);
    const isScore = given.trim() !== '' && score >= 0 && score <= 10;
    return isScore ? { severity: severityOfScore(score), level, score } : { severity: 'unknown', level };
}
function scoreGiven(properties) {
    const value = properties?.['security-severity'];
    return value === undefined || value === null ? undefined : String(value);
}

;// CONCATENATED MODULE: ./src/gate/alerts.ts



/** The findings of all runs, as the gate judges them. The runs stay as they are. */
function alertsOf(runs) {
    return runs.flatMap((run) => {
        const { ruleOf, overrideOf } = ruleBook(run);
        return (run.results ?? []).filter(isFinding).map((result) => {
            const rule = ruleOf(result);
            return { ...describe(run, result, rule), ...rate(result, rule, overrideOf(result, rule)) };
        });
    });
}
function describe(run, result, rule) {
    const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
    const uri = artifactLocation?.uri ?? run.artifacts?.[artifactLocation?.index ?? -1]?.location?.uri;
    return {
        tool: run.tool.driver.name,
        rule: result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unknown',
        message: messageOf(run, result, rule),
        file: uri === undefined ? undefined : (pathOfUri(uri) ?? uri),
        line: region?.startLine,
        endLine: region?.endLine,
        column: region?.startColumn,
        endColumn: region?.endColumn,
        suppressed: isSuppressed(result),
        url: rule?.helpUri,
        cwes: cwesOf(rule),
    };
}
/** Some tools only name the message: its words stand at the rule, with places for arguments (SARIF 3.11). */
function messageOf({ tool: { driver } }, { message }, rule) {
    const { text, markdown, id = '', arguments: given } = message ?? {};
    const named = rule?.messageStrings?.[id] ?? driver.globalMessageStrings?.[id];
    const words = text ?? named?.text ?? markdown ?? '';
    return given ? words.replace(/\{(\d+)\}/g, (place, number) => given[number] ?? place) : words;
}
/** A suppression counts unless it is under review or was rejected (SARIF 3.27.23). */
function isSuppressed({ suppressions }) {
    return Boolean(suppressions?.length) && suppressions.every(({ status }) => (status ?? 'accepted') === 'accepted');
}
/** From tags of the form `external/cwe/cwe-079`. */
function cwesOf(rule) {
    const tags = rule?.properties?.tags;
    if (!Array.isArray(tags))
        return [];
    return tags.flatMap((tag) => {
        const number = /\bcwe-0{0,5}(\d{1,5})$/i.exec(String(tag))?.[1];
        return number ? [`CWE-${number}`] : [];
    });
}

;// CONCATENATED MODULE: ./src/gate/conditions.ts
/** Scans and reports that could not be evaluated, and tools that say themselves that they did not finish. */
function scanConditions({ problems, runs }) {
    const crashed = problems.map(({ message }) => incomplete('Scan', message));
    const unsuccessful = runs
        .filter((run) => !isSuccessful(run))
        .map((run) => incomplete(`Scan by ${run.tool.driver.name}`, unsuccessfulReason(run)));
    return [...crashed, ...unsuccessful];
}
function incomplete(name, explanation) {
    return {
        id: 'scan',
        name,
        expected: 'completed',
        actual: 'not completed',
        result: 'error',
        phrase: firstSentence(explanation),
        explanation,
        advice: 'Mend the scan, then run this job again: what was not scanned counts neither as clean nor as a finding.',
    };
}
/** The first line up to its first full stop. */
function firstSentence(explanation) {
    const [line = ''] = explanation.split(/[\r\n\u2028\u2029]/);
    return line.replace(/\.(?: .*)?$/, '') || 'no reason is known';
}
/** GitHub, too, refuses the analysis of a run that says it failed, so that it closes no alerts. */
function isSuccessful({ invocations }) {
    return (invocations ?? []).every(({ executionSuccessful }) => executionSuccessful !== false);
}
function unsuccessfulReason({ invocations }) {
    const failed = invocations?.find(({ executionSuccessful }) => executionSuccessful === false);
    const told = (failed?.toolExecutionNotifications ?? []).map(({ message }) => message?.text).filter(Boolean);
    const reason = (failed?.exitCodeDescription || told.slice(0, 3).join(' ')).replace(/\.$/, '');
    return `The tool reports an unsuccessful run${reason ? `: ${reason}` : ''}. What it did not report proves nothing.`;
}
/** What was not evaluated stops the job where it is required, and is shown where it is optional. */
function notEvaluated(need, name, { explanation, advice, phrase }) {
    const hint = `\`${name}\` is \`required\`; with \`optional\` the other conditions decide.`;
    const advices = [advice, need === 'required' ? hint : undefined].filter(Boolean);
    return {
        result: need === 'required' ? 'error' : 'warn',
        phrase: firstSentence(phrase ?? explanation),
        explanation: explanation || 'No reason is known.',
        ...(advices.length > 0 && { advice: advices.join(' ') }),
    };
}
/** One thing that was said stands in the line; several are lines of their own, word for word. */
function quoted(intro, said) {
    return said.length > 1 ? `${intro}:\n${said.join('\n')}` : `${intro}: ${said[0] ?? 'it gave no reason.'}`;
}
function uploadCondition(attempt, need) {
    if (attempt.status === 'skipped')
        return [];
    const condition = { id: 'upload', name: 'Upload to code scanning', expected: 'processed' };
    if (attempt.status === 'failed') {
        const explanation = attempt.error.message;
        return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', { explanation }) }];
    }
    const { status, errors, warnings, problem } = attempt.value;
    if (status === 'failed') {
        const intro = 'GitHub could not process the SARIF';
        const unknown = { explanation: quoted(intro, errors), phrase: quoted(intro, errors.slice(0, 1)) };
        return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', unknown) }];
    }
    if (status === 'pending') {
        const late = 'GitHub had not processed the SARIF when `processing-timeout` was over.';
        const advice = problem ? 'Run the job again.' : 'Run the job again, or raise `processing-timeout`.';
        const actual = problem ? 'unknown' : 'not processed in time';
        return [{ ...condition, actual, ...notEvaluated(need, 'upload', { explanation: problem ?? late, advice }) }];
    }
    return [{ ...condition, ...(warnings.length > 0 ? withWarnings(warnings) : processed) }];
}
const processed = { actual: 'processed', result: 'pass', phrase: 'upload processed' };
function withWarnings(warnings) {
    const phrase = 'GitHub has something to say about the SARIF';
    return {
        actual: 'processed, with warnings',
        result: 'warn',
        phrase,
        explanation: warnings.length > 1 ? quoted(phrase, warnings) : warnings.join(),
    };
}
function zadigCondition(attempt, need) {
    if (attempt.status === 'skipped')
        return [];
    const condition = { id: 'zadig', name: 'Zadig scan', expected: 'passed' };
    if (attempt.status === 'failed') {
        const explanation = attempt.error.message;
        return [{ ...condition, actual: 'not evaluated', ...notEvaluated(need, 'zadig', { explanation }) }];
    }
    const { result, status, problem, taskId } = attempt.value;
    const actual = status || 'unknown';
    if (result === 'passed')
        return [{ ...condition, actual, result: 'pass', phrase: 'Zadig scan passed' }];
    if (result === 'unknown') {
        const explanation = problem || `What became of Zadig task ${taskId} is not known.`;
        return [{ ...condition, actual, ...notEvaluated(need, 'zadig', { explanation }) }];
    }
    return [
        {
            ...condition,
            actual,
            result: need === 'required' ? 'fail' : 'warn',
            phrase: `Zadig task ${taskId} failed`,
            explanation: `Zadig says only that task ${taskId} failed: its quality gate is red, or the task broke.`,
            advice: 'The reason is in the log of the Zadig task: fix it or retry the task, then run this job again.',
        },
    ];
}

;// CONCATENATED MODULE: ./src/gate/judge.ts




/**
 * The verdict on everything that was learnt. All conditions are evaluated, then combined in three-valued logic: a proven
 * violation beats "could not be evaluated", which beats a warning, which beats a pass. No condition at all is no pass.
 */
function judge(facts, policy) {
    const alerts = alertsOf(facts.runs);
    const active = alerts.filter(({ suppressed }) => !suppressed).sort(worstFirst);
    const blocking = active.filter((alert) => reaches(alert, policy.failOn));
    const warning = active.filter((alert) => !reaches(alert, policy.failOn) && reaches(alert, policy.warnOn));
    const conditions = [
        ...scanConditions(facts),
        ...(facts.runs.length > 0 ? findingsConditions(blocking.length, warning.length, policy) : []),
        ...uploadCondition(facts.upload, policy.upload),
        ...zadigCondition(facts.zadig, policy.zadig),
    ];
    return {
        ...combine(conditions, policy),
        conditions,
        blocking,
        warning,
        counts: countBySeverity(active),
        total: active.length,
        suppressed: alerts.length - active.length,
    };
}
function reaches({ severity, level }, thresholds) {
    return thresholds.some((threshold) => {
        if (threshold === 'never')
            return false;
        if (threshold === 'error')
            return level === 'error';
        if (threshold === 'warning')
            return level === 'error' || level === 'warning';
        return isAtLeast(severity, threshold);
    });
}
/** Down to the last field that is shown, so that the order of the runs and results makes no difference. */
function worstFirst(a, b) {
    return (bySeverity(a.severity, b.severity) ||
        (b.score ?? -1) - (a.score ?? -1) ||
        compare(a.severity, b.severity) ||
        compare(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message) ||
        compare(a.tool, b.tool) ||
        compare(a.level, b.level));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
const whatToDo = 'Fix the blocking findings, or have them suppressed in the source with a reason. `fail-on` and `max-findings` say what blocks.';
function counted(findings) {
    return `${findings === 0 ? 'no' : findings} ${findings === 1 ? 'finding' : 'findings'}`;
}
function findingsConditions(blocking, warning, { failOn, warnOn, maxFindings }) {
    const isTolerated = blocking > 0 && blocking <= maxFindings;
    const blocks = {
        id: 'findings',
        name: `Findings at or above ${failOn.join(' or ')}`,
        expected: maxFindings === 0 ? '0' : `at most ${maxFindings}`,
        actual: String(blocking),
        result: blocking > maxFindings ? 'fail' : 'pass',
        phrase: `${counted(blocking)} at or above ${failOn.join(' or ')}${isTolerated ? ` (${maxFindings} tolerated)` : ''}`,
        ...(blocking > maxFindings && { advice: whatToDo }),
    };
    const warns = {
        id: 'warnings',
        name: `Findings that do not block, at or above ${warnOn.join(' or ')}`,
        expected: '0',
        actual: String(warning),
        result: 'warn',
        phrase: `${counted(warning)} at or above ${warnOn.join(' or ')}`,
    };
    const neverFails = failOn.every((word) => word === 'never');
    return [...(neverFails ? [] : [blocks]), ...(warning > 0 ? [warns] : [])];
}
/** The worst comes first, and decides. */
const ranks = ['fail', 'error', 'warn', 'pass'];
function combine(conditions, policy) {
    const [worst] = [...conditions].sort((a, b) => ranks.indexOf(a.result) - ranks.indexOf(b.result));
    if (!worst)
        return { verdict: 'skipped', exitCode: model_outcome/* exitCodes */.hS.skipped, reason: 'There was nothing to evaluate.' };
    const reason = reasonOf(worst, conditions);
    if (policy.enforcement === 'off')
        return { verdict: 'skipped', exitCode: model_outcome/* exitCodes */.hS.skipped, reason: `The gate is off. ${reason}` };
    const isDemoted = policy.enforcement === 'warn' || (policy.onError === 'warn' && worst.result === 'error');
    const verdict = isDemoted && worst.result !== 'pass' ? 'warn' : worst.result;
    return { verdict, exitCode: model_outcome/* exitCodes */.hS[verdict], reason };
}
/** Everything that holds, or the first of what weighs most. */
function reasonOf(worst, conditions) {
    if (worst.result !== 'pass')
        return `${worst.phrase}.`;
    return `${conditions.map(({ phrase }) => phrase).join(', ')}.`;
}
function countBySeverity(alerts) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, note: 0, unknown: 0 };
    for (const { severity } of alerts)
        counts[severity] += 1;
    return counts;
}

;// CONCATENATED MODULE: ./src/stages/attempt.ts

/** Runs a remote stage if it is wanted, and keeps its failure as data. Bugs still throw. */
async function attempt(wanted, work) {
    if (wanted === undefined)
        return { status: 'skipped' };
    try {
        return { status: 'done', value: await work(wanted) };
    }
    catch (error) {
        if (error instanceof model_errors/* UserError */.yo)
            return { status: 'failed', error };
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/stages/convert.ts


/** Reads each report in its format. What cannot be read is set aside with its name, never taken for "no findings". */
async function convert(reports, host) {
    const converted = { runs: [], problems: [] };
    for (const report of reports) {
        try {
            converted.runs.push(...(await runsOf(report, host)));
        }
        catch (error) {
            if (!(error instanceof model_errors/* NotEvaluated */.td))
                throw error;
            converted.problems.push(error);
        }
    }
    return converted;
}
async function runsOf(raw, host) {
    // Before it becomes SARIF, which travels: a tool that prints a token must not publish it.
    const report = reportOf(host.redact(decode(await raw.read())));
    try {
        const converter = raw.format === 'auto' ? detectConverter(report) : findConverter(raw.format);
        const runs = converter.convert(report);
        if (runs.length === 0)
            throw new model_errors/* UnreadableReport */.sx('it holds no runs, so it says nothing about the code');
        return runs.map((run) => complete(run, raw));
    }
    catch (error) {
        if (!(error instanceof model_errors/* UnreadableReport */.sx))
            throw error;
        throw new model_errors/* UnreadableReport */.sx(`The report of ${raw.name} cannot be read: ${error.message}.`, { cause: error });
    }
}
/** What only the scan knows: the tool's version, and how it ended. What the report says itself wins. */
function complete(run, { version, invocation }) {
    const driver = run.tool.driver;
    const known = driver.version ?? driver.semanticVersion;
    return {
        ...run,
        ...(version && !known && { tool: { ...run.tool, driver: { ...driver, version } } }),
        ...(invocation && {
            invocations: [{ ...invocation, ...run.invocations?.[0] }, ...(run.invocations?.slice(1) ?? [])],
        }),
    };
}
/** Text in UTF-8 or UTF-16, with its byte order mark taken off: PowerShell writes both. */
function decode(bytes) {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
}

;// CONCATENATED MODULE: ./src/transforms/category.ts
/**
 * Files a run under a category, by which GitHub tells analyses of one tool apart. A run that brings its own
 * `automationDetails`, even empty ones, keeps them. GitHub reads the text up to the last slash as the category.
 */
function fileUnder(run, category) {
    if (category === undefined || run.automationDetails !== undefined)
        return run;
    return { ...run, automationDetails: { id: category.endsWith('/') ? category : `${category}/` } };
}

;// CONCATENATED MODULE: ./src/transforms/line-hash.ts
/** How many symbols one hash covers: GitHub's `primaryLocationLineHash` does not stop at the end of the line. */
const line_hash_window = 100;
/** How many symbols must agree before another line is worth hashing. */
const glimpse = 12;
const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const endOfFile = 65_535;
/**
 * `primaryLocationLineHash` of the wanted lines (counted from 1) of a text; lines that the text does not have are left
 * out. A hash is Σ s[p+i]·37^(99−i) mod 2^64 over the 100 symbols from the start of the line, blanks left out, and `:n`
 * counts the lines with the same hash so far. So only wanted lines, and lines that begin like one, are hashed at all.
 */
function lineHashes(text, wanted) {
    const { symbols, starts } = readSymbols(text);
    const lines = [...new Set(wanted)].filter((line) => line >= 1 && line <= starts.length);
    const beginnings = new Set(lines.map((line) => beginningOf(symbols, starts[line - 1])));
    const numbers = new Set(lines);
    const counts = new Map();
    const hashes = new Map();
    starts.forEach((start, index) => {
        if (!beginnings.has(beginningOf(symbols, start)))
            return;
        const hash = hashAt(symbols, start);
        const count = (counts.get(hash) ?? 0) + 1;
        counts.set(hash, count);
        if (numbers.has(index + 1))
            hashes.set(index + 1, `${hash}:${count}`);
    });
    return hashes;
}
/** The UTF-16 units without spaces and tabs, every line end as one line feed, then the mark for the end of the file. */
function readSymbols(text) {
    const symbols = new Uint16Array(text.length + 1);
    const starts = [0];
    let length = 0;
    let previous = 0;
    for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const isSecondHalfOfLineEnd = unit === lineFeed && previous === carriageReturn;
        previous = unit;
        if (unit === space || unit === tab || isSecondHalfOfLineEnd)
            continue;
        symbols[length++] = unit === carriageReturn ? lineFeed : unit;
        if (unit === lineFeed || unit === carriageReturn)
            starts.push(length);
    }
    symbols[length++] = endOfFile;
    return { symbols: symbols.subarray(0, length), starts };
}
function beginningOf(symbols, start) {
    let sum = 0;
    for (let at = start; at < start + glimpse; at++)
        sum = (Math.imul(sum, 31) + (symbols[at] ?? 0)) | 0;
    return sum;
}
/** 64-bit arithmetic in two halves of 32 bits: every intermediate stays far below 2^53, so doubles are exact. */
function hashAt(symbols, start) {
    let high = 0;
    let low = 0;
    for (let at = start; at < start + line_hash_window; at++) {
        const sum = low * 37 + (symbols[at] ?? 0);
        low = sum >>> 0;
        high = (high * 37 + Math.floor(sum / 4_294_967_296)) >>> 0;
    }
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}

;// CONCATENATED MODULE: ./src/transforms/fingerprints.ts


/**
 * Adds `partialFingerprints.primaryLocationLineHash`, by which GitHub knows an alert again when lines move. A value
 * that is there already stays. Results whose place or file is unknown get none, as in GitHub's own uploader.
 */
function addFingerprints(run, root, read) {
    const places = placesByFile(run, root);
    if (places.size === 0)
        return run;
    const hashOf = new Map();
    for (const [path, results] of places) {
        const text = read(path);
        if (text === undefined)
            continue;
        const hashes = lineHashes(text, results.map(lineOf));
        for (const result of results) {
            const hash = hashes.get(lineOf(result));
            if (hash !== undefined)
                hashOf.set(result, hash);
        }
    }
    return { ...run, results: run.results.map((result) => withHash(result, hashOf.get(result))) };
}
function withHash(result, hash) {
    if (hash === undefined || result.partialFingerprints?.['primaryLocationLineHash'])
        return result;
    return { ...result, partialFingerprints: { ...result.partialFingerprints, primaryLocationLineHash: hash } };
}
/** One file's results together, so that each file is read once and let go again. */
function placesByFile(run, root) {
    const places = new Map();
    for (const result of run.results ?? []) {
        if (typeof lineOf(result) !== 'number')
            continue;
        const path = pathOf(run, result, root);
        if (path === undefined)
            continue;
        const there = places.get(path);
        if (there)
            there.push(result);
        else
            places.set(path, [result]);
    }
    return places;
}
/** Only the first location counts. */
function lineOf(result) {
    return result.locations?.[0]?.physicalLocation?.region?.startLine;
}
/** As GitHub's uploader finds the file: bases ignored, escapes undone once, `file://` removed, the rest under the root. */
function pathOf(run, result, root) {
    const location = result.locations?.[0]?.physicalLocation?.artifactLocation;
    const uri = location?.uri || run.artifacts?.[location?.index ?? -1]?.location?.uri;
    if (typeof uri !== 'string')
        return undefined;
    const path = pathOfUri(uri)?.replace(/^file:\/\//, '');
    if (path === undefined || path === '' || path.includes('://'))
        return undefined;
    if (!path.startsWith('/'))
        return path;
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/transforms/locations.ts
/** Rewrites every artifact location of a run, wherever it stands. Only what changes is copied; the rest is the same. */
function mapLocations(run, rewrite) {
    const artifacts = mapItems(run.artifacts, (artifact) => mapKey(artifact, 'location', (it) => it && rewrite(it)));
    const withArtifacts = artifacts === run.artifacts ? run : { ...run, artifacts };
    return mapValues(withArtifacts, (value, key) => (notWalked.has(key) ? value : walk(value, key, rewrite)));
}
/** What holds no place of a finding, or is somebody else's to lay out. */
const notWalked = new Set(['tool', 'artifacts', 'originalUriBaseIds', 'properties', 'versionControlProvenance']);
function walk(value, key, rewrite) {
    if (typeof value !== 'object' || value === null || key === 'properties')
        return value;
    if (Array.isArray(value))
        return mapItems(value, (item) => walk(item, '', rewrite));
    if (key === 'artifactLocation' || key === 'analysisTarget')
        return rewrite(value);
    return mapValues(value, (item, name) => walk(item, name, rewrite));
}
function mapItems(items, change) {
    const changed = items?.map(change);
    return changed?.some((item, index) => item !== items[index]) ? changed : items;
}
function mapValues(object, change) {
    let changed;
    for (const [key, value] of Object.entries(object)) {
        const next = change(value, key);
        if (next === value)
            continue;
        changed = changed ?? { ...object };
        changed[key] = next;
    }
    return (changed ?? object);
}
function mapKey(object, key, change) {
    const value = change(object[key]);
    return value === object[key] ? object : { ...object, [key]: value };
}

;// CONCATENATED MODULE: ./src/transforms/paths.ts


/** Makes every file of a run relative to the checkout, percent-encoded and without `./`, as GitHub wants it. */
function relativePaths(run, checkout) {
    const bases = run.originalUriBaseIds ?? {};
    const seen = new Map();
    const rewrite = (location) => {
        const { uri, uriBaseId } = location;
        if (typeof uri !== 'string' || uri === '')
            return location;
        const key = `${uriBaseId ?? ''} ${uri}`;
        const known = seen.get(key) ?? placeOf({ uri, uriBaseId }, bases, checkout);
        seen.set(key, known);
        if (known.uri === uri && known.uriBaseId === uriBaseId)
            return location;
        const { uriBaseId: _resolved, ...rest } = location;
        return { ...rest, ...known };
    };
    return mapLocations(run, rewrite);
}
/**
 * A base that lies outside is the checkout by another name, such as the folder where a container has it mounted: GitHub
 * ignores bases, so the path alone is never worse.
 */
function placeOf(given, bases, checkout) {
    const found = relative(withBase(given, bases), checkout);
    return given.uriBaseId !== undefined && found.uri.startsWith('file:') ? relative({ uri: given.uri }, checkout) : found;
}
/** A base that the log defines is joined to the path; one that it leaves open means the checkout itself. */
function withBase(given, bases) {
    let { uri, uriBaseId } = given;
    for (let depth = 0; depth < 10; depth++) {
        if (uriBaseId === undefined || /^[a-z][a-z\d+.-]*:/i.test(uri))
            return { uri };
        const base = bases[uriBaseId];
        if (!base?.uri)
            return { uri, uriBaseId };
        uri = `${base.uri.replace(/\/?$/, '/')}${uri}`;
        uriBaseId = base.uriBaseId;
    }
    // Ten levels of bases upon bases is a loop, not a layout.
    return given;
}
function relative({ uri, uriBaseId }, checkout) {
    const path = pathIn(uri);
    if (path === undefined)
        return { uri, ...(uriBaseId !== undefined && { uriBaseId }) };
    const plain = withoutDots(path);
    if (/^(?:\/|[a-z]:\/)/i.test(path))
        return { uri: plain === undefined ? uri : withoutRoot(path, plain, checkout) };
    const inFolder = withoutDots(`${checkout.ranIn}/${path}`);
    const fromRoot = uriBaseId !== undefined || checkout.ranIn === '' || inFolder === undefined;
    if (fromRoot || (!checkout.exists(inFolder) && plain !== undefined && checkout.exists(plain)))
        return { uri: plain ? encodePath(plain) : uri };
    return { uri: encodePath(inFolder) };
}
/** The decoded path of a URI that names a file, absolute or relative; undefined for what names something else. */
function pathIn(uri) {
    // No URI holds a backslash: this one was written by a program on Windows that took its path for a URI.
    const slashed = uri.replaceAll('\\', '/');
    const file = /^file:(?:\/\/(?:localhost(?=\/))?)?(.*)$/is.exec(slashed)?.[1];
    // One letter and a colon is a drive. `//host/share` is a network path, and no checkout lives there.
    if (file === undefined && /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(slashed))
        return undefined;
    const path = file ?? slashed;
    return /[?#]/.test(path) ? undefined : pathOfUri(path)?.replace(/^\/(?=[a-z]:\/)/i, '');
}
/** Absolute paths lose the checkout's folder; those outside of it become `file:` URIs. Windows ignores case. */
function withoutRoot(path, plain, { roots }) {
    const hasDrive = !path.startsWith('/');
    const absolute = hasDrive ? plain : `/${plain}`;
    const comparable = (text) => (hasDrive ? text.replaceAll('\\', '/').toLowerCase() : text);
    const root = roots.find((folder) => comparable(absolute).startsWith(`${comparable(folder)}/`));
    return root === undefined ? uriOfPath(absolute) : encodePath(absolute.slice(root.length + 1));
}
/** Resolves `.` and `..`; undefined when the path would leave the checkout. */
function withoutDots(path) {
    const kept = [];
    for (const segment of path.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment !== '..')
            kept.push(segment);
        else if (kept.pop() === undefined)
            return undefined;
    }
    return kept.join('/');
}

;// CONCATENATED MODULE: ./src/transforms/rules.ts
/**
 * Completes the rules of a run as GitHub reads them: an entry for every rule that a result names, each with a short
 * description, a full one and a help text, and `security-severity` as a string. What the tool wrote itself stays.
 */
function describeRules(run) {
    const driver = rules_complete(run.tool.driver, missingRules(run));
    // An extension without rules brings something else, and needs none.
    const extensions = run.tool.extensions?.map((extension) => (extension.rules ? rules_complete(extension) : extension));
    const isSame = driver === run.tool.driver && !extensions?.some((it, at) => it !== run.tool.extensions[at]);
    return isSame ? run : { ...run, tool: { ...run.tool, driver, ...(extensions && { extensions }) } };
}
function rules_complete(component, missing = []) {
    const rules = component.rules ?? [];
    const described = rules.map(rules_describe);
    const isComplete = component.rules && missing.length === 0 && described.every((rule, at) => rule === rules[at]);
    return isComplete ? component : { ...component, rules: [...described, ...missing] };
}
/** Rules of extensions are described there; everything else that a result names belongs to the driver. */
function missingRules({ tool: { driver, extensions = [] }, results = [] }) {
    const known = new Set([driver, ...extensions].flatMap(({ rules = [] }) => rules.map(({ id }) => id)));
    const missing = new Set();
    for (const { ruleId, rule } of results) {
        const id = ruleId ?? rule?.id;
        if (id !== undefined && !isKnown(id, known))
            missing.add(id);
    }
    return [...missing].map((id) => rules_describe({ id }));
}
/** `CA1000/1` is a part of rule `CA1000` (SARIF 3.27.5), and needs no entry of its own. */
function isKnown(id, known) {
    const slash = id.lastIndexOf('/');
    return known.has(id) || (slash > 0 && isKnown(id.slice(0, slash), known));
}
function rules_describe(given) {
    const rule = 'helpUri' in given && !given.helpUri ? withoutHelpUri(given) : given;
    const text = rule.fullDescription?.text || rule.shortDescription?.text || rule.name || rule.id;
    const additions = {
        ...(!rule.shortDescription?.text && { shortDescription: { ...rule.shortDescription, text } }),
        ...(!rule.fullDescription?.text && { fullDescription: { ...rule.fullDescription, text } }),
        ...(!rule.help?.text && { help: { ...rule.help, ...helpOf(rule, text) } }),
        ...(typeof rule.properties?.['security-severity'] === 'number' && {
            properties: { ...rule.properties, 'security-severity': String(rule.properties['security-severity']) },
        }),
    };
    return Object.keys(additions).length > 0 ? { ...rule, ...additions } : rule;
}
/** An empty address is no URI; some linters write one for rules without documentation. */
function withoutHelpUri({ helpUri: _empty, ...rule }) {
    return rule;
}
function helpOf({ helpUri, help }, text) {
    if (helpUri === undefined)
        return { text };
    const name = text.replace(/[[\]\\`*_<>]/g, '\\$&');
    return { text: `${text}\n\n${helpUri}`, markdown: help?.markdown ?? `[${name}](${linkable(helpUri)})` };
}
/** What would end a Markdown link too early, encoded. */
function linkable(uri) {
    return uri
        .replace(/[\s<>\\]/g, encodeURIComponent)
        .replaceAll('(', '%28')
        .replaceAll(')', '%29');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/stages/sources.ts


/** No line of source is that far down; reading more would only cost time. */
const longestSource = 64 * 1024 * 1024;
/** The text of a source file by its path from the checkout's real folder; undefined for what must not be read. */
function readSource(root, path) {
    const file = regularFile(root, path);
    if (file === undefined)
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        // Unreadable (permissions, gone meanwhile) is the same as unknown: the result simply gets no fingerprint.
        return undefined;
    }
}
/** A path whose real file is a regular one inside the checkout: no `..`, no link that leads out, no FIFO to hang on. */
function regularFile(root, path) {
    const file = realPath((0,external_node_path_.join)(root, path));
    if (file === undefined || !isInside(file, root))
        return undefined;
    const status = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    return status?.isFile() && status.size <= longestSource ? file : undefined;
}
function isInside(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : folder + external_node_path_.sep);
}
/** Where a path leads once every link is followed; undefined when it leads nowhere. */
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/stages/normalise.ts






/** Makes runs what GitHub understands: paths from the checkout, described rules, a category, fingerprints. */
function normalise(runs, { root, folder, category, toolName }) {
    const realRoot = realPath(root) ?? root;
    const checkout = {
        roots: [...new Set([root, realRoot])],
        ranIn: isInside(folder, root) ? (0,external_node_path_.relative)(root, folder).replaceAll(external_node_path_.sep, '/') : '',
        exists: (path) => regularFile(realRoot, path) !== undefined,
    };
    const read = (path) => readSource(realRoot, path);
    return runs
        .map((run) => named(run, toolName))
        .map((run) => relativePaths(run, checkout))
        .map(describeRules)
        .map((run) => fileUnder(run, category))
        .map((run) => addFingerprints(run, root, read));
}
function named(run, toolName) {
    return toolName === undefined
        ? run
        : { ...run, tool: { ...run.tool, driver: { ...run.tool.driver, name: toolName } } };
}

// EXTERNAL MODULE: ./src/render/plain.ts
var plain = __webpack_require__(4404);
;// CONCATENATED MODULE: ./src/render/annotations.ts


/** The runner keeps ten of a kind per step, and cuts messages at 4096 (actions/runner, ExecutionContext). */
const mostOfAKind = 10;
const longestMessage = 4096;
/** Beside the code: what blocks as errors, what is only shown as warnings; the worst first. */
function annotationsOf(outcome) {
    const { blocking, warning } = outcome;
    const [errors, warnings] = (0,model_outcome/* isBlocked */.lT)(outcome) ? [blocking, warning] : [[], [...blocking, ...warning]];
    // One place of each kind is kept free: the verdict itself is an error or a warning, too.
    return [
        ...errors.slice(0, mostOfAKind - 1).map((alert) => annotation('error', alert)),
        ...warnings.slice(0, mostOfAKind - 1).map((alert) => annotation('warning', alert)),
    ];
}
function annotation(level, alert) {
    const { tool, rule, message, severity, file } = alert;
    return {
        level,
        title: (0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(`${tool}: ${rule} (${severity})`), 255),
        // The runner shows no annotation that says nothing.
        message: (0,plain/* cut */.Jj)((0,plain/* plain */.pj)(message), longestMessage).trim() || (0,plain/* oneLine */.TN)(rule),
        file,
        ...annotations_placeOf(alert),
    };
}
/** GitHub shows columns of one line only, and counts the last one in. */
function annotations_placeOf({ line, endLine, column, endColumn }) {
    if (line === undefined)
        return {};
    const lines = { startLine: line, endLine };
    if (column === undefined || (endLine !== undefined && endLine !== line))
        return lines;
    return {
        ...lines,
        startColumn: column,
        endColumn: endColumn === undefined ? undefined : Math.max(endColumn - 1, column),
    };
}

// EXTERNAL MODULE: ./src/render/outputs.ts
var outputs = __webpack_require__(4566);
// EXTERNAL MODULE: ./src/render/markdown.ts
var markdown = __webpack_require__(2495);
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
function severity({ severity: word, score, level }) {
    if (word === 'unknown')
        return 'unknown (treated as high)';
    return score === undefined ? `${word} (${level})` : `${word} ${score.toFixed(1)}`;
}
function place({ file, line }, { blobUrl }) {
    if (!file)
        return '';
    const anchor = line === undefined ? '' : `#L${line}`;
    const url = blobUrl && isInRepository(file) ? `${blobUrl}${encodePath(file)}${anchor}` : undefined;
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

;// CONCATENATED MODULE: ./src/render/summary.ts




const icons = { pass: '✅', warn: '⚠️', fail: '❌', error: '🟥', skipped: '⏭️' };
const most = 50;
/** The runner drops a whole summary over 1 MiB; far below that, a reader has given up anyway. */
const budget = 900 * 1024;
const summary_longest = { sentence: 600, block: 5000 };
/** The job summary: whether it passed and why, the conditions, what blocks, what to do, and where to look. */
function summaryOf(outcome, context) {
    const { conditions } = outcome;
    const head = [heading(outcome), conditionsTable(conditions), ...conditions.map(explanation)];
    const tail = [summary_whatToDo(conditions), totals(outcome), links(outcome), footer(outcome)];
    for (let rows = most;; rows = Math.floor(rows / 2)) {
        const parts = [...head, ...findings(outcome, rows, context), ...tail];
        const text = `${parts.filter(Boolean).join('\n\n')}\n`;
        if (Buffer.byteLength(text) <= budget)
            return text;
        if (rows === 0)
            return shortened(text);
    }
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
    return list && `<details><summary>${summary_counted(count, 'finding')} below the limit</summary>\n\n${list}\n\n</details>`;
}
function summary_whatToDo(conditions) {
    const advices = (0,model_outcome/* advicesOf */.Fj)(conditions);
    return advices.length > 0 ? `**What to do:** ${advices.map(markdown/* prose */.CS).join(' ')}` : '';
}
/** What the tools said in all, next to what of it counts. */
function totals({ runs, total, counts, suppressed }) {
    if (runs.length === 0)
        return '';
    const shown = runs.slice(0, most).map(toolLine);
    const bySeverity = Object.keys(counts)
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${counts[severity]} ${severity}`);
    const split = bySeverity.length > 0 ? ` (${bySeverity.join(', ')})` : '';
    const hidden = suppressed > 0 ? `; ${suppressed} suppressed` : '';
    return `${shown.join(' · ')}${runs.length > most ? ' · …' : ''}. In all ${summary_counted(total, 'finding')}${split}${hidden}.`;
}
function toolLine({ tool: { driver }, results }) {
    const version = driver.semanticVersion ?? driver.version;
    const name = version ? `${driver.name} ${version}` : driver.name;
    return `${(0,markdown/* escaped */.Mk)((0,plain/* cut */.Jj)(name, 200))}: ${summary_counted(results?.length ?? 0, 'result')}`;
}
function summary_counted(count, noun) {
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

;// CONCATENATED MODULE: ./src/render/table.ts


const table_most = 50;
const table_longest = { cell: 200, message: 120, sentence: 600 };
const marks = { pass: '✓', warn: '!', fail: '✗', error: '?' };
/** The same outcome for a terminal or a plain log: what blocks, the conditions, the verdict last, where eyes rest. */
function tableOf(outcome) {
    const { verdict, reason, blocking, warning, conditions, sarifPath } = outcome;
    return [
        ...table_findings(blocking, (0,model_outcome/* isBlocked */.lT)(outcome) ? 'blocking' : 'tolerated'),
        ...table_findings(warning, 'below the limit'),
        ...conditions.map(condition),
        ...(0,model_outcome/* advicesOf */.Fj)(conditions).map((advice) => `→ ${(0,plain/* oneLine */.TN)(advice)}`),
        ...(sarifPath ? [`SARIF: ${(0,plain/* oneLine */.TN)(sarifPath)}`] : []),
        `${verdict.toUpperCase()}: ${(0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(reason), table_longest.sentence)}`,
    ].join('\n');
}
function table_findings(alerts, title) {
    if (alerts.length === 0)
        return [];
    const cell = (text) => (0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(text), table_longest.cell);
    const rows = alerts
        .slice(0, table_most)
        .map(({ severity, file = '', line, rule, message }) => [
        severity,
        cell(line === undefined ? file : `${file}:${line}`),
        cell(rule),
        (0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(message), table_longest.message),
    ]);
    const rest = alerts.length - rows.length;
    return [`${alerts.length} ${title}`, ...aligned(rows), ...(rest > 0 ? [`  …and ${rest} more in the SARIF`] : []), ''];
}
/** Columns as wide as their widest cell; the last one as long as it is. */
function aligned(rows) {
    const widths = [0, 1, 2].map((column) => Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))));
    return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
function condition({ name, expected, actual, result, explanation }) {
    const line = `${marks[result]} ${(0,plain/* oneLine */.TN)(name)}: ${(0,plain/* oneLine */.TN)(actual)} (expected ${(0,plain/* oneLine */.TN)(expected)})`;
    return explanation ? `${line}\n${(0,plain/* plain */.pj)(explanation).replace(/^(?=.)/gm, '    ')}` : line;
}

;// CONCATENATED MODULE: ./src/stages/report.ts




/** Shows the outcome everywhere the host can. It decides nothing: the verdict stands. */
async function report(outcome, config, host) {
    await host.publish({
        summary: config.summary ? summaryOf(outcome, config) : undefined,
        annotations: config.annotations === 'off' ? [] : annotationsOf(outcome),
        outputs: (0,outputs/* outputsOf */.Yz)(outcome),
        table: tableOf(outcome),
        failure: outcome.exitCode === 0 ? undefined : `${titleOf(outcome.verdict)}. ${outcome.reason}`,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./src/stages/report-files.ts




/** One string holds half a gigabyte at most in V8; what is larger cannot be parsed at once. */
const longestReport = 512 * 1024 * 1024 - 1024;
/** The files that `report` names, sorted by path. A pattern that matches nothing is a problem, never "no findings". */
async function fileReports(config) {
    const found = { reports: [], problems: [] };
    for (const pattern of config.reports) {
        const files = await filesMatching({ ...config, reports: [pattern] });
        if (files.length === 0)
            found.problems.push(new model_errors/* NotEvaluated */.td(`No report matches \`${pattern}\` in ${config.folder}. Did the scanner run, and write it there?`));
        // A file that two patterns match is one report all the same.
        const fresh = files.filter((file) => !found.reports.some(({ name }) => name === file));
        found.reports.push(...fresh.map((file) => fileReport(file, config)));
    }
    return found;
}
async function filesMatching({ reports, folder }) {
    const files = await Promise.all(reports.map((pattern) => filesOf(pattern, folder)));
    return files.flat().sort();
}
/** What is there by that very name is meant, be it a link or something with brackets; patterns find plain files only. */
async function filesOf(pattern, folder) {
    const path = (0,external_node_path_.resolve)(folder, pattern);
    if (await (0,promises_.lstat)(path).catch(() => undefined))
        return [(0,external_node_path_.relative)(folder, path).replaceAll(external_node_path_.sep, '/') || pattern];
    const slashed = pattern.replaceAll('\\', '/');
    return (0,dist/* glob */.TI)(slashed, { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false });
}
function fileReport(file, { folder, format }) {
    return { name: file, format, read: () => readRegularFile((0,external_node_path_.resolve)(folder, file), file) };
}
/** Only regular files: a FIFO or a device would be waited for without end. */
async function readRegularFile(path, name) {
    let handle;
    try {
        const status = await (0,promises_.stat)(path);
        if (!status.isFile())
            throw new model_errors/* NotEvaluated */.td(`${name} is not a regular file.`);
        if (status.size > longestReport)
            throw new model_errors/* NotEvaluated */.td(`${name} is larger than the 512 MB that can be read at once. Split it.`);
        handle = await (0,promises_.open)(path);
        return await handle.readFile();
    }
    catch (error) {
        if (error instanceof model_errors/* NotEvaluated */.td)
            throw error;
        throw new model_errors/* NotEvaluated */.td(`${name} cannot be read: ${(0,model_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    finally {
        await handle?.close();
    }
}
async function stampsOf(config) {
    const files = await filesMatching(config);
    const entries = files.map(async (file) => {
        // A link that leads nowhere has no stamp; reading it says so.
        const status = await (0,promises_.stat)((0,external_node_path_.resolve)(config.folder, file), { bigint: true }).catch(() => undefined);
        return [file, status ? `${status.mtimeNs} ${status.size} ${status.ino}` : ''];
    });
    return new Map(await Promise.all(entries));
}
/** The reports that a command wrote since; one that an earlier run left behind is not taken for this run's. */
async function reportsWritten(config, before) {
    const { reports, problems } = await fileReports(config);
    if (problems[0])
        throw problems[0];
    const now = await stampsOf(config);
    const stale = reports.find(({ name }) => before.get(name) === now.get(name));
    if (!stale)
        return reports;
    throw new model_errors/* NotEvaluated */.td(`${stale.name} was there before, and \`command\` has not written it. Delete it first, or check where the command writes its report.`);
}

;// CONCATENATED MODULE: ./src/stages/save.ts




/** Writes the SARIF that the gate judges, and returns its path; undefined when there is none to write. */
async function save(runs, file, host) {
    if (runs.length === 0)
        return undefined;
    const path = file ?? (0,external_node_path_.join)(await host.tempFolder(), 'results.sarif');
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, JSON.stringify(toLog(runs)));
    }
    catch (error) {
        throw new model_errors/* UserError */.yo(`The SARIF cannot be written to ${path}: ${(0,model_errors/* messageOf */.bD)(error)}. Check \`sarif-output\`.`, {
            cause: error,
        });
    }
    return path;
}

;// CONCATENATED MODULE: ./src/scanners/eslint.ts
const eslint_eslint = {
    id: 'eslint',
    name: 'ESLint',
    program: 'eslint',
    // The metadata carries what each rule is about, and where it is documented.
    args: ['--format', 'json-with-metadata'],
    targets: { paths: ['.'] },
    fromNpm: true,
    stream: 'stdout',
    format: 'eslint',
    exitCodes: { clean: [0], findings: [1] },
    silentWhenClean: false,
    versionArgs: ['--version'],
    install: 'Install it in the project: `npm install --save-dev eslint`.',
};

;// CONCATENATED MODULE: ./src/scanners/shellcheck.ts
const shellcheck_shellcheck = {
    id: 'shellcheck',
    name: 'ShellCheck',
    program: 'shellcheck',
    args: ['--format', 'json1'],
    targets: { globs: ['**/*.{sh,bash,ksh,dash,bats}'] },
    fromNpm: false,
    stream: 'stdout',
    format: 'shellcheck',
    exitCodes: { clean: [0], findings: [1] },
    silentWhenClean: false,
    versionArgs: ['--version'],
    install: 'Install it: `apt-get install shellcheck`, `brew install shellcheck`, or see https://www.shellcheck.net.',
};

;// CONCATENATED MODULE: ./src/scanners/all.ts
// One sorted line per scanner: this list is the registry.



;// CONCATENATED MODULE: ./src/scanners/index.ts



const presets = Object.values(scanners_all_namespaceObject);
/** The preset with this id; throws `UserError` with the nearest id for a word nobody knows. */
function findPreset(id) {
    const found = presets.find((preset) => preset.id === id);
    if (found)
        return found;
    const ids = presets.map((preset) => preset.id);
    throw new model_errors/* UserError */.yo(`\`scanner\`: there is no preset \`${id}\`.${(0,suggest/* didYouMean */.a)(id, ids)} Known: ${ids.join(', ')}. Any other tool runs with \`command\`.`);
}

;// CONCATENATED MODULE: ./src/stages/program.ts




/** The project's own copy of the tool, from the scanned folder up to the checkout; else whatever the PATH has. */
async function programOf({ program, fromNpm }, { folder, root }) {
    if (!fromNpm)
        return program;
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        const candidate = (0,external_node_path_.join)(at, 'node_modules', '.bin', program);
        if (await exists(candidate))
            return candidate;
        if (at === root || at === (0,external_node_path_.dirname)(at))
            return program;
    }
}
/** Asks the tool for its version; throws `UserError` with how to get it when it is not there. */
async function versionOf(preset, program, folder, host) {
    const execution = await host.exec({ words: [program, ...preset.versionArgs], cwd: folder, timeoutMs: 60_000 });
    if (execution.missing && isAbsent(execution))
        throw new model_errors/* UserError */.yo(`${preset.name} is not installed: there is no \`${preset.program}\` in node_modules or on the PATH. ${preset.install}`);
    if (execution.missing)
        throw notStarted(program, execution);
    return /\d+\.\d+(?:\.\d+)?[\w.+-]*/.exec(Buffer.from(execution.stdout).toString('utf8'))?.[0];
}
/** Why a program could not be started at all, by the system's own reason. */
function notStarted(program, execution) {
    if (isAbsent(execution))
        return new model_errors/* UserError */.yo(`\`${program}\` is not installed, or not on the PATH. Install it in an earlier step, or give its path.`);
    const what = `\`${program}\` could not be started (${execution.stderr}).`;
    return new model_errors/* UserError */.yo(execution.stderr.includes('E2BIG')
        ? `${what} It was given more files or words than the system takes: let it scan a folder, or fewer files.`
        : `${what} Check that this system can run it: a script needs \`#!\` in its first line, and the right to be executed.`);
}
function isAbsent({ stderr }) {
    return stderr.includes('ENOENT');
}
/** Words after `--` in `scanner-args` take the place of the preset's own targets. */
async function targetsOf({ name, targets }, config) {
    const { scannerArgs, folder } = config;
    const separator = scannerArgs.indexOf('--');
    const flags = separator < 0 ? scannerArgs : scannerArgs.slice(0, separator);
    if (separator >= 0)
        return { flags, targets: scannerArgs.slice(separator + 1) };
    if ('paths' in targets)
        return { flags, targets: targets.paths };
    const files = await (0,dist/* glob */.TI)(targets.globs, {
        cwd: folder,
        dot: true,
        ignore: ['**/node_modules/**', '**/.git/**'],
        followSymbolicLinks: false,
    });
    if (files.length > 0)
        return { flags, targets: files.sort() };
    throw new model_errors/* NotEvaluated */.td(`${name} found nothing to scan: no file in ${folder} matches ${targets.globs.join(', ')}. Name files in \`scanner-args\` after \`--\`, or leave this scanner out.`);
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/stages/scan.ts






/**
 * Runs the scanners side by side and gathers their reports, and those that were there already. A scanner that crashed or
 * ran too long is a problem, not a clean scan; one that is not installed at all is a wrong set-up (`UserError`).
 */
async function scan(config, host) {
    if (!config)
        return { reports: [], problems: [] };
    if (config.format !== 'auto')
        findConverter(config.format);
    const presets = config.scanners.map(findPreset);
    await checkFolder(config);
    const jobs = await Promise.all(presets.map((preset) => presetJob(preset, config, host)));
    if (config.command)
        jobs.push(await commandJob(config.command, config));
    const ended = await Promise.all(jobs.map((job) => run(job, config, host)));
    if (!config.command)
        ended.push(await fileReports(config));
    return { reports: ended.flatMap(({ reports }) => reports), problems: ended.flatMap(({ problems }) => problems) };
}
/** A program that is started in a folder that does not exist looks as if the program did not. */
async function checkFolder({ folder }) {
    const status = await (0,promises_.stat)(folder).catch(() => undefined);
    if (!status?.isDirectory())
        throw new model_errors/* UserError */.yo(`\`working-directory\`: there is no folder ${folder}. Check it out first, or correct the path.`);
}
async function presetJob(preset, config, host) {
    const { name, format, args, exitCodes, stream, silentWhenClean } = preset;
    const program = await programOf(preset, config);
    const version = await versionOf(preset, program, config.folder, host);
    return {
        name,
        version,
        exitCodes: [...exitCodes.clean, ...exitCodes.findings],
        async words() {
            const { flags, targets } = await targetsOf(preset, config);
            return [program, ...args, ...flags, '--', ...targets];
        },
        async collect(execution) {
            const bytes = stream === 'stdout' ? execution.stdout : Buffer.from(execution.stderr);
            if (bytes.length === 0 && !silentWhenClean)
                throw new model_errors/* NotEvaluated */.td(silent(name, execution));
            return [{ name, format, version, read: async () => bytes }];
        },
    };
}
async function commandJob(words, config) {
    const [name = ''] = words;
    const before = await stampsOf(config);
    return {
        name,
        exitCodes: config.findingsExitCodes,
        words: async () => words,
        async collect(execution) {
            if (config.reports.length > 0)
                return reportsWritten(config, before);
            if (execution.stdout.length > 0)
                return [{ name, format: config.format, read: async () => execution.stdout }];
            throw new model_errors/* NotEvaluated */.td(`${silent(name, execution)} If it writes a file, name it with \`report\`.`);
        },
    };
}
function silent(name, { exitCode, stderr }) {
    return `${name} ended with exit code ${exitCode} and printed no report, so nothing is known of the code.${scan_quoted(stderr)}`;
}
async function run(job, config, host) {
    try {
        return { reports: await reportsOf(job, config, host), problems: [] };
    }
    catch (error) {
        if (error instanceof model_errors/* NotEvaluated */.td)
            return { reports: [], problems: [error] };
        throw error;
    }
}
async function reportsOf(job, config, host) {
    const words = await job.words();
    const started = host.now();
    host.log.info(`${job.name}${job.version ? ` ${job.version}` : ''} is scanning ${config.folder}.`);
    const execution = await host.exec({ words, cwd: config.folder, timeoutMs: config.timeoutMs });
    if (execution.missing)
        throw notStarted(words[0] ?? '', execution);
    const { exitCode, signal } = execution;
    host.log.info(`${job.name} ended after ${((host.now() - started) / 1000).toFixed(1)} s ${exitCode === undefined ? `by ${signal}` : `with exit code ${exitCode}`}.`);
    const problem = problemOf(job, execution, config);
    if (problem)
        throw new model_errors/* NotEvaluated */.td(problem);
    const invocation = invocationOf(execution, started, host.now());
    return (await job.collect(execution)).map((report) => ({ ...report, invocation }));
}
/** Why the scan does not count, if it does not. */
function problemOf({ name, exitCodes }, execution, { timeoutMs }) {
    const { exitCode, signal, timedOut, overflow, stderr } = execution;
    if (timedOut)
        return `${name} had not ended after ${timeoutMs / 1000} s, and was stopped. Raise \`scan-timeout\`, or let it scan less.${scan_quoted(stderr)}`;
    if (overflow)
        return `${name} printed a larger report than can be read at once. Let it write a file and name it with \`report\`, or let it scan less.`;
    if (exitCode === undefined)
        return `${name} was ended by ${signal ?? 'the system'} before it had finished.${scan_quoted(stderr)}`;
    if (exitCodes.includes(exitCode))
        return undefined;
    return `${name} ended with exit code ${exitCode}, which means that it did not complete the scan (it does with ${exitCodes.join(' or ')}).${scan_quoted(stderr)}`;
}
function scan_quoted(stderr) {
    const text = stderr.trim();
    return text ? ` It said:\n${text.length > 4000 ? `…${text.slice(-4000)}` : text}` : ' It said nothing.';
}
function invocationOf({ exitCode }, started, ended) {
    return {
        executionSuccessful: true,
        exitCode: exitCode ?? 0,
        startTimeUtc: new Date(started).toISOString(),
        endTimeUtc: new Date(ended).toISOString(),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/clients/github-errors.ts

/** A sentence for what GitHub answered, or for no answer at all (facts: a 403 has four meanings, a 404 three). */
function explainGitHub(thrown, what, access) {
    const error = thrown;
    if (thrown instanceof model_errors/* ServiceError */._7)
        return thrown;
    const status = error.response ? error.status : undefined;
    const said = saidBy(error);
    const meaning = status === undefined ? noAnswer(error, access) : meaningOf(status, said, access);
    const answer = status === undefined ? '' : ` GitHub answered ${status}${said ? ` (${said})` : ''}.`;
    return new model_errors/* ServiceError */._7(`${what} failed.${answer} ${meaning}`, status, { cause: thrown });
}
/** GitHub's own message, on one line and short: it goes into a sentence. */
function saidBy({ response }) {
    const { message } = (response?.data ?? {});
    return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300) : '';
}
function noAnswer(error, { apiUrl }) {
    const isTimeout = /aborted|timeout/i.test((0,model_errors/* messageOf */.bD)(error));
    return isTimeout
        ? `${apiUrl} did not answer in time. Run the job again.`
        : `${apiUrl} could not be reached (${(0,model_errors/* messageOf */.bD)(error)}). Check \`github-api-url\` and the network, then run the job again.`;
}
function meaningOf(status, said, access) {
    if (status === 401)
        return 'The token is not valid (any more). Check `github-token`.';
    if (status === 429 || (status === 403 && /rate limit/i.test(said)))
        return 'Wait for the rate limit to reset, then run the job again.';
    if (status === 403)
        return forbidden(said);
    if (status === 404)
        return notFound(said, access);
    if (status === 413)
        return 'The SARIF is larger than the 10 MB (gzipped) that GitHub takes. Narrow the scan, or split it by `category`.';
    if (status === 400 || status === 422)
        return 'GitHub does not accept this request; trying again will not help.';
    if (status >= 500)
        return 'GitHub has a problem of its own. Run the job again.';
    return 'This answer is not known to codescan-gate.';
}
function forbidden(said) {
    if (/(?:advanced|code) security must be enabled|not enabled/i.test(said))
        return 'Code scanning is off for this repository: enable Code Security in its settings (public repositories have it for free), or set `upload: off`.';
    if (/archived/i.test(said))
        return 'The repository is archived, so nothing can be uploaded to it.';
    return 'The token lacks a permission. Add `permissions: { contents: read, security-events: write }` to the job; runs of forks and of Dependabot have a read-only token whatever the job says.';
}
function notFound(said, { repository }) {
    if (/commit not found/i.test(said))
        return 'GitHub does not know this commit in this repository. Push it first, or check `sha` and `repository`.';
    if (/^ref /i.test(said))
        return 'GitHub does not know this ref. Check `ref`; the branch of a merge queue may be gone already.';
    return `Either \`${repository}\` is not the repository, or the token cannot see it, or this server has no code scanning. Check \`repository\` and \`github-token\`.`;
}

;// CONCATENATED MODULE: ./src/clients/github.ts


/** Trying again cannot help: the request, the token or the size is wrong. 403 and 429 belong to the rate limits alone. */
const doNotRetry = [400, 401, 403, 404, 410, 413, 422, 429, 451];
const uploadTimeoutMs = 180_000;
const questionTimeoutMs = 30_000;
/** A wait that GitHub asks for is obeyed up to here; a longer one is told to the user. */
const longestRateLimitWaitSeconds = 120;
/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
async function github(access) {
    const octokit = await connect(access);
    const [owner = '', repo = ''] = access.repository.split('/');
    const here = { owner, repo };
    return {
        uploadSarif: (body) => told('The upload', access, () => uploadSarif(octokit, here, body)),
        processing: (id) => told('Asking after the upload', access, () => processing(octokit, here, id)),
        analyses: (id) => told('Reading what GitHub stored', access, () => analyses(octokit, here, id)),
    };
}
async function uploadSarif(octokit, here, body) {
    const { data, status } = await octokit.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
        ...here,
        ...body,
    });
    const id = data?.id;
    if (typeof id === 'string' && id)
        return { id };
    throw new model_errors/* ServiceError */._7('GitHub took the upload, but its answer names no id to ask after. Run the job again.', status);
}
async function processing(octokit, here, id) {
    return unlessMissing(undefined, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', {
            ...here,
            sarif_id: id,
            // `poll` asks again by itself; retries here would only blur its clock.
            request: { retries: 0 },
        });
        // Only a word that ends it ends it: an answer that is garbled or new must not be taken for "complete".
        const { processing_status: word, errors } = data ?? {};
        const status = word === 'complete' || word === 'failed' ? word : 'pending';
        return { status, errors: Array.isArray(errors) ? errors.map(String) : [] };
    });
}
/** A repository without any analysis answers 404 here instead of an empty list. */
async function analyses(octokit, here, id) {
    return unlessMissing([], async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
            ...here,
            sarif_id: id,
            per_page: 100,
        });
        if (!Array.isArray(data))
            throw new model_errors/* ServiceError */._7('GitHub did not answer with a list of analyses.');
        return data.map((analysis) => ({
            id: analysis.id,
            tool: analysis.tool.name ?? '',
            category: analysis.category ?? '',
            resultsCount: analysis.results_count,
            rulesCount: analysis.rules_count,
            error: analysis.error,
            warning: analysis.warning,
        }));
    });
}
async function unlessMissing(missing, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error.status === 404)
            return missing;
        throw error;
    }
}
async function told(what, access, work) {
    try {
        return await work();
    }
    catch (error) {
        throw explainGitHub(error, what, access);
    }
}
/** Loaded only here: the toolkit costs a program that uploads nothing 45 ms at start. */
async function connect({ apiUrl, token, log }) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(758)]).then(__webpack_require__.bind(__webpack_require__, 1758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 6856)),
    ]);
    const wait = (limit) => (seconds, _request, _octokit, retries) => {
        const worthIt = seconds <= longestRateLimitWaitSeconds && retries < 2;
        log.info(`GitHub's ${limit} is reached; it asks to wait ${seconds} s${worthIt ? '' : ', which is too long'}.`);
        return worthIt;
    };
    const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug };
    return getOctokit(token, {
        baseUrl: apiUrl,
        userAgent: 'codescan-gate',
        log: quiet,
        retry: { doNotRetry },
        // Requests queue per server.
        throttle: { id: apiUrl, onRateLimit: wait('rate limit'), onSecondaryRateLimit: wait('secondary rate limit') },
    }, timeLimit, retry, throttling);
}
/** Each attempt has its own time, which neither the rate limit nor a pause before a retry uses up. */
function timeLimit(octokit) {
    const { hook } = octokit;
    hook.wrap('request', (request, options) => {
        const timeoutMs = options.method === 'POST' ? uploadTimeoutMs : questionTimeoutMs;
        // Written into the options: the hooks further in are bound to them, and see nothing that is merely passed on.
        options.request = { ...options.request, signal: AbortSignal.timeout(timeoutMs) };
        return request(options);
    });
}

;// CONCATENATED MODULE: ./src/clients/poll.ts

const firstPauseMs = 2500;
const shortestPauseMs = 1000;
const heartbeatMs = 60_000;
/** A server that answers with an error this often in a row is down, not busy. */
const toleratedFailures = 5;
/**
 * Asks until there is an answer, or the time is up (undefined). The first question comes after 2.5 s, the next after a
 * fifth of the time gone by, so that short work is noticed soon and long work is not pestered. Answers of the kind "try
 * again" (no status, 429, 5xx) are tried again, five in a row; when the time is up over one of them, it is thrown.
 */
async function poll(ask, patience) {
    const { timeoutMs, longestPauseMs, clock, onHeartbeat } = patience;
    const start = clock.now();
    let failures = 0;
    let failure;
    let heartbeats = 0;
    let pause = firstPauseMs;
    for (;;) {
        const left = timeoutMs - (clock.now() - start);
        if (left <= 0)
            break;
        await clock.sleep(Math.min(pause, left));
        try {
            const answer = await ask();
            if (answer !== undefined)
                return answer;
            failures = 0;
            failure = undefined;
        }
        catch (error) {
            failures += 1;
            failure = error;
            if (!isPassing(error) || failures > toleratedFailures)
                throw error;
        }
        const waited = clock.now() - start;
        if (waited >= (heartbeats + 1) * heartbeatMs) {
            heartbeats = Math.floor(waited / heartbeatMs);
            onHeartbeat(waited);
        }
        pause = Math.min(longestPauseMs, Math.max(shortestPauseMs, waited / 5));
    }
    if (failure !== undefined)
        throw failure;
    return undefined;
}
function isPassing(error) {
    if (!(error instanceof model_errors/* ServiceError */._7))
        return false;
    const { status } = error;
    return status === undefined || status === 429 || status >= 500;
}

;// CONCATENATED MODULE: ./src/stages/upload.ts









/** GitHub refuses more than 10 MB, gzipped (docs: SARIF support for code scanning). */
const largestGzip = 10_000_000;
const longestPauseMs = 5000;
/** Uploads the runs and waits until GitHub has processed them: its 202 only means that it will look at them. */
async function upload(runs, config, host) {
    const sent = runs.filter(isSuccessful).map((run) => withoutSuppressed(run, config));
    // GitHub closes the alerts that an upload lacks, so half a scan must not arrive as a whole one.
    if (sent.length === 0)
        throw new model_errors/* NotEvaluated */.td('Nothing was uploaded, because no scan was completed.');
    const client = await github({ ...config, log: host.log });
    const { id } = await client.uploadSarif(await bodyOf(sent, config, host));
    host.log.info(`GitHub has received the SARIF (${id}) and is processing it.`);
    const { status, errors, problem } = await upload_processed(client, id, config, host);
    const isComplete = status === 'complete';
    const analyses = isComplete ? await stored(client, id, host) : [];
    return {
        id,
        status,
        problem,
        url: `${config.serverUrl}/${config.repository}/security/code-scanning?query=${encodeURIComponent(query(config.ref))}`,
        errors,
        // What it says of an upload that it has taken is worth showing, and no failure.
        warnings: [...(isComplete ? errors : []), ...(analyses.length > 0 ? differences(sent, analyses) : [])],
    };
}
function withoutSuppressed(run, { suppressed }) {
    if (suppressed === 'keep' || !run.results?.some(isSuppressed))
        return run;
    return { ...run, results: run.results.filter((result) => !isSuppressed(result)) };
}
async function bodyOf(runs, config, host) {
    const zipped = await (0,external_node_util_.promisify)(external_node_zlib_.gzip)(JSON.stringify(toLog(runs)), { level: 6 });
    if (zipped.length > largestGzip)
        throw new model_errors/* NotEvaluated */.td(`The SARIF is ${(zipped.length / 1e6).toFixed(1)} MB when gzipped, and GitHub takes 10 MB. Let the scanners look at less, or at parts under a \`category\` each.`);
    const tools = [...new Set(runs.map((run) => run.tool.driver.name))];
    return {
        commit_sha: config.sha,
        ref: config.ref,
        sarif: zipped.toString('base64'),
        checkout_uri: (0,external_node_url_.pathToFileURL)(config.root).href,
        started_at: startOf(runs) ?? new Date(host.now()).toISOString(),
        ...(tools.length === 1 && { tool_name: tools[0] }),
    };
}
/** GitHub refuses the whole upload over a time that is not ISO 8601 with its zone, and some tools write none. */
function startOf(runs) {
    const time = Date.parse(runs[0]?.invocations?.[0]?.startTimeUtc ?? '');
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
async function upload_processed(client, id, { timeoutMs }, host) {
    const onHeartbeat = (waitedMs) => host.log.info(`GitHub is still processing the SARIF after ${Math.round(waitedMs / 1000)} s.`);
    const ask = async () => {
        const processing = await client.processing(id);
        return processing?.status === 'pending' ? undefined : processing;
    };
    try {
        const processing = await poll(ask, { timeoutMs, longestPauseMs, clock: host, onHeartbeat });
        return processing ?? { status: 'pending', errors: [] };
    }
    catch (error) {
        if (!(error instanceof model_errors/* ServiceError */._7))
            throw error;
        const problem = `GitHub has received the SARIF (${id}), but what became of it is not known. ${error.message}`;
        return { status: 'pending', errors: [], problem };
    }
}
/** That GitHub does not show what it stored is worth a line, not a verdict: it has said that it is complete. */
async function stored(client, id, host) {
    try {
        return await client.analyses(id);
    }
    catch (error) {
        if (!(error instanceof model_errors/* ServiceError */._7))
            throw error;
        host.log.warn(`What GitHub stored could not be compared with what was sent. ${error.message}`);
        return [];
    }
}
/** Where GitHub stored something else than what it was sent, or has something to say about it. */
function differences(sent, analyses) {
    const said = analyses.flatMap(({ tool, error, warning }) => [error, warning].filter(Boolean).map((text) => `${tool}: ${text}`));
    const results = sent.reduce((sum, run) => sum + (run.results?.length ?? 0), 0);
    const kept = analyses.reduce((sum, analysis) => sum + analysis.resultsCount, 0);
    return results === kept
        ? said
        : [...said, `GitHub stored ${kept} of ${results} results; the gate has used all of them.`];
}
function query(ref) {
    const pullRequest = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
    if (pullRequest)
        return `is:open pr:${pullRequest}`;
    return `is:open ref:${ref}`;
}

;// CONCATENATED MODULE: ./src/clients/zadig-errors.ts

/** Nothing was sent when the connection never came about. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_CHAR|CERT|SSL|self.signed/i;
/**
 * A sentence for what Zadig answered, or for a lost connection. Zadig has no 404, often sends no body, and answers 400
 * to a request that it has carried out, so each status gets the meaning that its source gives it.
 */
function explainZadig(thrown, access, starting) {
    if (thrown instanceof model_errors/* ServiceError */._7)
        return thrown;
    if (!isAnswer(thrown))
        return lost(thrown, access, starting);
    const { status } = thrown;
    return new model_errors/* ServiceError */._7(`Zadig answered ${status}. ${zadig_errors_meaningOf(thrown, access, starting)}`, statusToRetry(thrown));
}
/** "no documents" is Zadig's way of saying 404: asking again cannot help, though its status is 500. */
function statusToRetry(answer) {
    return isNoDocuments(answer) ? 404 : answer.status;
}
function mayHaveStarted({ project, scan, url }) {
    return `The scan may have started all the same; codescan-gate does not send it twice. Look at scan \`${scan}\` of project \`${project}\` on ${url} before you run the job again.`;
}
function isAnswer(thrown) {
    return typeof thrown?.status === 'number' && typeof thrown?.body === 'string';
}
function isNoDocuments({ status, body }) {
    return status === 500 && body.includes('no documents in result');
}
function lost(thrown, access, starting) {
    const code = thrown.code ?? '';
    // A host with several addresses fails with an error that has a code and no words.
    const message = thrown.message || code || (0,model_errors/* messageOf */.bD)(thrown);
    if (!starting || neverSent.test(`${code} ${message}`))
        return new model_errors/* ServiceError */._7(`Zadig (${access.url}) could not be reached: ${message}. Check \`zadig-url\` and the network.`, undefined, { cause: thrown });
    return new model_errors/* ServiceError */._7(`The connection to Zadig was lost: ${message}. ${mayHaveStarted(access)}`, undefined, {
        cause: thrown,
    });
}
function zadig_errors_meaningOf(answer, access, starting) {
    const { status, body } = answer;
    const { project, scan } = access;
    if (status === 401)
        return 'The token is not valid. Check `zadig-token`; since Zadig 4.3 an administrator must also allow API tokens for a user who is none.';
    if (status === 403 && body.includes('mfa_'))
        return 'The user of `zadig-token` has to pass multi-factor authentication first; use the token of a service user.';
    if (status === 403)
        return `The user of \`zadig-token\` may not run scans in project \`${project}\`, or there is no such project. Check \`zadig-project\`, or have the role "run scan" given.`;
    if (isNoDocuments(answer))
        return `It knows no scan \`${scan}\` in project \`${project}\`${starting ? '' : ', or no such task'}. Check \`zadig-project\` and \`zadig-scan\`.`;
    if (status === 404 || status === 405 || (status >= 300 && status < 400))
        return "The address does not lead to Zadig's API. Check `zadig-url`: the server's own address, without `/api` or `/openapi`.";
    if (status === 400 && body === '' && starting)
        return mayHaveStarted(access);
    const isOpen = starting && (status >= 500 || status < 300);
    return `${descriptionOf(body)}${isOpen ? ` ${mayHaveStarted(access)}` : ''}`;
}
/** Zadig's own words, from either of its two envelopes, short and on one line; other bodies are not shown. */
function descriptionOf(body) {
    try {
        const { description, message } = JSON.parse(body);
        const words = [message, description].filter((word) => typeof word === 'string' && word !== '').join(' ');
        return words ? `It says: ${words.replace(/\s+/g, ' ').slice(0, 300)}.` : 'It gives no reason.';
    }
    catch {
        return 'It gives no reason.';
    }
}

;// CONCATENATED MODULE: ./src/clients/zadig.ts


const timeoutMs = 60_000;
/** Details of a task are a few hundred bytes; whatever sends a megabyte is not Zadig. */
const longestBody = 1_048_576;
/** The two calls of Zadig's code-scan OpenAPI; each throws `ServiceError` with a sentence for the user. */
async function zadig(access) {
    const client = await zadig_connect(access);
    const path = `${access.url}/openapi/quality/codescan/${encodeURIComponent(access.scan)}/task`;
    const query = `?projectKey=${encodeURIComponent(access.project)}`;
    return {
        async execute(repository, variables) {
            const answer = await send(client, access, `${path}${query}`, executionOf(repository, variables));
            const { task_id: taskId } = zadig_jsonOf(answer, access);
            if (typeof taskId === 'number' && taskId > 0)
                return { taskId };
            throw new model_errors/* ServiceError */._7(`Zadig answered without the number of a task. ${mayHaveStarted(access)}`, answer.status);
        },
        async task(taskId) {
            return detailOf(zadig_jsonOf(await send(client, access, `${path}/${taskId}${query}`), access));
        },
    };
}
/** Numbers must be numbers and the list must be there: a malformed body is answered with 400 and scans all the same. */
function executionOf({ owner, name, source, branch, prs }, variables) {
    return {
        scan_repos: [{ source, repo_owner: owner, repo_name: name, branch, ...(prs.length > 0 && { prs }) }],
        ...(variables.length > 0 && { scan_kvs: variables }),
    };
}
async function send(client, access, url, body) {
    let answer;
    try {
        answer = await withinTime(exchange(client, url, body));
    }
    catch (error) {
        throw explainZadig(error, access, body !== undefined);
    }
    if (answer.status === 200)
        return answer;
    throw explainZadig(answer, access, body !== undefined);
}
async function exchange(client, url, body) {
    const response = body
        ? await client.post(url, JSON.stringify(body), { 'content-type': 'application/json' })
        : await client.get(url);
    return { status: response.message.statusCode ?? 0, body: await zadig_bodyOf(response) };
}
async function zadig_bodyOf({ message }) {
    const chunks = [];
    let length = 0;
    for await (const chunk of message) {
        length += chunk.length;
        if (length > longestBody)
            throw new Error(`the answer is longer than ${longestBody} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The client's own limit is for silence on the socket; this one is for the whole exchange, trickling bodies included. */
async function withinTime(work) {
    let timer;
    const alarm = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no whole answer within ${timeoutMs / 1000} s`)), timeoutMs);
    });
    try {
        return await Promise.race([work, alarm]);
    }
    finally {
        clearTimeout(timer);
    }
}
function zadig_jsonOf({ status, body }, { url }) {
    try {
        return JSON.parse(body) ?? {};
    }
    catch (cause) {
        // Without a status, so that the page of a proxy between two answers does not end the waiting.
        throw new model_errors/* ServiceError */._7(`${url} answered ${status} with something that is not JSON. Check that \`zadig-url\` is the Zadig server itself.`, undefined, { cause });
    }
}
function detailOf(json) {
    const { status, result_link: link, repo_info: repositories } = json;
    return {
        status: typeof status === 'string' ? status.toLowerCase() : '',
        resultLink: typeof link === 'string' ? link : '',
        repositories: (Array.isArray(repositories) ? repositories : []).map((repository) => ({
            owner: String(repository?.repo_owner ?? ''),
            name: String(repository?.repo_name ?? ''),
            branch: String(repository?.branch ?? ''),
        })),
    };
}
/** No retries and no redirects: a scan must not start twice, and the token must not travel to another host. */
async function zadig_connect({ token }) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(942)]).then(__webpack_require__.bind(__webpack_require__, 4942));
    return new HttpClient('codescan-gate', [], {
        allowRetries: false,
        allowRedirects: false,
        socketTimeout: timeoutMs,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
}

;// CONCATENATED MODULE: ./src/clients/zadig-status.ts
/** Words that end a task, and what they say when they are neither `passed` nor `failed`. Unknown words end nothing. */
const endings = {
    passed: '',
    failed: '',
    timeout: 'The task ran into the time limit that is set in Zadig.',
    cancelled: 'Somebody, or a restart of the server, cancelled the task.',
    reject: 'The task was rejected.',
    unstable: 'The task failed, and Zadig is set to overlook that.',
    skipped: 'Zadig skipped the task, so nothing was scanned.',
};
function isTerminal(status) {
    return Object.hasOwn(endings, status);
}
/** Why a task with this status says nothing about the code. */
function explainStatus(status) {
    return `${endings[status] || `The task ended as \`${status}\`.`} Look at the task in Zadig, then run this job again.`;
}

;// CONCATENATED MODULE: ./src/stages/zadig.ts




const zadig_longestPauseMs = 15_000;
/** Starts a code scan in Zadig and waits for its end, up to a deadline of our own: some tasks never end. */
async function scanInZadig(config, host) {
    const client = await zadig(config);
    const started = host.now();
    const { taskId } = await client.execute(config.repository, config.variables);
    const url = `${config.url}/v1/projects/detail/${encodeURIComponent(config.project)}/scanner`;
    host.log.info(`Zadig runs task ${taskId} of scan ${config.scan}: ${url}`);
    const { detail, problem = detail && doubt(detail, config) } = await ended(client, taskId, config, host);
    return {
        taskId,
        status: detail?.status ?? '',
        result: problem === undefined && detail ? resultOf(detail) : 'unknown',
        problem,
        url,
        resultLink: detail?.resultLink ?? '',
        elapsedMs: host.now() - started,
    };
}
function resultOf({ status }) {
    return status === 'passed' ? 'passed' : 'failed';
}
/** Why the end of a task says nothing about our code, if it does not. */
function doubt(detail, config) {
    if (detail.status === 'failed')
        return undefined;
    return detail.status === 'passed' ? mismatch(detail, config) : explainStatus(detail.status);
}
async function ended(client, taskId, { timeoutMs }, host) {
    let last;
    const ask = async () => {
        const detail = await client.task(taskId);
        if (detail.status !== last?.status)
            host.log.info(`Zadig task ${taskId} is ${detail.status || 'without a status'}.`);
        last = detail;
        return isTerminal(detail.status) ? detail : undefined;
    };
    const onHeartbeat = (waitedMs) => host.log.info(`Zadig task ${taskId} is still ${last?.status || 'silent'} after ${Math.round(waitedMs / 1000)} s.`);
    try {
        if (await poll(ask, { timeoutMs, longestPauseMs: zadig_longestPauseMs, clock: host, onHeartbeat }))
            return { detail: last };
        const status = last?.status ? `still \`${last.status}\`` : 'without an answer';
        return {
            detail: last,
            problem: `Task ${taskId} was ${status} when \`zadig-timeout\` (${timeoutMs / 1000} s) was over. Look at the task, or raise the time.`,
        };
    }
    catch (error) {
        if (!(error instanceof model_errors/* ServiceError */._7))
            throw error;
        return { detail: last, problem: `Task ${taskId} was started, but what became of it is not known. ${error.message}` };
    }
}
/**
 * Zadig drops, without a word, a repository that is not the scan's first one, and newer versions then scan nothing and
 * pass. So a pass only counts when the task says that it had our repository and branch.
 */
function mismatch({ repositories }, { repository }) {
    const { owner, name, branch } = repository;
    if (repositories.some((scanned) => scanned.owner === owner && scanned.name === name && scanned.branch === branch))
        return undefined;
    const scanned = repositories.map((each) => `${each.owner}/${each.name} (${each.branch})`).join(', ') || 'no repository at all';
    return `Zadig scanned ${scanned}, not ${owner}/${name} (${branch}), so its result says nothing about this code. Check \`zadig-repo\`, \`zadig-source\` and \`zadig-branch\`: only the first repository of a scan can be addressed, exactly as Zadig spells it.`;
}

;// CONCATENATED MODULE: ./src/pipeline.ts










/** The whole program, top to bottom. Each stage is told only its own part of the configuration. */
async function pipeline_run(config, host) {
    const scanned = await scan(config.scan, host);
    const converted = await convert(scanned.reports, host);
    const runs = normalise(converted.runs, config.normalise);
    const sarifPath = await save(runs, config.report.sarifOutput, host);
    // GitHub and Zadig work at the same time; each takes minutes at its worst.
    const [uploaded, zadig] = await Promise.all([
        attempt(config.upload, (wanted) => upload(runs, wanted, host)),
        attempt(config.zadig, (wanted) => scanInZadig(wanted, host)),
    ]);
    const facts = { runs, problems: [...scanned.problems, ...converted.problems], upload: uploaded, zadig, sarifPath };
    const outcome = { ...facts, ...judge(facts, config.gate) };
    await report(outcome, config.report, host);
    return outcome;
}
/** The short line of `convert`: reports in, SARIF out. */
async function convertOnly(files, config, host) {
    const found = await fileReports(files);
    const { runs, problems } = await convert(found.reports, host);
    return { runs: normalise(runs, config), problems: [...found.problems, ...problems] };
}

// EXTERNAL MODULE: ./src/entry/endings.ts
var entry_endings = __webpack_require__(3540);
;// CONCATENATED MODULE: ./src/entry/main.ts


/** What both doors share: run the line, and turn the verdict into an exit code. Never throws. */
function main(configure, host) {
    return (0,entry_endings/* explained */.to)(host, async () => {
        const config = await configure();
        host.mask(config.secrets);
        return (await pipeline_run(config, host)).exitCode;
    });
}

;// CONCATENATED MODULE: ./src/entry/commands.ts










/** Commander hands flags over in camel case; the table has them with dashes. */
function rawOf(flags) {
    const named = Object.entries(flags).map(([key, value]) => [
        key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
    ]);
    return Object.fromEntries(named.filter(([, value]) => typeof value === 'string'));
}
function runLine(flags, environment, host) {
    return main(() => {
        const raw = { ...secretsFrom(environment), ...rawOf(flags) };
        host.mask([raw['github-token'], raw['zadig-token']]);
        const build = detectBuild(environment);
        return toConfig(readOptions(raw), { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask });
    }, host);
}
/** All or nothing: a log that lacks an unreadable report would look like a clean one. */
function convertFiles(files, flags, environment, host) {
    return (0,entry_endings/* explained */.to)(host, async () => {
        const options = readOptions(rawOf(flags));
        const normalise = await normaliseConfig(options, { build: detectBuild(environment), cwd: host.cwd, ask: host.ask });
        const reports = { reports: files, format: options.format ?? 'auto', folder: host.cwd };
        const { runs, problems } = await convertOnly(reports, normalise, host);
        for (const { message } of problems)
            host.log.error(message);
        if (problems.length > 0)
            return model_outcome/* exitCodes */.hS.error;
        process.stdout.write(`${JSON.stringify(toLog(runs), null, 2)}\n`);
        return model_outcome/* exitCodes */.hS.pass;
    });
}
function listFormats() {
    list(converters.map(({ id, tool, reads }) => [id, tool.name, reads]));
}
function listScanners() {
    list(presets.map(({ id, name, program, args }) => [id, name, [program, ...args].join(' ')]));
}
function list(rows) {
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    for (const row of rows)
        process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
}


/***/ })

};
