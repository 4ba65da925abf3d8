export const id = 447;
export const ids = [447];
export const modules = {

/***/ 4307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);

const firstPauseMs = 2500;
const shortestPauseMs = 1000;
const heartbeatMs = 60_000;
/** A server that answers with an error this often in a row is down, not busy. */
const toleratedFailures = 5;
/**
 * Asks until there is an answer, or the time is up (undefined). The first question comes after 2.5 s, the next after a
 * fifth of the time gone by, so that short work is noticed soon and long work is not pestered. Answers of the kind "try
 * again" (no status, 429, 5xx, or a time to wait) are tried again, five in a row; when the time is up over one of them,
 * it is thrown. A pause that the server asks for is kept, but never longer than the time that is left.
 */
async function poll(ask, patience) {
    const { timeoutMs, clock, onHeartbeat } = patience;
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
            if (!isPassing(error) || failures > toleratedFailures)
                throw error;
            failure = error;
        }
        const waited = clock.now() - start;
        if (waited >= (heartbeats + 1) * heartbeatMs) {
            heartbeats = Math.floor(waited / heartbeatMs);
            onHeartbeat(waited);
        }
        pause = pauseAfter(waited, failure?.waitMs, patience);
    }
    if (failure !== undefined)
        throw failure;
    return undefined;
}
function pauseAfter(waited, askedMs = 0, { timeoutMs, longestPauseMs, onWait }) {
    const ours = Math.min(longestPauseMs, Math.max(shortestPauseMs, waited / 5));
    if (askedMs <= ours)
        return ours;
    onWait?.(askedMs, Math.max(0, timeoutMs - waited));
    return askedMs;
}
function isPassing(error) {
    if (!(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7))
        return false;
    const { status, waitMs } = error;
    return status === undefined || status === 429 || status >= 500 || waitMs !== undefined;
}


/***/ }),

/***/ 352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createScan)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3539);
/* harmony import */ var _zadig_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7664);



/** HERR:516 of Zadig: the scan could not be stored. It is the database's word that tells why. */
const notStored = 6535;
/** Which field of the definition a sentence of the server is about. */
const fields = [
    [/find cluster of name/, '`/advanced_settings/cluster_name` has to be a cluster that Zadig knows'],
    [/sonar integration/, "`/sonar_system` has to be a SonarQube integration's identity, among the first 20"],
    [/user repository input/, '`/repo_info/…/codehost_name` has to be the alias of a code host of the whole system'],
    [/find codehost with name/, '`/advanced_settings/webhooks/hook_list/…/codehost_name` has to be such an alias, too'],
];
/**
 * Zadig's create call, with a definition that has passed the schema. It may be repeated: a scan of that name is there
 * once. Throws `ServiceError` with a sentence for the user.
 */
async function createScan(access, definition) {
    const client = await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(access);
    const url = `${access.url}/openapi/quality/codescan`;
    let answer;
    try {
        answer = await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(client, { verb: 'POST', url, body: definition });
    }
    catch (cause) {
        // A host with several addresses fails with an error that has a code and no words.
        const why = (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause) || cause.code;
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`Zadig (${access.url}) was asked to create scan \`${access.scan}\`, and no answer came: ${why}. Check \`zadig-url\` and the network, and run this again: a scan that is there is left as it is.`, undefined, { cause });
    }
    const { code, description } = jsonOf(answer);
    if (answer.status === 200 && code === undefined && isJson(answer))
        return 'created';
    if (answer.status === 400 && code === notStored && String(description).includes('duplicate key'))
        return 'exists';
    const question = `Zadig answered ${answer.status} to the creation of scan \`${access.scan}\`.`;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`${question} ${meaningOf(answer, access)}`, answer.status);
}
function meaningOf(answer, access) {
    const { status, body } = answer;
    const before = (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .meaningBefore */ .rY)(answer);
    if (before)
        return before;
    if (status === 403)
        return `The user of \`zadig-token\` may not create scans in project \`${access.project}\`, or there is no such project. Check the project, or have the role "create scan" given.`;
    if (status === 500 && body === '')
        return `Zadig 4.2.0 and later answer so, and store nothing: they cannot create a scan by API. Create it in Zadig's console, in project \`${access.project}\` under this name, with the repository as its first one; then run this again.`;
    if (status === 400 && body === '')
        return 'It could not read the definition, and may have stored a part of it. Look at the scan in Zadig, and please report this.';
    if (status === 200)
        return 'It is not JSON. Check that `zadig-url` is the Zadig server itself.';
    const words = (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .descriptionOf */ .Kq)(body);
    const field = fields.find(([pattern]) => pattern.test(words))?.[1];
    return field ? `${words} In the definition, ${field}.` : `${words} Check the definition.`;
}
function isJson({ body }) {
    return /^\s*\{/.test(body);
}
function jsonOf({ body }) {
    try {
        return (JSON.parse(body) ?? {});
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 3539:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ descriptionOf),
/* harmony export */   NG: () => (/* binding */ mayHaveStarted),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   fO: () => (/* binding */ explainZadig),
/* harmony export */   iw: () => (/* binding */ UnknownScan),
/* harmony export */   rY: () => (/* binding */ meaningBefore)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);

/** Nothing was sent when the connection never came about. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_CHAR|CERT|SSL|self.signed/i;
/**
 * A sentence for what Zadig answered, or for a lost connection. Zadig has no 404, often sends no body, and answers 400
 * to a request that it has carried out, so each status gets the meaning that its source gives it.
 */
function explainZadig(thrown, access, starting) {
    if (thrown instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7)
        return thrown;
    if (!isAnswer(thrown))
        return lost(thrown, access, starting);
    const { status } = thrown;
    const Kind = starting && isUnknownScan(thrown) ? UnknownScan : _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7;
    return new Kind(`Zadig answered ${status}. ${meaningOf(thrown, access, starting)}`, statusToRetry(thrown));
}
/** Zadig looked for the scan before anything else, and there is none: nothing was started. */
class UnknownScan extends _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 {
    name = 'UnknownScan';
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
/** To the letter: the same words stand within the description of other troubles. */
function isUnknownScan({ status, body }) {
    try {
        const { description } = JSON.parse(body);
        return status === 500 && description === 'mongo: no documents in result';
    }
    catch {
        return false;
    }
}
function lost(thrown, access, starting) {
    const code = thrown.code ?? '';
    // A host with several addresses fails with an error that has a code and no words.
    const message = thrown.message || code || (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown);
    if (!starting || neverSent.test(`${code} ${message}`))
        return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`Zadig (${access.url}) could not be reached: ${message}. Check \`zadig-url\` and the network.`, undefined, { cause: thrown });
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`The connection to Zadig was lost: ${message}. ${mayHaveStarted(access)}`, undefined, {
        cause: thrown,
    });
}
function meaningOf(answer, access, starting) {
    const { status, body } = answer;
    const { project, scan } = access;
    const before = meaningBefore(answer);
    if (before)
        return before;
    if (status === 403)
        return `The user of \`zadig-token\` may not run scans in project \`${project}\`, or there is no such project. Check \`zadig-project\`, or have the role "run scan" given.`;
    if (isNoDocuments(answer))
        return `It knows no scan \`${scan}\` in project \`${project}\`${starting ? '' : ', or no such task'}. Check \`zadig-project\` and \`zadig-scan\`.`;
    if (status === 400 && body.includes('find basic image'))
        return `${descriptionOf(body)} The scan's image is not known to Zadig. Choose another one for the scan in Zadig's console.`;
    if (status === 400 && body === '' && starting)
        return mayHaveStarted(access);
    const isOpen = starting && (status >= 500 || status < 300);
    return `${descriptionOf(body)}${isOpen ? ` ${mayHaveStarted(access)}` : ''}`;
}
/** What the answer means when it comes from the gateway, or from something else than Zadig, whatever was asked. */
function meaningBefore({ status, body }) {
    if (status === 401)
        return 'The token is not valid. Check `zadig-token`; since Zadig 4.3 an administrator must also allow API tokens for a user who is none.';
    if (status === 403 && body.includes('mfa_'))
        return 'The user of `zadig-token` has to pass multi-factor authentication first; use the token of a service user.';
    if (status === 404 || status === 405 || (status >= 300 && status < 400))
        return "The address does not lead to Zadig's API. Check `zadig-url`: the server's own address, without `/api` or `/openapi`.";
    return undefined;
}
/** Zadig's own words, from either of its two envelopes, short and on one line; other bodies are not shown. */
function descriptionOf(body) {
    try {
        const { description, message } = JSON.parse(body);
        const words = [message, description].filter((word) => typeof word === 'string' && word !== '').join(' ');
        return words ? `It says: ${wordsOf(words)}.` : 'It gives no reason.';
    }
    catch {
        return 'It gives no reason.';
    }
}
/** Text of the server as it may be quoted: short, on one line, and without the tokens that it puts into addresses. */
function wordsOf(text) {
    if (typeof text !== 'string')
        return '';
    const line = text
        .replace(/\s+/g, ' ')
        .replace(/:\/\/[^/\s]+@/g, '://***@')
        // An address that the server has cut off before its @.
        .replace(/\b(x-access-token|oauth2):[^\s@]+/gi, '$1:***');
    return line.trim().slice(0, 300);
}


/***/ }),

/***/ 7664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3539);


const timeoutMs = 60_000;
/** Details of a task are a few hundred bytes; whatever sends a megabyte is not Zadig. */
const longestBody = 1_048_576;
/** No retries and no redirects: a scan must not start twice, and the token must not travel to another host. */
async function connect({ token }) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(942)]).then(__webpack_require__.bind(__webpack_require__, 4942));
    return new HttpClient('codescan-gate', [], {
        allowRetries: false,
        allowRedirects: false,
        socketTimeout: timeoutMs,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
}
/** Sends one request once; anything but 200 is thrown as a `ServiceError`. Only a POST can start something. */
async function send(client, access, request) {
    const starting = request.verb === 'POST';
    let answer;
    try {
        answer = await ask(client, request);
    }
    catch (error) {
        throw (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explainZadig */ .fO)(error, access, starting);
    }
    if (answer.status === 200)
        return answer;
    throw (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explainZadig */ .fO)(answer, access, starting);
}
/** Sends one request once and returns its whole answer, whatever it is; throws what the network throws. */
function ask(client, request) {
    return withinTime(exchange(client, request));
}
async function exchange(client, { verb, url, body }) {
    const [text, headers] = body ? [JSON.stringify(body), { 'content-type': 'application/json' }] : [null, {}];
    const response = await client.request(verb, url, text, headers);
    return { status: response.message.statusCode ?? 0, body: await bodyOf(response) };
}
async function bodyOf({ message }) {
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
function jsonOf({ status, body }, { url }) {
    try {
        return JSON.parse(body) ?? {};
    }
    catch (cause) {
        // Without a status, so that the page of a proxy between two answers does not end the waiting.
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`${url} answered ${status} with something that is not JSON. Check that \`zadig-url\` is the Zadig server itself.`, undefined, { cause });
    }
}


/***/ }),

/***/ 9522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ whatHolds),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   MX: () => (/* binding */ isQueued),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   cq: () => (/* binding */ explainStatus)
/* harmony export */ });
const queued = { phase: 'queued' };
const running = { phase: 'running' };
const breakpoint = { phase: 'held', says: 'Somebody has set a breakpoint in Zadig, and the task waits there.' };
const approval = { phase: 'held', says: 'The task waits for an approval in Zadig.' };
/**
 * Every word of Zadig's enumeration that has a meaning for a scan (config/consts.go), lower case. Any other word, as
 * `disabled`, `changed` and `notRun` would be here, ends nothing: it is shown, and the waiting goes on.
 */
const meanings = {
    '': queued,
    waiting: queued,
    queued,
    created: queued,
    blocked: queued,
    pending: queued,
    running,
    prepare: running,
    distributed: running,
    debug_before: breakpoint,
    debug_after: breakpoint,
    pause: { phase: 'held', says: 'The task is paused until somebody goes on with it in Zadig.' },
    wait_for_approval: approval,
    waitforapprove: approval,
    wait_for_manual_error_handling: {
        phase: 'held',
        says: 'The task waits until somebody decides on its error in Zadig.',
    },
    passed: { phase: 'ended', verdict: 'passed' },
    failed: { phase: 'ended', verdict: 'failed' },
    timeout: { phase: 'ended', says: 'The task ran into the time limit that is set in Zadig.' },
    cancelled: { phase: 'ended', says: 'Somebody, or a restart of the server, cancelled the task.' },
    reject: { phase: 'ended', says: 'The task was rejected.' },
    unstable: { phase: 'ended', says: 'The task failed, and Zadig is set to overlook that.' },
    skipped: { phase: 'ended', says: 'Zadig skipped the task, so nothing was scanned.' },
};
function meaningOf(status) {
    // A word of a server may be `constructor`.
    return Object.hasOwn(meanings, status) ? (meanings[status] ?? running) : running;
}
function isTerminal(status) {
    return meaningOf(status).phase === 'ended';
}
/** Whether Zadig has not begun with the task; its own time limit does not count this time either. */
function isQueued(status) {
    return meaningOf(status).phase === 'queued';
}
/** What a task that has ended says about the code; undefined when it says nothing. */
function verdictOf(status) {
    return meaningOf(status).verdict;
}
/** What a task waits for that no time will bring, a sentence; empty when it just takes its time. */
function whatHolds(status) {
    const { phase, says = '' } = meaningOf(status);
    return phase === 'held' ? says : '';
}
/** Why a task that ended with this word says nothing about the code. */
function explainStatus(status) {
    return `${meaningOf(status).says ?? `The task ended as \`${status}\`.`} Look at the task in Zadig, then run this job again.`;
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ zadigWorkflow)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3539);
/* harmony import */ var _zadig_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7664);



/**
 * What lies beside the code-scan OpenAPI, since Zadig 2.2; each throws `ServiceError`. An answer holds the tokens of code
 * hosts and is never shown: only the named fields are read.
 */
async function zadigWorkflow(access) {
    const client = await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(access);
    const urlOf = (scanId, taskId) => `${access.url}/openapi/workflows/custom/task?workflowKey=zadig-scanning-${scanId}&taskId=${taskId}`;
    return {
        async scanId() {
            const url = `${access.url}/api/aslan/testing/scanning?projectName=${encodeURIComponent(access.project)}`;
            const scans = listOf((0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(client, access, { verb: 'GET', url }), access));
            const { id } = scans.find(({ name }) => name === access.scan) ?? {};
            if (typeof id === 'string' && /^[\da-f]{24}$/i.test(id))
                return id;
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`The list of scans in project \`${access.project}\` has no id of \`${access.scan}\`.`);
        },
        async record(scanId, taskId) {
            return recordOf((0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(client, access, { verb: 'GET', url: urlOf(scanId, taskId) }), access));
        },
        async cancel(scanId, taskId) {
            await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(client, access, { verb: 'DELETE', url: urlOf(scanId, taskId) });
        },
    };
}
function recordOf(json) {
    const { status, error, stages } = objectOf(json);
    const jobs = listOf(stages).flatMap((stage) => listOf(stage['jobs']));
    const specs = jobs.map(({ spec }) => objectOf(spec));
    const metrics = specs.map((spec) => spec['sonar_metrics']).find((found) => Object.keys(objectOf(found)).length > 0);
    // The job's words first: the workflow's repeat them, or say less.
    const errors = [...jobs.map((job) => (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(job['error'])), (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(error)].filter((words) => words !== '');
    return {
        status: typeof status === 'string' ? status.toLowerCase() : '',
        error: [...new Set(errors)].join(' '),
        metrics: metrics === undefined ? undefined : metricsOf(objectOf(metrics)),
        scan: specs.map((spec) => (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(spec['scanning_name'])).find((name) => name !== '') ?? '',
        repositories: specs.flatMap((spec) => listOf(spec['repos'])).map(repositoryOf),
    };
}
/** The names are those of a Go struct without tags; nothing measured is an empty text. */
function metricsOf(measured) {
    const word = (name) => (0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(measured[name]).slice(0, 40) || undefined;
    return {
        gate: word('QualityGateStatus'),
        bugs: word('Bugs'),
        vulnerabilities: word('Vulnerabilities'),
        codeSmells: word('CodeSmells'),
        coverage: word('Coverage'),
    };
}
function repositoryOf({ repo_owner: owner, repo_name: name, prs, pr }) {
    const numbers = [...(Array.isArray(prs) ? prs : []), pr];
    return {
        owner: String(owner ?? ''),
        name: String(name ?? ''),
        prs: numbers.filter((number) => typeof number === 'number' && number > 0),
    };
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function listOf(value) {
    return Array.isArray(value) ? value.map(objectOf) : [];
}


/***/ }),

/***/ 839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ zadig)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3539);
/* harmony import */ var _zadig_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7664);



/** The two calls of Zadig's code-scan OpenAPI; each throws `ServiceError` with a sentence for the user. */
async function zadig(access) {
    const client = await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(access);
    const path = `${access.url}/openapi/quality/codescan/${encodeURIComponent(access.scan)}/task`;
    const query = `?projectKey=${encodeURIComponent(access.project)}`;
    return {
        async execute(repository, variables) {
            const answer = await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(client, access, {
                verb: 'POST',
                url: `${path}${query}`,
                body: executionOf(repository, variables),
            });
            const { task_id: taskId } = (answer.body === '' ? {} : (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(answer, access));
            if (typeof taskId === 'number' && taskId > 0)
                return { taskId };
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`Zadig answered without the number of a task. ${(0,_zadig_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHaveStarted */ .NG)(access)}`, answer.status);
        },
        async task(taskId) {
            return detailOf((0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(await (0,_zadig_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(client, access, { verb: 'GET', url: `${path}/${taskId}${query}` }), access));
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
function detailOf(json) {
    const { status, result_link: link, repo_info: repositories } = json;
    return {
        status: typeof status === 'string' ? status.toLowerCase() : '',
        resultLink: typeof link === 'string' ? link : '',
        repositories: (Array.isArray(repositories) ? repositories : []).map((repository) => ({
            owner: String(repository?.repo_owner ?? ''),
            name: String(repository?.repo_name ?? ''),
            source: String(repository?.source ?? ''),
            branch: String(repository?.branch ?? ''),
        })),
    };
}


/***/ }),

/***/ 7159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ normaliseConfig),
  q: () => (/* binding */ toConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/config/build.ts
var config_build = __webpack_require__(4814);
// EXTERNAL MODULE: ./src/config/access.ts
var access = __webpack_require__(4174);
;// CONCATENATED MODULE: ./src/config/compare.ts

function compareConfig(options, build, { cwd, root, repository }) {
    const token = options['github-token'];
    return {
        baseline: options.baseline ?? [],
        cwd,
        root,
        base: baseOf(build),
        alertsOf: build.baseBranch ?? branchOf(build.ref),
        github: token && repository ? { apiUrl: (0,access/* apiUrlOf */.po)(options, build), token, repository } : undefined,
    };
}
/** GitHub writes zeros for "there was none": the first push to a branch. */
const none = /^0+$/;
function baseOf({ baseBranch, event, before, mergeBase, ref }) {
    if (event === 'merge_group')
        return mergeBase ? { commit: mergeBase, branch: baseBranch } : undefined;
    if (baseBranch)
        return { branch: baseBranch };
    const branch = branchOf(ref);
    if (event === 'push' && branch && before && !none.test(before))
        return { branch, commit: before, isDoubtful: true };
    return undefined;
}
function branchOf(ref) {
    return /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1];
}

;// CONCATENATED MODULE: ./src/config/gate.ts
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
/** Where only new findings are of interest to whoever started the run. */
const forNewCode = ['pull_request', 'pull_request_target', 'merge_group'];
/** Options that keep findings from the gate; a locked policy does not let them. */
const hiding = ['baseline', 'filter', 'filter-severity', 'new-only', 'policy-ref'];
function gateConfig(options, build, needs) {
    const failOn = options['fail-on'] ?? ['high'];
    const newOnly = options['new-only'] ?? 'auto';
    const isNewOnly = newOnly === 'auto' ? forNewCode.includes(build.event ?? '') : newOnly === 'true';
    const asked = ['fail-on', 'warn-on', 'max-findings', 'new-only'];
    return {
        limits: {
            failOn,
            warnOn: options['warn-on'] ?? failOn.map((word) => below[word]),
            maxFindings: options['max-findings'] ?? 0,
            scope: isNewOnly ? 'new' : 'all',
        },
        isAsked: asked.some((name) => options[name] !== undefined),
        enforcement: options.enforcement,
        onError: options['on-error'],
        upload: { given: options.upload, otherwise: needs.upload ?? needs.byDefault },
        zadig: { given: options.zadig, otherwise: needs.zadig ?? 'optional' },
        isStranger: build.stranger !== undefined,
        event: build.event,
        hiding: hiding.filter((name) => options[name] !== undefined),
    };
}

;// CONCATENATED MODULE: ./src/config/policy-place.ts


/** Where people put it who do not say. */
const usual = '.github/codescan-gate.yml';
function policyPlace(options, build, { root, cwd, repository }) {
    const given = options.policy;
    const elsewhere = given === undefined ? undefined : elsewhereOf(given);
    const file = (0,external_node_path_.resolve)(given === undefined ? root : cwd, given ?? usual);
    const path = (0,external_node_path_.relative)(root, file);
    const isInside = path !== '' && !path.startsWith('..') && !(0,external_node_path_.isAbsolute)(path);
    const isBaseAsked = (options['policy-ref'] ?? 'base') === 'base';
    const isInPullRequest = build.baseBranch !== undefined && build.platform === 'github';
    return {
        name: given ?? usual,
        isAsked: given !== undefined,
        file,
        root,
        path: isInside ? path.replaceAll(external_node_path_.sep, '/') : undefined,
        elsewhere,
        base: isBaseAsked && isInPullRequest && isInside && !elsewhere ? { branch: build.baseBranch, repository } : undefined,
        github: { token: options['policy-token'] ?? options['github-token'], apiUrl: (0,access/* apiUrlOf */.po)(options, build) },
    };
}
/** `owner/repository/path/of/file.yml@ref` */
function elsewhereOf(text) {
    const [, repository, path, ref] = /^([\w.-]+\/[\w.-]+)\/([^@]+)@([^@]+)$/.exec(text) ?? [];
    return repository && path && ref ? { repository, path, ref } : undefined;
}

// EXTERNAL MODULE: ./src/config/trust.ts
var trust = __webpack_require__(800);
// EXTERNAL MODULE: ./src/config/upload.ts
var config_upload = __webpack_require__(7457);
;// CONCATENATED MODULE: ./src/config/zadig.ts


/** Which scan to run in Zadig, or undefined when none is wanted. */
function zadigConfig(options, build, ref, repository) {
    const url = options['zadig-url'];
    const need = options.zadig ?? 'required';
    const isMeant = options['zadig-project'] || options['zadig-scan'] || options.zadig === 'required';
    if (!url && isMeant && need !== 'off')
        throw new errors/* UserError */.yo('The Zadig scan needs `zadig-url`, the address of the server.');
    if (!url || need === 'off')
        return undefined;
    const token = options['zadig-token'];
    const project = options['zadig-project'];
    const scan = options['zadig-scan'];
    const [, owner, name] = /^(.+)\/(.+)$/.exec(options['zadig-repo'] ?? repository ?? '') ?? [];
    const { branch, prs } = zadigTarget(options, build, ref);
    const missing = Object.entries({ token, project, scan, repo: name, branch }).filter(([, value]) => !value);
    // GitHub gives strangers no secrets; that is nothing the workflow could mend.
    const hasToken = token !== undefined || build.stranger !== undefined;
    if (!hasToken || !project || !scan || !owner || !name || !branch)
        throw new errors/* UserError */.yo(`The Zadig scan needs ${missing.map(([part]) => `\`zadig-${part}\``).join(', ')}.`);
    return {
        need,
        url,
        token,
        project,
        scan,
        scanId: options['zadig-scan-id'],
        repository: { owner, name, source: options['zadig-source'] ?? 'github', branch, prs },
        variables: options['zadig-variables'] ?? [],
        ...patienceOf(options),
    };
}
function patienceOf(options) {
    return {
        timeoutMs: options['zadig-timeout'] ?? 30 * 60_000,
        queueTimeoutMs: options['zadig-queue-timeout'] ?? 30 * 60_000,
        cancelOnAbort: options['zadig-cancel-on-abort'] ?? true,
    };
}
/** Zadig merges pull requests into the branch it is told, so for a pull request that is the base branch. */
function zadigTarget(options, build, ref) {
    const pullRequest = (0,config_build/* pullRequestOf */._n)(ref);
    const branch = pullRequest === undefined ? ref?.replace(/^refs\/heads\//, '') : build.baseBranch;
    return {
        branch: options['zadig-branch'] ?? (branch?.startsWith('refs/') ? undefined : branch),
        prs: options['zadig-prs'] ?? (pullRequest === undefined ? [] : [pullRequest]),
    };
}

// EXTERNAL MODULE: ./src/config/zadig-definition.ts + 1 modules
var zadig_definition = __webpack_require__(8365);
;// CONCATENATED MODULE: ./src/config/config.ts










/** Fills the defaults in and sorts the options by stage; throws `UserError` for what does not fit together. */
async function toConfig(options, around) {
    const { build, cwd } = around;
    const normalise = await normaliseConfig(options, around);
    const { root, folder } = normalise;
    const git = (...words) => around.ask(['git', ...words], root);
    (0,trust/* checkStranger */.nx)(build, options);
    if (build.event === 'pull_request_target')
        (0,trust/* checkCheckout */.jG)(build, await git('rev-parse', 'HEAD'), options);
    const commit = await (0,config_build/* scannedCommit */.ml)(options, build, git);
    const repository = options.repository ?? build.repository;
    const scan = scanConfig(options, root, folder);
    const defined = await (0,zadig_definition/* withDefinition */.s)(options, repository, cwd);
    const zadig = zadigConfig(defined.options, build, commit.ref, repository);
    if (!scan && !zadig)
        throw new errors/* UserError */.yo('There is nothing to do: give `scanner`, `command`, `report`, or the `zadig-…` options.');
    const upload = scan && (0,config_upload/* uploadConfig */.wu)(options, build, { ...commit, repository, root, byDefault: around.uploadByDefault });
    return {
        scan,
        normalise,
        upload,
        zadig: zadig && { ...zadig, definition: defined.definition },
        gate: gateConfig(options, build, { upload: upload?.need, zadig: zadig?.need, byDefault: around.uploadByDefault }),
        compare: compareConfig(options, build, { cwd, root, repository }),
        policy: policyPlace(options, build, { root, cwd, repository }),
        report: {
            summary: options.summary ?? true,
            annotations: options.annotations ?? 'blocking',
            sarifOutput: options['sarif-output'] && (0,external_node_path_.resolve)(cwd, options['sarif-output']),
            blobUrl: repository && commit.sha ? `${(0,config_upload/* serverUrlOf */.Gh)(options, build)}/${repository}/blob/${commit.sha}/` : undefined,
        },
        notices: scan ? (0,config_upload/* uploadNotices */.XJ)(options, build, around.uploadByDefault) : [],
        warnings: (0,trust/* plainTextWarnings */.tE)({ 'zadig-url': zadig?.token && zadig.url, 'github-api-url': upload?.apiUrl }),
        secrets: [
            options['github-token'],
            options['zadig-token'],
            options['policy-token'],
            ...(build.secrets ?? []),
        ].filter((secret) => secret !== undefined),
    };
}
/** Without a word from anybody the checkout is the Git work tree one stands in, else the folder itself. */
async function normaliseConfig(options, around) {
    const { build, cwd, ask } = around;
    const known = options['checkout-path'] ?? build.workspace ?? (await ask(['git', 'rev-parse', '--show-toplevel'], cwd));
    const root = (0,external_node_path_.resolve)(cwd, known ?? '.');
    const folder = folderOf(options['working-directory'] ?? '.', root, cwd);
    const category = categoryFrom(options, build);
    const ownCategory = options['own-category'];
    if (ownCategory === 'replace' && category === undefined)
        throw new errors/* UserError */.yo('`own-category` is `replace`, but there is no category to put in its place: give `category`.');
    return {
        toolName: options['tool-name'],
        category,
        ownCategory,
        fingerprints: options.fingerprints,
        root,
        folder,
        filter: filterFrom(options),
    };
}
function filterFrom({ filter: patterns, 'filter-severity': severities }) {
    return patterns || severities ? { patterns: patterns ?? [], severities } : undefined;
}
/** Relative to the checkout in the action, to the folder one stands in on a terminal: the same where both agree. */
function folderOf(given, root, cwd) {
    if ((0,external_node_path_.isAbsolute)(given))
        return given;
    const isInside = cwd === root || cwd.startsWith((0,external_node_path_.join)(root, '/'));
    return (0,external_node_path_.resolve)(isInside ? cwd : root, given);
}
function categoryFrom({ category, matrix }, { analysisKey }) {
    return category ?? (analysisKey && (0,config_build/* categoryOf */.Qd)(analysisKey, matrix));
}
function scanConfig(options, root, folder) {
    const { scanner: scanners = [], command, report: reports = [] } = options;
    if (scanners.length === 0 && !command && reports.length === 0)
        return undefined;
    if (scanners.length > 0 && command)
        throw new errors/* UserError */.yo('`scanner` and `command` exclude each other: give one of them, or use one step each.');
    if (options['scanner-args'] && scanners.length !== 1)
        throw new errors/* UserError */.yo('`scanner-args` belongs to exactly one `scanner`; with several, use one step each.');
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

/***/ 131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ breachesOf)
/* harmony export */ });
/** All places where the value breaks the schema, each once, from the top down. */
function breachesOf(schema, value, pointer = '') {
    if (schema.anyOf)
        return breachesOfAny(schema.anyOf, value, pointer, schema.description);
    const own = ruleBrokenBy(schema, value);
    if (own !== undefined)
        return [{ pointer, rule: own, wanted: schema.description }];
    const found = [
        ...(Array.isArray(value) ? itemBreaches(schema, value, pointer) : []),
        ...(isObject(value) ? propertyBreaches(schema, value, pointer) : []),
        ...(schema.allOf ?? []).flatMap((branch) => breachesOf(branch.if, value).length === 0 ? breachesOf(branch.then, value, pointer) : []),
    ];
    return found.filter((breach, index) => found.findIndex((other) => other.pointer === breach.pointer) === index);
}
function breachesOfAny(schemas, value, pointer, wanted) {
    const tried = schemas.map((schema) => ({ schema, breaches: breachesOf(schema, value, pointer) }));
    if (tried.some(({ breaches }) => breaches.length === 0))
        return [];
    const own = tried.find(({ schema }) => schema.type && typeRules[schema.type][1](value));
    return (own?.breaches ?? [
        { pointer, rule: `must be ${tried.map(({ schema }) => kinds[schema.type]).join(' or ')}`, wanted },
    ]);
}
const kinds = {
    object: 'a mapping',
    array: 'a list',
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
};
function itemBreaches({ items }, values, pointer) {
    return items ? values.flatMap((value, index) => breachesOf(items, value, `${pointer}/${index}`)) : [];
}
function propertyBreaches(schema, value, pointer) {
    const { properties = {}, required = [], additionalProperties } = schema;
    const at = (key) => `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const known = Object.keys(properties);
    const missing = required.filter((key) => !Object.hasOwn(value, key));
    const unknown = additionalProperties === false ? Object.keys(value).filter((key) => !known.includes(key)) : [];
    return [
        ...unknown.map((key) => ({ pointer: at(key), rule: 'is no field of it', unknown: { key, known } })),
        ...missing.map((key) => ({ pointer: at(key), rule: 'is missing', wanted: properties[key]?.description })),
        ...known
            .filter((key) => Object.hasOwn(value, key))
            .flatMap((key) => breachesOf(properties[key] ?? {}, value[key], at(key))),
    ];
}
const typeRules = {
    object: ['must be a mapping of keys to values', isObject],
    array: ['must be a list', Array.isArray],
    string: ['must be a text', (value) => typeof value === 'string'],
    integer: ['must be a whole number', Number.isInteger],
    number: ['must be a number', Number.isFinite],
    boolean: ['must be true or false', (value) => typeof value === 'boolean'],
};
/** Texts are counted in characters, not in UTF-16 units, as JSON Schema has it. */
function ruleBrokenBy(schema, value) {
    if (schema.type) {
        const [rule, holds] = typeRules[schema.type];
        if (!holds(value))
            return rule;
    }
    if (schema.enum && !schema.enum.includes(value))
        return `must be one of ${schema.enum.join(', ')}`;
    if (schema.const !== undefined && value !== schema.const)
        return `must be ${schema.const}`;
    if (typeof value === 'string')
        return textRule(schema, value);
    if (typeof value === 'number')
        return numberRule(schema, value);
    if (Array.isArray(value) && value.length < (schema.minItems ?? 0))
        return 'must not be empty';
    return undefined;
}
function numberRule({ minimum = -Infinity, maximum = Infinity }, value) {
    if (value < minimum)
        return `must be ${minimum} or more`;
    return value > maximum ? `must be ${maximum} or less` : undefined;
}
function textRule({ minLength = 0, maxLength, pattern }, value) {
    const length = [...value].length;
    if (length < minLength)
        return 'must not be empty';
    if (maxLength !== undefined && length > maxLength)
        return 'must be empty or absent';
    return pattern === undefined || new RegExp(pattern, 'u').test(value) ? undefined : `must match ${pattern}`;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 8365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readDefinition),
  s: () => (/* binding */ withDefinition)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/suggest.ts + 1 modules
var suggest = __webpack_require__(7076);
// EXTERNAL MODULE: ./src/config/schema.ts
var schema = __webpack_require__(131);
;// CONCATENATED MODULE: ./src/config/zadig-definition-schema.ts
const zadig_definition_schema_text = (description) => ({ type: 'string', minLength: 1, description });
const anyText = (description) => ({ type: 'string', description });
const yesOrNo = (description) => ({ type: 'boolean', description });
const count = (minimum, description) => ({
    type: 'integer',
    minimum,
    maximum: 2 ** 31 - 1,
    description,
});
const amount = (description) => count(0, description);
const numbers = (description) => ({
    type: 'array',
    items: count(1, 'the number of a pull request'),
    description,
});
const list = (items, description) => ({ type: 'array', items, description });
const struct = (properties, required, description) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
    description,
});
/** What the server throws away for this kind of scanner; nobody must believe that it runs. */
const unread = (description) => ({ type: 'string', maxLength: 0, description });
const place = {
    codehost_name: zadig_definition_schema_text('the alias of a code host of the whole system'),
    repo_namespace: zadig_definition_schema_text("the repository's owner or group"),
    repo_name: zadig_definition_schema_text("the repository's name"),
    branch: zadig_definition_schema_text('the branch to scan when nobody names one'),
};
const repository = struct({
    ...place,
    pr: count(1, 'the pull request to scan when nobody names one'),
    prs: numbers('the pull requests to scan when nobody names any'),
    enable_commit: yesOrNo('whether `commit_id` counts (Zadig 4.1)'),
    commit_id: zadig_definition_schema_text('the commit to scan when nobody names a branch (Zadig 4.1)'),
}, Object.keys(place), 'a repository; only the first one can be addressed when the scan is started');
const addon = struct({ name: zadig_definition_schema_text('its name'), version: zadig_definition_schema_text('its version') }, ['name', 'version'], 'a software package');
// Zadig, setting/types.go; the API page has cpu_request and memory_request, which the server does not read.
const resources = struct({
    cpu_limit: amount('the most CPU, in thousandths'),
    memory_limit: amount('the most memory, in MiB'),
    cpu_req: amount('the least CPU, in thousandths'),
    memory_req: amount('the least memory, in MiB'),
    gpu_limit: anyText('GPUs, as in `nvidia.com/gpu: 1`'),
}, [], 'what the scan may use');
const hook = struct({
    ...place,
    events: list(zadig_definition_schema_text('push, pull_request or tag'), 'the events that start the scan'),
    match_folders: list(zadig_definition_schema_text('a folder or a file'), 'where a change has to be for the scan to start'),
}, [...Object.keys(place), 'events'], 'what starts the scan');
const webhooks = {
    ...struct({ enabled: yesOrNo('whether they are on'), hook_list: list(hook, 'the webhooks') }, ['enabled'], 'webhooks that start the scan; Zadig 4.2 knows them no more'),
    allOf: [when('enabled', true, { required: ['hook_list'] })],
};
const settings = struct({
    cluster_name: zadig_definition_schema_text("the cluster's name in Zadig"),
    strategy_name: anyText("the name of one of the cluster's schedule strategies"),
    timeout: count(1, 'the time limit in minutes; 600 when absent'),
    resource_spec: resources,
    webhooks,
}, ['cluster_name'], 'where and how the scan runs');
function when(property, value, holds) {
    // biome-ignore lint/suspicious/noThenProperty: it is the word of JSON Schema.
    return { if: { properties: { [property]: { const: value } }, required: [property] }, then: holds };
}
/**
 * The body of Zadig's create call, as its server reads it and not only as its API page has it: pkg/…/testing/service/types.go,
 * pkg/types/openapi.go. It is stricter where the server takes what never works: a key it does not know, no repository,
 * a script that it does not run. `schemas/zadig-definition.schema.json` is written from it.
 */
const definitionSchema = {
    ...struct({
        project_key: zadig_definition_schema_text('the key of the project; `zadig-project` may say it instead'),
        // Zadig, setting/consts.go (4.3), which lowers the name first.
        name: {
            type: 'string',
            pattern: '^[A-Za-z\u4e00-\u9fa5][A-Za-z0-9\u4e00-\u9fa5-]{0,31}$',
            description: "the scan's name, which `zadig-scan` may say instead: a letter, then up to 31 letters, digits and dashes, or Zadig 4.3 refuses it",
        },
        description: anyText('what the scan is for'),
        scanner_type: { enum: ['sonarQube', 'other'], description: 'what scans, spelled exactly so' },
        image_name: zadig_definition_schema_text('the label of an image for scans in Zadig; one that it does not know is taken, and then no scan starts'),
        sonar_system: anyText('the identity of a SonarQube integration'),
        repo_info: { ...list(repository, 'the repositories; the first one is the one that is scanned'), minItems: 1 },
        addons: list(addon, 'software packages that the scan needs'),
        sonar_parameter: anyText('the text of sonar-project.properties'),
        script: anyText("what scans, for scanner_type other; SonarQube's scans have `prelaunch_script`"),
        prelaunch_script: anyText('what runs before sonar-scanner, for scanner_type sonarQube'),
        enable_quality_gate: yesOrNo("whether SonarQube's quality gate decides"),
        advanced_settings: settings,
    }, ['scanner_type', 'image_name', 'repo_info', 'advanced_settings'], 'a code scan of Zadig'),
    allOf: [
        when('scanner_type', 'sonarQube', {
            properties: {
                sonar_system: zadig_definition_schema_text('the identity of a SonarQube integration'),
                script: unread('Zadig does not run it for scanner_type sonarQube; write `prelaunch_script`'),
            },
            required: ['sonar_system'],
        }),
        when('scanner_type', 'other', {
            properties: {
                script: zadig_definition_schema_text('what scans; without it nothing is scanned, and that passes'),
                sonar_system: unread('it belongs to scanner_type sonarQube'),
                sonar_parameter: unread('it belongs to scanner_type sonarQube'),
                prelaunch_script: unread('it belongs to scanner_type sonarQube; write `script`'),
                enable_quality_gate: { const: false, description: 'only scans of scanner_type sonarQube have one' },
            },
            required: ['script'],
        }),
    ],
};
/** Names that stand in Zadig's API page, its old versions or its console, and what the server reads. */
const realNames = {
    cpu_request: 'cpu_req',
    memory_request: 'memory_req',
    project_name: 'project_key',
    check_quality_gate: 'enable_quality_gate',
};

;// CONCATENATED MODULE: ./src/config/zadig-definition.ts






const mostTold = 10;
/** Reads a definition; throws `UserError` with the file, the pointer, the rule and what to write instead. */
async function readDefinition(file, options, cwd) {
    const found = await parsed(await textOf((0,external_node_path_.resolve)(cwd, file), file), file);
    const named = withNames(found, options, file);
    const breaches = (0,schema/* breachesOf */.d)(definitionSchema, named);
    if (breaches.length > 0)
        throw new errors/* UserError */.yo(told(breaches, file));
    // The API page calls both required; the server fills them in the same way.
    return { addons: [], enable_quality_gate: false, ...named };
}
/**
 * The options with what the definition says: project and name of the scan, and its first repository where the build
 * knows none. With `zadig: off` the file is not even looked at.
 */
async function withDefinition(options, repository, cwd) {
    const file = options['zadig-definition'];
    if (file === undefined || options.zadig === 'off')
        return { options };
    const definition = await readDefinition(file, options, cwd);
    const [{ repo_namespace: owner, repo_name: name } = { repo_namespace: '', repo_name: '' }] = definition.repo_info;
    const first = `${owner}/${name}`;
    const wanted = options['zadig-repo'] ?? repository ?? first;
    if (wanted !== first)
        throw new errors/* UserError */.yo(`${file}: /repo_info/0 is ${first}, but the scan is for ${wanted}, and Zadig scans the first repository only. Put ${wanted} first, spelled exactly so, or give \`zadig-repo\`.`);
    const names = { 'zadig-project': definition.project_key, 'zadig-scan': definition.name, 'zadig-repo': wanted };
    return { options: { ...options, ...names }, definition };
}
async function textOf(path, file) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        const why = code === 'ENOENT' ? 'There is no such file' : `The file cannot be read (${code ?? (0,errors/* messageOf */.bD)(error)})`;
        throw new errors/* UserError */.yo(`\`zadig-definition\`: ${file}: ${why}. Give the path of the definition of a scan.`);
    }
}
/** JSON is read as JSON: YAML is stricter than JSON about tabs. */
async function parsed(text, file) {
    try {
        if (file.endsWith('.json'))
            return JSON.parse(text);
        const { parse } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
        return parse(text, { prettyErrors: true });
    }
    catch (error) {
        const kind = file.endsWith('.json') ? 'JSON' : 'YAML';
        // The first line says what and where; what follows quotes the file, which may hold secrets.
        const [what = ''] = (0,errors/* messageOf */.bD)(error).split('\n');
        throw new errors/* UserError */.yo(`${file} is not ${kind}: ${what.replace(/:$/, '')}. Mend it there.`);
    }
}
/** Project and name may be said on either side; said on both, they have to agree. */
function withNames(found, options, file) {
    if (typeof found !== 'object' || found === null || Array.isArray(found))
        return found;
    const given = found;
    const names = { project_key: 'zadig-project', name: 'zadig-scan' };
    const named = { ...given };
    for (const [field, option] of Object.entries(names)) {
        const value = options[option];
        const own = given[field];
        if (own === undefined && value === undefined)
            throw new errors/* UserError */.yo(`${file}: /${field} is missing. Write it there, or give \`${option}\`.`);
        if (typeof own === 'string' && value !== undefined && own !== value)
            throw new errors/* UserError */.yo(`${file}: /${field} is \`${own}\`, but \`${option}\` is \`${value}\`. Give one of them, or make them agree.`);
        named[field] = own ?? value;
    }
    return named;
}
function told(breaches, file) {
    const lines = breaches
        .slice(0, mostTold)
        .map((breach) => `${file}: ${breach.pointer || 'the whole'} ${endOf(breach)}`);
    const more = breaches.length - lines.length;
    return [...lines, ...(more > 0 ? [`${file}: and ${more} more of that kind.`] : [])].join('\n');
}
function endOf({ rule, wanted, unknown }) {
    if (!unknown)
        return `${rule}${wanted ? `: ${wanted}` : ''}.`;
    const { key, known } = unknown;
    const real = realNames[key];
    if (real !== undefined && known.includes(real))
        return `is not read by Zadig's server: write \`${real}\`.`;
    return `${rule}, and Zadig's server would ignore it.${(0,suggest/* didYouMean */.a)(key, known) || ` The fields are ${known.join(', ')}.`}`;
}


/***/ }),

/***/ 3979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ buildAround)
});

// EXTERNAL MODULE: ./src/config/build.ts
var config_build = __webpack_require__(4814);
// EXTERNAL MODULE: ./src/config/zadig-build.ts
var zadig_build = __webpack_require__(5380);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/entry/event.ts

/** What GitHub tells of the event that started the run; undefined elsewhere, and when the file is not to be read. */
function eventOf(environment) {
    const path = environment['GITHUB_EVENT_PATH'];
    if (!path || environment['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        // Runners that imitate GitHub's may not write it; everything that it tells can also be absent.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/entry/surroundings.ts



/** What the environment says of the build; inside Zadig, what the checkout says of it. */
async function buildAround(options, environment, host) {
    const build = (0,config_build/* detectBuild */.C7)(environment, eventOf(environment));
    return build.platform === 'zadig' ? await (0,zadig_build/* zadigBuild */.O)(options, host.cwd, host.ask) : build;
}


/***/ }),

/***/ 266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ scanInZadig)
});

// EXTERNAL MODULE: ./src/clients/poll.ts
var poll = __webpack_require__(4307);
// EXTERNAL MODULE: ./src/clients/zadig.ts
var zadig = __webpack_require__(839);
// EXTERNAL MODULE: ./src/clients/zadig-errors.ts
var zadig_errors = __webpack_require__(3539);
// EXTERNAL MODULE: ./src/clients/zadig-status.ts
var zadig_status = __webpack_require__(9522);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/clients/zadig-workflow.ts
var zadig_workflow = __webpack_require__(2669);
;// CONCATENATED MODULE: ./src/stages/zadig-record.ts


/** The id of a scan is never guessed: with the id of another one somebody else's task would be cancelled. */
async function startedTask({ taskId, scanId, cancelOnAbort, ...access }, host) {
    const client = await (0,zadig_workflow/* zadigWorkflow */.b)(access);
    const page = `${access.url}/v1/projects/detail/${encodeURIComponent(access.project)}/scanner`;
    let id = scanId;
    let looking;
    const lookUp = async () => {
        if (id !== undefined)
            return id;
        looking ??= quietly(host, () => client.scanId());
        id = await looking;
        return id;
    };
    const task = {
        async read() {
            const known = await lookUp();
            if (known === undefined)
                return undefined;
            const record = await quietly(host, () => client.record(known, taskId));
            if (!record?.scan || record.scan === access.scan)
                return record;
            host.log.warn(`\`zadig-scan-id\` is the id of scan \`${record.scan}\`, not of \`${access.scan}\`: it is not used.`);
            id = undefined;
            looking = Promise.resolve(undefined);
            return undefined;
        },
        async cancel() {
            if (!cancelOnAbort)
                return `It runs on in Zadig: ${task.url()}`;
            // The record tells whose id it is. One that came from the list by name needs no proof.
            if (scanId !== undefined)
                await task.read();
            const known = await lookUp();
            if (known === undefined)
                return `It runs on: Zadig cancels only by the id of the scan, which is not known. Give \`zadig-scan-id\`. Until then cancel it by hand: ${task.url()}`;
            return cancelled(client.cancel(known, taskId), task);
        },
        url: () => (id === undefined ? page : `${page}/detail/${encodeURIComponent(access.scan)}/task/${taskId}?id=${id}`),
    };
    return task;
}
async function cancelled(work, { url }) {
    try {
        await work;
        return 'Zadig was told to cancel it.';
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        return `It may run on, since it could not be cancelled: ${error.message} Cancel it by hand: ${url()}`;
    }
}
async function quietly(host, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        host.log.debug(`Zadig does not tell more about the task. ${error.message}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/clients/zadig-create.ts
var zadig_create = __webpack_require__(352);
;// CONCATENATED MODULE: ./src/stages/zadig-start.ts


/**
 * Starts the scan. Zadig is asked to create it only when it has said that there is none, before which it starts nothing:
 * so a token that may only run scans is enough for one that exists, and so does a server that can no longer create any.
 */
async function startScan(client, config, host) {
    const { repository, variables, definition, project, scan } = config;
    try {
        return await client.execute(repository, variables);
    }
    catch (error) {
        if (definition === undefined || !(error instanceof zadig_errors/* UnknownScan */.iw))
            throw error;
    }
    host.log.info(`Zadig has no scan ${scan} in project ${project}; it is created from \`zadig-definition\`.`);
    await (0,zadig_create/* createScan */.e)(config, definition);
    return client.execute(repository, variables);
}

;// CONCATENATED MODULE: ./src/stages/zadig.ts







const longestPauseMs = 15_000;
/** Starts a code scan in Zadig and waits for its end, up to a deadline of our own: some tasks never end. */
async function scanInZadig(config, host) {
    const { token } = config;
    if (token === undefined)
        throw new errors/* NotEvaluated */.td('Zadig was not asked: GitHub gives no secrets to runs of forks and of Dependabot. A maintainer can run this from a branch of the repository; for Dependabot, put the token among the Dependabot secrets.');
    const access = { ...config, token };
    const client = await (0,zadig/* zadig */.M)(access);
    const started = host.now();
    let task;
    const calledOff = host.onInterrupt(async () => {
        // Before anything that the few seconds may not be enough for.
        host.log.warn(task ? `A Zadig task was under way: ${task.url()}` : (0,zadig_errors/* mayHaveStarted */.NG)(access));
        if (task)
            host.log.warn(await task.cancel());
    });
    try {
        const { taskId } = await startScan(client, access, host);
        task = await startedTask({ ...access, taskId }, host);
        host.log.info(`Zadig runs task ${taskId} of scan ${config.scan}: ${task.url()}`);
        const end = await ended({ client, task, taskId }, config, host);
        return { taskId, ...(await judged(end, task, config)), url: task.url(), elapsedMs: host.now() - started };
    }
    finally {
        calledOff();
    }
}
/** The list of scans, which costs the server much, is only asked where there is something to explain. */
async function judged({ detail, problem }, task, config) {
    const isWorthIt = detail !== undefined && problem === undefined;
    const record = isWorthIt && (config.scanId !== undefined || detail.status !== 'passed') ? await task.read() : undefined;
    const doubts = problem ?? (detail && doubt(detail, record, config));
    return {
        status: detail?.status ?? '',
        result: (doubts === undefined && detail && (0,zadig_status/* verdictOf */.Vj)(detail.status)) || 'unknown',
        problem: doubts,
        resultLink: detail?.resultLink ?? '',
        ...(record?.error && { error: record.error }),
        ...(record?.metrics && { metrics: record.metrics }),
    };
}
/** Why the end of a task says nothing about our code, if it does not. */
function doubt(detail, record, config) {
    if ((0,zadig_status/* verdictOf */.Vj)(detail.status) === undefined)
        return (0,zadig_status/* explainStatus */.cq)(detail.status);
    return mismatch(detail, config) ?? missingPullRequest(record, config);
}
/** In the queue one deadline, from then on another: Zadig's own time limit counts like that, too. */
async function ended({ client, task, taskId }, config, host) {
    const { queueTimeoutMs, timeoutMs } = config;
    const started = host.now();
    let last;
    const asking = (isEnough) => async () => {
        const detail = await client.task(taskId);
        if (detail.status !== last?.status)
            tell(taskId, detail, config, host);
        last = detail;
        return isEnough(detail.status) ? detail : undefined;
    };
    const onHeartbeat = () => {
        const waited = Math.round((host.now() - started) / 1000);
        host.log.info(`Zadig task ${taskId} is still ${last?.status || 'silent'} after ${waited} s.`);
    };
    const patience = { longestPauseMs, clock: host, onHeartbeat };
    try {
        const isBegun = await (0,poll/* poll */.w)(asking((status) => !(0,zadig_status/* isQueued */.MX)(status)), { ...patience, timeoutMs: queueTimeoutMs });
        if (!isBegun)
            return { detail: last, problem: `${queuedTooLong(taskId, last, queueTimeoutMs)} ${await task.cancel()}` };
        if ((0,zadig_status/* isTerminal */.Hd)(isBegun.status) || (await (0,poll/* poll */.w)(asking(zadig_status/* isTerminal */.Hd), { ...patience, timeoutMs })))
            return { detail: last };
        return { detail: last, problem: await late({ client, task, taskId }, last?.status ?? '', timeoutMs) };
    }
    catch (error) {
        if (!(error instanceof errors/* ServiceError */._7))
            throw error;
        return { detail: last, problem: `Task ${taskId} was started, but what became of it is not known. ${error.message}` };
    }
}
/** Says how the task stands, and at once when it is another's code that it scans. */
function tell(taskId, detail, config, host) {
    const { status } = detail;
    host.log.info(`Zadig task ${taskId} is ${status || 'without a status'}. ${(0,zadig_status/* whatHolds */.HQ)(status)}`.trim());
    const wrong = (0,zadig_status/* isQueued */.MX)(status) || (0,zadig_status/* isTerminal */.Hd)(status) ? undefined : mismatch(detail, config);
    if (wrong)
        host.log.info(wrong);
}
function queuedTooLong(taskId, last, timeoutMs) {
    const status = last?.status ? `as \`${last.status}\`` : 'without a status';
    return `Task ${taskId} stood in Zadig's queue, ${status}, when \`zadig-queue-timeout\` (${timeoutMs / 1000} s) was over: Zadig runs only as many tasks at a time as its settings allow. Run this job again later, or raise the time.`;
}
/** Since 5.0 a restart of the server leaves tasks behind that never end; only their workflow is known to be cancelled. */
async function late({ task, taskId }, status, timeoutMs) {
    const over = `Task ${taskId} was still \`${status}\` when \`zadig-timeout\` (${timeoutMs / 1000} s) was over.`;
    const record = await task.read();
    if (record && (0,zadig_status/* isTerminal */.Hd)(record.status))
        return `${over} Its workflow has ended as \`${record.status}\`, so nothing more will come: the server was restarted meanwhile. Run this job again.`;
    return [over, (0,zadig_status/* whatHolds */.HQ)(status), 'Look at the task, or raise the time.', await task.cancel()]
        .filter(Boolean)
        .join(' ');
}
/**
 * Zadig drops, without a word, a repository that is not the scan's first one; some versions then scan what is configured,
 * newer ones nothing, and pass. So a result only counts when the task says that it had our repository and branch. The
 * kind of code host counts, too: where it differs, the pull requests were dropped with the rest.
 */
function mismatch({ repositories }, { repository }) {
    const isSame = (scanned) => shown(scanned) === shown(repository);
    const namesakes = repositories.filter(isSame);
    const found = repositories.findIndex((scanned) => isSame(scanned) && scanned.source === repository.source);
    if (found > 0 && repository.prs.length > 0)
        return `Zadig scanned ${shown(repository)} as it is configured, not with pull request ${repository.prs.join(', ')}, so its result says nothing about this code: only the first repository of a scan can be addressed. Put it first in the scan.`;
    if (found >= 0)
        return undefined;
    const [namesake] = namesakes;
    const scanned = namesake
        ? `${shown(namesake)} of \`${namesake.source}\``
        : repositories.map(shown).join(', ') || 'no repository at all';
    const wanted = namesake ? `of \`${repository.source}\`` : shown(repository);
    return `Zadig scanned ${scanned}, not ${wanted}, so its result says nothing about this code. Check \`zadig-repo\`, \`zadig-source\` and \`zadig-branch\`: only the first repository of a scan can be addressed, exactly as Zadig spells it.`;
}
function shown({ owner, name, branch }) {
    return `${owner}/${name} (${branch})`;
}
/** Only Zadig's record tells which pull requests were merged, and not in every version: what is not told is no doubt. */
function missingPullRequest(record, { repository }) {
    const { owner, name, prs } = repository;
    const scanned = record?.repositories.filter((each) => each.owner === owner && each.name === name) ?? [];
    const merged = scanned.flatMap((each) => each.prs);
    const missing = merged.length > 0 ? prs.filter((number) => !merged.includes(number)) : [];
    if (missing.length === 0)
        return undefined;
    return `Zadig merged pull request ${merged.join(', ')} before it scanned, but not ${missing.join(', ')}, so its result says nothing about this code. Look at the task in Zadig, then run this job again.`;
}


/***/ })

};
