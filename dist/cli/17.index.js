export const id = 17;
export const ids = [17];
export const modules = {

/***/ 3301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ checked)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);

/** The part of an answer that we use, checked; everything else of it stays as it is, where the shape is a loose one. */
function checked(what, shape, data) {
    const found = shape.safeParse(data);
    if (found.success)
        return found.data;
    const [issue] = found.error.issues;
    const place = issue?.path.join('.') || 'the top';
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`GitHub did not answer with ${what} as it documents it (at ${place}: ${issue?.message}).`);
}


/***/ }),

/***/ 6953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ alertsOfOwner),
/* harmony export */   j: () => (/* binding */ githubAlerts)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3305);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3301);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3628);



/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
async function githubAlerts(access) {
    const octokit = await (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(access);
    const here = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOf */ ._M)(access);
    const one = (what, number, work) => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`${what} alert ${number}`, access, () => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessThere */ .$A)(`There is no alert ${number} in ${access.repository}, or the token cannot see it.`, work));
    return {
        list: (filters) => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)('Listing the alerts', access, () => list(octokit, here, filters)),
        get: (number) => one('Reading', number, () => get(octokit, here, number)),
        instances: (number) => one('Reading where there is', number, () => instances(octokit, here, number)),
        update: (number, change) => one(verbs[change.state], number, () => update(octokit, here, number, change)),
    };
}
const ownerLists = {
    org: { route: 'GET /orgs/{name}/code-scanning/alerts', noun: 'organisation' },
    enterprise: { route: 'GET /enterprises/{name}/code-scanning/alerts', noun: 'enterprise' },
};
/**
 * Every page of the alerts of the default branches of all repositories that the token's user answers for. Throws
 * `ServiceError` with a sentence for the user.
 */
async function alertsOfOwner(server, owner, filters) {
    const octokit = await (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(server);
    const { route, noun } = ownerLists[owner.kind];
    const asked = { apiUrl: server.apiUrl, owner };
    return (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(`Listing the alerts of the ${noun} ${owner.name}`, asked, async () => {
        const found = await octokit.paginate(route, { name: owner.name, ...filters, per_page: 100 });
        return found.map(alertOf);
    });
}
const verbs = { open: 'Reopening', dismissed: 'Dismissing' };
async function list(octokit, here, filters) {
    const route = 'GET /repos/{owner}/{repo}/code-scanning/alerts';
    const found = await (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessNoAnalysis */ .SR)(() => octokit.paginate(route, { ...here, ...filters, per_page: 100 }));
    return found.map(alertOf);
}
async function get(octokit, here, number) {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}', {
        ...here,
        alert_number: number,
    });
    return alertOf(data);
}
async function instances(octokit, here, number) {
    const route = 'GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances';
    const found = await octokit.paginate(route, { ...here, alert_number: number, per_page: 100 });
    return found.map((instance) => (0,_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .K)('an alert', Instance, instance));
}
async function update(octokit, here, number, change) {
    try {
        await octokit.request('PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}', {
            ...here,
            alert_number: number,
            ...change,
        });
        return true;
    }
    catch (error) {
        const { status, message } = error;
        // Also what a second attempt meets, when the answer to the first was lost.
        if (status === 400 && /already (?:open|dismissed)/i.test(message))
            return false;
        throw error;
    }
}
const text = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
const number = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig());
const Instance = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    ref: text,
    category: text,
    state: text,
    commit_sha: text,
    message: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ text })),
    location: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ path: text, start_line: number, start_column: number })),
});
const Alert = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    number: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._positive */ .NC()),
    state: text,
    created_at: text,
    fixed_at: text,
    html_url: text,
    dismissed_by: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ login: text })),
    dismissed_at: text,
    dismissed_reason: text,
    dismissed_comment: text,
    rule: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        id: text,
        severity: text,
        security_severity_level: text,
        description: text,
        full_description: text,
        help: text,
        help_uri: text,
    })),
    tool: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ name: text, version: text })),
    most_recent_instance: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(Instance),
    repository: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ full_name: text })),
});
/** Enterprise Server 2.22 has `instance` in lists (as a list) and `instances` elsewhere, where servers now have one object. */
function alertOf(data) {
    const { instance, instances, ...alert } = (0,_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .K)('an alert', Alert, data);
    const old = [instance, instances].flat().find((each) => each !== undefined && each !== null);
    if (alert.most_recent_instance || old === undefined)
        return alert;
    return { ...alert, most_recent_instance: (0,_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .K)('an alert', Instance, old) };
}


/***/ }),

/***/ 972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ githubAnalyses)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3305);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3628);




/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
async function githubAnalyses(access) {
    const octokit = await (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(access);
    const here = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(access);
    const one = (what, id, work) => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(`${what} analysis ${id}`, access, () => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessThere */ .$A)(`There is no analysis ${id} in ${access.repository}, or the token cannot see it.`, work));
    return {
        list: (filters) => (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)('Listing the analyses', access, () => list(octokit, here, filters)),
        get: (id) => one('Reading', id, () => get(octokit, here, id)),
        sarif: (id) => one('Reading the SARIF of', id, () => sarif(octokit, here, id)),
        delete: (id, isConfirmed) => one('Deleting', id, () => remove(octokit, here, id, isConfirmed)),
    };
}
async function list(octokit, here, filters) {
    const route = 'GET /repos/{owner}/{repo}/code-scanning/analyses';
    const found = await (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessNoAnalysis */ .SR)(() => octokit.paginate(route, { ...here, ...filters, per_page: 100 }));
    return found.map((analysis) => (0,_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .K)('an analysis', Analysis, analysis));
}
const one = 'GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}';
async function get(octokit, here, id) {
    const { data } = await octokit.request(one, { ...here, analysis_id: id });
    return (0,_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .checked */ .K)('an analysis', Analysis, data);
}
async function sarif(octokit, here, id) {
    const headers = { accept: 'application/sarif+json' };
    const { data } = await octokit.request(one, { ...here, analysis_id: id, headers });
    const log = parsed(data);
    if (Array.isArray(log?.runs))
        return log;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`GitHub did not answer with the SARIF of analysis ${id}.`);
}
/** Octokit parses what is called JSON, and hands anything else over as text or bytes. */
function parsed(data) {
    try {
        if (data instanceof ArrayBuffer)
            return JSON.parse(new TextDecoder().decode(data));
        return typeof data === 'string' ? JSON.parse(data) : data;
    }
    catch {
        return undefined;
    }
}
async function remove(octokit, here, id, isConfirmed) {
    try {
        const { data } = await octokit.request('DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}', { ...here, analysis_id: id, ...(isConfirmed && { confirm_delete: 'true' }) });
        return { status: 'deleted', next: nextOf(data) };
    }
    catch (error) {
        const { status, message } = error;
        if (status === 400 && /last of its type/i.test(message))
            return { status: 'last' };
        if (status === 400 && /not deletable/i.test(message))
            return { status: 'old' };
        throw error;
    }
}
/** The number alone: an address of another server would get our token. */
function nextOf(data) {
    const url = data?.next_analysis_url;
    if (url === null)
        return undefined;
    const id = /\/analyses\/(\d+)(?:\?|$)/.exec(String(url))?.[1];
    if (id !== undefined)
        return Number(id);
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7('GitHub deleted the analysis, but did not say which one comes next. See `analyses list`.');
}
const text = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const number = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig());
const Analysis = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._positive */ .NC()),
    ref: text,
    commit_sha: text,
    category: text,
    created_at: text,
    results_count: number,
    rules_count: number,
    error: text,
    warning: text,
    url: text,
    sarif_id: text,
    tool: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ name: text, version: text })),
    deletable: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
});


/***/ }),

/***/ 3628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  _M: () => (/* binding */ repositoryOf),
  Ev: () => (/* binding */ told),
  F2: () => (/* binding */ unlessMissing),
  SR: () => (/* binding */ unlessNoAnalysis),
  $A: () => (/* binding */ unlessThere)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/clients/github-errors.ts

/** A sentence for what GitHub answered, or for no answer at all (facts: a 403 has four meanings, a 404 three). */
function explainGitHub(thrown, what, asked) {
    const error = thrown;
    if (thrown instanceof errors/* ServiceError */._7)
        return thrown;
    const status = error.response ? error.status : undefined;
    const said = saidBy(error);
    const meaning = status === undefined ? noAnswer(error, asked) : meaningOf(status, said, asked);
    const answer = status === undefined ? '' : ` GitHub answered ${status}${said ? ` (${said})` : ''}.`;
    const waitMs = status === undefined ? undefined : waitOf(status, said, error.response?.headers ?? {});
    return new errors/* ServiceError */._7(`${what} failed.${answer} ${meaning}`, status, { cause: thrown, waitMs });
}
/** GitHub's own message, on one line and short: it goes into a sentence. */
function saidBy({ response }) {
    const { message } = (response?.data ?? {});
    return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300) : '';
}
function noAnswer(error, { apiUrl }) {
    const isTimeout = /aborted|timeout/i.test((0,errors/* messageOf */.bD)(error));
    return isTimeout
        ? `${apiUrl} did not answer in time. Run the job again.`
        : `${apiUrl} could not be reached (${(0,errors/* messageOf */.bD)(error)}). Check \`github-api-url\` and the network, then run the job again.`;
}
function meaningOf(status, said, asked) {
    if (status === 401)
        return 'The token is not valid (any more). Check `github-token`.';
    if (isRateLimit(status, said))
        return 'Wait for the rate limit to reset, then run the job again.';
    if ('owner' in asked && (status === 403 || status === 404))
        return github_errors_hidden(status, asked.owner);
    if (status === 403)
        return forbidden(said);
    if (status === 404 && 'repository' in asked)
        return notFound(said, asked.repository);
    if (status === 413)
        return 'The SARIF is larger than the 10 MB (gzipped) that GitHub takes. Narrow the scan, or split it by `category`.';
    if (status === 400 || status === 422)
        return 'GitHub does not accept this request; trying again will not help.';
    if (status >= 500)
        return 'GitHub has a problem of its own. Run the job again.';
    return 'This answer is not known to codescan-gate.';
}
function isRateLimit(status, said) {
    return status === 429 || (status === 403 && /rate limit/i.test(said));
}
/** For a rate limit that names no time, docs.github.com asks for a minute at least. */
const waitForUnknownMs = 60_000;
/** How long to wait before the next question, by GitHub's own clock; undefined when waiting is not what it asks for. */
function waitOf(status, said, headers) {
    if (status !== 403 && status !== 429 && status !== 503)
        return undefined;
    const { date = '', 'retry-after': after = '', 'x-ratelimit-remaining': remaining } = headers;
    const now = Date.parse(date);
    // `retry-after` is in seconds, or, from some proxies, a date.
    const waits = [/^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now];
    if (isRateLimit(status, said)) {
        if (remaining === '0')
            waits.push(Number(headers['x-ratelimit-reset']) * 1000 - now);
        waits.push(waitForUnknownMs);
    }
    const wait = waits.find((ms) => Number.isFinite(ms));
    return wait === undefined ? undefined : Math.max(0, wait);
}
function forbidden(said) {
    if (/(?:advanced|code) security must be enabled|not enabled/i.test(said))
        return 'Code scanning is off for this repository: enable Code Security in its settings (public repositories have it for free), or set `upload: off`.';
    if (/archived/i.test(said))
        return 'The repository is archived, so nothing in it can be changed.';
    return 'The token lacks a permission. Add `permissions: { contents: read, security-events: write }` to the job; runs of forks and of Dependabot have a read-only token whatever the job says.';
}
const owners = {
    org: {
        noun: 'organisation',
        who: 'its owners and security managers',
        token: 'a classic token with the scope `security_events` or `repo`, or a fine-grained one that may read code scanning alerts',
    },
    enterprise: {
        noun: 'enterprise',
        who: 'its members, with the alerts of those organisations that they own or are security manager of',
        token: 'a classic token with the scope `security_events` or `repo`; fine-grained tokens and those of Apps do not work',
    },
};
/** docs.github.com names who may list, and which tokens work, for each endpoint. */
function github_errors_hidden(status, { kind, name }) {
    const { noun, who, token } = owners[kind];
    const missing = `Either there is no ${noun} \`${name}\` on this server, or the token cannot see it, or the server has no such list. `;
    return `${status === 404 ? missing : ''}GitHub shows this list to ${who}. Give \`github-token\` the token of such a person: ${token}. The \`GITHUB_TOKEN\` that a job is given cannot see it.`;
}
function notFound(said, repository) {
    if (/commit not found/i.test(said))
        return 'GitHub does not know this commit in this repository. Push it first, or check `sha` and `repository`.';
    if (/^ref /i.test(said))
        return 'GitHub does not know this ref. Check `ref`; the branch of a merge queue may be gone already.';
    return `Either \`${repository}\` is not the repository, or the token cannot see it, or this server has no code scanning. Check \`repository\` and \`github-token\`.`;
}

;// CONCATENATED MODULE: ./src/clients/octokit.ts


/** Trying again cannot help: the request, the token or the size is wrong. 403 and 429 belong to the rate limits alone. */
const doNotRetry = [400, 401, 403, 404, 410, 413, 422, 429, 451];
const uploadTimeoutMs = 180_000;
const questionTimeoutMs = 30_000;
/** A wait that GitHub asks for is obeyed up to here; a longer one is told to the user. */
const longestRateLimitWaitSeconds = 120;
function repositoryOf({ repository }) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
/** Where GitHub says 404 for "there is none". */
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
/** GitHub says 404 `no analysis found` for an empty list. Any other 404 is a repository that the token cannot see. */
async function unlessNoAnalysis(ask) {
    try {
        return await ask();
    }
    catch (error) {
        const { status, response } = error;
        if (status === 404 && /^no analysis found\.?$/i.test(String(response?.data?.message)))
            return [];
        throw error;
    }
}
/** Where GitHub says 404 for what the user named: the sentence tells it, and that the list knows better. */
async function unlessThere(sentence, ask) {
    try {
        return await ask();
    }
    catch (error) {
        const { status, response } = error;
        if (status !== 404 || !response)
            throw error;
        throw new errors/* ServiceError */._7(`${sentence} See what \`list\` shows, and check \`repository\`.`, status, { cause: error });
    }
}
/** What it throws, it throws as a sentence. */
async function told(what, asked, work) {
    try {
        return await work();
    }
    catch (error) {
        throw explainGitHub(error, what, asked);
    }
}
/** Loaded only here: the toolkit costs a program that uploads nothing 45 ms at start. */
async function connect({ apiUrl, token, log }) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(758)]).then(__webpack_require__.bind(__webpack_require__, 1758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(475)]).then(__webpack_require__.bind(__webpack_require__, 6856)),
    ]);
    const wait = (limit) => (seconds, asked, _octokit, retries) => {
        // Whoever wants no retries has a patience of its own, and is told how long to wait.
        if (asked.request?.retries === 0)
            return false;
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


/***/ }),

/***/ 9017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  convertFiles: () => (/* binding */ convertFiles),
  listFormats: () => (/* binding */ listFormats),
  listScanners: () => (/* binding */ listScanners),
  runLine: () => (/* binding */ runLine),
  uploadFiles: () => (/* binding */ uploadFiles)
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

// EXTERNAL MODULE: ./src/config/config.ts + 4 modules
var config = __webpack_require__(7159);
// EXTERNAL MODULE: ./src/config/read.ts
var read = __webpack_require__(2000);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/suggest.ts + 1 modules
var suggest = __webpack_require__(7076);
;// CONCATENATED MODULE: ./src/model/severity.ts
/** Worst first. `unknown` stands beside `high`: what cannot be ranked must not slip under a threshold. */
const rank = { critical: 5, high: 4, unknown: 4, medium: 3, low: 2, note: 1 };
/** The higher, the worse. */
function rankOf(severity) {
    return rank[severity];
}
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
/** A property of ours, on a result or a rule whose own word for its severity could not be kept: it counts as unknown. */
const unranked = 'codescan-gate/unranked';

;// CONCATENATED MODULE: ./src/model/columns.ts
/** A property of ours, on a result or a run whose columns SARIF has no word for: they are mapped where sources are at hand. */
const columnUnit = 'codescan-gate/columns';

// EXTERNAL MODULE: ./src/model/uri.ts
var model_uri = __webpack_require__(6723);
;// CONCATENATED MODULE: ./src/model/sarif.ts

/** The final schema, by the address that GitHub's rule set asks for (GH1011). */
const sarifSchema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** A property of ours, on a result that names no file of its own: the place it has stands in for one. */
const placeless = 'codescan-gate/placeless';
function toLog(runs) {
    return { $schema: sarifSchema, version: '2.1.0', runs };
}
/** How many results are written at once: some hundred kilobytes. */
const piece = 250;
/**
 * The text of a log, as `JSON.stringify(toLog(runs))` has it, in pieces: a log of 25,000 results would need its own size
 * in memory again.
 */
function* logText(runs) {
    const frame = JSON.stringify(toLog([]));
    yield frame.slice(0, -2);
    for (const [at, run] of runs.entries()) {
        if (at > 0)
            yield ',';
        yield* runText(run);
    }
    yield frame.slice(-2);
}
function* runText(run) {
    let before = '{';
    for (const [key, value] of Object.entries(run)) {
        if (value === undefined)
            continue;
        yield `${before}${JSON.stringify(key)}:`;
        if (key === 'results' && Array.isArray(value))
            yield* listText(value);
        else
            yield JSON.stringify(value);
        before = ',';
    }
    yield '}';
}
function* listText(items) {
    yield '[';
    for (let at = 0; at < items.length; at += piece) {
        if (at > 0)
            yield ',';
        yield JSON.stringify(items.slice(at, at + piece)).slice(1, -1);
    }
    yield ']';
}
function toLocation(at) {
    const region = toRegion(at);
    return { physicalLocation: { artifactLocation: { uri: (0,model_uri/* uriOfPath */.Te)(at.file) }, ...(region && { region }) } };
}
/** Scanners write 0 or -1 for "no line" and "no column", and ends before starts; SARIF wants those left out. */
function toRegion(at) {
    const startLine = positive(at.line);
    if (startLine === undefined)
        return offsets(at);
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
function offsets({ byteOffset, byteLength = 0, charOffset, charLength = 0, }) {
    if (isOffset(byteOffset) && isOffset(byteLength))
        return { byteOffset, byteLength };
    return isOffset(charOffset) && isOffset(charLength) ? { charOffset, charLength } : undefined;
}
function isOffset(n) {
    return n !== undefined && Number.isSafeInteger(n) && n >= 0;
}
function positive(n) {
    return n !== undefined && Number.isSafeInteger(n) && n > 0 ? n : undefined;
}
/** The same object without the keys that are absent: nothing undefined travels, so equal runs are deeply equal. */
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./src/model/run.ts



/** Writes what a report says as a SARIF run: one rule per id, one result per finding, in the report's order. */
function toRun(tool, { findings, notifications = [], columns }) {
    const rules = uniqueRules(findings);
    const indexOf = new Map(rules.map(({ rule }, index) => [rule.id, index]));
    return {
        tool: {
            driver: present({
                name: tool.name,
                version: tool.version,
                informationUri: tool.url,
                rules: rules.map(toDescriptor),
            }),
        },
        ...columnsOf(columns),
        ...(notifications.length > 0 && { invocations: [toInvocation(notifications)] }),
        results: findings.map((finding) => toResult(finding, indexOf.get(finding.rule.id))),
    };
}
/** SARIF knows two units; the others stay a mark of ours until the sources are at hand. */
function columnsOf(unit) {
    if (unit === 'utf16CodeUnits' || unit === 'unicodeCodePoints')
        return { columnKind: unit };
    return unit ? { properties: { [columnUnit]: unit } } : {};
}
/** A rule met twice keeps its first wording, its highest score and its worst level. */
function uniqueRules(findings) {
    const rules = new Map();
    for (const { rule, level } of findings) {
        const known = rules.get(rule.id);
        if (!known)
            rules.set(rule.id, { rule, level });
        else {
            known.level = worse(known.level, level);
            if (known.rule !== rule)
                known.rule = { ...rule, ...present(known.rule), ...highest(known.rule, rule) };
        }
    }
    return [...rules.values()];
}
function worse(a, b) {
    return ['error', 'warning', 'note'].find((level) => level === a || level === b);
}
function highest(a, b) {
    const scores = [a.score, b.score].filter((score) => score !== undefined);
    return scores.length > 0 ? { score: Math.max(...scores) } : {};
}
function toDescriptor({ rule, level }) {
    const tags = tagsOf(rule);
    const properties = present({
        tags: tags.length > 0 ? tags : undefined,
        precision: rule.precision,
        'security-severity': rule.score?.toFixed(1),
    });
    return present({
        id: rule.id,
        name: rule.name,
        shortDescription: run_text(rule.summary),
        fullDescription: run_text(rule.description),
        help: rule.help === undefined ? undefined : present({ text: rule.help, markdown: rule.markdown }),
        // Plugins also write paths of their own repository, which lead nowhere from here.
        helpUri: rule.url === undefined ? undefined : (0,model_uri/* addressOf */.ci)(rule.url),
        // SonarQube takes the level of the rule, whatever the result says.
        defaultConfiguration: { level },
        properties: Object.keys(properties).length > 0 ? properties : undefined,
    });
}
/** GitHub files a rule under its weaknesses by tags like `external/cwe/cwe-079`, and wants `security` beside a score. */
function tagsOf({ tags = [], weaknesses = [], score }) {
    const known = weaknesses.flatMap((weakness) => /\d+/.exec(String(weakness))?.[0] ?? []);
    const security = known.length > 0 || score !== undefined ? ['security'] : [];
    return [...new Set([...tags, ...security, ...known.map((id) => `external/cwe/cwe-${id.padStart(3, '0')}`)])];
}
function run_text(words) {
    return words === undefined ? undefined : { text: words };
}
function toResult(finding, ruleIndex) {
    const { rule, level, message, location, fingerprint, related, flow, fixes, columns } = finding;
    const { properties, ...rest } = finding.sarif ?? {};
    return present({
        ruleId: rule.id,
        ruleIndex,
        level,
        // GitHub refuses a result without a message, and some tools leave it empty.
        message: { text: message || rule.id },
        locations: location && [toLocation(location)],
        relatedLocations: related?.length ? related.map((place, at) => ({ id: at + 1, ...toPlace(place) })) : undefined,
        codeFlows: flow?.length ? [{ threadFlows: [{ locations: flow.map(toStep) }] }] : undefined,
        partialFingerprints: fingerprint === undefined ? undefined : { 'scanner/v1': fingerprint },
        fixes: fixes?.length ? fixes.map(toFix) : undefined,
        properties: columns || properties ? { ...(columns && { [columnUnit]: columns }), ...properties } : undefined,
        ...rest,
    });
}
function toPlace({ message, ...at }) {
    return { ...toLocation(at), ...(message && { message: { text: message } }) };
}
function toStep(place) {
    return { location: toPlace(place) };
}
/** One change a file, as SARIF wants it. */
function toFix({ description, edits }) {
    const files = [...new Set(edits.map(({ file }) => file))];
    return {
        description: { text: description },
        artifactChanges: files.map((file) => ({
            artifactLocation: { uri: (0,model_uri/* uriOfPath */.Te)(file) },
            replacements: edits
                .filter((edit) => edit.file === file)
                .map(({ text: inserted, ...at }) => ({
                deletedRegion: toRegion(at) ?? { startLine: 1 },
                insertedContent: { text: inserted },
            })),
        })),
    };
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
        throw new errors/* UnreadableReport */.sx(`it is not XML, or it was cut off: ${error.message}`, { cause: error });
    });
    parser.on('opentag', ({ name, attributes }) => {
        if (texts.length === 0 && name !== root)
            throw new errors/* UnreadableReport */.sx(`its root element is <${name}>, not <${root}>`);
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

;// CONCATENATED MODULE: ./src/converters/read/json-values.ts

/**
 * The JSON values of a text in which each begins on a line of its own: JSON lines, values over many lines one after the
 * other, one value among lines of plain text. Throws `UnreadableReport` for a value that was cut off.
 */
function jsonValues(text) {
    const found = { values: [], otherLines: [] };
    for (let start = 0; start < text.length;) {
        const end = lineEnd(text, start);
        const line = text.slice(start, end);
        // Some tools part their values with NUL or the record separator.
        const first = /[^\s\0\x1e]/.exec(line);
        if (first && '[{'.includes(first[0]))
            start = valueFrom(text, start + first.index, found);
        else {
            if (first)
                found.otherLines.push(line.trim());
            start = end + 1;
        }
    }
    return found;
}
/** Reads the value or the plain line that begins here; returns where the text goes on. */
function valueFrom(text, start, found) {
    const end = valueEnd(text, start);
    const value = end === undefined ? undefined : parsed(text.slice(start, end));
    if (value) {
        found.values.push(value.value);
        return end;
    }
    const newline = lineEnd(text, start);
    const line = text.slice(start, newline);
    // `[INFO] done` opens like a list and is none; a value goes on with a quote, a bracket, or the end of its line.
    if (/^[[{]\s*(?:["[{\]}]|$)/.test(line)) {
        const number = text.slice(0, start).split('\n').length;
        throw new errors/* UnreadableReport */.sx(`the JSON that begins on line ${number} was cut off, or is damaged`);
    }
    found.otherLines.push(line.trim());
    return newline + 1;
}
function lineEnd(text, start) {
    const newline = text.indexOf('\n', start);
    return newline === -1 ? text.length : newline;
}
function parsed(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
/** Where the bracket that opens at `start` is closed; undefined when it is not. Brackets in strings do not count. */
function valueEnd(text, start) {
    const mark = /["[\]{}]/g;
    mark.lastIndex = start;
    let depth = 0;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
        if (found[0] === '"') {
            const end = stringEnd(text, found.index + 1);
            if (end === undefined)
                return undefined;
            mark.lastIndex = end;
        }
        else
            depth += '[{'.includes(found[0]) ? 1 : -1;
        if (depth === 0)
            return found.index + 1;
    }
    return undefined;
}
/** Behind the quote that closes the string. */
function stringEnd(text, start) {
    for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
        let slashes = 0;
        while (text[at - 1 - slashes] === '\\')
            slashes++;
        if (slashes % 2 === 0)
            return at + 1;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/converters/report.ts



function reportOf(text) {
    let parsed;
    let several;
    return {
        text,
        json() {
            parsed ??= { value: parse(text) };
            return parsed.value;
        },
        jsonValues() {
            several ??= jsonValues(text);
            return several;
        },
    };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const { message } = cause;
        throw new errors/* UnreadableReport */.sx(text.trim() === '' ? 'it is empty' : `it is not JSON, or it was cut off: ${message}`, {
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
/** Detector: one of the JSON values that begin on lines of their own is an object with all these keys. */
function someValueHasKeys(...keys) {
    return (report) => {
        // Parsing a text of many megabytes only to say no would cost every other format its time.
        if (!keys.every((key) => report.text.includes(`"${key}"`)))
            return false;
        try {
            return report.jsonValues().values.some((value) => isObjectWith(value, keys));
        }
        catch {
            return false;
        }
    };
}
/** How much of a text detectors look at: a banner may come first, but not pages of it. */
const beginning = (/* unused pure expression or super */ null && (64 * 1024));
/** Detector: a line near the beginning matches the pattern, which needs no `g`. */
function someLine(pattern) {
    return ({ text }) => {
        for (const line of linesOf(text.slice(0, beginning)))
            if (pattern.test(line))
                return true;
        return false;
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
    proof: 'run',
    generic: true,
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

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
;// CONCATENATED MODULE: ./src/converters/read/json.ts

/** The part of a JSON report's shape that a converter uses, checked; an error names the place as `0.messages.3.line`. */
function readJson(report, shape) {
    const checked = shape.safeParse(report.json());
    if (checked.success)
        return checked.data;
    const [issue] = checked.error.issues;
    throw new errors/* UnreadableReport */.sx(`at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not the expected shape'}`);
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
    proof: 'run',
    detects: (report) => itemsHaveKeys('filePath', 'messages', 'errorCount')(report) || isWithMetadata(report),
    read(report) {
        const { files, rulesMeta } = eslint_read(report);
        const rules = new Map();
        const findings = files.flatMap((file) => [...file.messages, ...(file.suppressedMessages ?? [])].map((message) => {
            const id = eslint_ruleIdOf(message);
            const rule = rules.get(id) ?? ruleOf(id, rulesMeta[id]);
            rules.set(id, rule);
            return eslint_toFinding(file.filePath, rule, message);
        }));
        return { findings, columns: 'utf16CodeUnits' };
    },
});
function isWithMetadata(report) {
    if (!hasKeys('results', 'metadata')(report))
        return false;
    return isObjectWith(report.json().metadata, ['rulesMeta']);
}
function eslint_read(report) {
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
        fixes: fixesOf(file, message),
        sarif: suppressions?.length ? { suppressions } : {},
    };
}
/** ESLint's ranges are UTF-16 offsets into the file, as SARIF's character offsets are with this column kind. */
function fixesOf(file, { fix, suggestions }) {
    const edits = [
        ...(fix ? [{ description: "ESLint's automatic fix", edit: fix }] : []),
        ...(suggestions ?? []).map(({ desc, fix: edit }) => ({ description: desc ?? 'A suggestion of ESLint', edit })),
    ];
    // A range that begins at -1 takes the byte order mark away: that is no character of the text, and has no offset.
    // One that ends before it begins is no range.
    const inText = edits.filter(({ edit: { range } }) => range[0] >= 0 && range[1] >= range[0]);
    return inText.map(({ description, edit: { range, text } }) => ({
        description,
        edits: [{ file, charOffset: range[0], charLength: range[1] - range[0], text }],
    }));
}

;// CONCATENATED MODULE: ./src/converters/sarif/json.ts
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The objects of a list; none for what is no list. */
function objectsOf(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
/** The entries of a dictionary whose values are objects. */
function entriesOf(value) {
    return isObject(value) ? Object.entries(value).filter((entry) => isObject(entry[1])) : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** A text or a number, as a key; '' for anything else, which may not even be turned into a text. */
function keyOf(value) {
    return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
/** A text as a message or a description holds it. */
function wordsOf(value) {
    return typeof value === 'string' ? { text: value } : undefined;
}
/** What is no object stays as it is: the check that follows names its place. */
function changed(value, change) {
    return isObject(value) ? change(value) : value;
}
/** What is no list, and what in it is no object, stays as it is: the check that follows names its place. */
function changedEach(value, change) {
    return Array.isArray(value) ? value.map((item) => changed(item, change)) : value;
}
/** The object without what is undefined. */
function json_present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
/** As `present`; undefined when nothing is left. */
function unlessEmpty(object) {
    const rest = json_present(object);
    return Object.keys(rest).length > 0 ? rest : undefined;
}

;// CONCATENATED MODULE: ./src/converters/sarif/older.ts

/** What SARIF 1.0.0 and the drafts of 2.0.0 have in common, and 2.1.0 says in another way. */
const suppressionKinds = { suppressedInSource: 'inSource', suppressedExternally: 'external' };
const otherKinds = ['pass', 'open', 'notApplicable'];
/** `level` once said as well that a result is no failure at all. */
function kindAndLevel(level) {
    if (typeof level === 'string' && otherKinds.includes(level))
        return { kind: level, level: 'none' };
    return { level: level === 'default' ? undefined : level };
}
function ruleLevel(level) {
    if (level === 'default')
        return undefined;
    if (level === 'open')
        return 'note';
    return level === 'pass' || level === 'notApplicable' ? 'none' : level;
}
function suppressionKind(kind) {
    return typeof kind === 'string' && Object.hasOwn(suppressionKinds, kind) ? suppressionKinds[kind] : kind;
}
function suppressionsOf(states) {
    if (!Array.isArray(states) || states.length === 0)
        return undefined;
    return states.map((state) => ({ kind: suppressionKind(state) }));
}
function baselineState(state) {
    return state === 'existing' ? 'unchanged' : state;
}
function guidOf(value) {
    const isGuid = /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
    return typeof value === 'string' && isGuid.test(value) ? value : undefined;
}
/** Files under their URI, or under `#base#uri`, become a list. Their contents stay behind: nobody reads them. */
function artifactsOf(files) {
    if (Array.isArray(files))
        return files.map((file) => artifactOf(undefined, isObject(file) ? file : {}, []));
    const entries = entriesOf(files);
    const keys = entries.map(([key]) => key);
    return entries.length > 0 ? entries.map(([key, file]) => artifactOf(key, file, keys)) : undefined;
}
function artifactOf(key, file, keys) {
    const named = file['fileLocation'] ?? file['artifactLocation'] ?? file['location'];
    const parent = textOf(file['parentKey']);
    const parentIndex = parent === undefined ? file['parentIndex'] : keys.indexOf(parent);
    return json_present({
        location: isObject(named) ? placeOf(named) : placeOf({ uriBaseId: file['uriBaseId'], ...placeInKey(key, file) }),
        parentIndex: parentIndex === -1 ? undefined : parentIndex,
        length: file['length'],
        mimeType: file['mimeType'],
        hashes: hashesOf(file['hashes']),
    });
}
function placeOf({ uri, uriBaseId }) {
    return json_present({ uri, uriBaseId });
}
function placeInKey(key, file) {
    const [, uriBaseId, uri] = /^#([^#]+)#(.*)$/.exec(key ?? '') ?? [];
    if (uriBaseId !== undefined)
        return { uri, uriBaseId };
    return { uri: file['uri'] ?? key };
}
function hashesOf(hashes) {
    if (!Array.isArray(hashes))
        return hashes;
    const pairs = objectsOf(hashes).map(({ algorithm, value }) => [algorithmOf(algorithm), value]);
    return Object.fromEntries(pairs);
}
function algorithmOf(name) {
    return keyOf(name).replace(/^sha(?=\d)/, 'sha-');
}
/** Logical locations under their names become a list in the same order. */
function logicalLocationsOf(locations) {
    if (!isObject(locations))
        return locations;
    const entries = entriesOf(locations);
    const keys = entries.map(([key]) => key);
    return entries.map(([key, { parentKey, ...rest }]) => {
        const parentIndex = keys.indexOf(keyOf(parentKey));
        return json_present({ fullyQualifiedName: key, ...rest, parentIndex: parentIndex === -1 ? undefined : parentIndex });
    });
}
/** Puts the arguments into `{0}`, `{1}`…; doubled braces stand for themselves. */
function filledIn(format, values) {
    const list = Array.isArray(values) ? values : [];
    return format.replace(/\{\{|\}\}|\{(\d+)\}/g, (place, index) => {
        if (index === undefined)
            return place.slice(1);
        const value = list[Number(index)];
        return typeof value === 'string' ? value : place;
    });
}

;// CONCATENATED MODULE: ./src/converters/sarif/drafts-result.ts


/** A result of a draft of SARIF 2.0.0, its words renamed already, in the structure of 2.1.0. */
function draftResult(result, known) {
    const { ruleMessageId, suppressionStates, graphs: _graphs, stacks: _stacks, ...rest } = result;
    const { graphTraversals: _walks, conversionProvenance: _origin, guid, ...words } = rest;
    const { ruleId, ruleIndex } = drafts_result_ruleOf(words, known);
    const rule = ruleAt(ruleIndex, known.rules) ?? known.rules.find(({ id }) => id === ruleId);
    return json_present({
        ...words,
        guid: guidOf(guid),
        ruleId,
        ruleIndex,
        ...('kind' in words ? {} : kindAndLevel(words['level'])),
        message: messageOf(words['message'], ruleMessageId, rule),
        locations: changedEach(words['locations'], locationOf),
        relatedLocations: changedEach(words['relatedLocations'], locationOf),
        codeFlows: changedEach(words['codeFlows'], codeFlowOf),
        fixes: changedEach(words['fixes'], fixOf),
        suppressions: changedEach(words['suppressions'], suppressionOf) ?? suppressionsOf(suppressionStates),
        baselineState: baselineState(words['baselineState']),
    });
}
/** Where rules are kept by key, `ruleId` is that key, and the rule may have another id. */
function drafts_result_ruleOf({ ruleId, ruleIndex }, { rules, dictionary }) {
    const at = dictionary.findIndex(([key]) => key === ruleId);
    if (at !== -1)
        return { ruleId: rules[at]?.['id'] ?? ruleId, ruleIndex: at };
    return { ruleId: ruleId ?? ruleAt(ruleIndex, rules)?.['id'], ruleIndex };
}
function ruleAt(index, rules) {
    return typeof index === 'number' ? rules[index] : undefined;
}
/** GitHub looks no message up, so the rule's format is filled in here. */
function messageOf(given, ruleMessageId, rule) {
    if (given !== undefined && !isObject(given))
        return given;
    const { id = ruleMessageId, arguments: values, ...message } = given ?? {};
    if (message['text'] !== undefined)
        return { ...message, text: filled(message['text'], values) };
    const strings = rule?.['messageStrings'];
    const format = isObject(strings) ? strings[keyOf(id)] : undefined;
    if (isObject(format))
        return json_present({ ...message, text: filled(format['text'], values), markdown: filled(format['markdown'], values) });
    const nextBest = [rule?.['fullDescription'], rule?.['shortDescription']].find(isObject);
    const text = textOf(nextBest?.['text']) ?? textOf(rule?.['id']);
    return text === undefined ? given : { ...message, text };
}
function filled(format, values) {
    return typeof format === 'string' && Array.isArray(values) ? filledIn(format, values) : format;
}
function locationOf(location) {
    const { fullyQualifiedLogicalName, logicalLocationIndex, logicalLocation, annotations, ...rest } = location;
    const named = json_present({ fullyQualifiedName: fullyQualifiedLogicalName, index: logicalLocationIndex });
    const logical = isObject(logicalLocation) ? logicalLocation : named;
    const { physicalLocation } = rest;
    const id = isObject(physicalLocation) ? physicalLocation['id'] : undefined;
    return json_present({
        ...rest,
        id: rest['id'] ?? id,
        physicalLocation: changed(physicalLocation, drafts_result_placeOf),
        logicalLocations: rest['logicalLocations'] ?? (Object.keys(logical).length > 0 ? [logical] : undefined),
        annotations: changedEach(annotations, regionOf),
    });
}
function drafts_result_placeOf({ id: _hoisted, ...place }) {
    return json_present({
        ...place,
        region: changed(place['region'], regionOf),
        contextRegion: changed(place['contextRegion'], regionOf),
    });
}
/** The first draft counted characters where it said nothing more. */
function regionOf({ offset, length, ...region }) {
    return json_present({ ...region, charOffset: region['charOffset'] ?? offset, charLength: region['charLength'] ?? length });
}
function codeFlowOf(flow) {
    const threadFlows = changedEach(flow['threadFlows'], ({ initialState: _state, ...thread }) => json_present({ ...thread, locations: changedEach(thread['locations'], stepOf) }));
    return json_present({ ...flow, threadFlows });
}
function stepOf(given) {
    const { step: _step, kind, timestamp, stack: _stack, state, ...step } = given;
    return json_present({
        ...step,
        location: changed(step['location'], locationOf),
        kinds: step['kinds'] ?? (typeof kind === 'string' ? [kind] : undefined),
        executionTimeUtc: step['executionTimeUtc'] ?? timestamp,
        state: changed(state, statesOf),
    });
}
function statesOf(state) {
    return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value]));
}
function fixOf({ changes, ...fix }) {
    const artifactChanges = changedEach(fix['artifactChanges'] ?? changes, (change) => json_present({ ...change, replacements: changedEach(change['replacements'], replacementOf) }));
    return json_present({ ...fix, artifactChanges });
}
function replacementOf(replacement) {
    return json_present({ ...replacement, deletedRegion: changed(replacement['deletedRegion'], regionOf) });
}
function suppressionOf({ state, ...suppression }) {
    return json_present({
        ...suppression,
        kind: suppressionKind(suppression['kind']),
        status: suppression['status'] ?? state,
        location: changed(suppression['location'], locationOf),
    });
}

;// CONCATENATED MODULE: ./src/converters/sarif/renames.ts

/** Words of the drafts that only changed their name on the way to 2.1.0. */
const names = new Map([
    ['richText', 'markdown'],
    ['fileLocation', 'artifactLocation'],
    ['fileIndex', 'index'],
    ['fileChanges', 'artifactChanges'],
    ['messageId', 'id'],
    ['instanceGuid', 'guid'],
    ['baselineInstanceGuid', 'baselineGuid'],
    ['resultProvenance', 'provenance'],
    ['firstDetectionRunInstanceGuid', 'firstDetectionRunGuid'],
    ['lastDetectionRunInstanceGuid', 'lastDetectionRunGuid'],
    ['toolNotifications', 'toolExecutionNotifications'],
    ['configurationNotifications', 'toolConfigurationNotifications'],
    ['toolExecutionSuccessful', 'executionSuccessful'],
    ['startTime', 'startTimeUtc'],
    ['endTime', 'endTimeUtc'],
    ['defaultFileEncoding', 'defaultEncoding'],
]);
/** Whose keys are the tool's own words, or rewritten elsewhere. */
const own = new Set(['properties', 'partialFingerprints', 'fingerprints', 'environmentVariables', 'state', 'tool']);
/** The object with final names at every depth. Never deeper than SARIF nests, so that no input can exhaust the stack. */
function renamed(object, depth = 0) {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [
        names.get(key) ?? key,
        own.has(key) ? value : inside(value, depth + 1),
    ]));
}
function inside(value, depth) {
    if (depth > 40)
        return value;
    if (Array.isArray(value))
        return value.map((item) => inside(item, depth + 1));
    return isObject(value) ? renamed(value, depth) : value;
}

;// CONCATENATED MODULE: ./src/converters/sarif/drafts.ts




/**
 * A run of any draft of SARIF 2.0.0 in the words of 2.1.0. What a draft says in the final words already is kept, so one
 * function reads them all. Conversions, graphs and stacks stay behind: nobody reads them.
 */
function runOfDraft(draft) {
    const { resources, files, conversion: _conversion, graphs: _graphs, architecture: _architecture, ...run } = draft;
    const { logicalId, description, instanceGuid, correlationGuid, id, automationLogicalId: _name, ...rest } = run;
    const dictionary = ruleEntries(resources);
    const artifacts = artifactsOf(files ?? run['artifacts']);
    const { aggregateIds: _aggregates, richTextMimeType: _mime, redactionToken, ...words } = rest;
    const known = renamed(words);
    const tool = changed(run['tool'], (given) => toolOf(given, resources, dictionary));
    const rules = isObject(tool) && isObject(tool['driver']) ? objectsOf(tool['driver']['rules']) : [];
    return json_present({
        ...known,
        tool,
        automationDetails: known['automationDetails'] ?? automationOf({ logicalId, description, instanceGuid, correlationGuid, id }),
        redactionTokens: known['redactionTokens'] ?? (redactionToken === undefined ? undefined : [redactionToken]),
        language: isObject(run['tool']) ? (run['tool']['language'] ?? known['language']) : known['language'],
        // The drafts up to TC 25 counted so when they did not say; the final default is another.
        columnKind: known['columnKind'] ?? 'utf16CodeUnits',
        originalUriBaseIds: basesOf(run['originalUriBaseIds']),
        invocations: changedEach(known['invocations'], invocationOf),
        versionControlProvenance: changedEach(run['versionControlProvenance'], originOf),
        artifacts,
        logicalLocations: logicalLocationsOf(run['logicalLocations']),
        results: changedEach(known['results'], (result) => draftResult(result, { rules, dictionary })),
    });
}
/** The rules of a draft that keeps them by key. */
function ruleEntries(resources) {
    return isObject(resources) ? entriesOf(resources['rules']) : [];
}
function toolOf(given, resources, dictionary) {
    const { language: _language, sarifLoggerVersion: _logger, ...tool } = given;
    const { rules, messageStrings } = isObject(resources) ? resources : {};
    const listed = dictionary.length > 0 ? dictionary.map(([key, rule]) => ({ id: key, ...rule })) : rules;
    const driver = isObject(tool['driver']) ? tool['driver'] : tool;
    return json_present({
        ...(isObject(tool['driver']) && tool),
        driver: componentOf({
            ...driver,
            ...json_present({ rules: listed ?? driver['rules'], globalMessageStrings: messageStrings }),
        }),
        extensions: changedEach(tool['extensions'], componentOf),
    });
}
function componentOf(component) {
    const { fileVersion, ruleDescriptors, notificationDescriptors, artifactIndex: _index, ...rest } = component;
    const { artifactIndices: _indices, globalMessageStrings, ...known } = rest;
    return json_present({
        ...known,
        dottedQuadFileVersion: known['dottedQuadFileVersion'] ?? fileVersion,
        rules: changedEach(known['rules'] ?? ruleDescriptors, descriptorOf),
        notifications: changedEach(known['notifications'] ?? notificationDescriptors, descriptorOf),
        globalMessageStrings: stringsOf(globalMessageStrings, undefined),
    });
}
function descriptorOf(rule) {
    const { configuration, helpLocation, messageStrings, richMessageStrings, name, ...rest } = rule;
    const config = rest['defaultConfiguration'] ?? configuration;
    const { shortDescription, fullDescription, help } = rest;
    return json_present({
        ...rest,
        name: isObject(name) ? name['text'] : name,
        shortDescription: changed(shortDescription, multiformat),
        fullDescription: changed(fullDescription, multiformat),
        help: changed(help, multiformat),
        helpUri: rest['helpUri'] ?? (isObject(helpLocation) ? helpLocation['uri'] : undefined),
        defaultConfiguration: changed(config, ({ defaultLevel, defaultRank, ...known }) => json_present({ ...known, level: ruleLevel(known['level'] ?? defaultLevel), rank: known['rank'] ?? defaultRank })),
        messageStrings: stringsOf(messageStrings, richMessageStrings),
    });
}
function multiformat({ text, markdown, richText }) {
    return json_present({ text, markdown: markdown ?? richText });
}
/** Plain strings with their Markdown in a second dictionary became one dictionary of both. */
function stringsOf(strings, rich) {
    if (!isObject(strings))
        return undefined;
    const markdown = isObject(rich) ? rich : {};
    const both = (key, value) => isObject(value) ? multiformat(value) : json_present({ text: value, markdown: textOf(markdown[key]) });
    return Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, both(key, value)]));
}
function basesOf(bases) {
    if (!isObject(bases))
        return bases;
    return Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, typeof base === 'string' ? { uri: base } : base]));
}
function invocationOf(invocation) {
    const { workingDirectory, exitCode, executionSuccessful, ...rest } = invocation;
    return json_present({
        ...rest,
        exitCode,
        executionSuccessful: executionSuccessful ?? !exitCode,
        workingDirectory: typeof workingDirectory === 'string' ? { uri: workingDirectory } : workingDirectory,
        toolExecutionNotifications: changedEach(rest['toolExecutionNotifications'], notificationOf),
        toolConfigurationNotifications: changedEach(rest['toolConfigurationNotifications'], notificationOf),
    });
}
function notificationOf(notification) {
    const { id, ruleId, ruleIndex, physicalLocation, time, exception: _stacks, ...rest } = notification;
    return json_present({
        ...rest,
        descriptor: rest['descriptor'] ?? unlessEmpty({ id }),
        associatedRule: rest['associatedRule'] ?? unlessEmpty({ id: ruleId, index: ruleIndex }),
        locations: rest['locations'] ?? (isObject(physicalLocation) ? [{ physicalLocation }] : undefined),
        timeUtc: rest['timeUtc'] ?? time,
    });
}
function originOf({ uri, tag, timestamp, ...origin }) {
    const { repositoryUri = uri, revisionTag = tag, asOfTimeUtc = timestamp, ...rest } = origin;
    return json_present({ ...rest, repositoryUri, revisionTag, asOfTimeUtc });
}
/** One name and one GUID, for a while loose in the run, then in `run.id`. */
function automationOf({ logicalId, description, instanceGuid, correlationGuid, id }) {
    const inId = isObject(id) ? id : {};
    const name = textOf(logicalId);
    return unlessEmpty({
        id: inId['instanceId'] ?? inId['id'] ?? (name === undefined ? undefined : `${name}/`),
        guid: guidOf(inId['instanceGuid'] ?? inId['guid'] ?? instanceGuid),
        correlationGuid: guidOf(inId['correlationGuid'] ?? correlationGuid),
        description: changed(inId['description'] ?? description, multiformat),
    });
}

;// CONCATENATED MODULE: ./src/converters/sarif/version-1-result.ts


/** A result of SARIF 1.0.0 in the words of 2.1.0. Rules come with the key that `ruleKey`, or else `ruleId`, names. */
function resultOf(result, rules) {
    const key = result['ruleKey'] ?? result['ruleId'];
    const ruleIndex = rules.findIndex(([name]) => name === key);
    const rule = rules[ruleIndex]?.[1];
    const locations = objectsOf(result['locations']);
    return json_present({
        guid: guidOf(result['id']),
        ruleId: result['ruleId'] ?? rule?.['id'] ?? key,
        ruleIndex: ruleIndex === -1 ? undefined : ruleIndex,
        ...kindAndLevel(result['level']),
        message: version_1_result_messageOf(result, rule),
        analysisTarget: targetOf(locations[0]),
        locations: changedEach(result['locations'], (location) => version_1_result_locationOf(location, location === locations[0] ? result['snippet'] : undefined)),
        relatedLocations: listOf(result['relatedLocations'], annotatedLocation),
        codeFlows: listOf(result['codeFlows'], version_1_result_codeFlowOf),
        fixes: listOf(result['fixes'], version_1_result_fixOf),
        partialFingerprints: unlessEmpty({ 'toolFingerprintContribution/v1': result['toolFingerprintContribution'] }),
        suppressions: suppressionsOf(result['suppressionStates']),
        baselineState: baselineState(result['baselineState']),
        properties: unlessEmpty({
            ...(isObject(result['properties']) && result['properties']),
            ...(Array.isArray(result['tags']) && { tags: result['tags'] }),
        }),
    });
}
/** GitHub looks no message up, so the rule's format is filled in here. */
function version_1_result_messageOf(result, rule) {
    const { message, formattedRuleMessage: formatted } = result;
    if (message !== undefined)
        return wordsOf(message);
    const named = isObject(formatted) ? formatted : {};
    const formats = rule?.['messageFormats'];
    const format = isObject(formats) ? textOf(formats[keyOf(named['formatId'])]) : undefined;
    if (format !== undefined)
        return { text: filledIn(format, named['arguments']) };
    // A message that the log does not hold: what the rule says is the next best, and loses no result.
    return wordsOf(rule?.['fullDescription'] ?? rule?.['shortDescription'] ?? result['ruleId']);
}
/** The file that was scanned, where the result lies in another, such as a header. */
function targetOf(location) {
    const { analysisTarget, resultFile } = location ?? {};
    if (!isObject(analysisTarget) || !isObject(resultFile))
        return undefined;
    return artifactLocation(analysisTarget);
}
function version_1_result_locationOf(location, snippet) {
    const { resultFile, analysisTarget, properties } = location;
    const place = physicalLocation(resultFile ?? analysisTarget, snippet);
    return json_present({ physicalLocation: place, logicalLocations: logicalLocations(location), properties });
}
function annotatedLocation(location) {
    const { id, snippet, properties } = location;
    return json_present({
        id: Number.isInteger(id) ? id : undefined,
        physicalLocation: physicalLocation(location['physicalLocation'], snippet),
        logicalLocations: logicalLocations(location),
        message: wordsOf(location['message']),
        properties,
    });
}
function logicalLocations({ fullyQualifiedLogicalName, decoratedName }) {
    const named = unlessEmpty({ fullyQualifiedName: fullyQualifiedLogicalName, decoratedName });
    return named && [named];
}
function physicalLocation(place, snippet) {
    if (!isObject(place))
        return undefined;
    const region = version_1_result_regionOf(place['region'], snippet);
    return json_present({ artifactLocation: artifactLocation(place), region });
}
function artifactLocation({ uri, uriBaseId }) {
    return json_present({ uri, uriBaseId });
}
/** Zero stands for absence, as .NET writes numbers that were never set. */
function version_1_result_regionOf(region, snippet) {
    if (!isObject(region))
        return undefined;
    const { startLine, startColumn, endLine, endColumn, offset, length } = region;
    const hasBytes = offset !== undefined || (!startLine && Boolean(length));
    if (!startLine && !hasBytes)
        return undefined;
    return json_present({
        startLine: startLine || undefined,
        startColumn: startColumn || undefined,
        endLine: endLine || undefined,
        endColumn: endColumn || undefined,
        ...(hasBytes && { byteOffset: offset ?? 0, byteLength: length }),
        snippet: wordsOf(snippet),
    });
}
/** One thread flow for each thread, in the order in which they appear. */
function version_1_result_codeFlowOf({ message, locations, properties }) {
    const steps = objectsOf(locations);
    const threads = [...new Set(steps.map(({ threadId }) => threadId))];
    return json_present({
        message: wordsOf(message),
        threadFlows: threads.map((thread) => json_present({
            id: thread === undefined ? undefined : keyOf(thread),
            locations: steps.filter(({ threadId }) => threadId === thread).map(version_1_result_stepOf),
        })),
        properties,
    });
}
function version_1_result_stepOf(location) {
    const { step, importance, kind, module, properties } = location;
    const { id: _unused, properties: _above, ...place } = annotatedLocation(location);
    return json_present({
        location: place,
        executionOrder: step,
        importance,
        kinds: typeof kind === 'string' ? [kind] : undefined,
        module,
        properties,
    });
}
function version_1_result_fixOf({ description, fileChanges }) {
    return json_present({
        description: wordsOf(description),
        artifactChanges: listOf(fileChanges, (change) => ({
            artifactLocation: artifactLocation(change),
            replacements: listOf(change['replacements'], version_1_result_replacementOf),
        })),
    });
}
function version_1_result_replacementOf({ offset, deletedLength, insertedBytes }) {
    return json_present({
        deletedRegion: { byteOffset: offset ?? 0, byteLength: deletedLength ?? 0 },
        insertedContent: insertedBytes === undefined ? undefined : { binary: insertedBytes },
    });
}
function listOf(value, change) {
    return Array.isArray(value) ? objectsOf(value).map(change) : undefined;
}

;// CONCATENATED MODULE: ./src/converters/sarif/version-1.ts




/** A run of SARIF 1.0.0, as compilers of Microsoft write it, in the words of 2.1.0. Stacks stay behind: nobody reads them. */
function runOfVersion1(run) {
    const rules = entriesOf(run['rules']);
    const { language } = isObject(run['tool']) ? run['tool'] : {};
    return json_present({
        tool: changed(run['tool'], (tool) => ({ driver: driverOf(tool, rules) })),
        language: typeof language === 'string' && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(language) ? language : undefined,
        invocations: invocationsOf(run),
        artifacts: artifactsOf(run['files']),
        logicalLocations: logicalLocationsOf(run['logicalLocations']),
        automationDetails: version_1_automationOf(run),
        baselineGuid: guidOf(run['baselineId']),
        // .NET and JavaScript count so, and 1.0.0 was written by them.
        columnKind: 'utf16CodeUnits',
        properties: run['properties'],
        results: changedEach(run['results'], (result) => resultOf(result, rules)),
    });
}
function driverOf(tool, rules) {
    const { name, fullName, version, semanticVersion, fileVersion, properties } = tool;
    const isQuad = typeof fileVersion === 'string' && /^\d+(?:\.\d+){3}$/.test(fileVersion);
    return json_present({
        name,
        fullName,
        version,
        semanticVersion,
        dottedQuadFileVersion: isQuad ? fileVersion : undefined,
        informationUri: tool['informationUri'],
        rules: rules.length > 0 ? rules.map(([key, rule]) => version_1_ruleOf(key, rule)) : undefined,
        properties,
    });
}
function version_1_ruleOf(key, rule) {
    const { id = key, name, helpUri, defaultLevel, configuration } = rule;
    const formats = Object.entries(isObject(rule['messageFormats']) ? rule['messageFormats'] : {});
    return json_present({
        id,
        name,
        shortDescription: wordsOf(rule['shortDescription']),
        fullDescription: wordsOf(rule['fullDescription']),
        help: wordsOf(rule['help']),
        helpUri,
        defaultConfiguration: unlessEmpty({
            enabled: configuration === 'disabled' ? false : undefined,
            level: ruleLevel(defaultLevel),
        }),
        messageStrings: unlessEmpty(Object.fromEntries(formats.map(([format, text]) => [format, wordsOf(text)]))),
        properties: unlessEmpty({
            ...(isObject(rule['properties']) && rule['properties']),
            ...(Array.isArray(rule['tags']) && { tags: rule['tags'] }),
        }),
    });
}
/** The command line is not taken along: it may hold a token, and SARIF travels. */
function invocationsOf(run) {
    const { startTime, endTime, workingDirectory, properties } = isObject(run['invocation']) ? run['invocation'] : {};
    const ofTool = notificationsOf(run['toolNotifications']);
    const ofConfiguration = notificationsOf(run['configurationNotifications']);
    if (!isObject(run['invocation']) && !ofTool && !ofConfiguration)
        return undefined;
    const folder = textOf(workingDirectory);
    return [
        json_present({
            executionSuccessful: ![...(ofTool ?? []), ...(ofConfiguration ?? [])].some(({ level }) => level === 'error'),
            startTimeUtc: startTime,
            endTimeUtc: endTime,
            workingDirectory: folder === undefined ? undefined : { uri: (0,model_uri/* uriOfPath */.Te)(folder) },
            toolExecutionNotifications: ofTool,
            toolConfigurationNotifications: ofConfiguration,
            properties,
        }),
    ];
}
function notificationsOf(notifications) {
    if (!Array.isArray(notifications))
        return undefined;
    return objectsOf(notifications).map((notification) => {
        const { id, ruleId, time, level, threadId, properties } = notification;
        const place = physicalLocation(notification['physicalLocation']);
        return json_present({
            descriptor: unlessEmpty({ id }),
            associatedRule: unlessEmpty({ id: ruleId }),
            message: wordsOf(notification['message']) ?? { text: keyOf(id ?? ruleId) || 'The tool says nothing more.' },
            level: level === 'default' ? undefined : level,
            threadId,
            timeUtc: time,
            locations: place && [{ physicalLocation: place }],
            properties,
        });
    });
}
/** GitHub takes `automationDetails.id` up to its last slash for the category; `stableId` is that name. */
function version_1_automationOf({ id, stableId }) {
    const name = textOf(stableId);
    return unlessEmpty({ id: name === undefined ? undefined : `${name}/`, guid: guidOf(id) });
}

;// CONCATENATED MODULE: ./src/converters/sarif/upgrade.ts




/** A log in the words of SARIF 2.1.0, whichever version it was written in; throws `UnreadableReport` for an unknown one. */
function upgraded(log) {
    if (!isObject(log))
        return log;
    const { version, runs } = log;
    if (version === '2.1.0')
        return { version, runs };
    const upgrade = upgradeFrom(version);
    if (upgrade)
        return { version: '2.1.0', runs: changedEach(runs, (run) => upgrade(inThisFile(run))) };
    throw new errors/* UnreadableReport */.sx(`its SARIF version is ${JSON.stringify(version)}; 2.1.0, 1.0.0 and the drafts of 2.0.0 can be read`);
}
function upgradeFrom(version) {
    if (typeof version !== 'string')
        return undefined;
    if (version === '1.0.0' || version.startsWith('1.0.0-'))
        return runOfVersion1;
    return version === '2.0.0' || version.startsWith('2.0.0-') ? runOfDraft : undefined;
}
/** A run may say that its results lie in files of their own: nothing is known of the code without them. */
function inThisFile(run) {
    const { externalPropertyFileReferences, externalPropertyFiles, externalFiles } = run;
    for (const references of [externalPropertyFileReferences, externalPropertyFiles, externalFiles]) {
        const results = isObject(references) ? references['results'] : undefined;
        if (results !== undefined && !(Array.isArray(results) && results.length === 0))
            throw new errors/* UnreadableReport */.sx('its results are in external files, and those are not read; write them into this file');
    }
    return run;
}

;// CONCATENATED MODULE: ./src/converters/sarif/index.ts






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
/** The part of SARIF that repair builds on. The whole schema is checked by the stage `convert`. */
const Log = schemas/* object */.Ikc({
    runs: schemas/* array */.YOg(schemas/* object */.Ikc({
        tool: schemas/* object */.Ikc({ driver: Driver, extensions: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ rules }))) }),
        artifacts: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ location: schemas/* optional */.lqM(anything) }))),
        automationDetails: schemas/* optional */.lqM(anything),
        invocations: schemas/* optional */.lqM(schemas/* array */.YOg(Invocation)),
        originalUriBaseIds: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ uri: schemas/* optional */.lqM(schemas/* string */.YjP()) }))),
        // Null as well says that there was no scan, which `completed` is to say.
        results: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* custom */.IeY(isResult, 'expected a result as SARIF 2.1.0 has it, with a message'))),
    })),
});
/** SARIF 2.1.0 needs no conversion: its runs are checked, and pass through whole, whatever else they hold. */
const sarif = {
    id: 'sarif',
    tool: { name: 'SARIF', url: 'https://sarifweb.azurewebsites.net' },
    reads: 'any scanner that writes SARIF 2.1.0, a draft of it, or 1.0.0',
    proof: 'run',
    detects: hasKeys('version', 'runs'),
    convert(report) {
        const log = upgraded(report.json());
        readJson({ json: () => log }, Log);
        return log.runs.map(completed);
    },
};
/** Results that are missing, or null, say that the scan did not take place (SARIF 3.14.23): never "no findings". */
function completed(run, index) {
    if (inThisFile(run).results)
        return run;
    throw new errors/* UnreadableReport */.sx(`at runs.${index}: results is missing, so the scan was not completed`);
}
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
    proof: 'run',
    detects: hasKeys('comments'),
    read: (report) => ({
        columns: 'unicodeCodePoints',
        findings: readJson(report, Comments).comments.map((comment) => ({
            rule: { id: `SC${comment.code}`, url: `https://www.shellcheck.net/wiki/SC${comment.code}` },
            level: levelOf(comment.level),
            message: comment.message,
            location: comment,
            fixes: comment.fix?.replacements.length ? [shellcheck_fixOf(comment.file, comment.fix.replacements)] : [],
        })),
    }),
});
function shellcheck_fixOf(file, replacements) {
    return {
        description: "ShellCheck's suggested replacement",
        edits: replacements.map(({ replacement, ...at }) => ({ file, ...at, text: replacement })),
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
    throw new errors/* UserError */.yo(`\`format\`: there is no format \`${id}\`.${(0,suggest/* didYouMean */.a)(id, ids)} Known: ${ids.join(', ')}.`);
}
/** The converters that recognise the report: those of one tool's own format, or else the generic ones. */
function candidatesFor(report) {
    const candidates = converters.filter(({ detects }) => detects(report));
    const own = candidates.filter(({ generic }) => !generic);
    return own.length > 0 ? own : candidates;
}
/** The only candidate for the report; throws `UnreadableReport` when there is none, or more than one. */
function detectConverter(report) {
    const candidates = candidatesFor(report);
    const [only] = candidates;
    if (only && candidates.length === 1)
        return only;
    const ids = (only ? candidates : converters).map(({ id }) => id).join(', ');
    throw new errors/* UnreadableReport */.sx(only
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
;// CONCATENATED MODULE: ./src/gate/where.ts

/** What a `where` asks, made once for all findings: what is told by a word is found out once a word. */
function testOf(where, now) {
    const tests = [...textTests(where), ...limitTests(where, now), ...flagTests(where), ...nested(where, now)];
    return (alert) => where_all(tests, alert);
}
/** Kleene's "and": one no decides, whatever else is unknown. */
function where_all(tests, alert) {
    let answer = true;
    for (const test of tests) {
        const part = test(alert);
        if (part === false)
            return false;
        if (part === undefined)
            answer = undefined;
    }
    return answer;
}
const texts = {
    tool: ({ tool }) => [tool],
    rule: ({ rule }) => [rule],
    tag: ({ tags }) => tags,
    path: ({ file }) => (file === undefined ? [] : [file]),
    message: ({ message }) => [message],
    category: ({ category }) => (category === undefined ? [] : [category]),
    language: ({ language }) => (language === undefined ? [] : [language]),
    kind: ({ kind }) => [kind],
    cve: ({ cves }) => cves,
};
function textTests(where) {
    return Object.entries(texts).flatMap(([key, wordsOf]) => {
        const wanted = where[key] && fitting(where[key]);
        const unwanted = where[`${key}-not`] && fitting(where[`${key}-not`]);
        return [
            ...(wanted ? [(alert) => wordsOf(alert).some(wanted)] : []),
            ...(unwanted ? [(alert) => !wordsOf(alert).some(unwanted)] : []),
        ];
    });
}
/** Thousands of findings share a rule or a file. */
function fitting(patterns) {
    const known = new Map();
    return (word) => {
        const before = known.get(word);
        if (before !== undefined)
            return before;
        const fits = patterns.some(({ matches }) => matches(word));
        known.set(word, fits);
        return fits;
    };
}
function limitTests(where, now) {
    const { severity, level, cwe, fingerprint } = where;
    const ofNumber = (limits, numberOf) => limits ? [(alert) => within(limits, numberOf(alert))] : [];
    return [
        ...(severity
            ? [(alert) => severity.some((limit) => keeps(limit, rankOf(alert.countsAs), rankOf(limit.value)))]
            : []),
        ...(level
            ? [
                (alert) => level.some((limit) => keeps(limit, levels.indexOf(alert.level), levels.indexOf(limit.value))),
            ]
            : []),
        ...ofNumber(where['security-severity'], ({ score }) => score),
        ...ofNumber(where.cvss, ({ cvss }) => cvss),
        ...ofNumber(where.epss, ({ epss }) => epss),
        ...ofNumber(where.age, ({ since }) => (since === undefined ? undefined : now - since)),
        ...(cwe ? [({ cwes }) => cwes.some((id) => cwe.includes(id))] : []),
        ...(fingerprint ? [({ fingerprints }) => fingerprints.some((print) => fingerprint.includes(print))] : []),
    ];
}
const levels = ['none', 'note', 'warning', 'error'];
function within(limits, value) {
    return value === undefined ? undefined : limits.some((limit) => keeps(limit, value, limit.value));
}
function keeps({ operator }, value, limit) {
    if (operator === '>=')
        return value >= limit;
    if (operator === '>')
        return value > limit;
    if (operator === '<=')
        return value <= limit;
    return operator === '<' ? value < limit : value === limit;
}
function flagTests({ kev, fixable, reaches }) {
    return [
        ...(kev === undefined ? [] : [(alert) => (alert.kev === undefined ? undefined : alert.kev === kev)]),
        ...(fixable === undefined ? [] : [(alert) => alert.fixable === fixable]),
        ...(reaches ? [(alert) => reaches.some((word) => isReached(alert, word))] : []),
    ];
}
function isReached({ countsAs, level }, threshold) {
    if (threshold === 'never')
        return false;
    if (threshold === 'error')
        return level === 'error';
    if (threshold === 'warning')
        return level === 'error' || level === 'warning';
    return isAtLeast(countsAs, threshold);
}
function nested({ any, not }, now) {
    const either = any?.map((where) => testOf(where, now));
    const none = not && testOf(not, now);
    return [
        ...(either ? [(alert) => some(either, alert)] : []),
        ...(none ? [(alert) => opposite(none(alert))] : []),
    ];
}
function some(tests, alert) {
    let answer = false;
    for (const test of tests) {
        const part = test(alert);
        if (part === true)
            return true;
        if (part === undefined)
            answer = undefined;
    }
    return answer;
}
function opposite(answer) {
    return answer === undefined ? undefined : !answer;
}

;// CONCATENATED MODULE: ./src/gate/acceptance.ts

/** A suppression counts unless it is under review or was rejected (SARIF 3.27.23). */
function isSuppressed({ suppressions }) {
    return Boolean(suppressions?.length) && suppressions.every(({ status }) => (status ?? 'accepted') === 'accepted');
}
/** Who accepted what: the source, then GitHub, then the policy. What has expired accepts nothing. */
function acceptances(exceptions, rules, known) {
    const { now } = known;
    const expired = exceptions.filter(({ expires = Infinity }) => expires < now);
    const holding = exceptions.filter((exception) => !expired.includes(exception));
    const tests = holding.map((exception) => ({ exception, fits: testOf(exception.match, now) }));
    const used = new Set();
    const byException = (alert) => {
        // Each that fits is used, or the second of two would be called unused by chance.
        const fitting = tests.filter(({ fits }) => fits(alert) === true).map(({ exception }) => exception);
        for (const exception of fitting)
            used.add(exception);
        const [first] = fitting;
        return first && { by: 'exception', id: first.id, reason: first.reason, until: first.expires };
    };
    return {
        of: (result, alert) => {
            const excepted = byException(alert);
            return acceptance_suppressionOf(result, rules) ?? dismissalOf(result, rules, known) ?? excepted;
        },
        unused: () => holding.filter((exception) => !used.has(exception)),
        expired,
        ending: holding.filter(({ expires = Infinity }) => expires - now < rules.warnBeforeMs),
    };
}
function acceptance_suppressionOf(result, { suppressions }) {
    if (suppressions === 'ignore' || !isSuppressed(result))
        return undefined;
    const said = result.suppressions.find(({ justification }) => justification);
    return { by: 'suppression', reason: said?.justification };
}
function dismissalOf(result, rules, { dismissed }) {
    const dismissal = rules.dismissed === 'ignore' ? undefined : dismissed?.get(result);
    if (!dismissal)
        return undefined;
    return { by: 'dismissed alert', id: String(dismissal.alert), reason: dismissal.comment || dismissal.reason };
}

;// CONCATENATED MODULE: ./src/model/language.ts
/** By the end of a file's name, in the words of GitHub's Linguist, lower case. */
const languages = {
    c: 'c',
    cc: 'c++',
    cpp: 'c++',
    cs: 'c#',
    css: 'css',
    go: 'go',
    h: 'c',
    hpp: 'c++',
    html: 'html',
    java: 'java',
    js: 'javascript',
    jsx: 'javascript',
    kt: 'kotlin',
    lua: 'lua',
    mjs: 'javascript',
    php: 'php',
    pl: 'perl',
    py: 'python',
    rb: 'ruby',
    rs: 'rust',
    scala: 'scala',
    sh: 'shell',
    sql: 'sql',
    swift: 'swift',
    tf: 'hcl',
    ts: 'typescript',
    tsx: 'typescript',
    yaml: 'yaml',
    yml: 'yaml',
};
function languageOf(path) {
    const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
    return ending !== undefined && Object.hasOwn(languages, ending) ? languages[ending] : undefined;
}

;// CONCATENATED MODULE: ./src/model/policy.ts
const policy_defaultRatings = {
    unknown: 'high',
    // GitHub blocks "high or higher" and `error` alike, so the levels take the places of the severities.
    levels: { error: 'high', warning: 'medium', note: 'low', none: 'note' },
    overrides: [],
};
/** The gates that `fail-on`, `warn-on` and `max-findings` stand for. */
function simpleGates({ failOn, warnOn, maxFindings, scope }) {
    const above = (words) => `at or above ${words.join(' or ')}`;
    const kind = scope === 'new' ? 'New findings' : 'Findings';
    const gate = { scope, ifUnknown: 'match' };
    const blocks = {
        ...gate,
        id: 'findings',
        title: `${kind} ${above(failOn)}`,
        where: { reaches: failOn },
        max: maxFindings,
        ifBroken: 'fail',
        what: above(failOn),
    };
    const warns = {
        ...gate,
        id: 'warnings',
        title: `${kind} that do not block, ${above(warnOn)}`,
        where: { reaches: warnOn, not: { reaches: failOn } },
        max: 0,
        ifBroken: 'warn',
        what: above(warnOn),
    };
    return failOn.every((word) => word === 'never') ? [warns] : [blocks, warns];
}

;// CONCATENATED MODULE: ./src/model/rating.ts


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
function rate(result, rule, override, levels = policy_defaultRatings.levels) {
    const [told, levelFrom] = levelTold(result, rule, override);
    const isKnown = Object.hasOwn(levels, told);
    const level = isKnown ? told : 'error';
    const own = scoreGiven(result.properties);
    const given = own ?? scoreGiven(rule?.properties);
    const unknown = { severity: 'unknown', level, ratedBy: 'unknown' };
    if (result.properties?.[unranked] || (given === undefined && rule?.properties?.[unranked]))
        return unknown;
    if (given === undefined)
        return isKnown ? { severity: levels[level], level, ratedBy: levelFrom } : unknown;
    const score = Number(given);
    const isScore = given.trim() !== '' && score >= 0 && score <= 10;
    const ratedBy = own === undefined ? 'score of the rule' : 'score of the result';
    return isScore ? { severity: severityOfScore(score), level, score, ratedBy } : unknown;
}
function levelTold({ level }, rule, override) {
    // Null as well says nothing.
    if (level)
        return [level, 'level of the result'];
    if (override?.level)
        return [override.level, 'level set by the run'];
    const byDefault = rule?.defaultConfiguration?.level;
    return byDefault ? [byDefault, 'level of the rule'] : ['warning', 'default level'];
}
function scoreGiven(properties) {
    const value = properties?.['security-severity'];
    return value === undefined || value === null ? undefined : String(value);
}

;// CONCATENATED MODULE: ./src/model/rule-book.ts
/** Made once a run: looking rules up by id must not cost the length of the list each time. */
function ruleBook(run) {
    const books = new Map(componentsOf(run).map((component) => [component, byId(component)]));
    const ruleOf = (result) => {
        const id = result.ruleId ?? result.rule?.id;
        const component = rule_book_componentOf(run, result.rule);
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
function rule_book_componentOf(run, reference) {
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
        descriptor.id ?? at(rule_book_componentOf(run, descriptor), descriptor.index)?.id,
        configuration,
    ])));
    return (result, rule) => {
        const map = maps[result.provenance?.invocationIndex ?? -1] ?? (maps.length === 1 ? maps[0] : undefined);
        return rule && map?.get(rule.id);
    };
}

;// CONCATENATED MODULE: ./src/gate/alerts.ts






/** The findings of all runs, as the gate judges them. The runs stay as they are. */
function alertsOf(runs, ratings = defaultRatings) {
    return readAlerts(runs, ratings).map(({ alert }) => alert);
}
/** The same, each with its result; with `everyKind` also what its tool does not call a problem. */
function readAlerts(runs, ratings, { everyKind = false } = {}) {
    const rated = overridden(ratings);
    return runs.flatMap((run) => {
        const { ruleOf, overrideOf } = ruleBook(run);
        const facts = new Map();
        const wanted = everyKind ? (run.results ?? []) : (run.results ?? []).filter(isFinding);
        return wanted.map((result) => {
            const rule = ruleOf(result);
            const known = facts.get(rule) ?? factsOf(rule);
            facts.set(rule, known);
            const rating = rate(result, rule, overrideOf(result, rule), ratings.levels);
            return { result, alert: rated(alertOf(run, { result, rule, rating, facts: known }, ratings)) };
        });
    });
}
function alertOf(run, { result, rule, rating, facts }, { unknown }) {
    const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
    const artifact = run.artifacts?.[artifactLocation?.index ?? -1];
    const uri = artifactLocation?.uri ?? artifact?.location?.uri;
    const file = uri === undefined ? undefined : ((0,model_uri/* pathOfUri */.R7)(uri) ?? uri);
    return {
        tool: run.tool.driver.name,
        rule: result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unknown',
        message: alerts_messageOf(run, result, rule),
        file,
        line: region?.startLine,
        endLine: region?.endLine,
        column: region?.startColumn,
        endColumn: region?.endColumn,
        url: rule?.helpUri,
        category: run.automationDetails?.id,
        language: artifact?.sourceLanguage ?? (file && languageOf(file)),
        kind: result.kind ?? 'fail',
        fingerprints: Object.values({ ...result.fingerprints, ...result.partialFingerprints }),
        ...facts,
        ...exploitsOf(result, facts),
        ...rating,
        countsAs: rating.severity === 'unknown' ? unknown : rating.severity,
    };
}
/** Some tools only name the message: its words stand at the rule, with places for arguments (SARIF 3.11). */
function alerts_messageOf({ tool: { driver } }, { message }, rule) {
    const { text, markdown, id = '', arguments: given } = message ?? {};
    const named = rule?.messageStrings?.[id] ?? driver.globalMessageStrings?.[id];
    const words = text ?? named?.text ?? markdown ?? '';
    return given ? words.replace(/\{(\d+)\}/g, (place, number) => given[number] ?? place) : words;
}
function factsOf(rule) {
    const given = rule?.properties?.tags;
    const tags = Array.isArray(given) ? given.map(String) : [];
    return { tags, cwes: cwesOf(tags), cves: cvesOf([rule?.id ?? '', ...tags]), ...numbersOf(rule?.properties) };
}
/** From tags of the form `external/cwe/cwe-079`. */
function cwesOf(tags) {
    return tags.flatMap((tag) => {
        const number = /\bcwe-0{0,5}(\d{1,5})$/i.exec(tag)?.[1];
        return number ? [`CWE-${number}`] : [];
    });
}
function cvesOf(words) {
    return [...new Set(words.flatMap((word) => word.match(/\bCVE-\d{4}-\d{4,12}\b/gi) ?? []))].map((id) => id.toUpperCase());
}
/** The names that tools use for them; scores are numbers, or texts of numbers. */
function numbersOf(properties) {
    const number = (...names) => {
        const told = names.map((name) => properties?.[name]).find((value) => value !== undefined && value !== null);
        const value = typeof told === 'string' && told.trim() === '' ? Number.NaN : Number(told);
        return Number.isFinite(value) ? value : undefined;
    };
    const kev = properties?.['kev'];
    return {
        cvss: number('cvss', 'cvssV3_score', 'security-severity'),
        epss: number('epss', 'epss-score'),
        kev: typeof kev === 'boolean' ? kev : undefined,
    };
}
/** What the result says itself goes before what its rule says. */
function exploitsOf({ properties, fixes }, facts) {
    const own = numbersOf(properties);
    return {
        cvss: own.cvss ?? facts.cvss,
        epss: own.epss ?? facts.epss,
        kev: own.kev ?? facts.kev,
        fixable: Boolean(fixes?.length) || Boolean(properties?.['fixedVersion'] ?? properties?.['fixable']),
    };
}
/** A policy's own ratings go before everything that a tool says; the first that fits counts. */
function overridden({ overrides }) {
    const tests = overrides.map(({ where, severity }) => ({ severity, fits: testOf(where, 0) }));
    return (alert) => {
        const found = tests.find(({ fits }) => fits(alert) === true);
        return found ? { ...alert, severity: found.severity, countsAs: found.severity, ratedBy: 'policy' } : alert;
    };
}

;// CONCATENATED MODULE: ./src/gate/rejections.ts
const ours = 'codescan-gate mends this before it uploads, and has missed a case: please report it, with the SARIF of `sarif-path`.';
/**
 * GitHub's words for what it does not process, and what to do about them (its own uploader knows the same ones:
 * github/codeql-action, `upload-lib.ts`, and issues of it).
 */
const rejections = [
    [
        /default setup is enabled/i,
        'GitHub scans this repository with CodeQL by itself, and takes results of CodeQL from nobody else. Switch it off (Settings, Code security, CodeQL analysis), or stop uploading them.',
    ],
    [
        /too many logical alerts/i,
        'Delete analyses that nobody needs any more (`codescan-gate analyses list` and `analyses delete`), or ask the support of GitHub to clear the repository.',
    ],
    [/multiple runs with the same category/i, 'Give each step a `category` of its own.'],
    [/^rejecting SARIF/i, 'Narrow the scan, or set `over-limit` to `trim` or `split`.'],
    [/^unsuccessful execution/i, 'The tool says that it did not finish: mend the scan.'],
    [/invalid URI|locationFromSarifResult|URI scheme|expected a result message/i, ours],
    [/invalid security severity value|parsing restricted subset of SARIF/i, ours],
];
/** What to do about an upload that GitHub did not process. */
function adviceOn(errors) {
    const known = rejections.filter(([said]) => errors.some((error) => said.test(error))).map(([, advice]) => advice);
    return known.length > 0 ? [...new Set(known)].join(' ') : 'Run the job again.';
}

;// CONCATENATED MODULE: ./src/gate/conditions.ts

/** Scans and reports that could not be evaluated, and tools that say themselves that they did not finish. */
function scanConditions({ problems, runs }, need) {
    if (need === 'off')
        return [];
    const crashed = problems.map(({ message }) => incomplete('Scan', message));
    const unsuccessful = runs
        .filter((run) => !isSuccessful(run))
        .map((run) => incomplete(`Scan by ${run.tool.driver.name}`, unsuccessfulReason(run)));
    const conditions = [...crashed, ...unsuccessful];
    return need === 'required' ? conditions : conditions.map((condition) => ({ ...condition, result: 'warn' }));
}
/** Whether it is known what people dismissed. Where it is not, such findings count. */
function dismissalCondition(attempt, need) {
    if (attempt?.status !== 'failed' || need === 'off')
        return [];
    const explanation = `${attempt.error.message} What was dismissed on GitHub counts as if it had not been.`;
    const condition = { id: 'dismissed-alerts', name: 'Dismissed alerts', expected: 'known', actual: 'unknown' };
    return [{ ...condition, ...notEvaluated(need, 'dismissed-alerts', { explanation }) }];
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
    if (attempt.status === 'skipped' || need === 'off')
        return [];
    const condition = { id: 'upload', name: 'Upload to code scanning', expected: 'processed' };
    if (attempt.status === 'failed') {
        const explanation = attempt.error.message;
        return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', { explanation }) }];
    }
    const { status, errors, warnings, problem } = attempt.value;
    if (status === 'failed') {
        const intro = 'GitHub could not process the SARIF';
        const unknown = {
            explanation: quoted(intro, errors),
            phrase: quoted(intro, errors.slice(0, 1)),
            advice: adviceOn(errors),
        };
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
function zadigCondition(attempt, need, words = {}) {
    if (attempt.status === 'skipped' || need === 'off')
        return [];
    const condition = { id: 'zadig', name: 'Zadig scan', expected: 'passed' };
    if (attempt.status === 'failed') {
        const explanation = attempt.error.message;
        return [{ ...condition, actual: 'not evaluated', ...notEvaluated(need, 'zadig', { explanation }) }];
    }
    const { result, status, problem, taskId, error } = attempt.value;
    const actual = status || 'unknown';
    const wanted = Object.hasOwn(words, status) ? words[status] : undefined;
    if (wanted === 'skip' || wanted === 'pass' || wanted === 'warn')
        return [{ ...condition, actual, ...byPolicy(status, wanted) }];
    if (result === 'passed' && wanted === undefined)
        return [{ ...condition, actual, result: 'pass', phrase: 'Zadig scan passed' }];
    if (result === 'unknown' && wanted === undefined) {
        const explanation = saidBy(error, problem || `What became of Zadig task ${taskId} is not known.`);
        return [{ ...condition, actual, ...notEvaluated(need, 'zadig', { explanation }) }];
    }
    return [
        {
            ...condition,
            actual,
            result: need === 'required' ? 'fail' : 'warn',
            ...failureOf(attempt.value),
        },
    ];
}
/** Where the policy says what a word of Zadig means. */
function byPolicy(status, wanted) {
    const result = wanted === 'skip' ? 'not-applicable' : wanted;
    return { result, phrase: `Zadig scan ended as ${status}, which the policy takes for ${wanted}` };
}
/** `failed` is one word for a red gate and for everything that breaks a task. */
function failureOf({ taskId, error, metrics }) {
    const phrase = `Zadig task ${taskId} failed`;
    const gate = metrics?.gate;
    if (gate?.toUpperCase() === 'NONE')
        return {
            phrase,
            explanation: saidBy(error, `The project in SonarQube has no quality gate, which Zadig counts as failed.`),
            advice: 'Give the project a quality gate in SonarQube, or switch the check off in the scan in Zadig.',
        };
    if (gate !== undefined && gate !== 'OK')
        return {
            phrase: `the quality gate of SonarQube is ${gate} (Zadig task ${taskId})`,
            explanation: saidBy(error, `The quality gate of SonarQube is \`${gate}\`, so Zadig task ${taskId} failed.`),
            advice: 'Mend what SonarQube reports, then run this job again.',
        };
    const unknown = `Zadig says only that task ${taskId} failed: its quality gate is red, or the task broke.`;
    return {
        phrase,
        explanation: error ? saidBy(error, `Zadig task ${taskId} failed.`) : unknown,
        advice: 'The reason is in the log of the Zadig task: fix it or retry the task, then run this job again.',
    };
}
function saidBy(error, explanation) {
    return error ? `${explanation} Zadig says: ${error}` : explanation;
}

;// CONCATENATED MODULE: ./src/gate/exceptions.ts
/** What there is to say of the exceptions themselves: those that have ended, end soon, or meet nothing. */
function exceptionConditions({ exceptionRules }, { expired, ending, unused }) {
    const idle = exceptionRules.unused === 'warn' ? unused() : [];
    const ended = expired.map((exception) => `${exception.id} ended on ${dayOf(exception)}: what it excepted counts again.`);
    const soon = ending.map((exception) => `${exception.id} ends on ${dayOf(exception)}.`);
    const useless = idle.map(({ id }) => `${id} meets no finding.`);
    const said = [...ended, ...soon, ...useless];
    if (said.length === 0)
        return [];
    const isFailing = expired.length > 0 && exceptionRules.expired === 'fail';
    const count = new Set([...expired, ...ending, ...idle]).size;
    return [
        {
            id: 'exceptions',
            name: 'Exceptions of the policy',
            expected: 'in use, not ended',
            actual: String(count),
            result: isFailing ? 'fail' : 'warn',
            phrase: `${count} ${count === 1 ? 'exception of the policy wants' : 'exceptions of the policy want'} a look`,
            explanation: said.join('\n'),
            advice: 'Remove exceptions that are not needed any more from the policy file, or give them a new reason and date.',
        },
    ];
}
/** UTC, as it is written in the policy. */
function dayOf({ expires }) {
    return expires === undefined ? '' : new Date(expires).toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./src/gate/gates.ts

function evaluate(gate, policy, findings) {
    const condition = { id: gate.id, name: gate.title ?? gate.id, expected: expectedOf(gate), isLimit: true };
    const apart = notApplicable(gate, policy, findings);
    if (apart)
        return {
            gate,
            counted: [],
            condition: { ...condition, actual: 'not applicable', result: 'not-applicable', phrase: apart },
        };
    const missing = missingFor(gate, policy, findings);
    const count = counts[gate.scope](gate, findings, missing !== undefined);
    const verdict = judged(gate, count, vacuity(gate.where, findings)) ?? unknowable(gate, policy, count, missing);
    return { gate, counted: count.counted, condition: { ...condition, ...verdict } };
}
function expectedOf({ max, min }) {
    if (min !== undefined)
        return max === undefined ? `at least ${min}` : `${min} to ${max}`;
    return (max ?? 0) === 0 ? '0' : `at most ${max}`;
}
function notApplicable({ events, scope }, { event }, { comparison }) {
    if (events && !events.includes(event ?? ''))
        return `this gate is for ${events.join(', ')} only`;
    if (scope !== 'all' && comparison.status === 'skipped')
        return 'there is nothing to compare with';
    return undefined;
}
/** Why nobody knows what is new; undefined where it is known, or does not matter. */
function missingFor({ scope }, { onMissing }, { comparison, before }) {
    if (scope === 'all' || (scope === 'new' && onMissing === 'all' && comparison.status === 'failed'))
        return undefined;
    if (comparison.status === 'failed')
        return comparison.error.message;
    const wantsBefore = scope === 'delta' || scope === 'fixed';
    if (wantsBefore && !before)
        return 'What changed lines say is not enough to know what there was before. Give a `baseline`, or scan the base branch.';
    return undefined;
}
const counts = {
    all: (gate, { now, time }) => countOf(gate, now, time),
    new(gate, { now, time }, isMissing) {
        // Where nobody knows, any of them may be new, or none.
        const count = countOf(gate, now.filter(({ isNew }) => isNew !== false), time);
        return isMissing ? { ...count, least: 0 } : count;
    },
    delta(gate, { now, before = [], time }, isMissing) {
        const count = countOf(gate, now, time);
        const earlier = countOf(gate, before, time);
        if (isMissing)
            return { ...count, least: -Infinity };
        return { ...count, least: count.least - earlier.most, most: count.most - earlier.least };
    },
    fixed(gate, { fixed = [], time }, isMissing) {
        const count = countOf(gate, fixed, time);
        return isMissing ? { ...count, least: 0, most: Infinity } : count;
    },
};
function countOf({ where, ifUnknown }, alerts, time) {
    const fits = testOf(where, time);
    const counted = [];
    let unknown = 0;
    for (const alert of alerts) {
        const answer = fits(alert);
        if (answer === undefined)
            unknown++;
        if (answer === true || (answer === undefined && ifUnknown === 'match'))
            counted.push(alert);
    }
    return { least: counted.length, most: counted.length, counted, unknown: ifUnknown === 'warn' ? unknown : 0 };
}
/** Undefined where the count may be on either side of the limit. */
function judged(gate, count, vacuous) {
    const { max = gate.min === undefined ? 0 : Infinity, min = -Infinity } = gate;
    const isKept = count.most <= max && count.least >= min;
    const isBroken = count.least > max || count.most < min;
    const actual = actualOf(count);
    const phrase = phraseOf(gate, count, isKept);
    if (!isKept && !isBroken)
        return undefined;
    if (isBroken)
        return { actual, result: gate.ifBroken, phrase, ...(gate.ifBroken === 'fail' && { advice: adviceOf(gate) }) };
    const doubts = [count.unknown > 0 && unsaid(count.unknown), vacuous].filter((doubt) => doubt !== false && doubt !== '');
    if (doubts.length === 0)
        return { actual, result: 'pass', phrase };
    return { actual, result: 'warn', phrase: `${phrase}, but ${doubts[0]}`, explanation: `${doubts.join('; ')}.` };
}
function actualOf({ least, most }) {
    if (least === most)
        return String(least);
    if (!Number.isFinite(least))
        return Number.isFinite(most) ? `at most ${most}` : 'unknown';
    return Number.isFinite(most) ? `${least} to ${most}` : `at least ${least}`;
}
function unsaid(unknown) {
    return `${unknown} ${unknown === 1 ? 'finding does' : 'findings do'} not say what this gate asks`;
}
/** The one thing that must not become a pass. */
function unknowable({ ifBroken }, { onMissing }, count, missing = 'Nobody knows what was there before.') {
    const [phrase = ''] = missing.split(/[\r\n\u2028\u2029]/);
    return {
        actual: actualOf(count),
        result: ifBroken !== 'fail' || onMissing === 'warn' ? 'warn' : 'error',
        phrase: phrase.replace(/\.(?: .*)?$/, ''),
        explanation: missing,
        advice: 'With `new-only: false` all findings count, whether they are new or not.',
    };
}
function phraseOf({ scope, what, max = 0, min, title, id }, { most, counted }, isKept) {
    if (what === '')
        return `${title ?? id}: ${most}`;
    if (scope === 'delta')
        return `${most > 0 ? most : 'no'} more findings ${what} than before`;
    const adjective = scope === 'all' ? '' : `${scope} `;
    const count = counted.length;
    const told = `${count === 0 ? 'no' : count} ${adjective}${count === 1 ? 'finding' : 'findings'} ${what}`;
    return isKept && count > 0 && min === undefined ? `${told} (${max} tolerated)` : told;
}
function adviceOf({ scope, min }) {
    if (min !== undefined)
        return 'Fix more of the findings that were there before.';
    if (scope === 'delta')
        return 'Fix as many findings as were added.';
    return 'Fix the blocking findings, or have them suppressed in the source with a reason. `fail-on` and `max-findings` say what blocks.';
}
/** A word that names nothing there is cannot be told from a mistake: the gate holds whatever happens. */
function vacuity({ tool, rule }, { tools, rules }) {
    const strangers = (patterns, known) => patterns && !patterns.some(({ matches }) => [...known].some(matches))
        ? patterns.map(({ text }) => `\`${text}\``)
        : [];
    const nothing = [
        ...strangers(tool, tools).map((name) => `no tool ${name} took part`),
        ...strangers(rule, rules).map((name) => `no tool knows a rule ${name}`),
    ];
    return nothing.join(', ');
}

;// CONCATENATED MODULE: ./src/gate/order.ts

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
        compare(a.level, b.level) ||
        compare(a.kind, b.kind) ||
        compare(a.category ?? '', b.category ?? '') ||
        compare(a.fingerprints.join(), b.fingerprints.join()));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./src/gate/judge.ts







/**
 * The verdict on everything that was learnt. All conditions are evaluated, then combined in three-valued logic: a proven
 * violation beats "could not be evaluated", which beats a warning, which beats a pass. No condition at all is no pass.
 */
function judge(facts, policy, now = Date.now()) {
    const accepting = acceptances(policy.exceptions, policy.exceptionRules, {
        dismissed: done(facts.dismissed),
        now,
    });
    const alerts = classified(facts, policy, accepting);
    const active = alerts.filter(({ accepted }) => !accepted);
    const findings = findingsOf(facts, policy, active, now);
    const evaluated = facts.runs.length > 0 ? policy.gates.map((gate) => evaluate(gate, policy, findings)) : [];
    const limits = evaluated.filter(isShown).map(({ condition }) => condition);
    const { upload, zadig, dismissedAlerts } = policy.sources;
    const conditions = [
        ...scanConditions(facts, policy.sources.scanner),
        ...limits,
        ...exceptionConditions(policy, accepting),
        ...dismissalCondition(facts.dismissed, dismissedAlerts),
        ...uploadCondition(facts.upload, upload),
        ...zadigCondition(facts.zadig, zadig, policy.zadigWords),
    ];
    const isCompared = done(facts.comparison) !== undefined;
    return {
        ...combine(conditions, policy),
        conditions,
        ...shown(evaluated),
        counts: countBySeverity(active),
        total: active.length,
        accepted: sorted(alerts.filter(({ accepted }) => accepted)),
        ...(isCompared && {
            newFindings: active.filter(({ isNew }) => isNew).length,
            fixedFindings: findings.fixed?.length,
        }),
    };
}
function done(attempt) {
    return attempt?.status === 'done' ? attempt.value : undefined;
}
/** Each finding with whether it is new, and whether somebody accepted it. */
function classified({ runs, comparison }, { ratings, gates }, accepting) {
    const everyKind = gates.some(({ where }) => where.kind !== undefined);
    const compared = done(comparison);
    return readAlerts(runs, ratings, { everyKind }).map(({ result, alert }) => {
        const known = compared?.known.get(result);
        const placed = compared ? { ...alert, isNew: known === undefined, knownBy: known?.by, since: known?.since } : alert;
        const accepted = accepting.of(result, placed);
        return accepted ? { ...placed, accepted } : placed;
    });
}
function findingsOf({ runs, comparison }, { ratings }, now, time) {
    const compared = done(comparison);
    const before = compared?.before && readAlerts(compared.before, ratings).filter(({ result }) => !compared.accepted?.has(result));
    return {
        now,
        before: before?.map(({ alert }) => alert),
        fixed: before?.filter(({ result }) => compared.fixed.has(result)).map(({ alert }) => alert),
        comparison: comparison ?? { status: 'skipped' },
        tools: new Set(runs.map(({ tool }) => tool.driver.name)),
        rules: new Set(runs.flatMap(rulesOf)),
        time,
    };
}
function rulesOf({ tool, results = [] }) {
    const described = [tool.driver, ...(tool.extensions ?? [])].flatMap(({ rules = [] }) => rules.map(({ id }) => id));
    return [...described, ...results.map(({ ruleId, rule }) => ruleId ?? rule?.id ?? '')];
}
/** A warning that holds has nothing to say; a limit that holds has. */
function isShown({ gate, condition }) {
    return gate.id !== 'warnings' || condition.result === 'warn';
}
function shown(evaluated) {
    const of = (wanted) => new Set(evaluated.filter(wanted).flatMap(({ counted }) => counted));
    const failed = of(({ condition: { result } }) => result === 'fail' || result === 'error');
    const limited = of(({ gate }) => gate.ifBroken === 'fail' && gate.scope !== 'fixed');
    // What is tolerated is shown in the place of what blocks, where nothing does.
    const blocking = failed.size > 0 ? failed : limited;
    const others = [...of(({ gate }) => gate.ifBroken !== 'note'), ...limited].filter((alert) => !blocking.has(alert));
    return { blocking: sorted([...blocking]), warning: sorted([...new Set(others)]) };
}
/** Those of one weight are sorted among themselves: scanners report file by file, so that they are nearly in order. */
function sorted(alerts) {
    const groups = new Map();
    for (const alert of alerts) {
        const weight = `${alert.severity} ${alert.score}`;
        const group = groups.get(weight);
        if (group)
            group.push(alert);
        else
            groups.set(weight, [alert]);
    }
    const inOrder = [...groups.values()].sort(([a], [b]) => worstFirst(a, b));
    return inOrder.flatMap((group) => group.sort(worstFirst));
}
/** The worst comes first, and decides. */
const ranks = ['fail', 'error', 'warn', 'pass'];
function combine(conditions, policy) {
    const deciding = conditions.filter(({ result }) => ranks.includes(result));
    const [worst] = deciding.sort((a, b) => ranks.indexOf(a.result) - ranks.indexOf(b.result));
    if (!worst)
        return { verdict: 'skipped', exitCode: model_outcome/* exitCodes */.hS.skipped, reason: nothingApplied(conditions) };
    const reason = reasonOf(worst, conditions);
    if (policy.enforcement === 'off')
        return { verdict: 'skipped', exitCode: model_outcome/* exitCodes */.hS.skipped, reason: `The gate is off. ${reason}` };
    const isDemoted = policy.enforcement === 'warn' || (policy.onError === 'warn' && worst.result === 'error');
    const verdict = (isDemoted && worst.result !== 'pass' ? 'warn' : worst.result);
    return { verdict, exitCode: model_outcome/* exitCodes */.hS[verdict], reason };
}
function nothingApplied(conditions) {
    return conditions.length === 0
        ? 'There was nothing to evaluate.'
        : 'No gate of the policy applies to this run, so nothing was decided.';
}
/** Everything that holds, or the first of what weighs most. */
function reasonOf(worst, conditions) {
    if (worst.result !== 'pass')
        return `${worst.phrase}.`;
    return `${conditions
        .filter(({ result }) => result === 'pass')
        .map(({ phrase }) => phrase)
        .join(', ')}.`;
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
        if (error instanceof errors/* UserError */.yo)
            return { status: 'failed', error };
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/gate/match.ts


/**
 * Knows findings again, tool by tool: each old one absorbs one new one at most. First by a fingerprint in the same file,
 * then by rule and line, then in the file's former name, then by rule and message where their numbers agree. What is left
 * of the old is fixed, where its tool took part again.
 */
function match(now, before, renames = new Map()) {
    const matches = { known: new Map(), fixed: new Set() };
    const old = byTool(before);
    for (const [tool, findings] of byTool(now)) {
        const both = trusted({ now: findings.map((one) => match_renamed(one, renames)), before: old.get(tool) ?? [] });
        const rest = passes.reduce((open, pass) => absorbed(pass, open, matches.known), both);
        for (const { result } of rest.before)
            matches.fixed.add(result);
    }
    return matches;
}
function byTool(runs) {
    const tools = new Map();
    for (const run of runs) {
        const { ruleOf } = ruleBook(run);
        const findings = (run.results ?? []).map((result) => findingOf(run, result, ruleOf(result)?.id));
        const known = tools.get(run.tool.driver.name);
        if (known)
            for (const finding of findings)
                known.push(finding);
        else
            tools.set(run.tool.driver.name, findings);
    }
    return tools;
}
function findingOf(run, result, described) {
    const at = result.locations?.[0]?.physicalLocation?.artifactLocation;
    const uri = at?.uri ?? run.artifacts?.[at?.index ?? -1]?.location?.uri ?? '';
    const path = ((0,model_uri/* pathOfUri */.R7)(uri) ?? uri).replace(/^(?:\.\/)+/, '');
    const rule = result.ruleId ?? result.rule?.id ?? described ?? '';
    const message = (result.message?.text ?? result.message?.id ?? '').replace(/\d+/g, '0');
    return { result, rule, path, formerly: path, prints: printsOf(result), message };
}
function match_renamed(finding, renames) {
    const formerly = renames.get(finding.path);
    return formerly === undefined ? finding : { ...finding, formerly };
}
/** Of keys that differ in their version only, as in `hash/v2`, the highest. */
function printsOf({ fingerprints, partialFingerprints }) {
    const prints = new Map();
    for (const [key, value] of Object.entries({ ...partialFingerprints, ...fingerprints })) {
        const [, name = key, version = '0'] = /^(.*)\/v(\d+)$/.exec(key) ?? [];
        const known = prints.get(name);
        if (!known || known.version < Number(version))
            prints.set(name, { version: Number(version), value });
    }
    return prints;
}
/**
 * Without the fingerprints that several rules or files share: a tool that writes a constant would have any new finding
 * absorbed by any old one. (GitHub's line hash is alike where lines are; the pass by line knows the file besides.)
 */
function trusted({ now, before }) {
    const holders = new Map();
    const shared = new Set();
    for (const { rule, formerly, message, prints } of [...now, ...before])
        for (const [name, { value }] of prints) {
            const print = `${name} ${value}`;
            const holder = JSON.stringify([rule, formerly, message]);
            if ((holders.get(print) ?? holder) !== holder)
                shared.add(print);
            holders.set(print, holder);
        }
    if (shared.size === 0)
        return { now, before };
    const without = (finding) => ({
        ...finding,
        untrusted: new Set([...finding.prints].filter(([name, { value }]) => shared.has(`${name} ${value}`)).map(([name]) => name)),
    });
    return { now: now.map(without), before: before.map(without) };
}
const passes = [
    { by: 'fingerprint', keys: (one) => printKeys(one, one.path) },
    { by: 'line', keys: (one) => lineKeys(one, one.path) },
    { by: 'renamed', keys: (one) => [...printKeys(one, one.formerly), ...lineKeys(one, one.formerly)] },
    // Moved between files that nobody calls renamed: only where there is no doubt which is which.
    { by: 'fingerprint', keys: (one) => printKeys(one, '*'), evenly: true },
    { by: 'message', keys: ({ rule, formerly, message }) => [JSON.stringify([rule, formerly, message])], evenly: true },
];
/** A value of another version is another value: it was computed in another way. */
function printKeys({ rule, prints, untrusted }, path) {
    const told = untrusted ? [...prints].filter(([name]) => !untrusted.has(name)) : [...prints];
    return told.map(([name, { version, value }]) => JSON.stringify([rule, path, name, version, value]));
}
/** GitHub's hash covers the line and what follows; behind the colon it counts lines that are alike, which move. */
function lineKeys({ rule, prints, result }, path) {
    const hash = prints.get('primaryLocationLineHash')?.value.replace(/:\d+$/, '');
    const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.trim();
    return [
        ...(hash ? [JSON.stringify([rule, path, 'line', hash])] : []),
        ...(snippet ? [JSON.stringify([rule, path, 'snippet', snippet])] : []),
    ];
}
function absorbed({ by, keys, evenly }, { now, before }, known) {
    const wanted = queuesOf(now, keys);
    const offered = queuesOf(before, keys);
    const taken = new Set();
    const left = now.filter((finding) => {
        for (const key of keys(finding)) {
            const queue = offered.get(key);
            if (!queue || (evenly && wanted.get(key).findings.length !== queue.findings.length))
                continue;
            const old = nextOf(queue, taken);
            if (!old)
                continue;
            taken.add(old);
            known.set(finding.result, knownBy(by, old.result));
            return false;
        }
        return true;
    });
    return { now: left, before: before.filter((finding) => !taken.has(finding)) };
}
function queuesOf(findings, keys) {
    const queues = new Map();
    for (const finding of findings)
        for (const key of keys(finding)) {
            const queue = queues.get(key);
            if (queue)
                queue.findings.push(finding);
            else
                queues.set(key, { findings: [finding], at: 0 });
        }
    return queues;
}
function nextOf(queue, taken) {
    while (queue.at < queue.findings.length && taken.has(queue.findings[queue.at]))
        queue.at++;
    return queue.findings[queue.at];
}
function knownBy(by, { properties }) {
    const alert = properties?.['github/alertNumber'];
    const since = Date.parse(String(properties?.[firstSeen] ?? ''));
    return {
        by,
        ...(Number.isSafeInteger(alert) && { alert: alert }),
        ...(Number.isFinite(since) && { since }),
    };
}
/** A property of ours, on the results of a baseline: when they were first seen, ISO 8601. */
const firstSeen = 'codescan-gate/firstSeen';

// EXTERNAL MODULE: ./src/clients/github-analyses.ts
var github_analyses = __webpack_require__(972);
;// CONCATENATED MODULE: ./src/model/github-version.ts
/**
 * Whether a server is a GitHub Enterprise Server older than a release such as `3.18`; `3.18.0.pre1` counts as 3.18.
 * github.com tells no version and data residency says `ghe.com`: neither is older than anything.
 */
function isOlder(version, release) {
    const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
    if (major === undefined)
        return false;
    const [wantedMajor, wantedMinor] = release.split('.').map(Number);
    return Number(major) < wantedMajor || (Number(major) === wantedMajor && Number(minor) < wantedMinor);
}

;// CONCATENATED MODULE: ./src/transforms/limits.ts

/** docs.github.com: SARIF support for code scanning, as of GitHub Enterprise Server 3.9 and January 2023. */
const newest = {
    runs: 20,
    results: { reject: 25_000, keep: 5_000 },
    rules: 25_000,
    extensions: 100,
    flowLocations: { reject: 10_000, keep: 1_000 },
    locations: { reject: 1_000, keep: 100 },
    tags: { reject: 20, keep: 10 },
    ruleName: 255,
    ruleText: 1_024,
    // "10 MB": whether a million or 2^20 bytes each is not said.
    gzipBytes: 10_000_000,
    mergesCategories: false,
};
/**
 * Of github.com, or of a GitHub Enterprise Server version such as `3.8.2` or `3.18.0.pre1`. Where the documentation of
 * a version names no limit, that of the next one which does is taken: it costs little, a refused file costs all.
 */
function limitsOf(version) {
    return {
        ...newest,
        // docs.github.com, enterprise-server@3.4 to 3.8: 15 runs; from 3.9: 20.
        runs: isOlder(version, '3.9') ? 15 : newest.runs,
        // enterprise-server@2.22: "any results over this limit are ignored", 1,000; from 3.4: 5,000.
        results: isOlder(version, '3.4') ? { reject: newest.results.reject, keep: 1_000 } : newest.results,
        // github.blog/changelog/2025-07-21-code-scanning-will-stop-combining-multiple-sarif-runs…
        mergesCategories: isOlder(version, '3.18'),
    };
}
/**
 * Everything that is over a limit, a sentence each, worst first. Two limits are not looked at here: the size, which
 * only the zipped file has, and runs of one category, which are merged.
 */
function excess(runs, limits) {
    const over = measured(runs, limits).map(({ things, counts, reject = Infinity, keep = Infinity }) => {
        const most = counts.reduce((a, b) => Math.max(a, b), 0);
        const stored = most > keep ? `There are ${number(most)} ${things}; GitHub stores ${number(keep)}.` : undefined;
        const refused = `There are ${number(most)} ${things}; above ${number(reject)} GitHub refuses the whole upload.`;
        return most > reject ? { refused } : { stored };
    });
    return [...over.map(({ refused }) => refused), ...over.map(({ stored }) => stored)].filter((it) => it !== undefined);
}
function measured(runs, limits) {
    const results = runs.flatMap((run) => run.results ?? []);
    const rules = runs.flatMap(limits_rulesOf);
    const size = (list) => list?.length ?? 0;
    return [
        { things: 'runs', counts: [runs.length], reject: limits.runs },
        { things: 'results in a run', counts: runs.map((run) => size(run.results)), ...limits.results },
        { things: 'rules in a run', counts: runs.map((run) => size(limits_rulesOf(run))), reject: limits.rules },
        { things: 'extensions in a run', counts: runs.map(({ tool }) => size(tool.extensions)), reject: limits.extensions },
        { things: 'steps in the code flows of a result', counts: results.map(stepsOf), ...limits.flowLocations },
        { things: 'locations of a result', counts: results.map((it) => size(it.locations)), ...limits.locations },
        {
            things: 'related locations of a result',
            counts: results.map((it) => size(it.relatedLocations)),
            ...limits.locations,
        },
        { things: 'tags of a rule', counts: rules.map((rule) => size(limits_tagsOf(rule))), ...limits.tags },
        { things: 'UTF-16 units in the name of a rule', counts: rules.map((it) => size(it.name)), keep: limits.ruleName },
        { things: 'UTF-16 units in a description', counts: rules.flatMap(textsOf).map(size), keep: limits.ruleText },
    ];
}
const textsOf = (rule) => [rule.shortDescription?.text, rule.fullDescription?.text];
/** 25000 → `25,000`, whatever the machine's language. */
function number(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** The driver, then the extensions. */
function limits_componentsOf({ tool: { driver, extensions } }) {
    return [driver, ...(extensions ?? [])];
}
function limits_rulesOf(run) {
    return limits_componentsOf(run).flatMap(({ rules }) => rules ?? []);
}
/** Some tools write a single word, or nothing, where a list belongs. */
function limits_tagsOf({ properties }) {
    const tags = properties?.tags;
    return Array.isArray(tags) ? tags : [];
}
function stepsOf({ codeFlows }) {
    const threads = (codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows ?? []);
    return threads.reduce((sum, { locations }) => sum + (locations?.length ?? 0), 0);
}
/** Finds the rule of a result as the gate does, so that both mean the same rule. */
function ruleFinder(run) {
    const components = limits_componentsOf(run);
    const books = components.map(({ rules }, component) => new Map((rules ?? []).map(({ id }, index) => [id, { component, index }])));
    const anywhere = new Map(books.toReversed().flatMap((book) => [...book]));
    return ({ rule, ruleId, ruleIndex }) => {
        const id = ruleId ?? rule?.id;
        const component = limits_componentOf(components, rule);
        const rules = components[component]?.rules;
        const index = [rule?.index, ruleIndex].find((at) => rules?.[at ?? -1]);
        const indexed = index === undefined ? undefined : { component, index };
        const found = rules?.[index ?? -1]?.id;
        // An index that leads to another rule than the id is a mistake of the tool: people are shown the id.
        if (indexed && (id === undefined || id === found || id.startsWith(`${found}/`)))
            return indexed;
        return limits_inBook(books[component], id) ?? limits_inBook(anywhere, id) ?? indexed;
    };
}
function limits_componentOf(components, rule) {
    const { index = -1, name, guid } = rule?.toolComponent ?? {};
    if (index >= 0)
        return index + 1;
    if (name === undefined && guid === undefined)
        return 0;
    return components.findIndex((it) => (guid === undefined ? it.name === name : it.guid === guid));
}
/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5); ten levels are deep enough. */
function limits_inBook(book, id = '', level = 1) {
    const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')));
    return book?.get(id) ?? (parent !== '' && level < 10 ? limits_inBook(book, parent, level + 1) : undefined);
}
/** The same result, its rule looked for at another place, or, where there is none, by its id alone. */
function pointTo(result, place) {
    const { ruleIndex: _index, rule, ...rest } = result;
    const { index: _at, toolComponent, ...named } = rule ?? {};
    const isNamed = Object.keys(named).length > 0;
    if (!place)
        return { ...rest, ...(isNamed && { rule: named }) };
    const { component, index } = place;
    if (component === 0)
        return { ...rest, ruleIndex: index, ...(isNamed && { rule: { ...named, index } }) };
    return { ...rest, rule: { ...named, index, toolComponent: { ...toolComponent, index: component - 1 } } };
}
/** As many of the worst results, in the order of the run. Of equals the first stay, as the sort is stable. */
function worst(run, most) {
    const find = ruleFinder(run);
    const components = limits_componentsOf(run);
    const ranked = run.results.map((result, at) => {
        const place = find(result);
        return { at, rank: limits_rankOf(result, place && components[place.component].rules[place.index]) };
    });
    ranked.sort(({ rank: a }, { rank: b }) => b.score - a.score || b.level - a.level);
    const kept = new Set(ranked.slice(0, most).map(({ at }) => at));
    return run.results.filter((_, at) => kept.has(at));
}
const limits_levels = ['none', 'note', 'warning', 'error'];
function limits_rankOf(result, rule) {
    if ((result.kind ?? 'fail') !== 'fail')
        return { score: -1, level: 0 };
    const level = limits_levels.indexOf(result.level ?? rule?.defaultConfiguration?.level ?? 'warning');
    const given = result.properties?.['security-severity'] ?? rule?.properties?.['security-severity'] ?? -1;
    const score = Number(given);
    // What cannot be rated must not be the first to go: a score stands where `high` begins, a level where errors do.
    return { score: Number.isNaN(score) ? 7 : score, level: level < 0 ? 3 : level };
}

;// CONCATENATED MODULE: ./src/transforms/trim.ts

/** Cuts runs to what GitHub stores, the worst results kept; `notes` says what was left out. What fits stays the same. */
function trim(runs, limits) {
    const lost = { things: new Map(), limits };
    const trimmed = runs.map((run) => trimRules(trimTool(trimResults(run, lost), lost), lost));
    return { runs: trimmed, notes: [...lost.things].map(([what, count]) => `Left out: ${number(count)} ${what}.`) };
}
function lose({ things }, what, count) {
    if (count > 0)
        things.set(what, (things.get(what) ?? 0) + count);
}
function trimResults(run, lost) {
    const given = run.results ?? [];
    const { keep } = lost.limits.results;
    const kept = given.length > keep ? worst(run, keep) : given;
    lose(lost, `results, the least severe of runs with more than ${number(keep)}`, given.length - kept.length);
    const results = kept.map((result) => trimResult(result, lost));
    return results.length === given.length && results.every((it, at) => it === given[at]) ? run : { ...run, results };
}
/** So many items of a list, those that matter first, in their order; the list itself when it is short enough. */
function keepers(list, most, matters) {
    if (list.length <= most)
        return list;
    const first = list.map(matters);
    const places = [...list.keys()].sort((a, b) => Number(first[b]) - Number(first[a]) || a - b);
    const kept = new Set(places.slice(0, most));
    return list.filter((_, at) => kept.has(at));
}
function trimResult(result, lost) {
    const { locations: most, flowLocations } = lost.limits;
    const [places, related, flows] = [result.locations ?? [], result.relatedLocations ?? [], result.codeFlows ?? []];
    // The message links to related locations by their ids: `[text](id)`.
    const isLinked = ({ id }) => id !== undefined && (result.message?.text ?? '').includes(`](${id})`);
    const locations = keepers(places, most.keep, () => false);
    const relatedLocations = keepers(related, most.keep, isLinked);
    const codeFlows = stepsOf(result) > flowLocations.keep ? trimFlows(flows, flowLocations.keep) : flows;
    if (locations === places && relatedLocations === related && codeFlows === flows)
        return result;
    const steps = stepsOf(result) - stepsOf({ ...result, codeFlows });
    lose(lost, `locations of results with more than ${most.keep}`, places.length - locations.length);
    lose(lost, `related locations of results with more than ${most.keep}`, related.length - relatedLocations.length);
    lose(lost, `steps of code flows with more than ${number(flowLocations.keep)}`, steps);
    return {
        ...result,
        ...(locations !== places && { locations }),
        ...(relatedLocations !== related && { relatedLocations }),
        ...(codeFlows !== flows && { codeFlows }),
    };
}
/** Of the flow that is too long the last step stays, so that source and sink survive; there is no room for later ones. */
function trimFlows(codeFlows, most) {
    let left = most;
    const trimThread = (thread) => {
        const locations = thread.locations ?? [];
        const isWhole = locations.length <= left;
        const kept = isWhole ? locations : left < 2 ? [] : [...locations.slice(0, left - 1), locations.at(-1)];
        left = isWhole ? left - kept.length : 0;
        if (isWhole)
            return [thread];
        return kept.length > 0 ? [{ ...thread, locations: kept }] : [];
    };
    return codeFlows.flatMap((flow) => {
        const threadFlows = (flow.threadFlows ?? []).flatMap(trimThread);
        return threadFlows.length > 0 ? [{ ...flow, threadFlows }] : [];
    });
}
/** Drops unused extensions and unused rules, as far as needed. Used rules of a dropped extension move to the driver. */
function trimTool(run, lost) {
    const { limits } = lost;
    const components = limits_componentsOf(run);
    const count = limits_rulesOf(run).length;
    if (count <= limits.rules && components.length - 1 <= limits.extensions)
        return run;
    const find = ruleFinder(run);
    const found = (run.results ?? []).map(find);
    const used = new Set(found.map((place) => place && trim_keyOf(place)));
    const users = new Set(found.map((place) => place?.component));
    const order = [0, ...keepers([...components.keys()].slice(1), limits.extensions, (at) => users.has(at))];
    const newPlace = new Map(order.map((from, to) => [from, to]));
    const places = components.flatMap(({ rules }, component) => (rules ?? []).map((_, index) => ({ component, index })));
    const isUsed = (place) => used.has(trim_keyOf(place));
    const mayStay = places.filter((place) => newPlace.has(place.component) || isUsed(place));
    const moved = new Map();
    const rules = order.map(() => []);
    for (const place of keepers(mayStay, limits.rules, isUsed)) {
        const component = newPlace.get(place.component) ?? 0;
        const index = rules[component].push(components[place.component].rules[place.index]) - 1;
        moved.set(trim_keyOf(place), { component, index });
    }
    lose(lost, `extensions of runs with more than ${limits.extensions}`, components.length - order.length);
    lose(lost, `rules of runs with more than ${number(limits.rules)}, unused ones first`, count - moved.size);
    const point = (result, at) => pointTo(result, found[at] && moved.get(trim_keyOf(found[at])));
    const trimmed = order.map((from, to) => ({
        ...components[from],
        ...((components[from].rules || rules[to].length > 0) && { rules: rules[to] }),
    }));
    return { ...withTool(run, trimmed), ...(run.results && { results: run.results.map(point) }) };
}
const trim_keyOf = ({ component, index }) => `${component} ${index}`;
function withTool(run, [driver, ...extensions]) {
    return { ...run, tool: { ...run.tool, driver: driver, ...(run.tool.extensions && { extensions }) } };
}
function trimRules(run, lost) {
    const given = limits_componentsOf(run);
    const components = given.map((component) => {
        const rules = component.rules?.map((rule) => trimRule(rule, lost));
        return rules?.some((rule, at) => rule !== component.rules[at]) ? { ...component, rules } : component;
    });
    return components.every((component, at) => component === given[at]) ? run : withTool(run, components);
}
function trimRule(rule, lost) {
    const { tags: most, ruleName, ruleText } = lost.limits;
    const tags = keepers(limits_tagsOf(rule), most.keep, (tag) => /^(?:security$|external\/cwe\/)/.test(tag));
    const lostTags = limits_tagsOf(rule).length - tags.length;
    lose(lost, `tags of rules with more than ${most.keep}`, lostTags);
    let trimmed = lostTags > 0 ? { ...rule, properties: { ...rule.properties, tags } } : rule;
    if (isLong(rule.name, ruleName))
        trimmed = { ...trimmed, name: shortened(rule.name, ruleName, lost) };
    for (const key of ['shortDescription', 'fullDescription']) {
        const text = rule[key]?.text;
        if (isLong(text, ruleText))
            trimmed = { ...trimmed, [key]: { ...rule[key], text: shortened(text, ruleText, lost) } };
    }
    return trimmed;
}
function isLong(text, most) {
    return typeof text === 'string' && text.length > most;
}
/** Never ends in half a surrogate pair. */
function shortened(text, most, lost) {
    const short = `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
    lose(lost, 'UTF-16 units of names and descriptions that GitHub cuts', text.length - short.length);
    return short;
}
/** Drops the less severe half of all results of the largest run; undefined when nothing is left to drop. */
function halve(runs) {
    const sizes = runs.map(({ results }) => results?.length ?? 0);
    const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0));
    const size = sizes[largest] ?? 0;
    if (size === 0)
        return undefined;
    const run = runs[largest];
    const results = worst(run, Math.floor(size / 2));
    const dropped = size - results.length;
    const note = `Left out: ${number(dropped)} of ${number(size)} results of ${run.tool.driver.name}, the least severe, as the SARIF was too large.`;
    return { runs: runs.with(largest, { ...run, results }), note };
}
/** SARIF that GitHub's documentation does not list as supported, and whose absence leaves valid SARIF behind. */
const ignored = new Set(`addresses address conversion graphs graphTraversals webRequest webResponse webRequests webResponses logicalLocations
  policies translations taxonomies taxa relationships versionControlProvenance runAggregates threadFlowLocations
  specialLocations snippet contextRegion annotations contents hashes stacks stack state initialState immutableState fixes
  attachments workItemUris hostedViewerUri toolExecutionNotifications toolConfigurationNotifications environmentVariables
  globalMessageStrings messageStrings notifications translationMetadata supportedTaxonomies responseFiles`.split(/\s+/));
/** Somebody else's keys, or texts: not looked into. */
const notWalked = new Set('originalUriBaseIds partialFingerprints fingerprints message properties help'.split(' '));
/** Drops what GitHub ignores, and nothing that it reads: the docs' table of supported properties. */
function slim(runs) {
    return runs.map(slimmed);
}
function slimmed(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map(slimmed);
    const read = Object.entries(value).filter(([key]) => !ignored.has(key));
    return Object.fromEntries(read.map(([key, item]) => [key, notWalked.has(key) ? item : slimmed(item)]));
}

;// CONCATENATED MODULE: ./src/transforms/split.ts


/**
 * Deals results out over several uploads so that none is cut. A run with too many becomes parts, each under a category
 * of its own that a finding keeps from scan to scan; the first part keeps the run's. What cannot be dealt out, such as
 * the steps of one result, is trimmed.
 */
function split(runs, limits) {
    const dealt = runs.map((run) => partsOf(run, limits.results.keep));
    const notes = dealt.filter(({ length }) => length > 1).map(noteOf);
    const trimmed = trim(dealt.flat(), limits);
    const rest = trimmed.runs.values();
    const whole = dealt.map((parts) => parts.map(() => rest.next().value));
    const most = whole.reduce((longest, parts) => Math.max(longest, parts.length), 0);
    const uploads = Array.from({ length: most }, (_, at) => whole.flatMap((parts) => parts[at] ?? []));
    return { uploads: uploads.flatMap((upload) => chunkRuns(upload, limits)), notes: [...notes, ...trimmed.notes] };
}
/** As many runs in each list as one upload may hold, in their order. */
function chunkRuns(runs, { runs: most }) {
    return Array.from({ length: Math.ceil(runs.length / most) }, (_, at) => runs.slice(at * most, (at + 1) * most));
}
function noteOf(parts) {
    const results = parts.reduce((sum, part) => sum + part.results.length, 0);
    const name = parts[0].tool.driver.name;
    const [first, last] = [parts[0], parts.at(-1)].map(categoryOf);
    return `${number(results)} results of ${name} were dealt out to ${parts.length} categories, \`${first}\` to \`${last}\`.`;
}
/** A part without results is uploaded too: its alerts must close. */
function partsOf(run, most) {
    const results = run.results ?? [];
    if (results.length <= most)
        return [run];
    const hashes = split_hashesOf(run, results, most);
    let count = 2 ** Math.ceil(Math.log2(results.length / most));
    while (isOverfull(hashes, count, most))
        count *= 2;
    const parts = Array.from({ length: count }, () => []);
    results.forEach((result, at) => {
        parts[hashes[at] % count].push(result);
    });
    return parts.map((part, at) => ({ ...(at === 0 ? run : fileUnderPart(run, `part-${at + 1}`)), results: part }));
}
function isOverfull(hashes, count, most) {
    const sizes = new Uint32Array(count);
    for (const hash of hashes)
        sizes[hash % count]++;
    return sizes.some((size) => size > most);
}
/** A file's results stay together, unless they alone are more than half of what a part may hold. */
function split_hashesOf(run, results, most) {
    const paths = results.map((result) => pathOf(run, result));
    const sizes = countsOf(paths);
    const met = new Map();
    return results.map((result, at) => {
        const path = paths[at];
        if (sizes.get(path) <= most / 2)
            return hashOf(path);
        const { ruleId, rule, partialFingerprints, message } = result;
        const print = partialFingerprints?.['primaryLocationLineHash'] ?? message?.text;
        const finding = JSON.stringify([path, ruleId ?? rule?.id, print]);
        // Only findings that cannot be told apart are dealt out by their order.
        const times = met.get(finding) ?? 0;
        met.set(finding, times + 1);
        return hashOf(times === 0 ? finding : `${finding} ${times}`);
    });
}
function countsOf(words) {
    const counts = new Map();
    for (const word of words)
        counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
}
function pathOf(run, { locations }) {
    const { uri, index = -1 } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
    return uri ?? run.artifacts?.[index]?.location?.uri ?? '';
}
/** FNV-1a over UTF-16 units, then mixed (MurmurHash3's last step) so that the lowest bits depend on all. */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}
/** The text up to the last slash of the id, as GitHub reads it; an id without a slash has none. */
function categoryOf({ automationDetails }) {
    const id = automationDetails?.id ?? '';
    return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}
/** What GitHub tells analyses apart by. */
function filedUnder(run) {
    return JSON.stringify([run.tool.driver.name, categoryOf(run)]);
}
/** The same run under a category below its own. */
function fileUnderPart(run, part) {
    const category = categoryOf(run);
    const id = run.automationDetails?.id ?? '';
    const own = id.slice(id.lastIndexOf('/') + 1);
    return { ...run, automationDetails: { ...run.automationDetails, id: `${category && `${category}/`}${part}/${own}` } };
}
/** The same run under `category/variant-n`, with the first number from 2 that is not taken yet. */
function fileBeside(run, taken) {
    for (let at = 2;; at++) {
        const filed = fileUnderPart(run, `variant-${at}`);
        if (taken.has(filedUnder(filed)))
            continue;
        taken.add(filedUnder(filed));
        return filed;
    }
}

;// CONCATENATED MODULE: ./src/stages/base-analysis.ts



/** How many analyses of one tool are looked at: each asks Git whether its commit is an ancestor. */
const mostTried = 20;
/**
 * The newest analysis of each tool and category whose commit the head builds on, as SARIF with the numbers of the alerts.
 * Undefined where there is none. "No analysis found" is none; anything else that goes wrong throws `ServiceError`.
 */
async function baseAnalysis(runs, wanted, host) {
    const client = await (0,github_analyses/* githubAnalyses */.C)({ ...wanted.github, log: host.log });
    const list = await client.list({ ref: `refs/heads/${wanted.branch}` });
    const newestFirst = list.sort((a, b) => timeOf(b) - timeOf(a));
    const found = [];
    const lacking = [];
    for (const name of new Set(runs.map(base_analysis_keyOf))) {
        const own = newestFirst.filter((analysis) => keyOfAnalysis(analysis) === name);
        const analysis = await firstAncestor(own.slice(0, mostTried), wanted, host);
        if (analysis)
            found.push(analysis);
        else
            lacking.push(name);
    }
    if (found.length === 0)
        return undefined;
    const logs = [];
    for (const { id } of found)
        logs.push(...(await client.sarif(id)).runs);
    const oldest = found.reduce((a, b) => (timeOf(a) <= timeOf(b) ? a : b));
    return { runs: logs, commit: commitOf(oldest), takenAt: timeOf(oldest) || undefined, lacking };
}
async function firstAncestor(analyses, { commit, root }, host) {
    for (const analysis of analyses) {
        const taken = commitOf(analysis);
        if (taken === commit)
            return analysis;
        if ((await host.ask(['git', 'merge-base', taken, commit], root)) === taken)
            return analysis;
    }
    return undefined;
}
function base_analysis_keyOf(run) {
    return JSON.stringify([run.tool.driver.name, trimmed(categoryOf(run) ?? '')]);
}
function keyOfAnalysis({ tool, category }) {
    return JSON.stringify([tool?.name, trimmed(category ?? '')]);
}
/** GitHub takes a category with or without its last slash for the same. */
function trimmed(category) {
    return category.replace(/\/$/, '');
}
function timeOf({ created_at: created }) {
    return Date.parse(created ?? '') || 0;
}
function commitOf({ id, commit_sha: commit }) {
    // What is handed to Git as a word must be a commit, and nothing that Git takes for an option.
    if (commit && /^[\da-f]{40,64}$/.test(commit))
        return commit;
    throw new errors/* ServiceError */._7(`GitHub did not say which commit analysis ${id} is of.`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
// EXTERNAL MODULE: ./src/model/host.ts
var host = __webpack_require__(5051);
;// CONCATENATED MODULE: ./src/stages/report-files.ts





/**
 * The files that `report` names, line by line, those of a folder or a glob sorted by path. A line that stands for
 * nothing is a problem, never "no findings".
 */
async function fileReports(config) {
    const found = { reports: [], problems: [], notices: [] };
    const known = new Set();
    for (const pattern of config.reports) {
        const { files, foreign, problem } = await filesOf(pattern, config);
        if (problem !== undefined)
            found.problems.push(new errors/* NotEvaluated */.td(problem));
        // A file that two patterns match is one report all the same.
        const fresh = files.filter((file) => !known.has(file));
        for (const file of fresh)
            known.add(file);
        found.reports.push(...fresh.map((file) => fileReport(file, config)));
        found.notices.push(...foreign.map(leftOut).filter((notice) => !found.notices.includes(notice)));
    }
    return found;
}
/** What is there by that very name is meant, be it a link or something with brackets; the rest is a pattern. */
async function filesOf(pattern, config) {
    const path = (0,external_node_path_.resolve)(config.folder, pattern);
    const status = await (0,promises_.stat)(path).catch(() => undefined);
    if (status?.isDirectory())
        return filesBelow(path, pattern, config);
    if (await isThere(path))
        return { files: [nameOf(path, config)], foreign: [] };
    const slashed = pattern.replaceAll('\\', '/');
    const options = { cwd: config.folder, dot: true, followSymbolicLinks: false, expandDirectories: false };
    const matched = withoutForeign((await (0,dist/* glob */.TI)(slashed, options)).map((file) => nameOf((0,external_node_path_.resolve)(config.folder, file), config)));
    if (matched.files.length > 0)
        return matched;
    const problem = `No report matches \`${pattern}\` in ${config.folder}. Did the scanner run, and write it there?`;
    return { ...matched, problem };
}
/** Behind a folder that may not be entered there may be anything: reading it then says why it cannot be read. */
async function isThere(path) {
    try {
        return (await (0,promises_.lstat)(path)) !== undefined;
    }
    catch (error) {
        return error.code === 'EACCES';
    }
}
function nameOf(path, { folder }) {
    return (0,external_node_path_.relative)(folder, path).replaceAll(external_node_path_.sep, '/');
}
/** All SARIF below a folder, as GitHub's own upload finds it, and `.sarif.json` beside. Links are never followed. */
async function filesBelow(path, pattern, config) {
    const nothing = { files: [], foreign: [] };
    if (config.format !== 'auto' && config.format !== 'sarif') {
        const example = `${pattern.replace(/[\\/]+$/, '')}/*`;
        const problem = `\`${pattern}\` is a folder, and folders are searched for SARIF only. Name the reports in the format \`${config.format}\` by a glob, such as \`${example}\`.`;
        return { ...nothing, problem };
    }
    try {
        const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
        const sarif = entries.filter((entry) => entry.isFile() && /\.sarif(?:\.json)?$/.test(entry.name));
        const matched = withoutForeign(sarif.map(({ parentPath, name }) => nameOf((0,external_node_path_.join)(parentPath, name), config)));
        if (matched.files.length > 0)
            return matched;
        const problem = `The folder \`${pattern}\` holds no file for code scanning whose name ends in \`.sarif\` or \`.sarif.json\`. Did the scanner run, and write it there?`;
        return { ...matched, problem };
    }
    catch (error) {
        return { ...nothing, problem: `The folder \`${pattern}\` cannot be searched: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
/** Code quality and risk assessment are other products of GitHub, told from code scanning by these names. */
function withoutForeign(files) {
    const isForeign = (file) => /\.(?:quality|csra)\.sarif$/.test(file);
    return { files: files.filter((file) => !isForeign(file)).sort(), foreign: files.filter(isForeign).sort() };
}
function leftOut(file) {
    const product = file.endsWith('.quality.sarif') ? 'code quality' : 'risk assessment';
    return `${file} is left out: by its name it is a report for GitHub's ${product}. To take it all the same, name it in \`report\`.`;
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
            throw new errors/* NotEvaluated */.td(`${name} is not a regular file.`);
        if (status.size > host/* longestReport */.p)
            throw new errors/* NotEvaluated */.td(`${name} is larger than the 512 MB that can be read at once. Split it.`);
        handle = await (0,promises_.open)(path);
        return await handle.readFile();
    }
    catch (error) {
        if (error instanceof errors/* NotEvaluated */.td)
            throw error;
        throw new errors/* NotEvaluated */.td(`${name} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    finally {
        await handle?.close();
    }
}
async function stampsOf(config) {
    const matched = await Promise.all(config.reports.map((pattern) => filesOf(pattern, config)));
    const entries = matched
        .flatMap(({ files }) => files)
        .map(async (file) => {
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
    throw new errors/* NotEvaluated */.td(`${stale.name} was there before, and \`command\` has not written it. Delete it first, or check where the command writes its report.`);
}

;// CONCATENATED MODULE: ./src/stages/baseline-files.ts



/** The runs of SARIF files that say what is old; throws `NotEvaluated` when one is missing or cannot be read. */
async function readBaseline(files, cwd) {
    const { reports, problems } = await fileReports({ reports: files, folder: cwd, format: 'sarif' });
    const [problem] = problems;
    if (problem)
        throw new errors/* NotEvaluated */.td(`The baseline is missing: ${problem.message} Create it with \`codescan-gate baseline create\`, or correct \`baseline\`.`);
    const runs = [];
    for (const { name, read } of reports) {
        try {
            const text = Buffer.from(await read())
                .toString('utf8')
                .replace(/^\ufeff/, '');
            runs.push(...findConverter('sarif').convert(reportOf(text)));
        }
        catch (error) {
            if (!(error instanceof errors/* UnreadableReport */.sx))
                throw error;
            throw new errors/* NotEvaluated */.td(`The baseline ${name} cannot be read: ${error.message}. Create it anew with \`codescan-gate baseline create\`.`, { cause: error });
        }
    }
    return runs;
}

;// CONCATENATED MODULE: ./src/stages/diff-lines.ts
/** What a line of a head begins with, and what it says. */
const heads = [
    ['diff --git ', (state) => (state.isNew = false)],
    ['new file mode', (state) => (state.isNew = true)],
    ['rename from ', (state, name) => (state.former = unquoted(name))],
    ['rename to ', (state, name) => state.renames.set(unquoted(name), state.former)],
    ['+++ ', startFile],
    ['@@ ', startHunk],
];
/** Reads a unified diff of Git's, without context lines and with the prefixes `a/` and `b/`. */
function readDiff(text) {
    const state = { lines: new Map(), renames: new Map(), file: '', former: '', isNew: false, rest: 0 };
    for (const line of text.split('\n')) {
        // "\ No newline at end of file" belongs to no side.
        if (state.rest > 0)
            state.rest -= line.startsWith('\\') ? 0 : 1;
        else {
            const head = heads.find(([start]) => line.startsWith(start));
            head?.[1](state, line.slice(head[0].length));
        }
    }
    return { lines: state.lines, renames: state.renames };
}
function startFile(state, name) {
    // Git ends a name that has a blank in it with a tab.
    state.file = unquoted(name.replace(/\t$/, '')).replace(/^b\//, '');
    state.lines.set(state.file, state.isNew ? 'all' : []);
}
function startHunk(state, range) {
    const [, removed = '1', start = '0', added = '1'] = /^-\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(range) ?? [];
    state.rest = Number(removed) + Number(added);
    const known = state.lines.get(state.file);
    if (Array.isArray(known))
        for (let at = 0; at < Number(added); at++)
            known.push(Number(start) + at);
}
/** Git quotes names with quotes, backslashes or control characters in them, as C does. */
function unquoted(name) {
    if (!name.startsWith('"'))
        return name;
    const letters = { n: '\n', t: '\t', r: '\r' };
    return name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, escaped) => {
        if (escaped.length === 3)
            return String.fromCharCode(Number.parseInt(escaped, 8));
        return letters[escaped] ?? escaped;
    });
}

;// CONCATENATED MODULE: ./src/stages/changes.ts


const timeoutMs = 120_000;
/** The commit that the base and the head have in common; throws `NotEvaluated` with what to do. Fetches at most once. */
async function commonCommit({ root, base }, host) {
    const git = (...words) => host.ask(['git', ...words], root);
    if ((await git('rev-parse', '--verify', '--quiet', 'HEAD')) === undefined)
        throw new errors/* NotEvaluated */.td('What is new is not known: the checkout is no Git repository. Use actions/checkout, give a `baseline`, or set `new-only` to `false`.');
    const found = (await shared(git, base)) ?? (await deepened(git, base, host));
    if (found !== undefined)
        return found;
    const name = base.commit ?? base.branch;
    throw new errors/* NotEvaluated */.td(`What is new is not known: Git finds no common commit of HEAD and ${name}. Check out with \`fetch-depth: 0\`, give a \`baseline\`, or set \`new-only\` to \`false\`.`);
}
async function shared(git, { branch, commit }) {
    // GitHub's own merge of a pull request has the base as its first parent: then nothing else has to be known.
    const parents = (await git('rev-list', '--parents', '--max-count=1', 'HEAD'))?.split(' ') ?? [];
    const isMerge = parents.length === 3 && commit === undefined;
    if (isMerge && (await isMergeOfGitHub(git)))
        return parents[1];
    const candidates = commit ? [commit] : [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`];
    for (const candidate of candidates) {
        const common = await git('merge-base', candidate, 'HEAD');
        if (common !== undefined)
            return common;
    }
    return undefined;
}
async function isMergeOfGitHub(git) {
    return ((await git('for-each-ref', '--points-at=HEAD', '--format=%(refname)', 'refs/remotes/pull'))?.includes('/merge') ??
        false);
}
/** A shallow clone lacks its history: fetched once, as deep as pull requests mostly are. */
async function deepened(git, base, host) {
    if ((await git('remote')) === undefined)
        return undefined;
    const isShallow = (await git('rev-parse', '--is-shallow-repository')) === 'true';
    const what = base.commit ?? (base.branch ? `+refs/heads/${base.branch}:refs/remotes/origin/${base.branch}` : undefined);
    if (!what)
        return undefined;
    host.log.info(`The checkout lacks ${base.commit ?? base.branch}; it is fetched, to tell what is new.`);
    // Without prompts: a password that nobody types must not hang the job.
    const fetch = ['-c', 'core.askPass=true', 'fetch', '--no-tags', '--quiet', ...(isShallow ? ['--deepen=1000'] : [])];
    await git(...fetch, 'origin', what);
    return shared(git, base);
}
/** The lines that changed between the commit and what is checked out; throws `NotEvaluated` when Git cannot tell. */
async function changesSince(commit, root, host) {
    const options = [
        '--unified=0',
        '--find-renames',
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
        '--src-prefix=a/',
        '--dst-prefix=b/',
    ];
    const words = ['git', '-c', 'core.quotePath=false', 'diff', ...options, commit, '--'];
    const { exitCode, stdout, stderr, overflow } = await host.exec({ words, cwd: root, timeoutMs });
    if (exitCode !== 0 || overflow)
        throw new errors/* NotEvaluated */.td(`What is new is not known: \`git diff\` ${overflow ? 'prints too much' : `failed: ${stderr.trim()}`}. Give a \`baseline\`, or set \`new-only\` to \`false\`.`);
    return { commit, ...readDiff(Buffer.from(stdout).toString('utf8')) };
}

;// CONCATENATED MODULE: ./src/stages/compare.ts







/**
 * Tells new findings from old ones: by a baseline, by what GitHub has of the base branch, or by the lines that changed.
 * Undefined where nothing came before. Throws `NotEvaluated` where that cannot be told.
 */
async function compare_compare(runs, config, { source, baseline, diffMatch }, host) {
    const files = config.baseline.length > 0 ? config.baseline : baseline;
    if (files.length > 0 && (source === 'auto' || source === 'baseline'))
        return byBaseline(runs, files, config, host);
    if (source === 'baseline')
        throw new errors/* NotEvaluated */.td('The policy tells new findings by a baseline, and there is none. Give `baseline`, or create one with `codescan-gate baseline create`.');
    if (!config.base)
        return undefined;
    const commit = await startOf(config, host);
    if (commit === undefined)
        return undefined;
    const changes = () => changesSince(commit, config.root, host);
    if (source === 'diff')
        return byDiff(runs, await changes(), diffMatch, []);
    const { comparison, why } = await byBaseBranch(runs, config, commit, host);
    if (comparison)
        return comparison;
    if (source === 'base-branch')
        throw new errors/* NotEvaluated */.td(`${why} Run the scan on a push to that branch once, give a \`baseline\`, or set \`new.source\` to \`auto\`.`);
    return byDiff(runs, await changes(), diffMatch, [`${why} New is what is on changed lines.`]);
}
/** After a force push what was there before is no ancestor, and says nothing of what the push brought. */
async function startOf({ base, root }, host) {
    if (!base?.isDoubtful)
        return commonCommit({ root, base: base }, host);
    try {
        const commit = await commonCommit({ root, base }, host);
        return commit === base.commit ? commit : undefined;
    }
    catch (error) {
        if (error instanceof errors/* NotEvaluated */.td)
            return undefined;
        throw error;
    }
}
async function byBaseline(runs, files, { cwd }, host) {
    const before = await readBaseline(files, cwd);
    const { known, fixed } = match(runs, before);
    host.log.debug(`The baseline holds ${before.flatMap(({ results = [] }) => results).length} results.`);
    return {
        source: 'baseline',
        against: `the baseline ${files.join(', ')}`,
        known,
        before,
        fixed,
        accepted: acceptedOf(before),
        notices: [],
    };
}
const dayMs = 24 * 3_600_000;
const staleDays = 30;
async function byBaseBranch(runs, config, commit, host) {
    const { base, github, root } = config;
    const branch = base?.branch;
    if (!github || !branch)
        return { why: 'GitHub cannot be asked for the analysis of the base: there is no `github-token`, or no branch.' };
    const found = await baseAnalysis(runs, { branch, commit, root, github }, host);
    if (!found || found.lacking.length > 0) {
        const tools = found?.lacking ?? runs.map(({ tool }) => tool.driver.name);
        return {
            why: `GitHub has no analysis of ${branch} that this commit builds on, for ${[...new Set(tools)].join(', ')}.`,
        };
    }
    const { renames } = await changesSince(found.commit, root, host);
    const { known, fixed } = match(runs, found.runs, renames);
    const days = found.takenAt === undefined ? 0 : Math.floor((host.now() - found.takenAt) / dayMs);
    const short = found.commit.slice(0, 7);
    const age = found.takenAt === undefined ? '' : ` (${ageOf(host.now() - found.takenAt)} old)`;
    const comparison = {
        source: 'base-branch',
        against: `the analysis of ${branch} at ${short}${age}`,
        commit: found.commit,
        known,
        before: found.runs,
        fixed,
        accepted: acceptedOf(found.runs),
        notices: days > staleDays
            ? [
                `The analysis of ${branch} that new findings are told by is ${days} days old (${short}). Scan ${branch} more often.`,
            ]
            : [],
    };
    return { comparison, why: '' };
}
function ageOf(ms) {
    const hours = Math.floor(ms / 3_600_000);
    if (hours < 1)
        return `${Math.max(1, Math.floor(ms / 60_000))} minutes`;
    return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}
function acceptedOf(runs) {
    return new Set(runs.flatMap(({ results = [] }) => results.filter(isSuppressed)));
}
/** New is what touches a changed line; what names no line is new with its file. */
function byDiff(runs, { commit, lines }, diffMatch, notices) {
    const known = new Map();
    for (const run of runs)
        for (const result of run.results ?? [])
            if (!isOnChange(run, result, lines, diffMatch))
                known.set(result, { by: 'unchanged line' });
    return {
        source: 'diff',
        against: `the lines that changed since ${commit.slice(0, 7)}`,
        commit,
        known,
        fixed: new Set(),
        notices,
    };
}
function isOnChange(run, result, lines, diffMatch) {
    const at = result.locations?.[0]?.physicalLocation;
    const uri = at?.artifactLocation?.uri ?? run.artifacts?.[at?.artifactLocation?.index ?? -1]?.location?.uri;
    // Nobody knows where it is, so nobody knows that it is old.
    if (uri === undefined)
        return true;
    const changed = lines.get((0,model_uri/* pathOfUri */.R7)(uri) ?? uri);
    if (changed === undefined)
        return false;
    const { startLine, endLine = startLine } = at?.region ?? {};
    if (changed === 'all')
        return true;
    if (startLine === undefined)
        return isManifest(uri);
    const isWithin = changed.filter((line) => line >= startLine && line <= endLine).length;
    return diffMatch === 'any' ? isWithin > 0 : isWithin === endLine - startLine + 1;
}
/** What a dependency scanner says of a manifest or lock file as a whole is new when the file changed. */
function isManifest(uri) {
    return /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|requirements[^/]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pyproject\.toml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|Gemfile(?:\.lock)?|composer\.(?:json|lock)|pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile|packages\.lock\.json)$/.test(uri);
}

;// CONCATENATED MODULE: ./src/transforms/repair-change.ts
function repair_change_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A text with something in it; anything else counts as none. */
function repair_change_textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** A whole number that is not below the least, given as a number or as its digits. */
function wholeNumber(given, least) {
    const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
    return Number.isSafeInteger(number) && Number(number) >= least ? Number(number) : undefined;
}
/** One of these words, however its letters are written; undefined for any other. */
function wordIn(words, given) {
    const said = String(given).trim().toLowerCase();
    return words.find((word) => word.toLowerCase() === said);
}
/** The object with some keys replaced, or left out where undefined; the very same object when nothing differs. */
function repair_change_changed(object, patch) {
    let copy;
    for (const key in patch) {
        const value = patch[key];
        if (value === object[key])
            continue;
        copy ??= { ...object };
        if (value === undefined)
            delete copy[key];
        else
            copy[key] = value;
    }
    return copy ?? object;
}
/** The list with its items replaced; the very same list when nothing differs. */
function mapped(items, change) {
    let copy;
    items.forEach((item, at) => {
        const next = change(item, at);
        if (next === item)
            return;
        copy ??= [...items];
        copy[at] = next;
    });
    return copy ?? items;
}
/** As `mapped`, for a list of objects that may be no list, or hold null: GitHub cannot read either. */
function mappedObjects(items, change) {
    if (!Array.isArray(items))
        return undefined;
    const objects = items.every(repair_change_isObject) ? items : items.filter(repair_change_isObject);
    return mapped(objects, change);
}
/** SARIF knows no null: what a tool has nothing for, it leaves out. */
function withoutNulls(object, note) {
    const empty = firstNull(object);
    if (empty === undefined)
        return object;
    note('null left out', empty);
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}
function firstNull(object) {
    for (const key in object)
        if (object[key] === null)
            return key;
    return undefined;
}

;// CONCATENATED MODULE: ./src/transforms/canonical.ts
/** What lies deeper is not told apart; the schema's check refuses it anyway. */
const canonical_deepest = 500;
/**
 * The same text for values that are equal as JSON, in whatever order their keys are: so that twins in a long list are
 * found by looking each one up, not by comparing it with all others.
 */
function canonical(value, depth = 0) {
    if (typeof value === 'string')
        return JSON.stringify(value);
    // A number that is too large for JSON is read as infinity, which must not be taken for null.
    if (typeof value !== 'object' || value === null)
        return String(value);
    if (depth === canonical_deepest)
        return '…';
    if (Array.isArray(value))
        return `[${value.map((item) => canonical(item, depth + 1)).join()}]`;
    const object = value;
    let text = '{';
    for (const key of Object.keys(object).sort())
        text += `${JSON.stringify(key)}:${canonical(object[key], depth + 1)},`;
    return `${text}}`;
}
/** Up to here, comparing all with all is quicker than writing each out, as most differ in the first thing they hold. */
const few = 8;
/** For each item that equals an earlier one, the place of that one; undefined when all differ. */
function twinsIn(items) {
    if (items.length < 2)
        return undefined;
    const firstOf = items.length <= few ? comparing(items) : lookingUp(items);
    const twins = new Map();
    for (let at = 1; at < items.length; at++) {
        const first = firstOf(at);
        if (first !== at)
            twins.set(at, first);
    }
    return twins.size > 0 ? twins : undefined;
}
function comparing(items) {
    return (at) => items.findIndex((item) => areEqual(item, items[at], 0));
}
function lookingUp(items) {
    const known = new Map();
    const texts = items.map((item) => canonical(item));
    texts.forEach((text, at) => {
        if (!known.has(text))
            known.set(text, at);
    });
    return (at) => known.get(texts[at]);
}
/** Whether two values are equal as JSON, as `canonical` has it. */
function areEqual(a, b, depth) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b;
    if (depth === canonical_deepest)
        return true;
    if (Array.isArray(a) || Array.isArray(b))
        return areListsEqual(a, b, depth);
    const keys = Object.keys(a);
    return (keys.length === Object.keys(b).length &&
        keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key], b[key], depth + 1)));
}
function areListsEqual(a, b, depth) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length)
        return false;
    return a.every((item, at) => areEqual(item, b[at], depth + 1));
}

;// CONCATENATED MODULE: ./src/transforms/schema-definitions.ts
/**
 * Generated from the JSON schema of SARIF 2.1.0 by `npm run generate`. A line is a definition: `name:code`, with `!` where
 * it is required; `schema-shapes.ts` reads it. Formats are left out: docs/decisions/0006-schema.md says why.
 */
const definitions = {
    address: 'absoluteAddress:i-1.. relativeAddress:i length:i kind:s name:s fullyQualifiedName:s offsetFromParent:i index:i-1.. parentIndex:i-1.. properties:@propertyBag',
    artifact: 'description:@message location:@artifactLocation parentIndex:i-1.. offset:i0.. length:i-1.. roles:[!]=analysisTarget|attachment|responseFile|resultFile|standardStream|tracedFile|unmodified|modified|added|deleted|renamed|uncontrolled|driver|extension|translation|taxonomy|policy|referencedOnCommandLine|memoryContents|directory|userSpecifiedConfiguration|toolSpecifiedConfiguration|debugOutputFile|conversionSource|externalPropertyFile|repositoryRoot mimeType:s~[^/]+/.+ contents:@artifactContent encoding:s sourceLanguage:s hashes:{}s lastModifiedTimeUtc:s properties:@propertyBag',
    artifactChange: 'artifactLocation!:@artifactLocation replacements!:[1]@replacement properties:@propertyBag',
    artifactContent: 'text:s binary:s rendered:@multiformatMessageString properties:@propertyBag',
    artifactLocation: 'uri:s uriBaseId:s index:i-1.. description:@message properties:@propertyBag',
    attachment: 'description:@message artifactLocation!:@artifactLocation regions:[!]@region rectangles:[!]@rectangle properties:@propertyBag',
    codeFlow: 'message:@message threadFlows!:[1]@threadFlow properties:@propertyBag',
    configurationOverride: 'configuration!:@reportingConfiguration descriptor!:@reportingDescriptorReference properties:@propertyBag',
    conversion: 'tool!:@tool invocation:@invocation analysisToolLogFiles:[!]@artifactLocation properties:@propertyBag',
    edge: 'id!:s label:@message sourceNodeId!:s targetNodeId!:s properties:@propertyBag',
    edgeTraversal: 'edgeId!:s message:@message finalState:{}@multiformatMessageString stepOverEdgeCount:i0.. properties:@propertyBag',
    exception: 'kind:s message:s stack:@stack innerExceptions:[]@exception properties:@propertyBag',
    externalPropertyFileReference: 'location:@artifactLocation guid:s itemCount:i-1.. properties:@propertyBag |:location,guid',
    externalPropertyFileReferences: 'conversion:@externalPropertyFileReference graphs:[!]@externalPropertyFileReference externalizedProperties:@externalPropertyFileReference artifacts:[!]@externalPropertyFileReference invocations:[!]@externalPropertyFileReference logicalLocations:[!]@externalPropertyFileReference threadFlowLocations:[!]@externalPropertyFileReference results:[!]@externalPropertyFileReference taxonomies:[!]@externalPropertyFileReference addresses:[!]@externalPropertyFileReference driver:@externalPropertyFileReference extensions:[!]@externalPropertyFileReference policies:[!]@externalPropertyFileReference translations:[!]@externalPropertyFileReference webRequests:[!]@externalPropertyFileReference webResponses:[!]@externalPropertyFileReference properties:@propertyBag',
    fix: 'description:@message artifactChanges!:[!1]@artifactChange properties:@propertyBag',
    graph: 'description:@message nodes:[!]@node edges:[!]@edge properties:@propertyBag',
    graphTraversal: 'runGraphIndex:i-1.. resultGraphIndex:i-1.. description:@message initialState:{}@multiformatMessageString immutableState:{}@multiformatMessageString edgeTraversals:[]@edgeTraversal properties:@propertyBag ^:runGraphIndex,resultGraphIndex',
    invocation: 'commandLine:s arguments:[]s responseFiles:[!]@artifactLocation startTimeUtc:s endTimeUtc:s exitCode:i ruleConfigurationOverrides:[!]@configurationOverride notificationConfigurationOverrides:[!]@configurationOverride toolExecutionNotifications:[]@notification toolConfigurationNotifications:[]@notification exitCodeDescription:s exitSignalName:s exitSignalNumber:i processStartFailureMessage:s executionSuccessful!:b machine:s account:s processId:i executableLocation:@artifactLocation workingDirectory:@artifactLocation environmentVariables:{}s stdin:@artifactLocation stdout:@artifactLocation stderr:@artifactLocation stdoutStderr:@artifactLocation properties:@propertyBag',
    location: 'id:i-1.. physicalLocation:@physicalLocation logicalLocations:[!]@logicalLocation message:@message annotations:[!]@region relationships:[!]@locationRelationship properties:@propertyBag',
    locationRelationship: 'target!:i0.. kinds:[!]s description:@message properties:@propertyBag',
    logicalLocation: 'name:s index:i-1.. fullyQualifiedName:s decoratedName:s parentIndex:i-1.. kind:s properties:@propertyBag',
    message: 'text:s markdown:s id:s arguments:[]s properties:@propertyBag |:text,id',
    multiformatMessageString: 'text!:s markdown:s properties:@propertyBag',
    node: 'id!:s label:@message location:@location children:[!]@node properties:@propertyBag',
    notification: 'locations:[!]@location message!:@message level:=none|note|warning|error threadId:i timeUtc:s exception:@exception descriptor:@reportingDescriptorReference associatedRule:@reportingDescriptorReference properties:@propertyBag',
    physicalLocation: 'address:@address artifactLocation:@artifactLocation region:@region contextRegion:@region properties:@propertyBag |:address,artifactLocation',
    propertyBag: '*: tags:[!]s',
    rectangle: 'top:n left:n bottom:n right:n message:@message properties:@propertyBag',
    region: 'startLine:i1.. startColumn:i1.. endLine:i1.. endColumn:i1.. charOffset:i-1.. charLength:i0.. byteOffset:i-1.. byteLength:i0.. snippet:@artifactContent message:@message sourceLanguage:s properties:@propertyBag |:startLine,charOffset,byteOffset',
    replacement: 'deletedRegion!:@region insertedContent:@artifactContent properties:@propertyBag',
    reportingConfiguration: 'enabled:b level:=none|note|warning|error rank:n-1..100 parameters:@propertyBag properties:@propertyBag',
    reportingDescriptor: 'id!:s deprecatedIds:[!]s guid:s deprecatedGuids:[!]s name:s deprecatedNames:[!]s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString messageStrings:{}@multiformatMessageString defaultConfiguration:@reportingConfiguration helpUri:s help:@multiformatMessageString relationships:[!]@reportingDescriptorRelationship properties:@propertyBag',
    reportingDescriptorReference: 'id:s index:i-1.. guid:s toolComponent:@toolComponentReference properties:@propertyBag |:index,guid,id',
    reportingDescriptorRelationship: 'target!:@reportingDescriptorReference kinds:[!]s description:@message properties:@propertyBag',
    result: 'ruleId:s ruleIndex:i-1.. rule:@reportingDescriptorReference kind:=notApplicable|pass|fail|review|open|informational level:=none|note|warning|error message!:@message analysisTarget:@artifactLocation locations:[]@location guid:s correlationGuid:s occurrenceCount:i1.. partialFingerprints:{}s fingerprints:{}s stacks:[!]@stack codeFlows:[]@codeFlow graphs:[!]@graph graphTraversals:[!]@graphTraversal relatedLocations:[!]@location suppressions:[!]@suppression baselineState:=new|unchanged|updated|absent rank:n-1..100 attachments:[!]@attachment hostedViewerUri:s workItemUris:[!]s provenance:@resultProvenance fixes:[!]@fix taxa:[!]@reportingDescriptorReference webRequest:@webRequest webResponse:@webResponse properties:@propertyBag',
    resultProvenance: 'firstDetectionTimeUtc:s lastDetectionTimeUtc:s firstDetectionRunGuid:s lastDetectionRunGuid:s invocationIndex:i-1.. conversionSources:[!]@physicalLocation properties:@propertyBag',
    run: 'tool!:@tool invocations:[]@invocation conversion:@conversion language:s~^[a-zA-Z]{2}(-[a-zA-Z]{2})?$ versionControlProvenance:[!]@versionControlDetails originalUriBaseIds:{}@artifactLocation artifacts:[!]@artifact logicalLocations:[!]@logicalLocation graphs:[!]@graph results:[]@result automationDetails:@runAutomationDetails runAggregates:[!]@runAutomationDetails baselineGuid:s redactionTokens:[!]s defaultEncoding:s defaultSourceLanguage:s newlineSequences:[!1]s columnKind:=utf16CodeUnits|unicodeCodePoints externalPropertyFileReferences:@externalPropertyFileReferences threadFlowLocations:[!]@threadFlowLocation taxonomies:[!]@toolComponent addresses:[]@address translations:[!]@toolComponent policies:[!]@toolComponent webRequests:[!]@webRequest webResponses:[!]@webResponse specialLocations:@specialLocations properties:@propertyBag',
    runAutomationDetails: 'description:@message id:s guid:s correlationGuid:s properties:@propertyBag',
    specialLocations: 'displayBase:@artifactLocation properties:@propertyBag',
    stack: 'message:@message frames!:[]@stackFrame properties:@propertyBag',
    stackFrame: 'location:@location module:s threadId:i parameters:[]s properties:@propertyBag',
    suppression: 'guid:s kind!:=inSource|external status:=accepted|underReview|rejected justification:s location:@location properties:@propertyBag',
    threadFlow: 'id:s message:@message initialState:{}@multiformatMessageString immutableState:{}@multiformatMessageString locations!:[1]@threadFlowLocation properties:@propertyBag',
    threadFlowLocation: 'index:i-1.. location:@location stack:@stack kinds:[!]s taxa:[!]@reportingDescriptorReference module:s state:{}@multiformatMessageString nestingLevel:i0.. executionOrder:i-1.. executionTimeUtc:s importance:=important|essential|unimportant webRequest:@webRequest webResponse:@webResponse properties:@propertyBag',
    tool: 'driver!:@toolComponent extensions:[!]@toolComponent properties:@propertyBag',
    toolComponent: 'guid:s name!:s organization:s product:s productSuite:s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString fullName:s version:s semanticVersion:s dottedQuadFileVersion:s~[0-9]+(\\.[0-9]+){3} releaseDateUtc:s downloadUri:s informationUri:s globalMessageStrings:{}@multiformatMessageString notifications:[!]@reportingDescriptor rules:[!]@reportingDescriptor taxa:[!]@reportingDescriptor locations:[]@artifactLocation language:s~^[a-zA-Z]{2}(-[a-zA-Z]{2})?$ contents:[!]=localizedData|nonLocalizedData isComprehensive:b localizedDataSemanticVersion:s minimumRequiredLocalizedDataSemanticVersion:s associatedComponent:@toolComponentReference translationMetadata:@translationMetadata supportedTaxonomies:[!]@toolComponentReference properties:@propertyBag',
    toolComponentReference: 'name:s index:i-1.. guid:s properties:@propertyBag',
    translationMetadata: 'name!:s fullName:s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString downloadUri:s informationUri:s properties:@propertyBag',
    versionControlDetails: 'repositoryUri!:s revisionId:s branch:s revisionTag:s asOfTimeUtc:s mappedTo:@artifactLocation properties:@propertyBag',
    webRequest: 'index:i-1.. protocol:s version:s target:s method:s headers:{}s parameters:{}s body:@artifactContent properties:@propertyBag',
    webResponse: 'index:i-1.. protocol:s version:s statusCode:i reasonPhrase:s headers:{}s body:@artifactContent noResponseReceived:b properties:@propertyBag',
};

;// CONCATENATED MODULE: ./src/transforms/schema-shapes.ts

const schema_shapes_read = new Map();
/** A definition of the schema by its name; read when first asked for. */
function definitionOf(name) {
    const known = schema_shapes_read.get(name) ?? parseDefinition(definitions[name]);
    schema_shapes_read.set(name, known);
    return known;
}
function parseDefinition(text) {
    const definition = { properties: new Map(), required: [], anyOf: [], oneOf: [], isOpen: false };
    for (const entry of text.split(' ')) {
        const [, name, mark, code] = /^([^:!]+)(!?):(.*)$/.exec(entry);
        if (name === '|')
            definition.anyOf = code.split(',');
        else if (name === '^')
            definition.oneOf = code.split(',');
        else if (name === '*')
            definition.isOpen = true;
        else
            definition.properties.set(name, parseCode(code));
        if (mark)
            definition.required.push(name);
    }
    return definition;
}
/**
 * `s` string (`s~` and a pattern), `b` boolean, `i` integer and `n` number (with `least..most`), `=a|b` one of these words,
 * `@name` a definition, `{}` a dictionary of what follows, `[]` a list of what follows: `[!2]` of at least two, all different.
 */
function parseCode(code) {
    const rest = code.slice(1);
    switch (code[0]) {
        case 's':
            return rest === '' ? { kind: 'string' } : { kind: 'string', pattern: rest.slice(1) };
        case 'b':
            return { kind: 'boolean' };
        case '=':
            return { kind: 'word', words: rest.split('|') };
        case '@':
            return { kind: 'object', definition: rest };
        case '{':
            return { kind: 'dictionary', values: parseCode(code.slice(2)) };
        case '[':
            return parseList(code);
        default:
            return { kind: code[0] === 'i' ? 'integer' : 'number', ...parseRange(rest) };
    }
}
function parseList(code) {
    const [, isUnique, minItems, items] = /^\[(!?)(\d*)\](.*)$/.exec(code);
    return { kind: 'list', isUnique: isUnique !== '', minItems: Number(minItems), items: parseCode(items) };
}
function parseRange(range) {
    const [minimum, maximum] = range.split('..');
    return { ...(minimum && { minimum: Number(minimum) }), ...(maximum && { maximum: Number(maximum) }) };
}

;// CONCATENATED MODULE: ./src/transforms/schema-objects.ts



/** The object with each part of it changed that the schema says is of one of these definitions; where none differs, itself. */
function changedObjects(value, definition, changes) {
    return partsChanged(value, { kind: 'object', definition }, { changes, depth: 0 });
}
function partsChanged(value, shape, { changes, depth }) {
    if (typeof value !== 'object' || value === null || depth > canonical_deepest)
        return value;
    const inner = (part, its) => partsChanged(part, its, { changes, depth: depth + 1 });
    if (shape.kind === 'list' && Array.isArray(value))
        return mapped(value, (item) => inner(item, shape.items));
    if (!repair_change_isObject(value))
        return value;
    if (shape.kind === 'dictionary')
        return withEntries(value, (part) => inner(part, shape.values));
    if (shape.kind !== 'object')
        return value;
    const { properties } = definitionOf(shape.definition);
    const known = Object.entries(value).filter(([key]) => properties.has(key));
    const patch = Object.fromEntries(known.map(([key, part]) => [key, inner(part, properties.get(key))]));
    const whole = repair_change_changed(value, patch);
    return changes[shape.definition]?.(whole) ?? whole;
}
function withEntries(dictionary, change) {
    const entries = Object.entries(dictionary).map(([key, part]) => [key, change(part)]);
    return entries.every(([key, part]) => part === dictionary[key]) ? dictionary : Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./src/transforms/repair-lists.ts



/** Lists of a result in which the schema lets nothing stand twice, and into which nothing points by position. */
const ofResults = [
    'relatedLocations',
    'suppressions',
    'fixes',
    'taxa',
    'stacks',
    'attachments',
    'workItemUris',
];
const ofRuns = ['versionControlProvenance', 'redactionTokens', 'newlineSequences', 'runAggregates'];
/** A list without the items that equal an earlier one; the very same list when all differ. */
function withoutTwins(items, name, note) {
    const twins = twinsIn(items);
    if (!twins)
        return items;
    for (let left = twins.size; left > 0; left--)
        note('items that occur twice in a list left out', name);
    return items.filter((_, at) => !twins.has(at));
}
/** As `withoutTwins`, for these lists of an object. There are many objects, and next to none has such a list. */
function withoutTwinsIn(object, names, note) {
    let next = object;
    for (const name of names) {
        const items = object[name];
        if (!Array.isArray(items) || items.length < 2)
            continue;
        next = repair_change_changed(next, { [name]: withoutTwins(items, name, note) });
    }
    return next;
}
function repairResultLists(result, note) {
    const { fixes, codeFlows } = result;
    if (fixes === undefined && codeFlows === undefined)
        return withoutTwinsIn(result, ofResults, note);
    const patch = { fixes: withoutHollow(fixes, isFix, note), codeFlows: withoutHollow(codeFlows, isFlow, note) };
    return withoutTwinsIn(repair_change_changed(result, patch), ofResults, note);
}
/** What is to show or to change nothing is nothing; SARIF does not let it be written. */
function withoutHollow(items, is, note) {
    const full = mappedObjects(items, (item) => item)?.filter((item) => is(item) || note('empty fixes and flows left out'));
    return full?.length === items?.length ? items : full;
}
function isFix({ artifactChanges }) {
    return !Array.isArray(artifactChanges) || artifactChanges.some((change) => change?.replacements?.length !== 0);
}
function isFlow({ threadFlows }) {
    return !Array.isArray(threadFlows) || threadFlows.some((flow) => flow?.locations?.length !== 0);
}
/** As what lists a run has of its own. */
function repairRunLists(given, note) {
    return mergedArtifacts(withoutTwinsIn(given, ofRuns, note), note);
}
/** Files lie in archives, those in archives, and so on: archives that become one may make their files twins. */
const mostRounds = 5;
/** Files that are listed twice become one, and whatever points into the list follows. */
function mergedArtifacts(given, note) {
    let run = given;
    for (let round = 0; round < mostRounds; round++) {
        const { artifacts } = run;
        const twins = Array.isArray(artifacts) ? twinsIn(artifacts) : undefined;
        if (!artifacts || !twins)
            return run;
        const kept = withoutTwins(artifacts, 'artifacts', note);
        run = pointedTo({ ...run, artifacts: kept }, placesAfter(artifacts.length, twins));
    }
    return run;
}
/** Where each item stands once its twins are gone. */
function placesAfter(length, twins) {
    const places = [];
    let next = 0;
    for (let at = 0; at < length; at++) {
        const twin = twins.get(at);
        places.push(twin === undefined ? next++ : places[twin]);
    }
    return places;
}
function pointedTo(run, places) {
    const follow = (key) => (object) => {
        const place = places[object[key]];
        return place === undefined ? object : repair_change_changed(object, { [key]: place });
    };
    return changedObjects(run, 'run', { artifactLocation: follow('index'), artifact: follow('parentIndex') });
}

;// CONCATENATED MODULE: ./src/transforms/repair-messages.ts

/** Words of a rule (or of a notification's descriptor) come before those that the parts of the tool share. */
function repair_messages_wordsOf(descriptor, components) {
    const books = [descriptor?.messageStrings, ...components.map(({ globalMessageStrings }) => globalMessageStrings)];
    return (id) => books.find((book) => repair_change_isObject(book) && Object.hasOwn(book, id))?.[id];
}
/**
 * A message with its text written out, as GitHub looks no message up and fills no places in; undefined when there is
 * nothing to write.
 */
function repairMessage(given, { find, fallback, note }) {
    const message = repair_change_isObject(given) ? withoutNulls(given, note) : {};
    const id = repair_change_textOf(message.id);
    const listed = Array.isArray(message.arguments) ? message.arguments : [];
    const fillOwn = (text) => (text && listed.length > 0 ? repair_messages_filled(text, listed) : text);
    const named = id === undefined ? undefined : find(id);
    const own = repair_change_textOf(fillOwn(repair_change_textOf(message.text)));
    const markdown = fillOwn(repair_change_textOf(message.markdown)) ?? repair_messages_filled(repair_change_textOf(named?.markdown), listed);
    const text = own ?? repair_change_textOf(repair_messages_filled(repair_change_textOf(named?.text), listed)) ?? repair_change_textOf(markdown) ?? repair_change_textOf(fallback) ?? id;
    if (text === undefined)
        return undefined;
    if (own === undefined)
        note('message text filled in', id ?? text);
    else if (message.id !== undefined || message.arguments !== undefined)
        note('message id and arguments left out, as the text is there', id);
    return repair_change_changed(message, { text, markdown, id: undefined, arguments: undefined });
}
/** `{0}` is the first argument, and `{{` a brace (SARIF 3.11.5). */
function repair_messages_filled(text, values) {
    return text?.replace(/\{\{|\}\}|\{(\d+)\}/g, (place, number) => {
        if (number === undefined)
            return place[0];
        const value = values[Number(number)];
        return value === undefined ? place : String(value);
    });
}

;// CONCATENATED MODULE: ./src/transforms/repair-references.ts

/** The same reference once rules have moved, without what leads nowhere or to another rule than the id. */
function repairReference(before, book, note) {
    const given = readable(before, note);
    const chapter = chapterOf(book, given);
    if (!chapter)
        note('references to parts that the tool does not have removed', given.id);
    const toolComponent = chapter ? given.toolComponent : undefined;
    const index = repairIndex(given.index, { chapter: chapter ?? book.chapters[0], id: given.id, note });
    return repair_change_changed(given, { index, toolComponent });
}
/** GitHub refuses the whole file for a reference with a text where a number belongs, and the reverse. */
function readable(given, note) {
    const reference = withoutNulls(given, note);
    const component = repair_change_isObject(reference.toolComponent) ? reference.toolComponent : undefined;
    const toolComponent = component &&
        repair_change_changed(component, {
            name: repair_change_textOf(component.name),
            guid: repair_change_textOf(component.guid),
            index: Number.isInteger(component.index) ? component.index : undefined,
        });
    const clean = repair_change_changed(reference, { id: repair_change_textOf(reference.id), toolComponent });
    if (clean !== reference)
        note('references to rules made readable', clean.id);
    return clean;
}
function repairIndex(given, { chapter, id, note }) {
    // SARIF's own word for "no index".
    if (given === undefined || given === -1)
        return given;
    const there = movedIndex(given, chapter);
    if (there !== undefined && repair_references_isPartOf(id, chapter.rules[there]))
        return there;
    const right = indexOf(id, chapter);
    note('rule indexes that lead to another rule or nowhere corrected', id);
    return right;
}
function movedIndex(given, { moved }) {
    return typeof given === 'number' ? moved[given] : undefined;
}
/** Undefined when the reference names a part that the tool does not have. */
function chapterOf({ chapters }, reference) {
    const { index = -1, name, guid } = reference?.toolComponent ?? {};
    if (index >= 0)
        return chapters[index + 1];
    if (name === undefined && guid === undefined)
        return chapters[0];
    return chapters.find(({ component }) => (guid === undefined ? component.name === name : component.guid === guid));
}
/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5). */
function repair_references_isPartOf(id, rule) {
    return id === undefined || id === rule.id || id.startsWith(`${rule.id}/`);
}
/** No tool goes this deep; a made-up id must not cost more. */
const repair_references_deepest = 10;
function indexOf(id, chapter) {
    let part = id;
    for (let level = 0; part && level < repair_references_deepest; level++) {
        const found = chapter.indexOf.get(part);
        if (found !== undefined)
            return found;
        part = part.slice(0, Math.max(0, part.lastIndexOf('/')));
    }
    return undefined;
}
/** Gives a result the id of its rule, and makes its indexes agree with it. */
function nameRule(result, book, note) {
    const reference = repair_change_isObject(result.rule) ? readable(result.rule, note) : undefined;
    const chapter = chapterOf(book, reference) ?? book.chapters[0];
    const at = movedIndex(reference?.index, chapter) ?? movedIndex(result.ruleIndex, chapter);
    const id = repair_change_textOf(result.ruleId) ?? repair_change_textOf(reference?.id) ?? repair_change_textOf(chapter.rules[at ?? -1]?.id) ?? toolId(book);
    if (id !== result.ruleId)
        note('rule id filled in', id);
    return repair_change_changed(result, {
        ruleId: id,
        ruleIndex: repairIndex(result.ruleIndex, { chapter, id, note }),
        rule: reference && repairReferenceOf(id, reference, { book, note }),
    });
}
/** A reference without an id is to the rule of the result. */
function repairReferenceOf(id, given, { book, note }) {
    const { index, toolComponent } = repairReference({ id, ...given }, book, note);
    return repair_change_changed(given, { index, toolComponent });
}
function toolId({ tool }) {
    const words = tool.driver.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['unknown'];
    return words.join('-');
}
/** The rule of a mended result. */
function repair_references_ruleOf({ ruleId, rule, ruleIndex }, book) {
    const chapter = chapterOf(book, rule) ?? book.chapters[0];
    const indexed = chapter.rules[rule?.index ?? ruleIndex ?? -1];
    if (indexed)
        return indexed;
    // Tools that put their rules into extensions often leave the reference to the extension out.
    const home = [chapter, ...book.chapters].find((each) => indexOf(ruleId, each) !== undefined);
    return home?.rules[indexOf(ruleId, home)];
}

;// CONCATENATED MODULE: ./src/transforms/repair-descriptors.ts



/** Lists of a rule in which the schema lets nothing stand twice. */
const ofRules = ['deprecatedIds', 'deprecatedGuids', 'deprecatedNames', 'relationships'];
/** What a rule says of itself, in words and addresses that the schema takes. */
function repairDescriptor(given, note) {
    const rule = withoutTwinsIn(given, ofRules, note);
    return repair_change_changed(rule, {
        shortDescription: repairWords(rule.shortDescription, note),
        fullDescription: repairWords(rule.fullDescription, note),
        help: repairWords(rule.help, note),
        messageStrings: repairStrings(rule.messageStrings, note),
        helpUri: repairAddress(rule.helpUri, note),
    });
}
/** Markdown alone is not enough for SARIF; without either there is nothing to say. */
function repairWords(given, note) {
    if (given === undefined || (repair_change_isObject(given) && typeof given.text === 'string'))
        return given;
    const text = repair_change_isObject(given) ? repair_change_textOf(given['markdown']) : undefined;
    note('descriptions without a text given one, or left out');
    return text === undefined ? undefined : { ...given, text };
}
function repairStrings(given, note) {
    if (!repair_change_isObject(given))
        return given;
    const entries = Object.entries(given);
    const mended = entries.map(([id, words]) => [id, repairWords(words, note)]);
    const isSame = mended.every(([, words], at) => words === entries[at][1]);
    return isSame ? given : Object.fromEntries(mended.filter(([, words]) => words));
}
/** An empty one is left to `describeRules`. A path of the tool's own repository leads nowhere from here. */
function repairAddress(given, note) {
    if (given === undefined || given === '')
        return given;
    const address = typeof given === 'string' ? (0,model_uri/* addressOf */.ci)(given) : undefined;
    if (address !== given)
        note('addresses of documentation spelled right, or left out', String(given));
    return address;
}

;// CONCATENATED MODULE: ./src/transforms/repair-values.ts


const kinds = ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'];
/** `levelOf` makes a warning of these, and also of what it does not know. */
const wordsOfWarning = ['warning', 'warn', 'medium', 'moderate', 'major'];
/** For tools that write a word where a score belongs; each stands in the middle of its band. */
const scores = new Map([
    ['critical', '9.5'],
    ['high', '8.0'],
    ['medium', '5.5'],
    ['moderate', '5.5'],
    ['low', '2.0'],
    ['info', '0.5'],
    ['negligible', '0.5'],
]);
/** Words, scores, tags and fingerprints of a result, as the schema and GitHub want them. */
function repairValues(result, note) {
    const level = repairLevel(result.level, note);
    const properties = repairProperties(result.properties, note);
    return repair_change_changed(result, {
        level,
        kind: repairKind(result.kind, note),
        properties: level === undefined && result.level !== undefined ? { ...properties, [unranked]: true } : properties,
        fingerprints: stringsIn(result.fingerprints, note),
        partialFingerprints: stringsIn(result.partialFingerprints, note),
        suppressions: repairSuppressions(result.suppressions, note),
        baselineState: repairBaselineState(result.baselineState, note),
        occurrenceCount: repairCount(result.occurrenceCount, note),
    });
}
const repair_values_suppressionKinds = ['inSource', 'external'];
const suppressionStatuses = ['accepted', 'underReview', 'rejected'];
const baselineStates = ['new', 'unchanged', 'updated', 'absent'];
/** A suppression hides a finding: what it says is put into SARIF's words, and never guessed. */
function repairSuppressions(given, note) {
    const suppressions = mappedObjects(given, (suppression) => {
        const { kind, status } = suppression;
        const words = {
            kind: wordIn(repair_values_suppressionKinds, kind) ?? kind,
            status: wordIn(suppressionStatuses, status) ?? status,
        };
        return repair_change_changed(suppression, words);
    });
    if (suppressions !== given)
        note('suppressions put into words of SARIF, or left out');
    return suppressions;
}
function repairBaselineState(given, note) {
    if (given === undefined)
        return undefined;
    const state = wordIn(baselineStates, given);
    if (state !== given)
        note('baseline state put into a word of SARIF, or left out', String(given));
    return state;
}
function repairCount(given, note) {
    const count = wholeNumber(given, 1);
    if (count !== given)
        note('occurrence count made a number, or left out', String(given));
    return count;
}
function repairConfiguration(given, note) {
    if (!repair_change_isObject(given))
        return undefined;
    // A default that nobody can rank stands for every finding of the rule: it counts as the worst.
    const level = given.level === undefined ? undefined : (repairLevel(given.level, note) ?? 'error');
    return repair_change_changed(given, { level });
}
/** A word that nobody knows goes. */
function repairLevel(given, note) {
    if (given === undefined)
        return undefined;
    const word = String(given).trim().toLowerCase();
    const known = word === 'none' ? 'none' : levelOf(word);
    const level = known === 'warning' && !wordsOfWarning.includes(word) ? undefined : known;
    if (level !== given)
        note('level put into a word of SARIF, or left out', String(given));
    return level;
}
function repairKind(given, note) {
    const kind = wordIn(kinds, given);
    if (kind !== given)
        note('kind put into a word of SARIF, or left out', String(given));
    return kind;
}
function repairProperties(given, note) {
    if (!repair_change_isObject(given))
        return undefined;
    const bag = given;
    const score = bag['security-severity'];
    const clean = score === undefined ? undefined : scoreText(score);
    if (clean !== score)
        note('security-severity made a number in a string, or left out', JSON.stringify(score));
    // What cannot be ranked must not become harmless because GitHub would refuse the word.
    const isLost = clean === undefined && !unscored.includes(typeof score === 'string' ? score.trim().toLowerCase() : score);
    const mark = isLost ? { [unranked]: true } : {};
    return repair_change_changed(bag, { 'security-severity': clean, tags: repairTags(bag.tags, note), ...mark });
}
/** These say that there is no score; the level decides. */
const unscored = [undefined, null, 'none'];
/** GitHub refuses the whole file for a score that is a JSON number, or a text that is no number. */
function scoreText(given) {
    if (typeof given === 'number')
        return inRange(Number.isInteger(given) ? given.toFixed(1) : plainText(given));
    if (typeof given !== 'string')
        return undefined;
    const text = given.trim().replace(',', '.');
    return scores.get(text.toLowerCase()) ?? (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? inRange(text) : undefined);
}
function plainText(score) {
    const text = String(score);
    return text.includes('e') ? score.toFixed(1) : text;
}
function inRange(text) {
    const score = Number(text);
    return score >= 0 && score <= 10 ? text : undefined;
}
function repairTags(given, note) {
    if (given === undefined)
        return undefined;
    const listed = Array.isArray(given) ? given : [given];
    const tags = [...new Set(listed.filter((tag) => typeof tag === 'string'))];
    if (Array.isArray(given) && tags.length === given.length)
        return given;
    note('tags that are no text or occur twice removed');
    return tags;
}
function stringsIn(given, note) {
    if (!repair_change_isObject(given))
        return undefined;
    const entries = Object.entries(given);
    const strings = entries.filter(([, value]) => typeof value === 'string');
    if (strings.length === entries.length)
        return given;
    note('fingerprints that are no text removed');
    return Object.fromEntries(strings);
}

;// CONCATENATED MODULE: ./src/transforms/repair-rules.ts



function repair_rules_componentsOf({ chapters }) {
    return chapters.map(({ component }) => component);
}
function repairTool(tool, note) {
    const [driver, ...extensions] = [tool.driver, ...(tool.extensions ?? [])].map((part) => repairComponent(part, note));
    if (!repair_change_textOf(tool.driver.name)?.trim()) {
        note('tool without a name called "Unknown tool"');
        driver.component = { ...driver.component, name: 'Unknown tool' };
    }
    const isSame = extensions.every(({ component }, at) => component === tool.extensions[at]);
    const parts = isSame ? tool.extensions : extensions.map(({ component }) => component);
    return { tool: repair_change_changed(tool, { driver: driver.component, extensions: parts }), chapters: [driver, ...extensions] };
}
function repairComponent(given, note) {
    const component = withoutNulls(given, note);
    const indexOf = new Map();
    const rules = [];
    const moved = (component.rules ?? []).map((before) => {
        const rule = repairRule(before, note);
        const twin = indexOf.get(rule.id);
        if (twin === undefined) {
            indexOf.set(rule.id, rules.length);
            return rules.push(rule) - 1;
        }
        note('rules with the same id merged', rule.id);
        rules[twin] = merged(rules[twin], rule);
        return twin;
    });
    const isSame = rules.length === moved.length && rules.every((rule, at) => rule === component.rules[at]);
    return { component: isSame ? component : { ...component, rules }, rules, indexOf, moved };
}
function repairRule(given, note) {
    const rule = repairDescriptor(withoutNulls(given, note), note);
    return repair_change_changed(rule, {
        defaultConfiguration: repairConfiguration(rule.defaultConfiguration, note),
        properties: repairProperties(rule.properties, note),
    });
}
/** The first wording wins, and the higher severity: no finding may get under a threshold by the merging. */
function merged(first, later) {
    const scores = [first, later].flatMap(({ properties }) => properties?.['security-severity'] ?? []);
    const score = scores.sort((a, b) => Number(b) - Number(a))[0];
    return {
        ...later,
        ...first,
        ...((first.messageStrings || later.messageStrings) && {
            messageStrings: { ...later.messageStrings, ...first.messageStrings },
        }),
        ...((first.defaultConfiguration || later.defaultConfiguration) && {
            defaultConfiguration: {
                ...later.defaultConfiguration,
                ...first.defaultConfiguration,
                level: worseLevel(first, later),
            },
        }),
        ...((first.properties || later.properties) && {
            properties: {
                ...later.properties,
                ...first.properties,
                ...(score !== undefined && { 'security-severity': score }),
            },
        }),
    };
}
function worseLevel(a, b) {
    const levels = [a, b].map(({ defaultConfiguration }) => defaultConfiguration?.level ?? 'warning');
    return ['error', 'warning', 'note'].find((level) => levels.includes(level)) ?? 'none';
}

;// CONCATENATED MODULE: ./src/transforms/repair-invocations.ts






/** What a tool says of its own run: whether it completed, what it has to tell, and which rules were set otherwise. */
function repairInvocations(invocations, book, note) {
    return mappedObjects(invocations, (given) => {
        const invocation = withoutNulls(given, note);
        return repair_change_changed(invocation, {
            executionSuccessful: repairSuccess(invocation, note),
            ruleConfigurationOverrides: mappedObjects(invocation.ruleConfigurationOverrides, (override) => repair_change_changed(override, {
                descriptor: repair_change_isObject(override.descriptor) ? repairReference(override.descriptor, book, note) : undefined,
                configuration: repairConfiguration(override.configuration, note),
            })),
            toolExecutionNotifications: mappedObjects(invocation.toolExecutionNotifications, repairNotification),
            toolConfigurationNotifications: mappedObjects(invocation.toolConfigurationNotifications, repairNotification),
        });
    });
    function repairNotification(given) {
        const components = repair_rules_componentsOf(book);
        const { id, index = -1, toolComponent } = given.descriptor ?? {};
        const { notifications = [] } = components[(toolComponent?.index ?? -1) + 1] ?? {};
        const descriptor = notifications[index] ?? notifications.find((each) => id !== undefined && each.id === id);
        const wording = { find: repair_messages_wordsOf(descriptor, components), fallback: id ?? 'no message', note };
        return repair_change_changed(withoutTwinsIn(given, ['locations'], note), {
            message: repairMessage(given.message, wording),
            level: repairLevel(given.level, note),
        });
    }
}
/**
 * Whether a tool completed its work is never made up, as the gate passes on it. It is taken from what else the invocation
 * says; where that says nothing either, it stays open, and the schema's check refuses the report.
 */
function repairSuccess(invocation, note) {
    const given = invocation.executionSuccessful;
    const said = typeof given === 'string' ? { true: true, false: false }[given.trim().toLowerCase()] : undefined;
    const known = said ?? (hasFailed(invocation) ? false : invocation.exitCode === 0 ? true : undefined);
    if (typeof given === 'boolean' || known === undefined)
        return given;
    note('success or failure of a run told by what else it says', String(known));
    return known;
}
function hasFailed(invocation) {
    const { exitSignalName, exitSignalNumber, processStartFailureMessage } = invocation;
    const told = [invocation.toolExecutionNotifications, invocation.toolConfigurationNotifications];
    const isError = (notification) => repair_change_isObject(notification) && wordIn(['error'], notification['level']);
    return ([exitSignalName, exitSignalNumber, processStartFailureMessage].some((sign) => sign !== undefined) ||
        told.some((notifications) => Array.isArray(notifications) && notifications.some(isError)));
}

;// CONCATENATED MODULE: ./src/transforms/repair-regions.ts

const repair_regions_offsets = ['charOffset', 'charLength', 'byteOffset', 'byteLength'];
/** What makes a region one, besides a line. */
const otherStarts = ['charOffset', 'byteOffset'];
/** Scanners write 0, -1, text and halves for lines and columns; undefined when no place is left. */
function repairRegion(given, note) {
    if (!repair_change_isObject(given))
        return undefined;
    const region = withoutNulls(given, note);
    const lines = repair_change_changed(region, repair_regions_linesOf(region));
    const mended = repair_regions_offsets.some((key) => key in lines) ? repair_change_changed(lines, offsetsOf(lines)) : lines;
    if (mended !== region)
        note('line or column numbers mended or left out', String(given.startLine));
    else if (!isPlace(region))
        note('regions without a place left out');
    return isPlace(mended) ? mended : undefined;
}
function offsetsOf({ charOffset, charLength, byteOffset, byteLength }) {
    return {
        charOffset: wholeNumber(charOffset, -1),
        charLength: wholeNumber(charLength, 0),
        byteOffset: wholeNumber(byteOffset, -1),
        byteLength: wholeNumber(byteLength, 0),
    };
}
function repair_regions_linesOf(region) {
    const startLine = repair_regions_positive(region.startLine);
    if (startLine === undefined)
        return { startLine, startColumn: undefined, endLine: undefined, endColumn: undefined };
    const startColumn = repair_regions_positive(region.startColumn);
    const endLine = repair_regions_positive(region.endLine);
    const endColumn = repair_regions_positive(region.endColumn);
    const lastLine = endLine ?? startLine;
    const isReversed = lastLine < startLine || (lastLine === startLine && endColumn !== undefined && endColumn < (startColumn ?? 1));
    return isReversed
        ? { startLine, startColumn, endLine: undefined, endColumn: undefined }
        : { startLine, startColumn, endLine, endColumn };
}
function isPlace(region) {
    return region.startLine !== undefined || otherStarts.some((key) => region[key] !== undefined);
}
const largest = 2_147_483_647; // what readers of SARIF in .NET take for a line
function repair_regions_positive(given) {
    const isDigits = typeof given === 'string' && /^\s*\d+\s*$/.test(given);
    const number = isDigits || typeof given === 'number' ? Math.floor(Number(given)) : 0;
    return number > 0 && number <= largest ? number : undefined;
}

;// CONCATENATED MODULE: ./src/transforms/repair-places.ts





/** Gives a result a first place as GitHub wants it, and makes all places readable that GitHub reads. */
function repairPlaces(result, around) {
    const tidied = (location) => tidy(location, around);
    const readable = (location) => anchoredAside(tidied(location), around);
    const tidyResult = repair_change_changed(result, {
        locations: mappedObjects(result.locations, tidied),
        relatedLocations: mappedObjects(result.relatedLocations, readable),
        codeFlows: mappedObjects(result.codeFlows, (flow) => repair_change_changed(flow, {
            threadFlows: mappedObjects(flow.threadFlows, (thread) => repair_change_changed(thread, { locations: mappedObjects(thread.locations, (step) => repairStep(step, around, readable)) })),
        })),
    });
    const placed = withFirstPlace(tidyResult, around);
    const locations = mapped(placed.locations, (it, at) => (at === 0 ? it : anchoredAside(it, around)));
    return repair_change_changed(placed, { locations });
}
/** GitHub follows no index into the list of steps that a run may keep (GH1002). */
function repairStep(given, { run, note }, readable) {
    const { index, ...rest } = given;
    const listed = repair_change_isObject(given.location) ? undefined : run.threadFlowLocations?.[index ?? -1];
    if (listed)
        note('steps of a flow written out', String(index));
    const step = listed ? { ...listed, ...rest, location: listed.location } : given;
    return repair_change_changed(step, { location: repair_change_isObject(step.location) ? readable(step.location) : undefined });
}
/** Lists of a place in which the schema lets nothing stand twice. */
const ofPlaces = ['logicalLocations', 'annotations', 'relationships'];
function tidy(given, { run, wording, note }) {
    const location = withoutTwinsIn(withoutNulls(given, note), ofPlaces, note);
    const { message, physicalLocation } = location;
    return repair_change_changed(location, {
        id: repairId(location.id, note),
        message: message === undefined ? undefined : repairMessage(message, { ...wording, fallback: undefined }),
        physicalLocation: repair_change_isObject(physicalLocation) ? tidyPhysical(physicalLocation) : undefined,
    });
    function tidyPhysical(before) {
        const physical = withoutNulls(before, note);
        const tidied = repair_change_changed(physical, {
            artifactLocation: withUri(physical.artifactLocation, run, note),
            region: repairRegion(physical.region, note),
            contextRegion: repairRegion(physical.contextRegion, note),
        });
        if (tidied.artifactLocation || tidied.address)
            return tidied;
        note('places without a file left out');
        return undefined;
    }
}
/** By which messages link to places; GitHub refuses the whole file when it is no number. */
function repairId(given, note) {
    const clean = wholeNumber(given, -1);
    if (clean !== given)
        note('ids of places made numbers, or left out', String(given));
    return clean;
}
/** GitHub follows no index into the list of files. */
function withUri(given, run, note) {
    if (!repair_change_isObject(given))
        return undefined;
    const whole = withoutNulls(given, note);
    const location = repair_change_changed(whole, {
        uri: typeof whole.uri === 'string' ? whole.uri : undefined,
        uriBaseId: repair_change_textOf(whole.uriBaseId),
        index: wholeNumber(whole.index, -1),
    });
    if (location !== whole)
        note('names of files made readable', String(whole.uri));
    if (repair_change_textOf(location.uri))
        return location;
    const { uri, uriBaseId } = run.artifacts?.[location.index ?? -1]?.location ?? {};
    if (!repair_change_textOf(uri))
        return location;
    note('file looked up in the list of files', uri);
    return { ...location, uri, ...(uriBaseId && { uriBaseId }) };
}
/** The first place is the one that GitHub shows: a usable one goes there, and what stood there follows. */
function withFirstPlace(result, around) {
    const locations = result.locations ?? [];
    const best = locations.findIndex((location) => uriOf(location) && !isForeign(location));
    if (best === -1)
        return anchored(result, around);
    if (best > 0)
        around.note('place with a file put first', uriOf(locations[best]));
    const front = withLine(locations[best], around.note);
    if (best === 0 && front === locations[0])
        return result;
    return { ...result, locations: [front, ...locations.slice(0, best), ...locations.slice(best + 1)] };
}
function withLine(location, note) {
    const physical = location.physicalLocation;
    if (physical.region?.startLine !== undefined)
        return location;
    note('line 1 given to findings in a file without a line', uriOf(location));
    return { ...location, physicalLocation: { ...physical, region: { ...physical.region, startLine: 1 } } };
}
/** Nothing is lost: what was known of the place goes into the message. */
function anchored(result, around) {
    const [first = {}, ...others] = result.locations ?? [];
    const uri = uriOf(first);
    const name = logicalName(first, around.run);
    const known = uri === undefined ? name && `in ${name}` : `at ${uri}`;
    const kind = uri === undefined ? 'findings without a file placed in' : 'findings at addresses outside placed in';
    around.note(`${kind} ${around.anchor.uri}`, uri ?? name ?? result.ruleId);
    const text = known === undefined ? result.message.text : `${result.message.text} (${known})`;
    return {
        ...result,
        message: repair_change_changed(result.message, { text }),
        locations: [{ ...first, physicalLocation: repair_places_placeOf(around) }, ...others],
        properties: { ...result.properties, [placeless]: true },
    };
}
/** A place that is not the first keeps its address in a message of its own. */
function anchoredAside(location, around) {
    if (!isForeign(location))
        return location;
    const uri = uriOf(location);
    around.note(`places at addresses outside placed in ${around.anchor.uri}`, uri);
    const text = location.message?.text === undefined ? `at ${uri}` : `${location.message.text} (at ${uri})`;
    return { ...location, message: { ...location.message, text }, physicalLocation: repair_places_placeOf(around) };
}
function repair_places_placeOf({ anchor }) {
    return { artifactLocation: anchor, region: { startLine: 1 } };
}
function logicalName({ logicalLocations }, run) {
    const given = Array.isArray(logicalLocations) ? logicalLocations[0] : undefined;
    const listed = run.logicalLocations?.[given?.index ?? -1];
    const names = [given?.fullyQualifiedName, listed?.fullyQualifiedName, given?.name, listed?.name];
    return names.map(repair_change_textOf).find((name) => name !== undefined);
}
function uriOf(location) {
    return repair_change_textOf(location?.physicalLocation?.artifactLocation?.uri);
}
function isForeign(location) {
    return isForeignUri(uriOf(location) ?? '');
}
/** GitHub takes every word before a colon for a scheme, `image:tag` too. One letter is a drive of Windows. */
function isForeignUri(uri) {
    return /^(?!file:)[a-z][a-z\d+.-]+:/i.test(uri);
}

;// CONCATENATED MODULE: ./src/transforms/repair.ts









/** Where findings go that name no file; GitHub takes none without one. */
const anchorPath = 'README.md';
/**
 * Mends what GitHub would refuse or cannot read in a run that some tool wrote, and nothing else: one bad result spoils
 * the whole upload. No finding is dropped; one without a file is placed in the anchor, a path of the repository. A run
 * without faults comes back as the very same object.
 */
function repair(run, anchor) {
    const repairs = new Map();
    const note = (kind, example) => {
        const known = repairs.get(kind);
        if (known)
            known.count++;
        else
            repairs.set(kind, { kind, count: 1, ...(example !== undefined && { example }) });
    };
    const listed = repairRunLists(run, note);
    const book = repairTool(listed.tool, note);
    const prepared = repair_change_changed(listed, {
        tool: book.tool,
        originalUriBaseIds: repairBases(listed.originalUriBaseIds, note),
        invocations: repairInvocations(listed.invocations, book, note),
    });
    const workshop = { run: prepared, book, note, anchor: anchorOf(anchor) };
    const results = listed.results && mappedObjects(listed.results, (result) => repairResult(result, workshop));
    const repaired = repair_change_changed(prepared, { results: results ?? listed.results });
    if (repaired !== run && repairs.size === 0)
        note('values that are no list or no object left out');
    return { run: repaired, repairs: [...repairs.values()] };
}
/** A base that no run defines means the checkout itself, wherever the scanner ran. */
function anchorOf(path) {
    return { uri: (0,model_uri/* uriOfPath */.Te)(path), uriBaseId: 'CHECKOUT_ROOT' };
}
function repairResult(given, { run, book, note, anchor }) {
    const result = repairValues(nameRule(withoutNulls(given, note), book, note), note);
    const rule = repair_references_ruleOf(result, book);
    const wording = {
        find: repair_messages_wordsOf(rule, repair_rules_componentsOf(book)),
        fallback: rule?.shortDescription?.text || result.ruleId,
        note,
    };
    const told = repair_change_changed(result, { message: repairMessage(result.message, wording) });
    // Last, as places that were mended may have become twins.
    return repairResultLists(repairPlaces(told, { run, anchor, wording, note }), note);
}
/** Paths below an address of the web are paths in the checkout: GitHub ignores bases, and refuses the address. */
function repairBases(bases, note) {
    if (!repair_change_isObject(bases))
        return bases;
    const entries = Object.entries(bases);
    const isAway = ([, base]) => isForeignUri(base?.uri ?? '');
    const away = entries.filter(isAway);
    if (away.length === 0)
        return bases;
    for (const [name] of away)
        note('bases of paths outside left open', name);
    return Object.fromEntries(entries.map((entry) => (isAway(entry) ? [entry[0], repair_change_changed(entry[1], { uri: undefined })] : entry)));
}

;// CONCATENATED MODULE: ./src/transforms/schema-checks.ts


const compiled = new Map();
/** The check of a definition, by its name; made when first asked for. */
function checkOf(name) {
    const known = compiled.get(name);
    if (known)
        return known;
    // Definitions refer to each other in circles: this one is known before its properties are looked at.
    let made;
    const check = (value, walk) => {
        made ??= objectCheck(name);
        made(value, walk);
    };
    compiled.set(name, check);
    return check;
}
function compile(shape) {
    switch (shape.kind) {
        case 'object':
            return checkOf(shape.definition);
        case 'list':
            return listCheck(shape);
        case 'dictionary':
            return dictionaryCheck(compile(shape.values));
        case 'word':
            return wordCheck(shape.words);
        case 'string':
            return stringCheck(shape.pattern);
        case 'boolean':
            return (value, walk) => {
                if (typeof value !== 'boolean')
                    walk.refuse('must be true or false', value);
            };
        default:
            return numberCheck(shape);
    }
}
function stringCheck(pattern) {
    const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
    return (value, walk) => {
        if (typeof value !== 'string')
            walk.refuse('must be a string', value);
        else if (expression?.test(value) === false)
            walk.refuse(`must match ${pattern}`, value);
    };
}
function wordCheck(words) {
    const known = new Set(words);
    return (value, walk) => {
        if (!known.has(value))
            walk.refuse(`must be one of ${words.join(', ')}`, value);
    };
}
function numberCheck(shape) {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = shape;
    const isRight = shape.kind === 'integer' ? Number.isInteger : Number.isFinite;
    const rule = shape.kind === 'integer' ? 'must be a whole number' : 'must be a number';
    return (value, walk) => {
        if (!isRight(value))
            walk.refuse(rule, value);
        else if (value < minimum)
            walk.refuse(`must be at least ${minimum}`, value);
        else if (value > maximum)
            walk.refuse(`must be at most ${maximum}`, value);
    };
}
function listCheck({ items, isUnique, minItems }) {
    const check = compile(items);
    return (value, walk) => {
        if (!Array.isArray(value))
            return walk.refuse('must be a list', value);
        if (value.length < minItems)
            walk.refuse(`must have at least ${minItems} item${minItems === 1 ? '' : 's'}`);
        if (isUnique)
            refuseTwins(value, walk);
        value.forEach((item, at) => {
            walk.within(at, item, check);
        });
    };
}
function refuseTwins(items, walk) {
    for (const [at, first] of twinsIn(items) ?? [])
        walk.within(at, undefined, () => walk.refuse(`equals item ${first} of the same list, and no two may be equal`));
}
function dictionaryCheck(check) {
    return (value, walk) => {
        if (!schema_checks_isObject(value))
            return walk.refuse('must be an object', value);
        for (const key of Object.keys(value))
            walk.within(key, value[key], check);
    };
}
function objectCheck(name) {
    const definition = definitionOf(name);
    const checks = new Map([...definition.properties].map(([key, shape]) => [key, compile(shape)]));
    const missing = missingCheck(name, definition);
    const unknown = `is not a property of ${name} that SARIF knows (put it into \`properties\`, or leave it out)`;
    const strange = definition.isOpen ? refuseDepths : (_value, walk) => walk.refuse(unknown);
    return (value, walk) => {
        if (!schema_checks_isObject(value))
            return walk.refuse('must be an object', value);
        missing(value, walk);
        for (const key in value)
            walk.within(key, value[key], checks.get(key) ?? strange);
    };
}
/** What must be there, alone or as one of several. */
function missingCheck(name, { required, anyOf, oneOf }) {
    return (value, walk) => {
        const has = (key) => value[key] !== undefined;
        for (const key of required)
            if (!has(key))
                walk.refuse(`lacks \`${key}\`, which ${name} must have`);
        if (anyOf.length > 0 && !anyOf.some(has))
            walk.refuse(`lacks ${anyOf.map(schema_checks_quoted).join(' or ')}, as ${name} must have one`);
        if (oneOf.length > 0 && oneOf.filter(has).length !== 1)
            walk.refuse(`must have one of ${oneOf.map(schema_checks_quoted).join(' and ')}, and only one`);
    };
}
function schema_checks_quoted(name) {
    return `\`${name}\``;
}
/** Nothing is asked of what a property bag holds, but that it can be walked and written. */
const refuseDepths = (value, walk) => {
    if (typeof value === 'object' && isDeeper(value, canonical_deepest - walk.depth))
        walk.refuseDepth();
};
function isDeeper(value, levels) {
    if (typeof value !== 'object' || value === null)
        return false;
    return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
function schema_checks_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/transforms/schema-walk.ts

const mostCounted = 10_000;
const mostTold = 5;
/** A walk that counts only some of what it meets. */
function newWalk(counts) {
    const path = [];
    const found = { count: 0, told: [] };
    return {
        found,
        get depth() {
            return path.length;
        },
        within(key, value, check) {
            if (found.count >= mostCounted)
                return;
            path.push(key);
            if (path.length <= canonical_deepest)
                check(value, this);
            else
                this.refuseDepth();
            path.pop();
        },
        refuse(rule, ...value) {
            const violation = { pointer: pointerTo(path), rule: [rule, ...value.map(schema_walk_shown)].join(', not ') };
            if (!counts(violation))
                return;
            found.count++;
            if (found.told.length < mostTold)
                found.told.push(violation);
        },
        refuseDepth() {
            this.refuse(`is nested more than ${canonical_deepest} levels deep`);
        },
    };
}
const longestKey = 60;
const longestPointer = 600;
/** RFC 6901. Keys are what some tool wrote. */
function pointerTo(path) {
    const pointer = path
        .map((key) => `/${printable(String(key), longestKey).replaceAll('~', '~0').replaceAll('/', '~1')}`)
        .join('');
    return pointer.length <= longestPointer ? pointer : `${pointer.slice(0, longestPointer)}…`;
}
/** A value for people: what it is when it is short, and of which kind otherwise. */
function schema_walk_shown(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return printable(typeof value === 'string' ? `"${value.slice(0, longestKey)}"` : String(value), longestKey);
}
/** Cut, and without what a terminal or a log would act on. */
function printable(text, length) {
    const begin = text.slice(0, length).toWellFormed();
    const safe = begin.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return safe.length <= length && text.length <= length ? safe : `${safe.slice(0, length - 1)}…`;
}

;// CONCATENATED MODULE: ./src/transforms/schema.ts



/**
 * Where runs break the JSON schema of SARIF 2.1.0, in one walk whose time grows with the size of the runs only. Formats
 * of strings are not looked at. With `only`, violations of these kinds count and no others.
 */
function violations(runs, only) {
    const walk = newWalk((violation) => only?.has(kindOf(violation)) !== false);
    const check = checkOf('run');
    walk.within('runs', undefined, () => {
        for (const [at, run] of runs.entries())
            walk.within(at, run, check);
    });
    return walk.found;
}
/** Equal for violations of one rule at places that differ by their positions in lists only. */
function kindOf({ pointer, rule }) {
    return `${pointer.replace(/\/\d+(?=\/|$)/g, '/*')} ${rule}`;
}

;// CONCATENATED MODULE: ./src/stages/schema.ts



/**
 * Throws `UnreadableReport` for runs of native SARIF that break the schema where repair cannot mend them. The runs stay as
 * they are: `normalise` mends them, and says so. `version` is the one that the report was written in.
 */
function holdToSchema(runs, version) {
    if (violations(runs).count === 0)
        return;
    const left = violations(runs.map((run) => repair(run, anchorPath).run));
    if (left.count === 0)
        return;
    throw new errors/* UnreadableReport */.sx(told(asWritten(runs, left), version));
}
/** Repair moves and merges, so what it left is looked up in what the tool wrote: pointers lead into the user's file. */
function asWritten(runs, left) {
    const { told: written } = violations(runs, new Set(left.told.map(kindOf)));
    return { count: left.count, told: written.length > 0 ? written.slice(0, left.count) : left.told };
}
function told({ count, told: first }, version) {
    const more = count - first.length;
    const places = [
        ...first.map(({ pointer, rule }) => `${pointer} ${rule}`),
        ...(more > 0 ? [`and ${count >= mostCounted ? 'at least ' : ''}${more.toLocaleString('en')} more`] : []),
    ];
    const upgrade = version === '2.1.0' ? '' : ', to which it was upgraded,';
    return `it breaks the schema of SARIF 2.1.0${upgrade} beyond repair: ${places.join('; ')}. Mend it in the report, or in the tool that writes it`;
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
            if (!(error instanceof errors/* NotEvaluated */.td))
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
            throw new errors/* UnreadableReport */.sx('it holds no runs, so it says nothing about the code');
        const completed = runs.map((run) => complete(run, raw));
        if (converter.id === 'sarif')
            holdToSchema(completed, report.json().version);
        return completed;
    }
    catch (error) {
        if (!(error instanceof errors/* UnreadableReport */.sx))
            throw error;
        throw new errors/* UnreadableReport */.sx(`The report of ${raw.name} cannot be read: ${error.message}.`, { cause: error });
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
/** Text in UTF-8 or UTF-16, its byte order mark taken off: PowerShell writes all of them. Broken bytes become U+FFFD. */
function decode(bytes) {
    const encoding = encodingOf(bytes);
    if (encoding !== 'utf-8')
        return new TextDecoder(encoding).decode(bytes);
    // In half the time of a decoder.
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}
/** Without a mark, UTF-16 is told by the zero in its first letter: reports begin with one that ASCII has as well. */
function encodingOf([first, second]) {
    if ((first === 0xff && second === 0xfe) || (first && second === 0))
        return 'utf-16le';
    if ((first === 0xfe && second === 0xff) || (first === 0 && second))
        return 'utf-16be';
    return 'utf-8';
}

// EXTERNAL MODULE: ./src/clients/octokit.ts + 1 modules
var clients_octokit = __webpack_require__(3628);
;// CONCATENATED MODULE: ./src/clients/github-repository.ts


/** The name of the default branch, without `refs/heads/`; throws `ServiceError` with a sentence for the user. */
async function defaultBranch(access) {
    const octokit = await (0,clients_octokit/* connect */.Ng)(access);
    return (0,clients_octokit/* told */.Ev)('Asking for the default branch', access, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', (0,clients_octokit/* repositoryOf */._M)(access));
        const name = data?.default_branch;
        if (typeof name === 'string' && name)
            return name;
        throw new errors/* ServiceError */._7('GitHub did not say which branch is the default one.');
    });
}

// EXTERNAL MODULE: ./src/clients/github-alerts.ts
var github_alerts = __webpack_require__(6953);
;// CONCATENATED MODULE: ./src/gate/suppressions.ts



/** `stored` are the runs as GitHub gives them back, with the number of its alert at each result. */
function standingOf(runs, stored) {
    const known = index(runs);
    const found = new Set();
    const suppressed = new Map();
    const counting = new Set();
    for (const { number, keys } of stored.flatMap(numbered)) {
        for (const result of keys.map((key) => known.get(key)).find((results) => results !== undefined) ?? []) {
            found.add(result);
            if (isSuppressed(result))
                suppressed.set(number, suppressions_suppressionOf(result));
            else
                counting.add(number);
        }
    }
    // One alert may stand for several results; it is wanted as long as one of them counts.
    for (const number of counting)
        suppressed.delete(number);
    const all = runs.flatMap(({ results = [] }) => results.filter(isSuppressed));
    return { suppressed, counting, missing: all.filter((result) => !found.has(result)).length };
}
function index(runs) {
    const known = new Map();
    for (const run of runs) {
        const book = ruleBook(run);
        for (const result of run.results ?? [])
            for (const key of new Set(keysOf(run, result, book))) {
                const same = known.get(key);
                if (same)
                    same.push(result);
                else
                    known.set(key, [result]);
            }
    }
    return known;
}
function numbered(run) {
    const book = ruleBook(run);
    return (run.results ?? []).flatMap((result) => {
        const number = result.properties?.['github/alertNumber'];
        return Number.isSafeInteger(number) ? [{ number: number, keys: keysOf(run, result, book) }] : [];
    });
}
/** By tool, rule and place, first with the fingerprint, then without: GitHub may have none, or one of its own. */
function keysOf(run, result, { ruleOf }) {
    const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
    const uri = artifactLocation?.uri ?? run.artifacts?.[artifactLocation?.index ?? -1]?.location?.uri ?? '';
    const path = ((0,model_uri/* pathOfUri */.R7)(uri) ?? uri).replace(/^(?:\.\/)+/, '');
    const rule = result.ruleId ?? result.rule?.id ?? ruleOf(result)?.id;
    const place = [run.tool.driver.name, rule, path, region?.startLine ?? 1, region?.startColumn ?? 1];
    const fingerprint = result.partialFingerprints?.['primaryLocationLineHash'];
    return [...(fingerprint ? [JSON.stringify([...place, fingerprint])] : []), JSON.stringify(place)];
}
/** The one that says why, if any does. */
function suppressions_suppressionOf({ suppressions = [] }) {
    return suppressions.find(({ justification }) => justification) ?? suppressions[0];
}

// EXTERNAL MODULE: ./src/model/dismissal.ts
var dismissal = __webpack_require__(7312);
;// CONCATENATED MODULE: ./src/stages/dismissals.ts






// GitHub's secondary limits: 80 changes a minute, 500 an hour (docs.github.com, rate limits for the REST API).
const pauseMs = 60_000 / 80;
const mostChanges = 500;
/** Compares what was sent with every analysis that GitHub made of it. */
async function planOf(sent, { analyses }, config, host) {
    const access = { ...config, log: host.log };
    const dismissed = await (await (0,github_alerts/* githubAlerts */.j)(access)).list({ state: 'dismissed', ref: config.ref });
    const ours = dismissed.filter(({ dismissed_comment: comment }) => (0,dismissal/* isOurs */.MU)(comment));
    const isNothingToDo = ours.length === 0 && !sent.some(({ results }) => results?.some(isSuppressed));
    const stored = isNothingToDo ? [] : await storedRuns(analyses ?? [], config, host);
    const { suppressed, counting, missing } = standingOf(sent, stored);
    const known = new Set(dismissed.map(({ number }) => number));
    const changes = [
        ...ours.filter(({ number }) => counting.has(number)).map(({ number }) => ({ number, change: reopening })),
        ...[...suppressed]
            .filter(([number]) => !known.has(number))
            .map(([number, why]) => {
            const { reason, comment } = (0,dismissal/* dismissalOf */.Hs)(why);
            return { number, change: { state: 'dismissed', dismissed_reason: reason, dismissed_comment: comment } };
        }),
    ];
    return {
        changes: changes.slice(0, mostChanges),
        before: [...suppressed.keys()].filter((number) => known.has(number)).length,
        missing,
        later: Math.max(0, changes.length - mostChanges),
    };
}
const reopening = { state: 'open' };
async function storedRuns(ids, config, host) {
    const client = await (0,github_analyses/* githubAnalyses */.C)({ ...config, log: host.log });
    const runs = [];
    for (const id of ids)
        runs.push(...(await client.sarif(id)).runs);
    return runs;
}
/** What would be done, sentences. */
function rehearsed(plan) {
    const numbers = (state) => plan.changes.filter(({ change }) => change.state === state).map(({ number }) => number);
    const [dismissed, open] = [numbers('dismissed'), numbers('open')];
    const named = (list) => list.length > 0 ? ` (${list.slice(0, 20).join(', ')}${list.length > 20 ? ', …' : ''})` : '';
    const what = `${counted(dismissed.length, 'alert')} would be dismissed${named(dismissed)}, ${open.length} reopened${named(open)}`;
    return summed(plan, `Suppressed results, a dry run: ${what}`);
}
/** Makes the changes, one at a time, and tells how it went, sentences. */
async function carriedOut(plan, config, host) {
    const client = await (0,github_alerts/* githubAlerts */.j)({ ...config, log: host.log });
    const done = { dismissed: 0, open: 0 };
    const failures = [];
    for (const { number, change } of plan.changes) {
        await host.sleep(pauseMs);
        const failure = await tried(client, number, change);
        if (failure)
            failures.push(failure);
        else
            done[change.state] += 1;
        if (failure && !isAboutOne(failure))
            break;
    }
    const left = plan.changes.length - done.dismissed - done.open;
    const what = `${counted(done.dismissed, 'alert')} dismissed, ${done.open} reopened`;
    return [
        ...summed(plan, `Suppressed results: ${what}`),
        ...(failures[0] ? [`${counted(left, 'alert')} could not be dismissed or reopened. ${failures[0].message}`] : []),
    ];
}
async function tried(client, number, change) {
    try {
        await client.update(number, change);
        return undefined;
    }
    catch (error) {
        if (error instanceof errors/* ServiceError */._7)
            return error;
        throw error;
    }
}
/** Whether the next alert may fare better: it is this one that GitHub does not accept, not the token or the moment. */
function isAboutOne({ status }) {
    return status === 400 || status === 404 || status === 422;
}
/** One line of counts, when there is anything to tell. */
function summed({ changes, before, missing, later }, start) {
    if (changes.length + before + missing === 0)
        return [];
    const unknown = missing > 0 ? `; ${counted(missing, 'suppressed result')} not found in what GitHub stored` : '';
    const rest = later > 0 ? `; ${counted(later, 'alert')} left to the next run, as GitHub takes ${mostChanges} changes an hour` : '';
    return [`${start}, ${before} dismissed before${unknown}${rest}.`];
}
function counted(count, noun) {
    return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

;// CONCATENATED MODULE: ./src/stages/dismiss.ts





/**
 * What becomes of suppressed results on this ref. A dismissal holds for every branch, so it is the default branch that
 * decides; on any other, suppressed results are left out instead, or they would show as open.
 */
async function suppressionMode(runs, config, host) {
    const { suppressed, dismissals, ref } = config;
    if (suppressed !== 'dismiss' || dismissals === 'any-branch')
        return { suppressed, notices: [] };
    const reason = await obstacle(ref, config, host);
    if (reason === undefined)
        return { suppressed, notices: [] };
    const notice = `Suppressed results are left out of the upload, and no alert is dismissed or reopened: ${reason}`;
    return { suppressed: 'drop', notices: runs.some(hasSuppressed) ? [notice] : [] };
}
async function obstacle(ref, config, host) {
    const elsewhere = `a dismissal holds for every branch, and ${ref} is not the default one (\`dismissals: any-branch\` does it all the same).`;
    if (!ref.startsWith('refs/heads/'))
        return elsewhere;
    try {
        const name = await defaultBranch({ ...config, log: host.log });
        return ref === `refs/heads/${name}` ? undefined : elsewhere;
    }
    catch (error) {
        if (error instanceof errors/* ServiceError */._7)
            return `it is not known whether ${ref} is the default branch. ${error.message}`;
        throw error;
    }
}
function hasSuppressed({ results }) {
    return results?.some(isSuppressed) ?? false;
}
/**
 * Dismisses the alerts of suppressed results, and reopens those that it dismissed once and whose results count again.
 * What goes wrong is a sentence among the notices: the verdict does not hang on it.
 */
async function dismissSuppressed(runs, uploaded, config, host) {
    const sent = runs.filter(isSuccessful);
    if (config.suppressed !== 'dismiss')
        return [];
    if (uploaded.status !== 'complete')
        return sent.some(hasSuppressed)
            ? ['No alert was dismissed or reopened, because GitHub has not processed the upload.']
            : [];
    try {
        const plan = await planOf(sent, uploaded, config, host);
        return config.dismissals === 'dry-run' ? rehearsed(plan) : await carriedOut(plan, config, host);
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        return [`No alert was dismissed or reopened. ${error.message}`];
    }
}

;// CONCATENATED MODULE: ./src/stages/dismissed-alerts.ts



/**
 * Which findings people dismissed on GitHub, by the numbers of their alerts. `known` are findings whose numbers are known
 * already. Throws `ServiceError` when GitHub does not say: 403 is not "none".
 */
async function dismissedAlerts(runs, known, at, host) {
    const client = await (0,github_alerts/* githubAlerts */.j)({ ...at.github, log: host.log });
    const alerts = await client.list({ state: 'dismissed', ref: `refs/heads/${at.branch}` });
    if (alerts.length === 0)
        return new Map();
    const byNumber = new Map(alerts.map((alert) => [alert.number, alert]));
    const numbers = known ?? (await dismissed_alerts_numbered(runs, at, host));
    const found = new Map();
    for (const result of runs.flatMap(({ results = [] }) => results)) {
        const alert = numbers.get(result)?.alert;
        const dismissed = alert === undefined ? undefined : byNumber.get(alert);
        if (!dismissed)
            continue;
        const { dismissed_reason: reason, dismissed_comment: comment } = dismissed;
        found.set(result, { alert: alert, reason: reason ?? undefined, comment: comment ?? undefined });
    }
    return found;
}
async function dismissed_alerts_numbered(runs, { github, branch, root }, host) {
    const commit = await host.ask(['git', 'rev-parse', '--verify', '--quiet', 'HEAD'], root);
    const found = commit === undefined ? undefined : await baseAnalysis(runs, { branch, commit, root, github }, host);
    return found ? match(runs, found.runs).known : new Map();
}

;// CONCATENATED MODULE: ./src/transforms/category.ts
/**
 * Files a run under a category, by which GitHub tells analyses of one tool apart. A run that brings its own
 * `automationDetails`, even empty ones, keeps them, unless they are to be replaced: then only what the id says of the
 * single run, after the last slash, is kept. GitHub reads the text up to the last slash as the category.
 */
function fileUnder(run, category, own = 'keep') {
    if (category === undefined || (run.automationDetails !== undefined && own === 'keep'))
        return run;
    const folder = category.endsWith('/') ? category : `${category}/`;
    const name = run.automationDetails?.id?.split('/').pop() ?? '';
    return { ...run, automationDetails: { ...run.automationDetails, id: folder + name } };
}

;// CONCATENATED MODULE: ./src/transforms/filter.ts




/** Leaves out what the user does not want to hear of, and says how much that was and which line did it. */
function filterRuns(runs, filter) {
    const tallies = new Map(filter.patterns.map((pattern) => [pattern, { matched: 0, leftOut: 0 }]));
    const severity = { matched: 0, leftOut: 0 };
    const kept = runs.map((run) => {
        const book = ruleBook(run);
        const results = run.results?.flatMap((result) => {
            if (!isWanted(result, book, filter)) {
                severity.leftOut++;
                return [];
            }
            return placesKept(result, { run, book, filter, tallies });
        });
        return results && results.length === run.results.length && results.every((it, at) => it === run.results[at])
            ? run
            : { ...run, ...(results && { results }) };
    });
    return { runs: kept, notes: notesOf(runs, { tallies, severity }) };
}
/** What cannot be rated stays: nobody has said that it does not matter. */
function isWanted(result, { ruleOf, overrideOf }, { severities }) {
    if (!severities || !isFinding(result))
        return true;
    const rule = ruleOf(result);
    const { severity, level } = rate(result, rule, overrideOf(result, rule));
    return severity === 'unknown' || severities.includes(severity) || severities.includes(level);
}
/** The result with the places that are wanted; nothing when none of them is. */
function placesKept(result, { run, book, filter, tallies }) {
    if (filter.patterns.length === 0)
        return [result];
    const ids = [result.ruleId ?? result.rule?.id, book.ruleOf(result)?.id].filter((id) => id !== undefined);
    const speaking = filter.patterns.filter(({ matchesRule }) => ids.some(matchesRule));
    const places = result.properties?.[placeless] ? [] : (result.locations ?? []);
    const deciders = places.map((place) => deciderOf(place, run, speaking));
    for (const pattern of new Set(deciders))
        if (pattern)
            tallies.get(pattern).matched++;
    const kept = places.filter((_, at) => deciders[at]?.includes !== false);
    if (kept.length === places.length)
        return [result];
    if (kept.length > 0)
        return [{ ...result, locations: kept }];
    tallies.get(deciders[0]).leftOut++;
    return [];
}
function deciderOf(place, run, patterns) {
    const { uri, index = -1 } = place.physicalLocation?.artifactLocation ?? {};
    const file = uri ?? run.artifacts?.[index]?.location?.uri;
    if (file === undefined)
        return undefined;
    const path = (0,model_uri/* pathOfUri */.R7)(file) ?? file;
    return patterns.findLast(({ matchesPath }) => matchesPath(path));
}
function notesOf(runs, { tallies, severity }) {
    const all = runs.reduce((sum, { results }) => sum + (results?.length ?? 0), 0);
    const lines = [...tallies].map(([{ line }, tally]) => ({ line: `\`${line}\``, ...tally }));
    const left = [...lines, { line: '`filter-severity`', ...severity }].filter(({ leftOut }) => leftOut > 0);
    const total = left.reduce((sum, { leftOut }) => sum + leftOut, 0);
    const idle = lines.filter(({ matched }) => matched === 0).map(({ line }) => line);
    return [
        ...(total > 0
            ? [
                `The filter left out ${total} of ${all} findings, of the gate as well: ${left.map(({ line, leftOut }) => `${line} ${leftOut}`).join(', ')}.`,
            ]
            : []),
        ...(idle.length > 0 && all > 0
            ? [`No finding was decided by ${idle.join(', ')} of \`filter\`: check the spelling, or take it out.`]
            : []),
    ];
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
 * out. A hash is Σ s[i]·37^(99−i) mod 2^64 over the 100 symbols from the start of the line, and `:n` counts the lines
 * with the same hash so far. So only wanted lines, and earlier ones that begin like one, are hashed at all.
 */
function lineHashes(text, wanted) {
    const numbers = new Set(wanted);
    let last = 0;
    for (const line of numbers)
        if (line > last)
            last = line;
    const starts = lineStarts(text, last);
    const symbols = new Uint16Array(line_hash_window);
    const first = symbols.subarray(0, glimpse);
    const beginnings = new Int32Array(starts.length);
    for (let at = 0; at < starts.length; at++)
        beginnings[at] = sumOf(readSymbols(text, starts[at], first));
    const worthwhile = new Set(Array.from(numbers, (line) => beginnings[line - 1]));
    const counts = new Map();
    const hashes = new Map();
    for (let at = 0; at < starts.length; at++) {
        if (!worthwhile.has(beginnings[at]))
            continue;
        const hash = line_hash_hashOf(readSymbols(text, starts[at], symbols));
        const count = (counts.get(hash) ?? 0) + 1;
        counts.set(hash, count);
        if (numbers.has(at + 1))
            hashes.set(at + 1, `${hash}:${count}`);
    }
    return hashes;
}
/** Where the lines of a text begin, as far as the last one that is asked for. Lines end at LF, CR or both. */
function lineStarts(text, last) {
    const starts = last > 0 ? [0] : [];
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    while (starts.length < last && (feed !== -1 || carriage !== -1)) {
        const isFeed = carriage === -1 || (feed !== -1 && feed < carriage);
        const start = isFeed || feed === carriage + 1 ? feed + 1 : carriage + 1;
        starts.push(start);
        if (feed !== -1 && feed < start)
            feed = text.indexOf('\n', start);
        if (carriage !== -1 && carriage < start)
            carriage = text.indexOf('\r', start);
    }
    return starts;
}
/**
 * Fills a list with the symbols from a line's start on: UTF-16 units without spaces and tabs, every line end as one
 * line feed, then the mark for the end of the file, then zeros.
 */
function readSymbols(text, start, symbols) {
    const { length: most } = symbols;
    let length = 0;
    for (let at = start; length < most && at < text.length; at++) {
        const unit = text.charCodeAt(at);
        // Nearly all are greater: one question instead of four.
        if (unit > space)
            symbols[length++] = unit;
        else if (unit === carriageReturn ||
            (unit === lineFeed && (at === start || text.charCodeAt(at - 1) !== carriageReturn)))
            symbols[length++] = lineFeed;
        else if (unit !== space && unit !== tab && unit !== lineFeed)
            symbols[length++] = unit;
    }
    if (length < symbols.length)
        symbols.fill(0, length)[length] = endOfFile;
    return symbols;
}
function sumOf(symbols) {
    let sum = 0;
    for (let at = 0; at < symbols.length; at++)
        sum = (Math.imul(sum, 31) + symbols[at]) | 0;
    return sum;
}
const wordSize = 2 ** 32;
const power4 = 37 ** 4;
/**
 * 64-bit arithmetic in two halves of 32 bits, four symbols at a time: 37^4 is below 2^21, so that every intermediate
 * stays below 2^53, where doubles are exact.
 */
function line_hash_hashOf(symbols) {
    let high = 0;
    let low = 0;
    for (let at = 0; at < symbols.length; at += 4) {
        const four = ((symbols[at] * 37 + symbols[at + 1]) * 37 + symbols[at + 2]) * 37 + symbols[at + 3];
        const sum = low * power4 + four;
        low = sum >>> 0;
        high = (high * power4 + Math.floor(sum / wordSize)) >>> 0;
    }
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}

;// CONCATENATED MODULE: ./src/transforms/fingerprints.ts


/**
 * Adds `partialFingerprints.primaryLocationLineHash`, by which GitHub knows an alert again when lines move. Another
 * value that is there already is kept or replaced. Results whose place or file is unknown get none, as in GitHub's own
 * uploader.
 */
function addFingerprints(run, { root, read }, others = 'keep') {
    const places = placesByFile(run, root);
    if (places.size === 0)
        return { run, foreign: 0 };
    const results = [...run.results];
    let foreign = 0;
    for (const [path, there] of places) {
        const text = read(path);
        if (text === undefined)
            continue;
        const hashes = lineHashes(text, there.map((at) => lineOf(results[at])));
        for (const at of there) {
            const result = results[at];
            const hash = hashes.get(lineOf(result));
            const own = result.partialFingerprints?.[key];
            if (own && hash !== undefined && own !== hash)
                foreign++;
            if (hash !== undefined && (!own || others === 'replace'))
                results[at] = withHash(result, hash);
        }
    }
    return { run: { ...run, results }, foreign };
}
const key = 'primaryLocationLineHash';
function withHash(result, hash) {
    return { ...result, partialFingerprints: { ...result.partialFingerprints, [key]: hash } };
}
/** Which results want a fingerprint, by their file, so that each file is read once and let go again. */
function placesByFile(run, root) {
    const byUri = new Map();
    run.results?.forEach((result, at) => {
        if (typeof lineOf(result) !== 'number')
            return;
        const uri = fingerprints_uriOf(run, result);
        if (typeof uri === 'string')
            listUnder(byUri, uri, [at]);
    });
    const byPath = new Map();
    for (const [uri, there] of byUri) {
        const path = fingerprints_pathOf(uri, root);
        if (path !== undefined)
            listUnder(byPath, path, there);
    }
    return byPath;
}
function listUnder(lists, key, items) {
    const known = lists.get(key);
    if (known)
        for (const item of items)
            known.push(item);
    else
        lists.set(key, items);
}
/** Only the first location counts. */
function lineOf(result) {
    return result.locations?.[0]?.physicalLocation?.region?.startLine;
}
function fingerprints_uriOf(run, result) {
    const location = result.locations?.[0]?.physicalLocation?.artifactLocation;
    return location?.uri || run.artifacts?.[location?.index ?? -1]?.location?.uri;
}
/** As GitHub's uploader finds the file: bases ignored, escapes undone once, `file://` removed, the rest under the root. */
function fingerprints_pathOf(uri, root) {
    const path = (0,model_uri/* pathOfUri */.R7)(uri)?.replace(/^file:\/\//, '');
    if (path === undefined || path === '' || path.includes('://'))
        return undefined;
    if (!path.startsWith('/'))
        return path;
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/transforms/locations.ts
/** Rewrites every artifact location of a run, wherever it stands. Only what changes is copied; the rest is the same. */
function mapLocations(run, rewrite) {
    const walk = (value, key = '') => {
        if (typeof value !== 'object' || value === null || without.has(key))
            return value;
        if (Array.isArray(value))
            return mapItems(value, (item) => walk(item));
        if (key === 'artifactLocation' || key === 'analysisTarget')
            return rewrite(value);
        return mapValues(value, walk);
    };
    const artifacts = mapItems(run.artifacts, (artifact) => mapKey(artifact, 'location', (it) => it && rewrite(it)));
    const withArtifacts = artifacts === run.artifacts ? run : { ...run, artifacts };
    return mapValues(withArtifacts, (value, key) => (notOfFindings.has(key) ? value : walk(value, key)));
}
/** What of a run holds no place of a finding, or is somebody else's to lay out. */
const notOfFindings = new Set(['tool', 'artifacts', 'originalUriBaseIds', 'properties', 'versionControlProvenance']);
/** Where SARIF has no place for an artifact location: with `properties`, nearly half of a log. */
const without = new Set(['properties', 'message', 'region', 'contextRegion', 'partialFingerprints', 'fingerprints']);
function mapItems(items, change) {
    let changed;
    items?.forEach((item, at) => {
        const next = change(item);
        if (next === item)
            return;
        changed ??= [...items];
        changed[at] = next;
    });
    return changed ?? items;
}
function mapValues(object, change) {
    let changed;
    for (const key of Object.keys(object)) {
        const value = object[key];
        const next = change(value, key);
        if (next === value)
            continue;
        changed ??= { ...object };
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
    const placed = (uri, uriBaseId) => {
        const known = seen.get(uriBaseId) ?? new Map();
        if (known.size === 0)
            seen.set(uriBaseId, known);
        const place = known.get(uri) ?? paths_placeOf({ uri, uriBaseId }, bases, checkout);
        known.set(uri, place);
        return place;
    };
    const rewrite = (location) => {
        const { uri, uriBaseId } = location;
        if (typeof uri !== 'string' || uri === '')
            return location;
        const place = placed(uri, uriBaseId);
        if (place.uri === uri && place.uriBaseId === uriBaseId)
            return location;
        // Most locations say nothing else: those of one file become one object, which saves a lot of memory.
        if (hasOnly(location, placeKeys))
            return place;
        const { uriBaseId: _resolved, ...rest } = location;
        return { ...rest, ...place };
    };
    return mapLocations(run, rewrite);
}
const placeKeys = new Set(['uri', 'uriBaseId']);
function hasOnly(object, keys) {
    for (const key of Object.keys(object))
        if (!keys.has(key))
            return false;
    return true;
}
/**
 * A base that lies outside is the checkout by another name, such as the folder where a container has it mounted: GitHub
 * ignores bases, so the path alone is never worse.
 */
function paths_placeOf(given, bases, checkout) {
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
        return { uri: plain ? (0,model_uri/* encodePath */.O0)(plain) : uri };
    return { uri: (0,model_uri/* encodePath */.O0)(inFolder) };
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
    return /[?#]/.test(path) ? undefined : (0,model_uri/* pathOfUri */.R7)(path)?.replace(/^\/(?=[a-z]:\/)/i, '');
}
/** Absolute paths lose the checkout's folder; those outside of it become `file:` URIs. Windows ignores case. */
function withoutRoot(path, plain, { roots }) {
    const hasDrive = !path.startsWith('/');
    const absolute = hasDrive ? plain : `/${plain}`;
    const comparable = (text) => (hasDrive ? text.replaceAll('\\', '/').toLowerCase() : text);
    const root = roots.find((folder) => comparable(absolute).startsWith(`${comparable(folder)}/`));
    return root === undefined ? (0,model_uri/* uriOfPath */.Te)(absolute) : (0,model_uri/* encodePath */.O0)(absolute.slice(root.length + 1));
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
    const described = rules.map(describe);
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
    return [...missing].map((id) => describe({ id }));
}
/** `CA1000/1` is a part of rule `CA1000` (SARIF 3.27.5), and needs no entry of its own. */
function isKnown(id, known) {
    const slash = id.lastIndexOf('/');
    return known.has(id) || (slash > 0 && isKnown(id.slice(0, slash), known));
}
function describe(given) {
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
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/stages/normalise.ts








/** Makes runs what GitHub understands: faults mended, paths from the checkout, described rules, category, fingerprints. */
function normalise(runs, config) {
    const { root, folder, category, toolName, filter } = config;
    const realRoot = realPath(root) ?? root;
    const checkout = {
        roots: [...new Set([root, realRoot])],
        ranIn: isInside(folder, root) ? (0,external_node_path_.relative)(root, folder).replaceAll(external_node_path_.sep, '/') : '',
        exists: (path) => regularFile(realRoot, path) !== undefined,
    };
    const sources = { root, read: (path) => readSource(realRoot, path) };
    const repaired = runs.map((run) => repair(named(run, toolName), anchorPath));
    const placed = repaired.map(({ run }) => relativePaths(run, checkout));
    const wanted = filter ? filterRuns(placed, filter) : { runs: placed, notes: [] };
    const filed = wanted.runs.map(describeRules).map((run) => fileUnder(run, category, config.ownCategory));
    const known = filed.map((run) => addFingerprints(run, sources, config.fingerprints));
    return {
        runs: known.map(({ run }) => run),
        notices: [...repaired.flatMap(mendings), ...wanted.notes, ...foreignPrints(known, config)],
    };
}
function mendings({ run, repairs }) {
    if (repairs.length === 0)
        return [];
    const kinds = repairs.map(({ kind, count, example }) => `${count} × ${kind}${example ? ` (${example})` : ''}`);
    return [`Mended in the SARIF of ${run.tool.driver.name}: ${kinds.join('; ')}.`];
}
/** One line a tool, where GitHub's own uploader writes one a result. */
function foreignPrints(known, { fingerprints = 'keep' }) {
    const counts = new Map();
    for (const { run, foreign } of known) {
        const tool = run.tool.driver.name;
        if (foreign > 0)
            counts.set(tool, (counts.get(tool) ?? 0) + foreign);
    }
    const fate = fingerprints === 'keep'
        ? 'They are kept, so that GitHub knows the alerts again that it has; `fingerprints: replace` puts the computed ones in their place'
        : 'They were replaced';
    return [...counts].map(([tool, count]) => `${count} results of ${tool} bring a fingerprint (\`primaryLocationLineHash\`) other than the one computed from their source. ${fate}.`);
}
function named(run, toolName) {
    return toolName === undefined
        ? run
        : { ...run, tool: { ...run.tool, driver: { ...run.tool.driver, name: toolName } } };
}

;// CONCATENATED MODULE: ./src/clients/github-contents.ts


/**
 * The text of a file of the repository at a branch, tag or commit; undefined where there is none. A repository that the
 * token cannot see looks the same to GitHub. Up to 1 MB (GitHub's limit for this endpoint's plain answer is 100 MB).
 */
async function fileAt(access, path, ref) {
    const octokit = await (0,clients_octokit/* connect */.Ng)(access);
    return (0,clients_octokit/* told */.Ev)(`Reading ${path} at ${ref}`, access, async () => {
        const answer = await (0,clients_octokit/* unlessMissing */.F2)(undefined, () => octokit.request('GET /repos/{owner}/{repo}/contents/{path}', {
            ...(0,clients_octokit/* repositoryOf */._M)(access),
            path,
            ref,
            mediaType: { format: 'raw' },
        }));
        if (!answer)
            return undefined;
        const text = answer.data;
        if (typeof text === 'string')
            return text;
        throw new errors/* ServiceError */._7(`${path} at ${ref} is no file, but a folder or something else.`);
    });
}

;// CONCATENATED MODULE: ./src/config/policy-exceptions.ts

const policy_exceptions_dayMs = 24 * 3_600_000;
/** What is accepted; throws `UserError` for an exception that lacks what the rules ask, or ends too late. */
function exceptionsOf({ exceptions = [], 'exception-rules': rules = {} }, words, around) {
    const { require: required = ['reason', 'expires'], 'max-days': mostDays = Infinity } = rules;
    return exceptions.map((given, at) => {
        const pointer = `/exceptions/${at}`;
        const missing = required.filter((key) => given[key] === undefined);
        if (missing.length > 0)
            throw new errors/* UserError */.yo(`${around.place(pointer)}: the exception \`${given.id}\` has no ${missing.join(' and no ')}. Add ${missing.length === 1 ? 'it' : 'them'}; \`exception-rules.require\` asks for it.`);
        const expires = given.expires === undefined ? undefined : endOf(given.expires, around.place(`${pointer}/expires`));
        if (expires !== undefined && expires - around.now > mostDays * policy_exceptions_dayMs)
            throw new errors/* UserError */.yo(`${around.place(`${pointer}/expires`)}: the exception \`${given.id}\` ends more than ${mostDays} days from now, which \`exception-rules.max-days\` forbids. Give an earlier day.`);
        const { id, reason, owner, ticket } = given;
        return { id, match: words(`${pointer}/match`)(given.match), reason, owner, ticket, expires };
    });
}
/** Valid through the end of the day, UTC. */
function endOf(day, place) {
    const start = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
        throw new errors/* UserError */.yo(`${place}: there is no ${day} in the calendar. Write a day as in 2027-01-31.`);
    return start + policy_exceptions_dayMs - 1;
}
function exceptionRulesOf({ 'exception-rules': given = {} }, byDefault) {
    const { expired, unused, suppressions, dismissed, 'warn-before': warnBefore = '0d' } = given;
    const days = Number(warnBefore.slice(0, -1)) * (warnBefore.endsWith('w') ? 7 : 1);
    return {
        warnBeforeMs: days * policy_exceptions_dayMs,
        expired: expired ?? byDefault.expired,
        unused: unused ?? byDefault.unused,
        suppressions: suppressions ?? byDefault.suppressions,
        dismissed: dismissed ?? byDefault.dismissed,
    };
}

;// CONCATENATED MODULE: ./src/config/policy-finding-schema.ts
const policy_finding_schema_text = (description) => ({ type: 'string', minLength: 1, description });
const flag = (description) => ({ type: 'boolean', description });
const count = (description) => ({
    type: 'integer',
    minimum: 0,
    maximum: 2 ** 31 - 1,
    description,
});
const policy_finding_schema_words = (choices, description, byDefault) => ({
    type: 'string',
    enum: [...choices],
    description,
    ...(byDefault && { default: byDefault }),
});
/** One, or a list of which one has to fit. */
const policy_finding_schema_some = (item) => ({
    anyOf: [item, { type: 'array', items: item, minItems: 1, description: item.description }],
    description: item.description,
});
const struct = (properties, description, required = []) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
    description,
});
const severities = ['critical', 'high', 'medium', 'low', 'note'];
const compared = '(?:>=|<=|>|<|=)?\\s*';
const policy_finding_schema_number = (description) => ({
    anyOf: [
        { type: 'number', description },
        { type: 'string', pattern: `^${compared}\\d+(?:\\.\\d+)?$`, description },
    ],
    description,
});
const pattern = (what) => policy_finding_schema_some(policy_finding_schema_text(`${what}: a glob, or a regular expression of RE2 between slashes`));
const severity = policy_finding_schema_some({
    type: 'string',
    pattern: `^${compared}(?:${severities.join('|')})$`,
    description: 'a severity, as in `high` or `>=high`',
});
/** Everything that tells one finding from another. */
const finding = {
    tool: pattern('the name of the tool'),
    rule: pattern('the id of the rule'),
    'rule-not': pattern('an id that the rule must not have'),
    tag: pattern('a tag of the rule'),
    'tag-not': pattern('a tag that the rule must not have'),
    cwe: policy_finding_schema_some({ type: 'string', pattern: '^(?:CWE-)?\\d{1,5}$', description: 'a weakness, as in `CWE-79`' }),
    cve: pattern('the id of a vulnerability, as in `CVE-2021-44228`'),
    path: pattern('the file, from the root of the repository'),
    'path-not': pattern('a file that it must not be'),
    message: pattern('the message'),
    severity,
    level: policy_finding_schema_some({
        type: 'string',
        pattern: `^${compared}(?:error|warning|note|none)$`,
        description: 'a level of SARIF, as in `error` or `>=warning`',
    }),
    'security-severity': policy_finding_schema_number('the score of the finding or its rule, 0 to 10, as in `>=7`'),
    cvss: policy_finding_schema_number('the CVSS score, as in `>=9`'),
    epss: policy_finding_schema_number('the chance of being exploited within 30 days, as in `>=0.5`'),
    kev: flag('whether it is known to be exploited (CISA)'),
    fixable: flag('whether the tool knows a fix'),
    age: policy_finding_schema_some({
        type: 'string',
        pattern: `^${compared}\\d+(?:\\.\\d+)?[hdw]$`,
        description: 'how long it has been there, as in `>7d`: h, d or w',
    }),
    kind: policy_finding_schema_some(policy_finding_schema_words(['fail', 'open', 'review', 'informational', 'notApplicable', 'pass'], "SARIF's kind of a result")),
    category: pattern('the category of the analysis'),
    language: pattern('the language of the file'),
    fingerprint: policy_finding_schema_some(policy_finding_schema_text('one of its fingerprints')),
};
const inner = struct(finding, 'what a finding has to be');
const where = struct({
    ...finding,
    any: { type: 'array', items: inner, minItems: 1, description: 'one of these has to fit' },
    not: inner,
}, 'what a finding has to be: all keys have to fit, and of a list one item');

;// CONCATENATED MODULE: ./src/config/policy-schema.ts

const needs = ['required', 'optional', 'off'];
const gate = struct({
    id: policy_finding_schema_text('what it is called in outputs'),
    title: policy_finding_schema_text('what it is called in summaries'),
    scope: policy_finding_schema_words(['new', 'all', 'delta', 'fixed'], 'which findings are counted', 'all'),
    where: where,
    max: count('how many are tolerated'),
    min: count('how many there have to be, for the scope `fixed`'),
    // biome-ignore lint/suspicious/noThenProperty: it is the word of the policy file.
    then: policy_finding_schema_words(['fail', 'warn', 'note'], 'what a broken limit means', 'fail'),
    'if-unknown': policy_finding_schema_words(['match', 'no-match', 'warn'], 'what a finding counts for that lacks what is asked', 'warn'),
    events: {
        type: 'array',
        items: policy_finding_schema_text("GitHub's word for what started the run"),
        minItems: 1,
        description: 'for which events it holds',
    },
    status: struct({
        source: policy_finding_schema_words(['zadig'], 'whose status'),
        pass: policy_finding_schema_some(policy_finding_schema_text('a status that passes')),
        warn: policy_finding_schema_some(policy_finding_schema_text('a status that warns')),
        fail: policy_finding_schema_some(policy_finding_schema_text('a status that fails')),
        skip: policy_finding_schema_some(policy_finding_schema_text('a status that decides nothing')),
    }, 'what the words of Zadig mean', ['source']),
}, 'a limit on findings, or what the status of Zadig means', ['id']);
const exception = struct({
    id: policy_finding_schema_text('what it is called in reports'),
    match: where,
    reason: policy_finding_schema_text('why it is accepted'),
    owner: policy_finding_schema_text('who answers for it'),
    ticket: policy_finding_schema_text('where it is followed up'),
    expires: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'the last day on which it holds, UTC, as in `2027-01-31`',
    },
}, 'findings that somebody accepted', ['id', 'match']);
const settings = struct({
    'unknown-severity': policy_finding_schema_words(severities, 'what a severity counts as that nobody knows', 'high'),
    'level-severity': struct(Object.fromEntries(['error', 'warning', 'note', 'none'].map((level) => [level, policy_finding_schema_words(severities, `the severity of \`${level}\``)])), 'the severities of findings without a score'),
    enforcement: policy_finding_schema_words(['block', 'warn', 'off'], 'whether a broken limit fails the job', 'block'),
    'on-error': policy_finding_schema_words(['fail', 'warn'], 'what becomes of something required that could not be evaluated', 'fail'),
    lock: flag('whether inputs may not loosen this file'),
    'severity-overrides': {
        type: 'array',
        items: struct({ ...finding, severity: policy_finding_schema_words(severities, 'what it is rated as') }, 'findings that are rated otherwise', ['severity']),
        description: 'the first that fits wins over everything a tool says',
    },
}, 'how findings are rated, and what a verdict does');
const newness = struct({
    source: policy_finding_schema_words(['auto', 'baseline', 'base-branch', 'diff'], 'by what a finding is told to be new', 'auto'),
    baseline: policy_finding_schema_some(policy_finding_schema_text('SARIF files that say what is old')),
    'diff-match': policy_finding_schema_words(['any', 'all'], 'whether one changed line is enough', 'any'),
    'on-missing': policy_finding_schema_words(['fail', 'warn', 'all'], 'what to do when nobody knows what is new', 'fail'),
}, 'what "new" means');
const sources = struct({
    scanner: policy_finding_schema_words(needs, 'the scanners and their reports', 'required'),
    upload: policy_finding_schema_words(needs, 'that GitHub took and processed the upload'),
    zadig: policy_finding_schema_words(needs, 'the scan in Zadig'),
    'dismissed-alerts': policy_finding_schema_words(needs, 'what people dismissed on GitHub', 'optional'),
}, 'what has to be known for a verdict');
const exceptionRules = struct({
    require: {
        type: 'array',
        items: policy_finding_schema_words(['reason', 'expires', 'owner', 'ticket'], 'a key'),
        description: 'what every exception has to have',
    },
    'max-days': { type: 'integer', minimum: 1, maximum: 36_500, description: 'how far away its end may be' },
    'warn-before': {
        type: 'string',
        pattern: '^\\d+[dw]$',
        description: 'how long before its end it is listed, as in `14d`',
    },
    expired: policy_finding_schema_words(['ignore', 'fail'], 'what an exception does whose day is over', 'ignore'),
    unused: policy_finding_schema_words(['warn', 'ignore'], 'what becomes of an exception that meets nothing', 'warn'),
    suppressions: policy_finding_schema_words(['honor', 'ignore'], 'whether suppressions in the SARIF count', 'honor'),
    dismissed: policy_finding_schema_words(['honor', 'ignore'], 'whether alerts dismissed on GitHub count', 'honor'),
}, 'what is asked of exceptions');
/** The policy file. `schemas/policy.schema.json` is written from it. */
const policySchema = struct({
    version: { type: 'integer', minimum: 1, maximum: 1, description: 'the version of this language: 1' },
    settings,
    new: newness,
    sources,
    gates: { type: 'array', items: gate, description: 'each is evaluated, in this order' },
    exceptions: { type: 'array', items: exception, description: 'what somebody accepted' },
    'exception-rules': exceptionRules,
}, 'the policy of the gate', ['version']);

// EXTERNAL MODULE: ./src/config/schema.ts
var schema = __webpack_require__(131);
;// CONCATENATED MODULE: ./src/config/policy-file.ts




const policy_file_mostTold = 10;
/** Reads a policy; throws `UserError` with file, line and column for what is no YAML, no policy, or a misspelt key. */
async function parsePolicy(text, file) {
    const { LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${line}:${col}`;
    };
    const [error] = document.errors;
    if (error)
        throw new errors/* UserError */.yo(`${file}:${at(error.pos[0])}: this is not YAML: ${error.message.split('\n')[0]}. Mend it there.`);
    const placeOf = (pointer) => at(offsetOf(document, policy_file_pathOf(pointer)));
    const policy = values(document, file);
    const breaches = (0,schema/* breachesOf */.d)(policySchema, policy);
    if (breaches.length > 0)
        throw new errors/* UserError */.yo(policy_file_told(breaches, file, placeOf));
    return { policy: policy, placeOf };
}
/** Aliases may grow into more than memory holds; the library counts them. */
function values(document, file) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${file}: ${(0,errors/* messageOf */.bD)(error).split('\n')[0]}. Mend it there.`);
    }
}
function policy_file_pathOf(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
/** Of the key, or where the key is missing, of what should hold it. */
function offsetOf(document, path) {
    const holder = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
    const { items, range } = (holder ?? {});
    const last = path.at(-1);
    const pair = items?.find(({ key }) => key?.value === last);
    const item = last !== undefined && /^\d+$/.test(last) ? items?.[Number(last)] : undefined;
    return pair?.key?.range?.[0] ?? item?.range?.[0] ?? range?.[0] ?? 0;
}
function policy_file_told(breaches, file, placeOf) {
    const lines = breaches.slice(0, policy_file_mostTold).map((breach) => `${file}:${placeOf(breach.pointer)}: ${sentence(breach)}`);
    const more = breaches.length - lines.length;
    return [...lines, ...(more > 0 ? [`${file}: and ${more} more of that kind.`] : [])].join('\n');
}
function sentence({ pointer, rule, wanted, unknown }) {
    const name = `\`${pointer || 'the file'}\``;
    if (!unknown)
        return `${name} ${rule}${wanted ? `: ${wanted}` : ''}.`;
    const { key, known } = unknown;
    return `${name} ${rule}.${(0,suggest/* didYouMean */.a)(key, known) || ` The keys are ${known.join(', ')}.`}`;
}

// EXTERNAL MODULE: ./src/model/pattern.ts
var model_pattern = __webpack_require__(323);
;// CONCATENATED MODULE: ./src/config/policy-words.ts

const hourMs = 3_600_000;
const units = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };
/** The engine for regular expressions is loaded only for policies that have one. */
async function whereReader(text) {
    const expression = /['"\s[]\//.test(text) ? (await __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 2856))).RE2JS : undefined;
    const pattern = (value) => {
        const word = String(value);
        const body = /^\/(.+)\/(i?)$/s.exec(word);
        if (!body)
            return { text: word, matches: (0,model_pattern/* globOf */.k)(word) };
        const compiled = expression.compile(body[1], body[2] ? expression.CASE_INSENSITIVE : 0);
        return { text: word, matches: (candidate) => compiled.matcher(candidate).find() };
    };
    const read = (given) => {
        const where = {};
        for (const [key, value] of Object.entries(given)) {
            if (key === 'any')
                where[key] = value.map(read);
            else if (key === 'not')
                where[key] = read(value);
            else if (value !== undefined)
                where[key] = readers[key]?.(listed(value)) ?? listed(value).map(pattern);
        }
        return where;
    };
    return read;
}
function listed(value) {
    return (Array.isArray(value) ? value : [value]);
}
const limits = (read) => (values) => values.map((value) => {
    const [, operator = '=', text = ''] = /^(>=|<=|>|<|=)?\s*(.*)$/s.exec(String(value));
    return { operator: operator, value: read(text) };
});
/** Everything that is no pattern. */
const readers = {
    severity: limits((text) => text),
    level: limits((text) => text),
    'security-severity': limits(Number),
    cvss: limits(Number),
    epss: limits(Number),
    age: limits((text) => Number(text.slice(0, -1)) * units[text.slice(-1)]),
    kev: ([value]) => value,
    fixable: ([value]) => value,
    cwe: (values) => values.map((value) => `CWE-${Number(String(value).replace(/^CWE-/i, ''))}`),
    fingerprint: (values) => values.map(String),
};

;// CONCATENATED MODULE: ./src/config/policy.ts





/** The policy of inputs alone. */
function policyOfInputs(given) {
    return {
        gates: simpleGates(given.limits),
        ratings: policy_defaultRatings,
        exceptions: [],
        exceptionRules: { warnBeforeMs: 0, expired: 'ignore', unused: 'warn', suppressions: 'honor', dismissed: 'honor' },
        sources: sourcesOf({}, given),
        onMissing: 'fail',
        newness: { source: 'auto', baseline: [], diffMatch: 'any' },
        enforcement: given.enforcement ?? 'block',
        onError: given.onError ?? 'fail',
        zadigWords: {},
        event: given.event,
    };
}
/**
 * The policy of a file, with what inputs say beside it: per key an input goes first, and the limits of inputs are gates
 * more, never fewer. Throws `UserError` for what is no policy, and for inputs that loosen a locked one.
 */
async function policyOfFile(text, file, given, now) {
    const { policy, placeOf } = await parsePolicy(text, file);
    if (policy.settings?.lock)
        refuseLoosening(policy, file, given);
    const place = (pointer) => `${file}:${placeOf(pointer)}`;
    const words = guarded(await whereReader(text), place);
    const byInputs = policyOfInputs(given);
    const gates = gatesOf(policy, words);
    return {
        ...byInputs,
        gates: gates === undefined ? byInputs.gates : [...gates, ...(given.isAsked ? byInputs.gates : [])],
        ratings: ratingsOf(policy, words),
        exceptions: exceptionsOf(policy, words, { place, now }),
        exceptionRules: exceptionRulesOf(policy, byInputs.exceptionRules),
        sources: sourcesOf(policy, given),
        onMissing: policy.new?.['on-missing'] ?? 'fail',
        newness: {
            source: policy.new?.source ?? 'auto',
            baseline: [policy.new?.baseline ?? []].flat(),
            diffMatch: policy.new?.['diff-match'] ?? 'any',
        },
        enforcement: given.enforcement ?? policy.settings?.enforcement ?? 'block',
        onError: given.onError ?? policy.settings?.['on-error'] ?? 'fail',
        zadigWords: zadigWordsOf(policy),
    };
}
/** With a lock, whoever may edit the workflow but not the policy can only ask for more. */
function refuseLoosening({ settings, sources }, file, given) {
    const isLooser = (need, wanted = 'required') => need !== undefined && strictness.indexOf(need) < strictness.indexOf(wanted);
    const enforcements = ['off', 'warn', 'block'];
    const { enforcement, onError } = given;
    const loose = [
        ...(enforcement && enforcements.indexOf(enforcement) < enforcements.indexOf(settings?.enforcement ?? 'block')
            ? ['enforcement']
            : []),
        ...(onError === 'warn' && settings?.['on-error'] !== 'warn' ? ['on-error'] : []),
        ...(isLooser(given.upload.given, sources?.upload) ? ['upload'] : []),
        ...(isLooser(given.zadig.given, sources?.zadig) ? ['zadig'] : []),
        ...given.hiding,
    ];
    if (loose.length === 0)
        return;
    const names = loose.map((name) => `\`${name}\``).join(', ');
    throw new errors/* UserError */.yo(`${file} is locked (\`settings.lock\`), and ${names} would loosen it. Leave ${loose.length === 1 ? 'it' : 'them'} out, or change the policy.`);
}
const strictness = ['off', 'optional', 'required'];
/** A pattern that cannot be read is told with its place. */
function guarded(read, place) {
    return (pointer) => (given) => {
        try {
            return read(given);
        }
        catch (error) {
            throw new errors/* UserError */.yo(`${place(pointer)}: a pattern cannot be read: ${(0,errors/* messageOf */.bD)(error)}. Mend it there.`);
        }
    };
}
/** Undefined where the file has no gates at all, so that those of the inputs hold. */
function gatesOf({ gates }, words) {
    const limits = gates?.flatMap((gate, at) => (gate.status ? [] : [gateOf(gate, words(`/gates/${at}/where`))]));
    return limits && limits.length > 0 ? limits : undefined;
}
function gateOf(given, read) {
    const { id, title, scope = 'all', where = {}, max, min, then = 'fail', events } = given;
    const ifUnknown = given['if-unknown'] ?? 'warn';
    return {
        id,
        title: title ?? id,
        scope,
        where: read(where),
        max,
        min,
        ifBroken: then,
        ifUnknown,
        events,
        what: `of \`${id}\``,
    };
}
function ratingsOf({ settings = {} }, words) {
    const { 'unknown-severity': unknown, 'level-severity': levels, 'severity-overrides': overrides = [] } = settings;
    return {
        unknown: unknown ?? policy_defaultRatings.unknown,
        levels: { ...policy_defaultRatings.levels, ...levels },
        overrides: overrides.map(({ severity, ...where }, at) => ({
            where: words(`/settings/severity-overrides/${at}`)(where),
            severity: severity,
            text: JSON.stringify(where),
        })),
    };
}
function sourcesOf({ sources = {} }, given) {
    const upload = given.upload.given ?? sources.upload ?? given.upload.otherwise;
    return {
        scanner: sources.scanner ?? 'required',
        upload: given.isStranger && upload === 'required' ? 'optional' : upload,
        zadig: given.zadig.given ?? sources.zadig ?? given.zadig.otherwise,
        dismissedAlerts: sources['dismissed-alerts'] ?? 'optional',
    };
}
function zadigWordsOf({ gates = [] }) {
    const meanings = ['pass', 'warn', 'fail', 'skip'];
    return Object.fromEntries(gates.flatMap(({ status }) => meanings.flatMap((meaning) => [status?.[meaning] ?? []].flat().map((word) => [word.toLowerCase(), meaning]))));
}

;// CONCATENATED MODULE: ./src/stages/policy.ts




/** Reads the policy file; throws `UserError` for a wrong one, `NotEvaluated` where the version that counts is out of reach. */
async function readPolicies(place, given, host) {
    const toPolicy = (text, name = place.name) => text === undefined ? policyOfInputs(given) : policyOfFile(text, name, given, host.now());
    if (place.elsewhere)
        return { decides: await toPolicy(await textElsewhere(place, host)), notices: [] };
    const own = await textHere(place);
    if (!place.base) {
        if (own === undefined && place.isAsked)
            throw missing(place);
        return { decides: await toPolicy(own), notices: own === undefined ? [] : [`The policy is ${place.name}.`] };
    }
    const { branch } = place.base;
    const base = await textAtBase(place, place.base, host);
    if (base === undefined && own === undefined && place.isAsked)
        throw missing(place);
    const decides = await toPolicy(base, `${place.name} of ${branch}`);
    const said = base === undefined ? [] : [`The policy is ${place.name}, as ${branch} has it.`];
    if (own === base)
        return { decides, notices: said };
    return { decides, ...(await afterMerge(() => toPolicy(own), place.name, said)) };
}
/** A policy that the pull request breaks must not fail a run that it does not decide; people are told before they merge. */
async function afterMerge(read, name, said) {
    try {
        return { afterMerge: await read(), notices: said };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const [first = ''] = error.message.split('\n');
        return { notices: [...said, `This pull request changes ${name}, and breaks it: ${first}`] };
    }
}
function missing({ name, file }) {
    return new errors/* UserError */.yo(`\`policy\`: there is no file ${name} (looked for at ${file}). Give its path, or \`owner/repository/path@ref\` for one in another repository.`);
}
async function textHere({ file, name }) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* UserError */.yo(`\`policy\`: ${name} cannot be read (${code ?? (0,errors/* messageOf */.bD)(error)}). Give the path of a policy file.`);
    }
}
/** From Git where the branch is at hand, else from GitHub. Undefined where the base has no policy. */
async function textAtBase(place, base, host) {
    const git = (...words) => host.ask(['git', ...words], place.root);
    const commit = await git('rev-parse', '--verify', '--quiet', `refs/remotes/origin/${base.branch}^{commit}`);
    if (commit !== undefined) {
        const listed = await git('ls-tree', '--name-only', commit, '--', place.path);
        return listed
            ? policy_textOf(await host.exec({ words: ['git', 'show', `${commit}:${place.path}`], cwd: place.root, timeoutMs: 60_000 }))
            : undefined;
    }
    const { token, apiUrl } = place.github;
    if (token && base.repository)
        return fileAt({ token, apiUrl, repository: base.repository, log: host.log }, place.path, base.branch);
    throw new errors/* NotEvaluated */.td(`The policy of ${base.branch} decides on this pull request, and cannot be read: the checkout does not have that branch, and there is no \`github-token\` to ask GitHub with. Check out with \`fetch-depth: 0\`, give \`github-token\`, or set \`policy-ref\` to \`head\`.`);
}
function policy_textOf({ exitCode, stdout, stderr }) {
    if (exitCode === 0)
        return Buffer.from(stdout).toString('utf8');
    throw new errors/* NotEvaluated */.td(`Git cannot show the policy file: ${stderr.trim()}. Check out with \`fetch-depth: 0\`.`);
}
async function textElsewhere({ elsewhere, github, name }, host) {
    const { repository, path, ref } = elsewhere;
    const { token, apiUrl } = github;
    if (!token)
        throw new errors/* UserError */.yo(`\`policy\`: ${name} is in another repository, and there is no token to read it with. Give \`policy-token\`.`);
    const text = await fileAt({ token, apiUrl, repository, log: host.log }, path, ref);
    if (text !== undefined)
        return text;
    throw new errors/* UserError */.yo(`\`policy\`: GitHub knows no file ${path} at ${ref} in ${repository}, or the token may not read it. Give \`policy-token\`, a token that may read contents there.`);
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
// EXTERNAL MODULE: ./src/render/summary.ts + 1 modules
var summary = __webpack_require__(947);
// EXTERNAL MODULE: ./src/render/columns.ts
var columns = __webpack_require__(431);
// EXTERNAL MODULE: ./src/render/zadig.ts
var zadig = __webpack_require__(4295);
;// CONCATENATED MODULE: ./src/render/table.ts




const most = 50;
const longest = { cell: 200, message: 120, sentence: 600 };
const marks = { pass: '✓', note: 'i', warn: '!', fail: '✗', error: '?', 'not-applicable': '-' };
/** The same outcome for a terminal or a plain log: what blocks, the conditions, the verdict last, where eyes rest. */
function tableOf(outcome) {
    const { verdict, reason, blocking, warning, conditions, notices = [], sarifPath } = outcome;
    return [
        ...findings(blocking, (0,model_outcome/* isBlocked */.lT)(outcome) ? 'blocking' : 'tolerated'),
        ...findings(warning, 'below the limit'),
        ...conditions.map(condition),
        ...(0,zadig/* measuresLine */.k)(outcome),
        ...notices.map((notice) => `· ${(0,plain/* oneLine */.TN)(notice)}`),
        ...(0,model_outcome/* advicesOf */.Fj)(conditions).map((advice) => `→ ${(0,plain/* oneLine */.TN)(advice)}`),
        ...(sarifPath ? [`SARIF: ${(0,plain/* oneLine */.TN)(sarifPath)}`] : []),
        `${verdict.toUpperCase()}: ${(0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(reason), longest.sentence)}`,
    ].join('\n');
}
function findings(alerts, title) {
    if (alerts.length === 0)
        return [];
    const cell = (text) => (0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(text), longest.cell);
    const rows = alerts
        .slice(0, most)
        .map(({ severity, file = '', line, rule, message }) => [
        severity,
        cell(line === undefined ? file : `${file}:${line}`),
        cell(rule),
        (0,plain/* cut */.Jj)((0,plain/* oneLine */.TN)(message), longest.message),
    ]);
    const rest = alerts.length - rows.length;
    return [
        `${alerts.length} ${title}`,
        ...(0,columns/* aligned */.b)(rows).map((row) => `  ${row}`),
        ...(rest > 0 ? [`  …and ${rest} more in the SARIF`] : []),
        '',
    ];
}
function condition({ name, expected, actual, result, explanation }) {
    const line = `${marks[result]} ${(0,plain/* oneLine */.TN)(name)}: ${(0,plain/* oneLine */.TN)(actual)} (expected ${(0,plain/* oneLine */.TN)(expected)})`;
    return explanation ? `${line}\n${(0,plain/* plain */.pj)(explanation).replace(/^(?=.)/gm, '    ')}` : line;
}

;// CONCATENATED MODULE: ./src/stages/report.ts





/** Shows the outcome everywhere the host can. It decides nothing: the verdict stands. */
async function report(outcome, config, host) {
    await host.publish({
        summary: config.summary ? (0,summary/* summaryOf */.YG)(outcome, config) : undefined,
        annotations: config.annotations === 'off' ? [] : annotationsOf(outcome),
        outputs: (0,outputs/* outputsOf */.Yz)(outcome),
        variables: outcome.upload.status === 'done' ? { [model_outcome/* uploadsVariable */.Vm]: outcome.upload.value.uploads.join('\n') } : {},
        table: tableOf(outcome),
        failure: outcome.exitCode === 0 ? undefined : `${(0,summary/* titleOf */.Gg)(outcome.verdict)}. ${outcome.reason}`,
    });
}

;// CONCATENATED MODULE: ./src/stages/save.ts




/** Writes the SARIF that the gate judges, and returns its path; undefined when there is none to write. */
async function save(runs, file, host) {
    if (runs.length === 0)
        return undefined;
    const path = file ?? (0,external_node_path_.join)(await host.tempFolder(), 'results.sarif');
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, logText(runs));
    }
    catch (error) {
        throw new errors/* UserError */.yo(`The SARIF cannot be written to ${path}: ${(0,errors/* messageOf */.bD)(error)}. Check \`sarif-output\`.`, {
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
    throw new errors/* UserError */.yo(`\`scanner\`: there is no preset \`${id}\`.${(0,suggest/* didYouMean */.a)(id, ids)} Known: ${ids.join(', ')}. Any other tool runs with \`command\`.`);
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
        throw new errors/* UserError */.yo(`${preset.name} is not installed: there is no \`${preset.program}\` in node_modules or on the PATH. ${preset.install}`);
    if (execution.missing)
        throw notStarted(program, execution);
    return /\d+\.\d+(?:\.\d+)?[\w.+-]*/.exec(Buffer.from(execution.stdout).toString('utf8'))?.[0];
}
/** Why a program could not be started at all, by the system's own reason. */
function notStarted(program, execution) {
    if (isAbsent(execution))
        return new errors/* UserError */.yo(`\`${program}\` is not installed, or not on the PATH. Install it in an earlier step, or give its path.`);
    const what = `\`${program}\` could not be started (${execution.stderr}).`;
    return new errors/* UserError */.yo(execution.stderr.includes('E2BIG')
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
    throw new errors/* NotEvaluated */.td(`${name} found nothing to scan: no file in ${folder} matches ${targets.globs.join(', ')}. Name files in \`scanner-args\` after \`--\`, or leave this scanner out.`);
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
    if (!config.command) {
        const found = await fileReports(config);
        for (const notice of found.notices)
            host.log.info(notice);
        ended.push(found);
    }
    return { reports: ended.flatMap(({ reports }) => reports), problems: ended.flatMap(({ problems }) => problems) };
}
/** A program that is started in a folder that does not exist looks as if the program did not. */
async function checkFolder({ folder }) {
    const status = await (0,promises_.stat)(folder).catch(() => undefined);
    if (!status?.isDirectory())
        throw new errors/* UserError */.yo(`\`working-directory\`: there is no folder ${folder}. Check it out first, or correct the path.`);
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
                throw new errors/* NotEvaluated */.td(silent(name, execution));
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
            throw new errors/* NotEvaluated */.td(`${silent(name, execution)} If it writes a file, name it with \`report\`.`);
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
        if (error instanceof errors/* NotEvaluated */.td)
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
        throw new errors/* NotEvaluated */.td(problem);
    const invocation = scan_invocationOf(execution, started, host.now());
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
function scan_invocationOf({ exitCode }, started, ended) {
    return {
        executionSuccessful: true,
        exitCode: exitCode ?? 0,
        startTimeUtc: new Date(started).toISOString(),
        endTimeUtc: new Date(ended).toISOString(),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/clients/github-server.ts


/** By its name alone: github.com, or Enterprise Cloud with data residency, which behaves alike. */
function isCloud(apiUrl) {
    return /^https:\/\/(?:api\.github\.com|[^/:@]+\.ghe\.com)(?:[/:]|$)/i.test(apiUrl);
}
/**
 * The version of a GitHub Enterprise Server, such as `3.17.2`; undefined for github.com and where it is not told. That
 * a server keeps it to itself fails nothing: GitHub speaks up when something is over its limits.
 */
async function serverVersion(octokit, { apiUrl, log }) {
    if (isCloud(apiUrl))
        return undefined;
    try {
        const { headers } = await octokit.request('GET /meta');
        const version = headers['x-github-enterprise-version'];
        log.debug(`${apiUrl} is ${version === undefined ? 'github.com, as it names no version' : `GitHub ${version}`}.`);
        return version === undefined ? undefined : String(version);
    }
    catch (error) {
        const { status, response } = error;
        const why = response === undefined ? (0,errors/* messageOf */.bD)(error) : `it answered ${status}`;
        log.info(`${apiUrl} does not tell its version (${why}), so it is taken for the newest GitHub.`);
        return undefined;
    }
}
/** From now on every request names the version of the API that it is written for. */
function nameApiVersion(octokit, version) {
    // docs.github.com, API Versions: since Enterprise Server 3.9.
    if (isOlder(version, '3.9'))
        return;
    octokit.hook.before('request', ({ headers }) => {
        headers['x-github-api-version'] = '2022-11-28';
    });
}

;// CONCATENATED MODULE: ./src/clients/github.ts




/**
 * One function per endpoint; each throws `ServiceError` with a sentence for the user. Asks the server first which one it
 * is, as old ones miss an endpoint.
 */
async function github(access) {
    const octokit = await (0,clients_octokit/* connect */.Ng)(access);
    const version = await serverVersion(octokit, access);
    nameApiVersion(octokit, version);
    const here = (0,clients_octokit/* repositoryOf */._M)(access);
    const ask = isOlder(version, '3.1') ? processingByAnalyses : processing;
    return {
        version,
        uploadSarif: (body) => (0,clients_octokit/* told */.Ev)('The upload', access, () => uploadSarif(octokit, here, body)),
        processing: (delivery) => (0,clients_octokit/* told */.Ev)('Asking after the upload', access, () => ask(octokit, here, delivery)),
        analyses: (id) => (0,clients_octokit/* told */.Ev)('Reading what GitHub stored', access, () => analyses(octokit, here, { sarif_id: id })),
        hasDefaultSetup: () => (0,clients_octokit/* told */.Ev)('Asking for the default setup', access, () => hasDefaultSetup(octokit, here)),
        analysesOf: (ref) => (0,clients_octokit/* told */.Ev)('Reading the analyses of a branch', access, () => analyses(octokit, here, { ref })),
    };
}
/** `poll` asks again by itself; retries here would only blur its clock. */
const once = { retries: 0 };
async function uploadSarif(octokit, here, body) {
    const { data, status } = await octokit.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
        ...here,
        ...body,
    });
    const id = data?.id;
    if (typeof id === 'string' && id)
        return { id };
    throw new errors/* ServiceError */._7(`The upload was answered (${status}) without an id to ask after, so what became of it is not known. Check \`github-api-url\`, then run the job again.`, status);
}
async function processing(octokit, here, { id }) {
    return (0,clients_octokit/* unlessMissing */.F2)(undefined, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', {
            ...here,
            sarif_id: id,
            request: once,
        });
        // Only a word that ends it ends it: an answer that is garbled or new must not be taken for "complete".
        const { processing_status: word, errors } = data ?? {};
        const status = word === 'complete' || word === 'failed' ? word : 'pending';
        return { status, errors: Array.isArray(errors) ? errors.map(String) : [] };
    });
}
/** Where there is no such question, the upload is known by its analyses, which come one after the other. */
async function processingByAnalyses(octokit, here, { id, runs }) {
    const found = await analyses(octokit, here, { sarif_id: id, request: once });
    const errors = found.flatMap(({ error }) => error || []);
    if (errors.length > 0)
        return { status: 'failed', errors };
    return { status: found.length < runs ? 'pending' : 'complete', errors };
}
async function hasDefaultSetup(octokit, here) {
    return (0,clients_octokit/* unlessMissing */.F2)(false, async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/default-setup', here);
        return data?.state === 'configured';
    });
}
/** A repository without any analysis answers 404 here instead of an empty list. */
async function analyses(octokit, here, which) {
    return (0,clients_octokit/* unlessMissing */.F2)([], async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
            ...here,
            ...which,
            per_page: 100,
        });
        const list = data;
        const read = Array.isArray(list) ? list.map(analysisOf) : [undefined];
        if (read.every((analysis) => analysis !== undefined))
            return read;
        throw new errors/* ServiceError */._7('GitHub did not answer with a list of analyses.');
    });
}
/** undefined for what is none: an answer that cannot be read must not look like one without faults. */
function analysisOf(entry) {
    const { id, tool, tool_name, category, results_count, rules_count, error, warning } = (entry ?? {});
    // Enterprise Servers before 3.1 name the tool beside the tool, too.
    const name = tool?.name ?? tool_name;
    if (typeof results_count !== 'number' || typeof rules_count !== 'number' || typeof name !== 'string')
        return undefined;
    return {
        id: Number(id),
        tool: name,
        category: github_textOf(category),
        resultsCount: results_count,
        rulesCount: rules_count,
        error: github_textOf(error),
        warning: github_textOf(warning),
    };
}
const github_textOf = (value) => (typeof value === 'string' ? value : '');

// EXTERNAL MODULE: ./src/clients/poll.ts
var poll = __webpack_require__(4307);
;// CONCATENATED MODULE: ./src/transforms/volatile.ts


/**
 * Names that will be others in the next run, sentences: GitHub knows a thing again by its name only, so alerts under
 * them are opened anew each time, and the old ones stay open or look fixed.
 */
function volatileNames(runs) {
    const categories = distinct(runs.map(categoryOf));
    const rules = distinct(runs.flatMap(ruleIds));
    const paths = distinct(runs.flatMap(pathsOf));
    return [
        ...categories.flatMap(categoryNote),
        ...note(rules.filter((id) => commit.test(id) || date.test(id)), {
            what: 'Rule ids that hold a commit or a date',
            so: 'GitHub takes them for new rules each time, and opens their alerts anew',
        }),
        ...note(paths.filter((path) => commit.test(path)), {
            what: 'Paths that hold a commit',
            so: 'The alerts in them are opened anew with each commit',
        }),
        ...note(paths.filter((path) => temporary.test(path)), {
            what: 'Paths in a temporary folder',
            so: 'GitHub cannot show them, and opens their alerts anew each time. Scan the checkout itself, or set `checkout-path`',
        }),
    ];
}
/** SHA-1 and SHA-256 as Git writes them. */
const commit = /(?<![\da-z])(?:[\da-f]{40}|[\da-f]{64})(?![\da-z])/i;
const date = /(?<!\d)20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
const compactDate = /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/;
/** As `git rev-parse --short` writes it: letters and digits, so that no word and no number is taken for one. */
const shortCommit = /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,12}(?![\da-z])/;
/** Run ids of GitHub and seconds since 1970 have ten digits and more. */
const volatile_number = /(?<!\d)\d{10,}(?!\d)/;
const temporary = /^(?:\/private)?\/(?:tmp|var\/folders)\/|\/AppData\/Local\/Temp\//;
function categoryNote(category) {
    const kinds = [
        [commit, 'a commit'],
        [shortCommit, 'a commit'],
        [date, 'a date'],
        [compactDate, 'a date'],
        [volatile_number, 'the number of a run'],
    ];
    const kind = kinds.find(([pattern]) => pattern.test(category))?.[1];
    if (kind === undefined)
        return [];
    return [
        `The category \`${category}\` seems to hold ${kind}. GitHub closes an alert only when every category that reported it has been uploaded again without it, so a category of one run keeps its alerts open for ever: give \`category\` a name that stays.`,
    ];
}
function note(names, { what, so }) {
    if (names.length === 0)
        return [];
    return [`${what}: ${names.length}, such as \`${names[0]}\`. ${so}.`];
}
function ruleIds({ results }) {
    return (results ?? []).flatMap(({ ruleId }) => ruleId ?? []);
}
function pathsOf({ results }) {
    return (results ?? []).flatMap(({ locations }) => {
        const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri;
        const path = uri?.startsWith('file:') ? uri.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : uri;
        return path === undefined ? [] : [(0,model_uri/* pathOfUri */.R7)(path) ?? path];
    });
}
function distinct(names) {
    return [...new Set(names)];
}

;// CONCATENATED MODULE: ./src/stages/base-categories.ts


/**
 * What the base branch of a pull request has of the same tools and the pull request has not, sentences. GitHub compares
 * category by category: one that is missing makes its check say "1 configuration not found", and shows no alert as fixed.
 */
async function missingCategories(runs, client, config, host) {
    const { baseBranch, ref } = config;
    if (baseBranch === undefined)
        return [];
    try {
        const tools = new Set(runs.map(({ tool }) => tool.driver.name));
        const base = await client.analysesOf(`refs/heads/${baseBranch}`);
        const wanted = base.filter(({ tool }) => tools.has(tool));
        if (wanted.length === 0)
            return [];
        const here = new Set([...runs.map(filedUnder), ...(await client.analysesOf(ref)).map(base_categories_keyOf)]);
        const missing = new Map(wanted.filter((analysis) => !here.has(base_categories_keyOf(analysis))).map((it) => [base_categories_keyOf(it), it]));
        return [...missing.values()].map(({ tool, category }) => `On \`${baseBranch}\` ${tool} also reports under the category \`${category}\`, which this pull request lacks so far: GitHub's check will say "configuration not found". If no other job uploads it, give \`category\` its old name, or delete what is left of it with \`codescan-gate analyses delete\`.`);
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        // A hint is not worth a failure.
        host.log.debug(`The categories of \`${baseBranch}\` are not known. ${error.message}`);
        return [];
    }
}
function base_categories_keyOf({ tool, category }) {
    return JSON.stringify([tool, category.replace(/\/$/, '')]);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/transforms/merge.ts



/**
 * Runs that GitHub would file under one tool and category become one run: it refuses a file that has several. Runs that
 * do not go together without loss stay on their own, under a category with a number of their own.
 */
function mergeByCategory(runs) {
    const groups = new Map();
    for (const run of runs) {
        const group = groups.get(filedUnder(run));
        if (group)
            group.push(run);
        else
            groups.set(filedUnder(run), [run]);
    }
    const taken = new Set(groups.keys());
    const notes = [];
    const merged = [...groups.values()].flatMap((group) => {
        const bins = binsOf(group);
        const subject = `runs of ${group[0].tool.driver.name} in category \`${categoryOf(group[0])}\``;
        const united = group.length - bins.length;
        if (united > 0)
            notes.push(`${number(united + 1)} ${subject} were merged, as GitHub takes one of each.`);
        return bins.map((bin, at) => {
            if (at === 0)
                return unite(bin);
            const filed = fileBeside(unite(bin), taken);
            notes.push(`Not all ${subject} go together; one is filed under \`${categoryOf(filed)}\`.`);
            return filed;
        });
    });
    return merged.length === runs.length && notes.length === 0 ? { runs, notes } : { runs: merged, notes };
}
/** Runs that go together, each list in the order of its runs. */
function binsOf(group) {
    const bins = [];
    for (const run of group) {
        const key = isAlone(run) ? `its own ${bins.length}` : likeness(run);
        const parts = merge_partsOf(run);
        const bin = bins.find((it) => it.key === key && agree(it.parts, parts));
        if (!bin)
            bins.push({ key, parts, runs: [run] });
        else {
            bin.runs.push(run);
            for (const [name, part] of parts)
                bin.parts.set(name, part);
        }
    }
    return bins.map(({ runs }) => runs);
}
/**
 * Which invocation's overrides count for a result is settled by how many there are; relations of rules and files inside
 * of files are told by index. Such runs are rare, and stay alone.
 */
function isAlone(run) {
    const overrides = run.invocations?.some(({ ruleConfigurationOverrides: all }) => all?.length);
    const related = limits_rulesOf(run).flatMap(({ relationships }) => relationships ?? []);
    const byIndex = related.some(({ target }) => !target.toolComponent && target.index !== undefined);
    return Boolean(overrides || byIndex || run.artifacts?.some(({ parentIndex = -1 }) => parentIndex >= 0));
}
/** What must be the same in all runs that become one: all that is neither joined nor compared part by part. */
function likeness(run) {
    const { results: _a, artifacts: _b, automationDetails: _c, originalUriBaseIds: _d, properties: _e, ...rest } = run;
    const { invocations, tool, ...more } = Object.fromEntries(Object.entries(rest).filter(([key]) => !inOne.has(key)));
    const isWhole = !invocations?.some(({ executionSuccessful }) => executionSuccessful === false);
    return JSON.stringify([isWhole, described(tool.driver), more]);
}
/** A component without what is joined; properties are read by nobody, and the first run's are kept. */
function described({ rules: _rules, properties: _properties, ...component }) {
    return component;
}
/** May come from one run, or from several that say the same. */
const merge_shared = ['taxonomies', 'translations', 'policies', 'versionControlProvenance'];
/** Results point into these by index, so that only one run may bring them. */
const pointedInto = ['addresses', 'graphs', 'logicalLocations', 'threadFlowLocations', 'webRequests'];
const inOne = new Set([...merge_shared, ...pointedInto]);
function merge_partsOf(run) {
    const bases = Object.entries(run.originalUriBaseIds ?? {});
    return new Map([
        ...bases.map(([name, base]) => [`base ${name}`, JSON.stringify(base)]),
        ...merge_shared.filter((name) => run[name]?.length).map((name) => [name, JSON.stringify(run[name])]),
        ...pointedInto.filter((name) => run[name] !== undefined).map((name) => [name, '']),
    ]);
}
function agree(known, parts) {
    return [...parts].every(([name, part]) => !known.has(name) || (part !== '' && known.get(name) === part));
}
function unite(runs) {
    if (runs.length === 1)
        return runs[0];
    const { artifacts, indexes } = uniteArtifacts(runs);
    const moved = runs.map(({ artifacts: _united, ...run }, at) => artifacts.length === 0 ? run : mapLocations(run, (location) => reindexed(location, indexes[at])));
    const { components, moves } = uniteComponents(runs);
    const [driver, ...extensions] = components;
    const bases = Object.assign({}, ...moved.toReversed().map(({ originalUriBaseIds }) => originalUriBaseIds));
    const invocations = moved.flatMap((run) => run.invocations ?? []);
    return {
        // The first run's word counts where they differ in what nobody reads.
        ...Object.assign({}, ...moved.toReversed()),
        tool: { ...runs[0].tool, driver, ...(extensions.length > 0 && { extensions }) },
        ...(Object.keys(bases).length > 0 && { originalUriBaseIds: bases }),
        ...(invocations.length > 0 && { invocations }),
        ...(artifacts.length > 0 && { artifacts }),
        ...(runs.some(({ results }) => results) && { results: uniteResults(moved, components, moves) }),
    };
}
function uniteResults(runs, components, moves) {
    let invocations = 0;
    return runs.flatMap((run, at) => {
        const find = ruleFinder(run);
        const own = limits_componentsOf(run);
        const before = invocations;
        invocations += run.invocations?.length ?? 0;
        return (run.results ?? []).map((result) => {
            const from = find(result);
            const to = from && moves[at][from.component][from.index];
            const rules = to && [own[from.component].rules[from.index], components[to.component].rules[to.index]];
            return invokedAfter(before, levelled(pointTo(result, to), rules));
        });
    });
}
function invokedAfter(before, result) {
    const { invocationIndex: index = -1 } = result.provenance ?? {};
    return index < 0 ? result : { ...result, provenance: { ...result.provenance, invocationIndex: index + before } };
}
/** Where runs disagree on the level of a rule, the results of each keep theirs. */
function levelled(result, rules = []) {
    const [before, after] = rules.map(({ defaultConfiguration }) => defaultConfiguration?.level ?? 'warning');
    const isTold = result.level !== undefined || (result.kind ?? 'fail') !== 'fail';
    return before === after || isTold ? result : { ...result, level: before };
}
/** The driver, and every extension that is not the same as one before; rules with one id become one. */
function uniteComponents(runs) {
    const united = [];
    const known = new Map();
    const moves = runs.map((run) => limits_componentsOf(run).map((component, at) => {
        const key = at === 0 ? 'driver' : JSON.stringify(described(component));
        const to = known.get(key) ?? united.push({ component, rules: [], indexes: new Map() }) - 1;
        known.set(key, to);
        const { rules, indexes } = united[to];
        return (component.rules ?? []).map((rule) => {
            const index = indexes.get(rule.id) ?? rules.length;
            indexes.set(rule.id, index);
            rules[index] = rules[index] ? uniteRules(rules[index], rule) : rule;
            return { component: to, index };
        });
    }));
    const components = united.map(({ component, rules }) => (rules.length > 0 ? { ...component, rules } : component));
    return { components, moves };
}
/** The first wording, and the highest score, as when findings become rules. */
function uniteRules(first, { defaultConfiguration: _own, ...rule }) {
    const [a, b] = [first, rule].map(({ properties }) => properties?.['security-severity']);
    const score = Number(b) > Number(a) || a === undefined ? b : a;
    const properties = { ...rule.properties, ...first.properties, ...(score && { 'security-severity': score }) };
    return { ...rule, ...first, ...(Object.keys(properties).length > 0 && { properties }) };
}
/** Files that are described the same are one. */
function uniteArtifacts(runs) {
    const artifacts = [];
    const known = new Map();
    const indexes = runs.map((run) => (run.artifacts ?? []).map((artifact) => {
        const { index: _own, ...location } = artifact.location ?? {};
        const plain = artifact.location ? { ...artifact, location } : artifact;
        const key = JSON.stringify(plain);
        const index = known.get(key) ?? artifacts.push(plain) - 1;
        known.set(key, index);
        return index;
    }));
    return { artifacts, indexes };
}
function reindexed(location, indexes) {
    if (location.index === undefined)
        return location;
    const { index, ...rest } = location;
    const to = indexes[index];
    return to === undefined ? rest : { ...rest, index: to };
}

;// CONCATENATED MODULE: ./src/stages/pack.ts









/** Makes runs fit into what GitHub takes: trimmed (the worst is kept), split over several uploads, or refused. */
async function pack(runs, limits, overLimit) {
    const { runs: merged, notes: notices } = mergeByCategory(runs);
    if (overLimit === 'fail')
        return { parcels: [await whole(merged, limits)], notices, losses: [] };
    if (overLimit === 'split') {
        const { notices: told, ...parts } = await dealt(merged, limits);
        return { ...parts, notices: [...notices, ...told] };
    }
    const { runs: trimmed, notes } = trim(merged, limits);
    const { parcels, losses } = await parcelsOf(chunkRuns(trimmed, limits), limits);
    return { parcels, notices, losses: [...notes, ...losses] };
}
async function whole(runs, limits) {
    const zipped = await zip(runs, limits);
    const over = [...excess(runs, limits), ...(zipped.length > limits.gzipBytes ? [tooLarge(zipped, limits)] : [])];
    if (over.length === 0)
        return { runs, zipped };
    throw new errors/* NotEvaluated */.td(`${over.join(' ')} \`over-limit\` is \`fail\`; with \`trim\` or \`split\` it is uploaded.`);
}
/** No part gets smaller than this for its bytes: what is still too large then has single findings that are. */
const fewestResults = 100;
/** Parts by number, and by half as many until each fits by its bytes, so that none has to lose anything. */
async function dealt(runs, limits) {
    let { runs: most, results } = limits;
    for (;;) {
        const { uploads, notes } = split(runs, { ...limits, runs: most, results });
        const parcels = await pack_fitting(uploads, limits);
        if (parcels)
            return { parcels, notices: notes, losses: [] };
        const keep = Math.floor(results.keep / 2);
        if (keep < fewestResults)
            return { ...(await parcelsOf(uploads, limits)), notices: notes };
        results = { ...results, keep };
        most = Math.max(1, Math.floor(most / 2));
    }
}
/** Undefined as soon as one of them does not fit: the others would be zipped for nothing. */
async function pack_fitting(uploads, limits) {
    const parcels = [];
    for (const runs of uploads) {
        const zipped = await zip(runs, limits);
        if (zipped.length > limits.gzipBytes)
            return undefined;
        parcels.push({ runs, zipped });
    }
    return parcels;
}
async function parcelsOf(uploads, limits) {
    const parcels = [];
    const losses = [];
    for (const runs of uploads) {
        const { notes, ...parcel } = await shrunk(runs, limits);
        parcels.push(parcel);
        losses.push(...notes);
    }
    return { parcels, losses };
}
/** First goes what GitHub ignores anyway, then, half by half, what matters least. */
async function shrunk(given, limits) {
    let runs = given;
    let zipped = await zip(runs, limits);
    if (zipped.length <= limits.gzipBytes)
        return { runs, zipped, notes: [] };
    runs = slim(runs);
    zipped = await zip(runs, limits);
    const notes = [];
    while (zipped.length > limits.gzipBytes) {
        const smaller = halve(runs);
        if (!smaller)
            throw new errors/* NotEvaluated */.td(`${tooLarge(zipped, limits)} Nothing is left that could be dropped from it.`);
        runs = smaller.runs;
        notes.push(smaller.note);
        zipped = await zip(runs, limits);
    }
    return { runs, zipped, notes };
}
function tooLarge({ length }, { gzipBytes }) {
    return `The SARIF is ${(length / 1e6).toFixed(1)} MB when gzipped, and GitHub takes ${(gzipBytes / 1e6).toFixed(0)} MB.`;
}
/**
 * Level 6 takes three quarters of the time of 9 for 1.5 % more, 4 % where there are many flows (bench figures on 20 MB of
 * SARIF), so 9 is tried only where that decides.
 */
async function zip(runs, { gzipBytes }) {
    const zipped = await zipAt(6, runs);
    const isJustOver = zipped.length > gzipBytes && zipped.length * 0.95 <= gzipBytes;
    return isJustOver ? zipAt(9, runs) : zipped;
}
/** One piece is zipped in another thread while the next is written; `memLevel` 9 costs nothing. */
async function zipAt(level, runs) {
    const gzip = (0,external_node_zlib_.createGzip)({ level, memLevel: 9, chunkSize: 256 * 1024 });
    const zipped = (0,consumers_.buffer)(gzip);
    for (const piece of logText(runs))
        if (!gzip.write(piece))
            await (0,external_node_events_.once)(gzip, 'drain');
    gzip.end();
    return zipped;
}

;// CONCATENATED MODULE: ./src/stages/preflight.ts



/** Stops an upload that cannot end well, before it is packed. */
async function preflight(runs, client, config, host) {
    refuseLongSha(config, client);
    await refuseBesideDefaultSetup(runs, client, host);
}
function refuseLongSha({ sha }, { version }) {
    if (sha.length <= 40 || !isOlder(version, '3.17'))
        return;
    throw new errors/* NotEvaluated */.td(`Nothing was uploaded: \`sha\` has ${sha.length} digits, and GitHub Enterprise Server takes commits of 40 only before 3.17 (this is ${version}). Upgrade the server, or set \`upload: off\`.`);
}
/** What this job has uploaded once these runs are, for the steps that follow. */
function uploadsOf(runs, { ref, earlier }) {
    return [...earlier, ...runs.map((run) => uploadName(run, ref))];
}
function uploadName(run, ref) {
    return `${ref} ${filedUnder(run)}`;
}
/**
 * Stops what an earlier step has uploaded: GitHub takes a second upload of one tool and category for a newer scan of the
 * same, and closes the alerts of the first. Asked of packed runs, as packing may file them elsewhere.
 */
function refuseTwice(runs, { ref, earlier }) {
    const again = runs.find((run) => earlier.includes(uploadName(run, ref)));
    if (!again)
        return;
    const tool = again.tool.driver.name;
    throw new errors/* NotEvaluated */.td(`An earlier step of this job has uploaded ${tool} under the category \`${categoryOf(again)}\`. GitHub would take this for a newer scan of the same and close the alerts of the first, so it was not sent: give this step a \`category\` of its own, or upload both in one step.`);
}
/** Where GitHub scans with CodeQL itself, it refuses results of CodeQL, but only minutes after it has taken them. */
async function refuseBesideDefaultSetup(runs, client, { log }) {
    if (!runs.some(({ tool }) => tool.driver.name === 'CodeQL'))
        return;
    try {
        if (!(await client.hasDefaultSetup()))
            return;
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        // The token of a job may not know; then the processing will tell.
        log.debug(`Whether default setup is on is not known. ${error.message}`);
        return;
    }
    throw new errors/* NotEvaluated */.td('Nothing was uploaded: GitHub scans this repository with CodeQL by itself (default setup), and takes results of CodeQL from nobody else. Switch it off (Settings, Code security, CodeQL analysis), or stop uploading them.');
}

;// CONCATENATED MODULE: ./src/stages/verify.ts



/** The list may lag behind the word "complete", but not long. */
const lagMs = 3000;
/** Compares what GitHub stored of an upload with what it was sent. */
async function verify(sent, id, client, host) {
    try {
        let analyses = await client.analyses(id);
        if (analyses.length < sent.length) {
            await host.sleep(lagMs);
            analyses = await client.analyses(id);
        }
        const warnings = [...remarks(analyses), ...differences(sent, analyses)];
        return { warnings, analyses: analyses.map((analysis) => analysis.id) };
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        // Worth a line, not a verdict: GitHub has said that it is complete.
        host.log.warn(`What GitHub stored could not be compared with what was sent. ${error.message}`);
        return { warnings: [], analyses: [] };
    }
}
function remarks(analyses) {
    return analyses.flatMap(({ tool, category, error, warning }) => [error, warning].filter(Boolean).map((text) => `${verify_named(tool, category)}: ${text}`));
}
function differences(sent, analyses) {
    return pairs(sent, analyses).flatMap(({ name, sent: run, stored }) => {
        const results = sum(stored.map(({ resultsCount }) => resultsCount));
        const rules = sum(stored.map(({ rulesCount }) => rulesCount));
        if (!run)
            return [`GitHub stored ${number(results)} results of ${name}, which were not sent.`];
        const wanted = run.results?.length ?? 0;
        if (stored.length === 0)
            return [`GitHub stored nothing of ${name}: ${number(wanted)} results were sent.${verify_all}`];
        return [
            ...(results === wanted
                ? []
                : [`GitHub stored ${number(results)} of ${number(wanted)} results of ${name}.${verify_all}`]),
            ...(isCountOfRules(rules, run)
                ? []
                : [`GitHub counts ${number(rules)} rules of ${name}, and ${number(limits_rulesOf(run).length)} were sent.`]),
        ];
    });
}
const verify_all = ' The gate has used all of them.';
/** One run and one analysis belong together whatever they are called: the list holds nothing but this upload. */
function pairs(sent, analyses) {
    const pairs = new Map();
    for (const run of sent) {
        const name = verify_named(run.tool.driver.name, categoryOf(run));
        pairs.set(name, { name, sent: run, stored: [] });
    }
    const [only] = pairs.values();
    for (const analysis of analyses) {
        const name = verify_named(analysis.tool, analysis.category);
        const pair = sent.length === 1 && analyses.length === 1 && only ? only : (pairs.get(name) ?? { name, stored: [] });
        pair.stored.push(analysis);
        pairs.set(pair.name, pair);
    }
    return [...pairs.values()];
}
/**
 * GitHub counts "the rules that were run": all that were sent. Whether a rule that two components share counts twice, or
 * one that only a result names counts at all, is not documented, so that no such count is a difference.
 */
function isCountOfRules(count, run) {
    const rules = limits_rulesOf(run);
    const listed = new Set(rules.map(({ id }) => id));
    const used = (run.results ?? []).flatMap(({ ruleId, rule }) => ruleId ?? rule?.id ?? []);
    const unlisted = new Set(used.filter((id) => !listed.has(id)));
    return count >= listed.size && count <= rules.length + unlisted.size;
}
function verify_named(tool, category) {
    // What an upload without a category is filed under is shown as either.
    const own = category.replace(/\/$/, '').replace(/^\(default\)$/, '');
    return own === '' ? tool : `${tool} (category \`${own}\`)`;
}
const sum = (counts) => counts.reduce((total, count) => total + count, 0);

;// CONCATENATED MODULE: ./src/stages/upload.ts













const longestPauseMs = 5000;
/** Uploads the runs and waits until GitHub has processed them: its 202 only means that it will look at them. */
async function upload(runs, config, host) {
    const complete = runs.filter(isSuccessful).map((run) => withoutSuppressed(run, config));
    // GitHub closes the alerts that an upload lacks, so half a scan must not arrive as a whole one.
    if (complete.length === 0)
        throw new errors/* NotEvaluated */.td('Nothing was uploaded, because no scan was completed.');
    const client = await github({ ...config, log: host.log });
    await preflight(complete, client, config, host);
    const { parcels, notices, losses } = await pack(complete, limitsOf(client.version), config.overLimit);
    const sent = parcels.flatMap((parcel) => parcel.runs);
    refuseTwice(sent, config);
    const missing = await missingCategories(sent, client, config, host);
    const deliveries = [];
    for (const parcel of parcels)
        deliveries.push(await deliver(parcel, client, config, host));
    const decisive = deliveries.find(({ status }) => status !== 'complete') ?? deliveries[0];
    return {
        id: deliveries.map(({ id }) => id).join(','),
        status: decisive.status,
        problem: decisive.problem,
        url: `${config.serverUrl}/${config.repository}/security/code-scanning?query=${encodeURIComponent(query(config.ref))}`,
        errors: deliveries.flatMap(({ errors }) => errors),
        uploads: uploadsOf(sent, config),
        notices: [...notices, ...volatileNames(sent), ...missing],
        warnings: [...losses, ...deliveries.flatMap(({ warnings }) => warnings)],
        analyses: deliveries.flatMap(({ analyses }) => analyses ?? []),
    };
}
async function deliver(parcel, client, config, host) {
    const { id } = await client.uploadSarif(bodyOf(parcel, { ...config, version: client.version }, host));
    host.log.info(`GitHub has received the SARIF (${id}) and is processing it.`);
    const delivery = { id, runs: parcel.runs.length };
    const { status, errors, problem } = await upload_processed(client, delivery, config, host);
    // What it says of an upload that it has taken is worth showing, and no failure.
    if (status !== 'complete')
        return { id, status, problem, errors, warnings: [] };
    const { warnings, analyses } = await verify(parcel.runs, id, client, host);
    return { id, status, problem, errors, warnings: [...errors, ...warnings], analyses };
}
function withoutSuppressed(run, { suppressed }) {
    if (suppressed !== 'drop' || !run.results?.some(isSuppressed))
        return run;
    return { ...run, results: run.results.filter((result) => !isSuppressed(result)) };
}
function bodyOf({ runs, zipped }, config, host) {
    const tools = [...new Set(runs.map((run) => run.tool.driver.name))];
    // "API" is what newer servers put there; where the name is demanded, several tools have no better one.
    const nameOfAll = isOlder(config.version, '3.1') ? 'API' : undefined;
    const tool = tools.length === 1 ? tools[0] : nameOfAll;
    return {
        commit_sha: config.sha,
        ref: config.ref,
        sarif: zipped.toString('base64'),
        checkout_uri: (0,external_node_url_.pathToFileURL)(config.root).href,
        started_at: inSeconds(upload_startOf(runs) ?? host.now()),
        ...(tool !== undefined && { tool_name: tool }),
    };
}
/** Milliseconds; some tools write what is no time. */
function upload_startOf(runs) {
    const time = Date.parse(runs[0]?.invocations?.[0]?.startTimeUtc ?? '');
    return Number.isNaN(time) ? undefined : time;
}
/** `YYYY-MM-DDTHH:MM:SSZ`, as documented: GitHub refuses the whole upload over a time that it cannot read. */
function inSeconds(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
async function upload_processed(client, delivery, { timeoutMs }, host) {
    let isKnown = false;
    const ask = async () => {
        const processing = await client.processing(delivery);
        isKnown ||= processing !== undefined;
        return processing?.status === 'pending' ? undefined : processing;
    };
    const received = `GitHub has received the SARIF (${delivery.id}), but`;
    try {
        const processing = await (0,poll/* poll */.w)(ask, { timeoutMs, longestPauseMs, clock: host, ...signsOfLife(host) });
        if (processing)
            return processing;
        const unknown = `${received} did not know it when it was asked, until \`processing-timeout\` was over.`;
        return { status: 'pending', errors: [], problem: isKnown ? undefined : unknown };
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        return { status: 'pending', errors: [], problem: `${received} what became of it is not known. ${error.message}` };
    }
}
function signsOfLife({ log }) {
    const seconds = (ms) => `${Math.round(ms / 1000)} s`;
    return {
        onHeartbeat: (waitedMs) => log.info(`GitHub is still processing the SARIF after ${seconds(waitedMs)}.`),
        onWait(waitMs, leftMs) {
            const asked = `GitHub asks to wait ${seconds(waitMs)} before the next question`;
            log.info(waitMs > leftMs ? `${asked}, but \`processing-timeout\` leaves ${seconds(leftMs)}.` : `${asked}.`);
        },
    };
}
function query(ref) {
    const pullRequest = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
    if (pullRequest)
        return `is:open pr:${pullRequest}`;
    return `is:open ref:${ref}`;
}

// EXTERNAL MODULE: ./src/stages/zadig.ts + 2 modules
var stages_zadig = __webpack_require__(266);
;// CONCATENATED MODULE: ./src/pipeline.ts














/** The whole program, top to bottom. Each stage is told only its own part of the configuration. */
async function pipeline_run(config, host) {
    for (const notice of config.notices)
        host.log.info(notice);
    for (const warning of config.warnings ?? [])
        host.log.warn(warning);
    // First of all: a mistake in the policy must not cost a scan.
    const policies = await readPolicies(config.policy, config.gate, host);
    const scanned = await scan(config.scan, host);
    const converted = await convert(scanned.reports, host);
    const { runs, notices } = normalise(converted.runs, config.normalise);
    const sarifPath = await save(runs, config.report.sarifOutput, host);
    const { comparison, dismissed } = await pipeline_history(runs, config, policies.decides, host);
    // GitHub and Zadig work at the same time; each takes minutes at its worst.
    const [uploaded, zadig] = await Promise.all([
        attempt(config.upload, (wanted) => send(runs, wanted, host)),
        attempt(config.zadig, (wanted) => (0,stages_zadig/* scanInZadig */.e)(wanted, host)),
    ]);
    const problems = [...scanned.problems, ...converted.problems];
    const sent = uploaded.status === 'done' ? (uploaded.value.notices ?? []) : [];
    const facts = { runs, problems, upload: uploaded, zadig, comparison, dismissed, sarifPath };
    const told = [
        ...config.notices,
        ...policies.notices,
        ...notices,
        ...newnessNotices(comparison),
        ...sent,
        ...preview(facts, policies, host),
    ];
    const outcome = { ...facts, notices: told, ...judge(facts, policies.decides, host.now()) };
    await report(outcome, config.report, host);
    return outcome;
}
/** What was there before, where a gate asks; and what of it people dismissed, where GitHub can be asked. */
async function pipeline_history(runs, { compare: where }, { newness, gates, sources, exceptionRules }, host) {
    const isAsked = runs.length > 0 && gates.some(({ scope }) => scope !== 'all');
    const compared = await attempt(isAsked ? where : undefined, (wanted) => compare_compare(runs, wanted, newness, host));
    const comparison = compared.status === 'done'
        ? compared.value
            ? { ...compared, value: compared.value }
            : { status: 'skipped' }
        : compared;
    const known = compared.status === 'done' && compared.value?.source === 'base-branch' ? compared.value.known : undefined;
    const { github, alertsOf: branch, root } = where;
    const counts = sources.dismissedAlerts !== 'off' && exceptionRules.dismissed === 'honor' && runs.length > 0;
    const at = counts && github && branch ? { github, branch, root } : undefined;
    const dismissed = await attempt(at, (wanted) => dismissedAlerts(runs, known, wanted, host));
    return { comparison, dismissed };
}
function newnessNotices(comparison) {
    if (comparison?.status !== 'done')
        return [];
    const { against, notices } = comparison.value;
    return [...notices, `New findings are those that are not in ${against}.`];
}
/** What the verdict would be by the policy that the pull request brings. */
function preview(facts, { afterMerge }, host) {
    if (!afterMerge)
        return [];
    const { verdict, reason } = judge(facts, afterMerge, host.now());
    return [
        `This pull request changes the policy. After the merge the verdict would be ${verdict.toUpperCase()}: ${reason}`,
    ];
}
/** GitHub's part of the line: what was suppressed is left out, shown, or uploaded and then dismissed. */
async function send(runs, config, host) {
    const { suppressed, notices } = await suppressionMode(runs, config, host);
    const wanted = { ...config, suppressed };
    const uploaded = await upload(runs, wanted, host);
    const dismissals = await dismissSuppressed(runs, uploaded, wanted, host);
    return { ...uploaded, notices: [...notices, ...(uploaded.notices ?? []), ...dismissals] };
}
/** The short line of `convert`: reports in, SARIF out. */
async function convertOnly(files, config, host) {
    const found = await fileReports(files);
    const { runs, problems } = await convert(found.reports, host);
    const normalised = normalise(runs, config);
    for (const notice of [...found.notices, ...normalised.notices])
        host.log.info(notice);
    return { runs: normalised.runs, problems: [...found.problems, ...problems] };
}

// EXTERNAL MODULE: ./src/entry/endings.ts
var endings = __webpack_require__(3540);
// EXTERNAL MODULE: ./src/entry/flags.ts
var entry_flags = __webpack_require__(1183);
;// CONCATENATED MODULE: ./src/entry/main.ts


/** What both doors share: run the line, and turn the verdict into an exit code. Never throws. */
function main(configure, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const config = await configure();
        host.mask(config.secrets);
        return (await pipeline_run(config, host)).exitCode;
    });
}

// EXTERNAL MODULE: ./src/entry/surroundings.ts + 1 modules
var surroundings = __webpack_require__(3979);
;// CONCATENATED MODULE: ./src/entry/commands.ts











function runLine(flags, environment, host) {
    return main(async () => {
        const raw = { ...(0,read/* secretsFrom */.yD)(environment), ...(0,entry_flags/* rawOf */.UD)(flags) };
        host.mask([raw['github-token'], raw['zadig-token']]);
        const options = (0,read/* readOptions */.Tt)(raw);
        const build = await (0,surroundings/* buildAround */.e)(options, environment, host);
        return (0,config/* toConfig */.q)(options, { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask });
    }, host);
}
/** The whole line for reports that are there already, of which only the upload is judged. */
function uploadFiles(files, flags, environment, host) {
    return main(async () => {
        const raw = { ...(0,read/* secretsFrom */.yD)(environment), ...(0,entry_flags/* rawOf */.UD)(flags) };
        host.mask([raw['github-token'], raw['zadig-token']]);
        const options = { ...(0,read/* readOptions */.Tt)(raw), report: files, 'fail-on': ['never'], 'warn-on': ['never'] };
        const build = await (0,surroundings/* buildAround */.e)(options, environment, host);
        return (0,config/* toConfig */.q)(options, { build, cwd: host.cwd, uploadByDefault: 'required', ask: host.ask });
    }, host);
}
/** All or nothing: a log that lacks an unreadable report would look like a clean one. */
function convertFiles(files, flags, environment, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const options = (0,read/* readOptions */.Tt)((0,entry_flags/* rawOf */.UD)(flags));
        const build = await (0,surroundings/* buildAround */.e)(options, environment, host);
        const normalise = await (0,config/* normaliseConfig */.r)(options, { build, cwd: host.cwd, ask: host.ask });
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


/***/ }),

/***/ 7312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ dismissalOf),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   Ot: () => (/* binding */ reasons),
/* harmony export */   vm: () => (/* binding */ commentOf),
/* harmony export */   yd: () => (/* binding */ longestComment)
/* harmony export */ });
/** Why an alert is dismissed, in the words of GitHub's API; it takes no other spelling. */
const reasons = ['false positive', "won't fix", 'used in tests', 'mitigated'];
/** Characters that GitHub takes as the comment of a dismissal (`maxLength` in its OpenAPI description). */
const longestComment = 280;
/** The text and its ending in what GitHub takes: the text is cut, the ending is not. Counted in code points. */
function commentOf(text, ending = '') {
    const characters = [...text];
    const room = longestComment - [...ending].length;
    return (characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`) + ending;
}
/** Ends the comment of every dismissal of ours, so that we know it again; what people dismiss is theirs. */
const marker = ' [codescan-gate]';
/** What a suppression in the SARIF means on GitHub. Its words decide the reason; SARIF has no field for one. */
function dismissalOf({ kind, justification }) {
    const words = (typeof justification === 'string' ? justification : '').replace(/\s+/g, ' ').trim();
    const place = kind === 'external' ? 'outside of the source' : 'in the source';
    return { reason: reasonIn(words), comment: commentOf(words || `Suppressed ${place}`, marker) };
}
function reasonIn(words) {
    if (/\bfalse[\s_-]*positives?\b/i.test(words))
        return 'false positive';
    return /\bused[\s_-]+in[\s_-]+tests?\b|\btest[\s_-]+(?:code|data|fixtures?|only)\b/i.test(words)
        ? 'used in tests'
        : "won't fix";
}
function isOurs(comment) {
    return comment?.endsWith(marker) ?? false;
}


/***/ }),

/***/ 431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ aligned)
/* harmony export */ });
/** Columns as wide as their widest cell, up to 60; the last one as long as it is. */
function aligned(rows) {
    const widths = (rows[0] ?? [])
        .slice(0, -1)
        .map((_, column) => Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}


/***/ })

};
