export const id = 825;
export const ids = [825];
export const modules = {

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


/***/ })

};
