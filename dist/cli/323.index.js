export const id = 323;
export const ids = [323];
export const modules = {

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

/***/ 4323:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deleteAnalyses: () => (/* binding */ deleteAnalyses),
/* harmony export */   listAnalyses: () => (/* binding */ listAnalyses),
/* harmony export */   showAnalysis: () => (/* binding */ showAnalysis)
/* harmony export */ });
/* harmony import */ var _clients_github_analyses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(972);
/* harmony import */ var _config_filters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8169);
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2000);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7206);
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5093);
/* harmony import */ var _render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6447);
/* harmony import */ var _code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(679);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3540);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1183);









function listAnalyses(flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        const filters = (0,_config_filters_js__WEBPACK_IMPORTED_MODULE_1__/* .analysisFilters */ .qf)((0,_config_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTable */ .xz)(_config_filters_js__WEBPACK_IMPORTED_MODULE_1__/* .analysisFlags */ .Aw, (0,_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .rawOf */ .UD)(flags)));
        const analyses = await (await (0,_clients_github_analyses_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAnalyses */ .C)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host))).list(filters);
        await (flags.json ? (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .printJson */ .Q2)(analyses, host) : (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .print */ .yy)((0,_render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__/* .analysisTable */ .nZ)(analyses), host));
        return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
    });
}
function showAnalysis(text, flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        const id = (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .numberOf */ .rl)(text, 'id of an analysis');
        const client = await (0,_clients_github_analyses_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAnalyses */ .C)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host));
        if (flags.sarif)
            await (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .printJson */ .Q2)(await client.sarif(id), host);
        else if (flags.json)
            await (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .printJson */ .Q2)(await client.get(id), host);
        else
            await (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .print */ .yy)((0,_render_code_scanning_js__WEBPACK_IMPORTED_MODULE_5__/* .analysisText */ .io)(await client.get(id)), host);
        return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
    });
}
/** From the newest to the oldest of a set. The last one takes the history of its alerts along, so it has to be confirmed. */
function deleteAnalyses(text, flags, environment, host) {
    return (0,_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .explained */ .to)(host, async () => {
        let next = (0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .numberOf */ .rl)(text, 'id of an analysis');
        const client = await (0,_clients_github_analyses_js__WEBPACK_IMPORTED_MODULE_0__/* .githubAnalyses */ .C)((0,_code_scanning_access_js__WEBPACK_IMPORTED_MODULE_6__/* .accessOf */ .YK)(flags, environment, host));
        do {
            const id = next;
            const outcome = await deleteOne(id, flags, client, host);
            host.log.info(outcome === 'kept' ? `Analysis ${id} is kept.` : `Analysis ${id} is deleted.`);
            next = outcome === 'kept' ? undefined : outcome;
        } while (flags.all && next !== undefined);
        if (next !== undefined)
            host.log.info(`The next one of its set is ${next}; \`--all\` goes on by itself.`);
        return _model_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.pass;
    });
}
/** Deletes one, and tells which one can be deleted next. */
async function deleteOne(id, flags, client, host) {
    const isConfirmed = Boolean(flags.yes || flags.confirmDelete);
    const first = await client.delete(id, isConfirmed);
    if (first.status === 'deleted')
        return first.next;
    if (first.status === 'last') {
        const answer = await host.confirm(`Analysis ${id} is the last one of its ref, tool and category: the history of its alerts goes with it. Delete it?`);
        if (answer === undefined)
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Analysis ${id} is the last one of its ref, tool and category, and the history of its alerts would go with it. Say \`--confirm-delete\` if that is meant.`);
        if (!answer)
            return 'kept';
        const second = await client.delete(id, true);
        if (second.status === 'deleted')
            return second.next;
    }
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`GitHub deletes only the newest analysis of a ref, tool and category, and ${id} is not it. \`analyses list\` shows which ones are deletable.`);
}


/***/ })

};
