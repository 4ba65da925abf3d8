export const id = 825;
export const ids = [825];
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

/***/ 2000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   xz: () => (/* binding */ readTable),
/* harmony export */   yD: () => (/* binding */ secretsFrom)
/* harmony export */ });
/* unused harmony export fromInputs */
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9802);



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
    return Object.fromEntries(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionNames */ .W.flatMap((name) => {
        const { secret } = _options_js__WEBPACK_IMPORTED_MODULE_1__/* .options */ .f[name];
        const value = secret && environment[secret];
        return value ? [[name, value]] : [];
    }));
}
/**
 * All options as values. What is empty counts as not given, and so does a list without items: `fail-on: ,` must not
 * switch the gate off. Every mistake is told at once, in one `UserError`.
 */
function readOptions(raw) {
    return readTable(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .options */ .f, raw);
}
/** The same for a table of a command's own. */
function readTable(table, raw) {
    const mistakes = [];
    const read = {};
    for (const [name, option] of Object.entries(table)) {
        const value = raw[name]?.trim();
        if (!value)
            continue;
        try {
            const found = option.read(value);
            if (!Array.isArray(found) || found.length > 0)
                read[name] = found;
        }
        catch (error) {
            mistakes.push(`\`${name}\`: ${shown(option, value)}${(0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`.replace(/[^.?]$/, '$&.'));
        }
    }
    if (mistakes.length > 0)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(mistakes.join('\n'));
    return read;
}
/** A wrong value is quoted, unless it may hold a secret (in an address, what stands before an @), or is too long to help. */
function shown({ secret, private: mayHoldSecrets }, value) {
    if (secret || mayHoldSecrets || value.length > 80 || value.includes('@'))
        return '';
    return `\`${value}\` will not do; `;
}


/***/ }),

/***/ 6825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dismissAlerts: () => (/* binding */ dismissAlerts),
/* harmony export */   listAlerts: () => (/* binding */ listAlerts),
/* harmony export */   reopenAlerts: () => (/* binding */ reopenAlerts),
/* harmony export */   showAlert: () => (/* binding */ showAlert)
/* harmony export */ });
/* harmony import */ var _clients_github_alerts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
/* harmony import */ var _config_filters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8169);
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2000);
/* harmony import */ var _model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7312);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7206);
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5093);
/* harmony import */ var _model_suggest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7076);
/* harmony import */ var _render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6447);
/* harmony import */ var _code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(679);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3540);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1183);











function listAlerts(flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        const values = (0,_config_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTable */ .xz)(_config_filters_js__WEBPACK_IMPORTED_MODULE_1__/* .alertFlags */ .Mh, (0,_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .rawOf */ .UD)(flags));
        const owner = (0,_config_filters_js__WEBPACK_IMPORTED_MODULE_1__/* .alertOwner */ .WO)(values, flags.repository);
        const filters = (0,_config_filters_js__WEBPACK_IMPORTED_MODULE_1__/* .alertFilters */ .wB)(values);
        const alerts = owner
            ? await (0,_clients_github_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .alertsOfOwner */ .W)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .serverOf */ .FN)(flags, environment, host), owner, filters)
            : await (await (0,_clients_github_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAlerts */ .j)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host))).list(filters);
        if (owner?.kind === 'enterprise')
            host.log.info(partOfEnterprise);
        await (flags.json
            ? (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .printJson */ .Q2)(alerts, host)
            : (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .print */ .yy)((0,_render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__/* .alertTable */ .vg)(alerts, { withRepository: owner !== undefined }), host));
        return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
    });
}
/** GitHub answers any member; to one who answers for no organisation, with an empty list. */
const partOfEnterprise = "This lists the organisations that the token's user owns or is security manager of; GitHub leaves out the others.";
function showAlert(text, flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        const number = (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .numberOf */ .rl)(text, 'number of an alert');
        const client = await (0,_clients_github_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAlerts */ .j)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host));
        const alert = await client.get(number);
        const instances = await client.instances(number);
        await (flags.json ? (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .printJson */ .Q2)({ ...alert, instances }, host) : (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .print */ .yy)((0,_render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__/* .alertText */ .S7)(alert, instances), host));
        return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
    });
}
function dismissAlerts(texts, flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        const reason = reasonOf(flags.reason ?? '');
        const comment = flags.comment?.trim() ? (0,_model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__/* .commentOf */ .vm)(flags.comment.trim()) : undefined;
        if (comment !== undefined && comment !== flags.comment?.trim())
            host.log.info(`The comment is cut: GitHub takes ${_model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__/* .longestComment */ .yd} characters.`);
        const change = { state: 'dismissed', dismissed_reason: reason, dismissed_comment: comment };
        return await updateAll(texts, change, await clientOf(texts, flags, environment, host), host);
    });
}
function reopenAlerts(texts, flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => updateAll(texts, { state: 'open' }, await clientOf(texts, flags, environment, host), host));
}
/** All numbers are looked at before anything is changed. */
function clientOf(texts, flags, environment, host) {
    for (const text of texts)
        (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .numberOf */ .rl)(text, 'number of an alert');
    return (0,_clients_github_alerts_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAlerts */ .j)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host));
}
async function updateAll(texts, change, client, host) {
    const word = change.state === 'open' ? 'open' : 'dismissed';
    for (const number of new Set(texts.map(Number))) {
        const isNew = await client.update(number, change);
        host.log.info(isNew ? `Alert ${number} is ${word} now.` : `Alert ${number} was ${word} already.`);
    }
    return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
}
/** `false-positive` and `wont-fix` are easier to type; GitHub takes its own spelling only. */
function reasonOf(given) {
    const key = (text) => text
        .toLowerCase()
        .replace(/['’]/g, '')
        .replace(/[-_\s]+/g, ' ')
        .trim();
    const found = _model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__/* .reasons */ .Ot.find((reason) => key(reason) === key(given));
    if (found)
        return found;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`\`reason\`: write one of ${_model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__/* .reasons */ .Ot.map((reason) => `"${reason}"`).join(', ')}.${(0,_model_suggest_js__WEBPACK_IMPORTED_MODULE_10__/* .didYouMean */ .a)(given, [..._model_dismissal_js__WEBPACK_IMPORTED_MODULE_9__/* .reasons */ .Ot])}`);
}


/***/ }),

/***/ 679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YK: () => (/* binding */ accessOf),
  rl: () => (/* binding */ numberOf),
  yy: () => (/* binding */ print),
  Q2: () => (/* binding */ printJson),
  FN: () => (/* binding */ serverOf)
});

// EXTERNAL MODULE: ./src/config/access.ts
var access = __webpack_require__(4174);
// EXTERNAL MODULE: ./src/config/build.ts
var build = __webpack_require__(4814);
// EXTERNAL MODULE: ./src/config/read.ts
var read = __webpack_require__(2000);
// EXTERNAL MODULE: ./src/config/trust.ts
var trust = __webpack_require__(800);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/render/json.ts
/**
 * A value as JSON that may be printed as it is: what a terminal would obey, what turns the reading direction, and what
 * GitHub's runner would take for a command are spelled as escapes, so `plain` finds nothing to take out of it.
 */
function jsonText(value) {
    return JSON.stringify(value, null, 2)
        .replace(/##(?=\[)/g, '#\\u0023')
        .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, spelled);
}
function spelled(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

// EXTERNAL MODULE: ./src/entry/flags.ts
var entry_flags = __webpack_require__(1183);
;// CONCATENATED MODULE: ./src/entry/code-scanning-access.ts







/** Where a command asks, from its flags and the environment. From here on the token is masked. */
function accessOf(flags, environment, host) {
    const options = optionsOf(flags, environment, host);
    return warned((0,access/* accessConfig */.Pt)(options, (0,build/* detectBuild */.C7)(environment)), host);
}
/** The same for what is not about one repository. */
function serverOf(flags, environment, host) {
    const options = optionsOf(flags, environment, host);
    return warned((0,access/* serverConfig */.sB)(options, (0,build/* detectBuild */.C7)(environment)), host);
}
function warned(access, { log }) {
    for (const warning of (0,trust/* plainTextWarnings */.tE)({ 'github-api-url': access.apiUrl }))
        log.warn(warning);
    return { ...access, log };
}
function optionsOf(flags, environment, host) {
    const given = Object.entries({ ...(0,read/* secretsFrom */.yD)(environment), ...(0,entry_flags/* rawOf */.UD)(flags) });
    // The commands have flags of their own, such as --ref, under names that mean something else in the table.
    const raw = Object.fromEntries(given.filter(([name]) => access/* accessOptions */.P2.includes(name)));
    host.mask([raw['github-token']]);
    return (0,read/* readOptions */.Tt)(raw);
}
/** Numbers of alerts and analyses count from 1. */
function numberOf(text, what) {
    if (/^[1-9]\d{0,14}$/.test(text))
        return Number(text);
    throw new errors/* UserError */.yo(`\`${text}\` is no ${what}: write a whole number above 0, as \`list\` shows it.`);
}
/** The result of a command goes to standard output, as text that is safe to print. */
function print(text, host) {
    return host.publish({ annotations: [], outputs: {}, table: text });
}
function printJson(value, host) {
    return print(jsonText(value), host);
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

/***/ 6447:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ alertText),
/* harmony export */   io: () => (/* binding */ analysisText),
/* harmony export */   nZ: () => (/* binding */ analysisTable),
/* harmony export */   vg: () => (/* binding */ alertTable)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(431);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4404);


const longest = { cell: 200, help: 20_000 };
const cell = (text) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text ?? ''), longest.cell);
/** Alerts of the server for a terminal, a line each, in the order they came. Numbers count per repository. */
function alertTable(alerts, { withRepository = false } = {}) {
    const head = ['SEVERITY', ...(withRepository ? ['REPOSITORY'] : []), 'NUMBER', 'RULE', 'PLACE', 'STATE', 'CREATED'];
    const rows = alerts.map((alert) => [
        severityOf(alert),
        ...(withRepository ? [cell(alert.repository?.full_name)] : []),
        String(alert.number),
        cell(alert.rule?.id),
        placeOf(alert.most_recent_instance),
        cell(alert.state),
        cell(alert.created_at),
    ]);
    return [...(rows.length > 0 ? (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .aligned */ .b)([head, ...rows]) : []), counted(rows.length, 'alert')].join('\n');
}
/** A security finding is known by its security level, any other by its level. */
function severityOf({ rule }) {
    return cell(rule?.security_severity_level ?? rule?.severity ?? 'unknown');
}
function placeOf(instance) {
    const { path, start_line: line } = instance?.location ?? {};
    return cell(line ? `${path ?? ''}:${line}` : path);
}
/** One alert with all that is known of it: where it is seen, why it was dismissed, and what the rule's author advises. */
function alertText(alert, instances) {
    const { number, state, rule, tool, most_recent_instance: latest } = alert;
    const facts = [
        ['rule', [rule?.id, rule?.description].filter(Boolean).join(': ')],
        ['tool', [tool?.name, tool?.version].filter(Boolean).join(' ')],
        ['state', state],
        ['dismissed', dismissalOf(alert)],
        ['created', alert.created_at],
        ['fixed', alert.fixed_at],
        ['message', latest?.message?.text],
        ['place', placeOf(latest)],
        ['page', alert.html_url],
        ['rule page', rule?.help_uri],
    ];
    const help = rule?.help ?? rule?.full_description;
    return [
        `Alert ${number}: ${severityOf(alert)}`,
        ...listed(facts),
        '',
        counted(instances.length, 'instance'),
        ...(0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .aligned */ .b)(instances.map(({ ref, category, state, ...at }) => [cell(state), cell(ref), cell(category), placeOf(at)])),
        ...(help ? ['', (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(help), longest.help).trimEnd()] : []),
    ].join('\n');
}
function dismissalOf({ dismissed_reason: reason, dismissed_by: by, ...alert }) {
    if (!reason)
        return '';
    const who = by?.login ? ` by ${by.login}` : '';
    const comment = alert.dismissed_comment ? `: ${alert.dismissed_comment}` : '';
    return `${reason}${who} at ${alert.dismissed_at ?? 'an unknown time'}${comment}`;
}
/** Analyses of the server for a terminal, a line each, in the order they came. */
function analysisTable(analyses) {
    const head = ['ID', 'CREATED', 'TOOL', 'CATEGORY', 'REF', 'RESULTS', 'DELETABLE'];
    const rows = analyses.map(({ id, created_at, tool, category, ref, results_count, deletable }) => [
        String(id),
        cell(created_at),
        cell(tool?.name),
        cell(category),
        cell(ref),
        String(results_count ?? ''),
        deletable ? 'yes' : 'no',
    ]);
    return [...(rows.length > 0 ? (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .aligned */ .b)([head, ...rows]) : []), counted(rows.length, 'analysis', 'analyses')].join('\n');
}
function analysisText(analysis) {
    const { id, tool, error, warning, deletable } = analysis;
    const facts = [
        ['tool', [tool?.name, tool?.version].filter(Boolean).join(' ')],
        ['category', analysis.category],
        ['ref', analysis.ref],
        ['commit', analysis.commit_sha],
        ['created', analysis.created_at],
        ['upload', analysis.sarif_id],
        ['results', String(analysis.results_count ?? 'unknown')],
        ['rules', String(analysis.rules_count ?? 'unknown')],
        ['error', error],
        ['warning', warning],
        ['deletable', deletable ? 'yes' : 'no: a newer one of its ref, tool and category has to go first'],
    ];
    return [`Analysis ${id}`, ...listed(facts)].join('\n');
}
/** What is not known gets no line. */
function listed(facts) {
    return (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .aligned */ .b)(facts.filter(([, text]) => text).map(([name, text]) => [`  ${name}`, (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)]));
}
function counted(count, noun, plural = `${noun}s`) {
    return count === 1 ? `1 ${noun}` : `${count} ${plural}`;
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
