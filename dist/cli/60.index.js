export const id = 60;
export const ids = [60];
export const modules = {

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

/***/ 9060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cancelScan: () => (/* binding */ cancelScan),
  createFrom: () => (/* binding */ createFrom),
  runScan: () => (/* binding */ runScan),
  showTask: () => (/* binding */ showTask)
});

// EXTERNAL MODULE: ./src/clients/zadig.ts
var zadig = __webpack_require__(839);
// EXTERNAL MODULE: ./src/clients/zadig-create.ts
var zadig_create = __webpack_require__(352);
// EXTERNAL MODULE: ./src/clients/zadig-workflow.ts
var zadig_workflow = __webpack_require__(2669);
// EXTERNAL MODULE: ./src/config/config.ts + 4 modules
var config = __webpack_require__(7159);
// EXTERNAL MODULE: ./src/config/read.ts
var read = __webpack_require__(2000);
// EXTERNAL MODULE: ./src/config/trust.ts
var trust = __webpack_require__(800);
// EXTERNAL MODULE: ./src/config/zadig-access.ts
var zadig_access = __webpack_require__(1372);
// EXTERNAL MODULE: ./src/config/zadig-definition.ts + 1 modules
var zadig_definition = __webpack_require__(8365);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/outcome.ts
var outcome = __webpack_require__(5093);
// EXTERNAL MODULE: ./src/render/plain.ts
var plain = __webpack_require__(4404);
;// CONCATENATED MODULE: ./src/render/zadig-task.ts

/** A task for a terminal: how it stands, why that says nothing if so, and where people see more. */
function zadigTaskText({ project, scan, taskId, status, result, problem, resultLink, error, }) {
    const lines = [
        `Task ${taskId} of scan ${scan} in project ${project}: ${status || 'no status'}`,
        result === 'unknown' ? `Not evaluated. ${problem ?? ''}` : '',
        error ? `Zadig says: ${error}` : '',
        resultLink ? `Result: ${resultLink}` : '',
    ];
    return lines.map(plain/* oneLine */.TN).filter(Boolean).join('\n');
}

// EXTERNAL MODULE: ./src/stages/zadig.ts + 2 modules
var stages_zadig = __webpack_require__(266);
// EXTERNAL MODULE: ./src/clients/poll.ts
var poll = __webpack_require__(4307);
// EXTERNAL MODULE: ./src/clients/zadig-status.ts
var zadig_status = __webpack_require__(9522);
;// CONCATENATED MODULE: ./src/stages/zadig-task.ts


const longestPauseMs = 15_000;
/** A task that somebody has started: as it stands, or, with a time to wait, as it ends. */
async function followTask(client, taskId, timeoutMs, host) {
    let last = await client.task(taskId);
    if (timeoutMs === undefined || (0,zadig_status/* isTerminal */.Hd)(last.status))
        return last;
    const ask = async () => {
        last = await client.task(taskId);
        return (0,zadig_status/* isTerminal */.Hd)(last.status) ? last : undefined;
    };
    const onHeartbeat = (waitedMs) => host.log.info(`Zadig task ${taskId} is still ${last.status || 'silent'} after ${Math.round(waitedMs / 1000)} s.`);
    return (await (0,poll/* poll */.w)(ask, { timeoutMs, longestPauseMs, clock: host, onHeartbeat })) ?? last;
}
/** What the task says of the code: nothing as long as it goes on, or where it scanned something else. */
function readingOf(detail, wanted) {
    const { status } = detail;
    if (status === 'failed')
        return { result: 'failed' };
    if (!(0,zadig_status/* isTerminal */.Hd)(status))
        return {
            result: 'unknown',
            problem: `The task has not ended: it is \`${status || 'without a status'}\`. Ask again later, or with \`--wait\`.`,
        };
    const problem = status === 'passed' ? strangeness(detail, wanted) : (0,zadig_status/* explainStatus */.cq)(status);
    return problem === undefined ? { result: 'passed' } : { result: 'unknown', problem };
}
/** Newer servers scan nothing when nothing matches, and pass. */
function strangeness({ repositories }, { repository, branch }) {
    const isWanted = ({ owner, name, branch: scanned }) => (repository ?? `${owner}/${name}`) === `${owner}/${name}` && (branch ?? scanned) === scanned;
    if (repositories.some(isWanted))
        return undefined;
    const scanned = repositories.map(({ owner, name, branch: of }) => `${owner}/${name} (${of})`).join(', ');
    const wanted = [repository, branch].filter(Boolean).join(', ');
    return `Zadig scanned ${scanned || 'no repository at all'}${wanted ? `, not ${wanted}` : ''}, so its result says nothing about the code. Check \`zadig-repo\` and \`zadig-branch\`, and the first repository of the scan.`;
}

// EXTERNAL MODULE: ./src/entry/code-scanning-access.ts + 1 modules
var code_scanning_access = __webpack_require__(679);
// EXTERNAL MODULE: ./src/entry/endings.ts
var endings = __webpack_require__(3540);
// EXTERNAL MODULE: ./src/entry/flags.ts
var entry_flags = __webpack_require__(1183);
// EXTERNAL MODULE: ./src/entry/surroundings.ts + 1 modules
var surroundings = __webpack_require__(3979);
;// CONCATENATED MODULE: ./src/entry/zadig-commands.ts

















/** A scan that is there already is left as it is, and that is no failure. */
function createFrom(file, flags, environment, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const options = optionsOf(flags, environment, host);
        const definition = await (0,zadig_definition/* readDefinition */.U)(file, options, host.cwd);
        const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host);
        const { project_key: project, name: scan } = definition;
        const result = await (0,zadig_create/* createScan */.e)({ url, token, project, scan }, definition);
        const said = { created: 'is created now', exists: 'exists already and is left as it is' }[result];
        const text = `Scan ${scan} in project ${project} ${said}.`;
        await (flags.json ? (0,code_scanning_access/* printJson */.Q2)({ project, scan, result }, host) : (0,code_scanning_access/* print */.yy)(text, host));
        return outcome/* exitCodes */.hS.pass;
    });
}
/** Starts a scan and waits for its end; only Zadig's word counts here, no gate. */
function runScan(flags, environment, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const options = { ...optionsOf(flags, environment, host), zadig: 'required' };
        const build = await (0,surroundings/* buildAround */.e)(options, environment, host);
        const { zadig: wanted, warnings = [] } = await (0,config/* toConfig */.q)(options, {
            build,
            cwd: host.cwd,
            uploadByDefault: 'off',
            ask: host.ask,
        });
        for (const warning of warnings)
            host.log.warn(warning);
        // `toConfig` refuses options that leave nothing to do.
        const { project, scan } = wanted;
        return show({ project, scan, ...(await (0,stages_zadig/* scanInZadig */.e)(wanted, host)) }, flags, host);
    });
}
/** As the task stands; with `--wait`, as it ends. */
function showTask(text, flags, environment, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const taskId = taskIdOf(text);
        const options = optionsOf(flags, environment, host);
        const { 'zadig-project': project, 'zadig-scan': scan } = (0,zadig_access/* needed */.Ow)(options, 'zadig-project', 'zadig-scan');
        const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host);
        const timeoutMs = flags.wait ? (options['zadig-timeout'] ?? 30 * 60_000) : undefined;
        const detail = await followTask(await (0,zadig/* zadig */.M)({ url, token, project, scan }), taskId, timeoutMs, host);
        const reading = readingOf(detail, { repository: options['zadig-repo'], branch: options['zadig-branch'] });
        return show({ project, scan, taskId, ...detail, ...reading }, flags, host);
    });
}
/** Tasks are cancelled by the id of their scan, which the list of scans tells where nobody gives it. */
function cancelScan(text, flags, environment, host) {
    return (0,endings/* explained */.to)(host, async () => {
        const taskId = taskIdOf(text);
        const { scanId: given } = flags;
        const options = optionsOf({ ...(given !== undefined && { zadigScanId: given }), ...flags }, environment, host);
        const known = options['zadig-scan-id'];
        const { 'zadig-project': project = 'any', 'zadig-scan': scan = known ?? '' } = known
            ? options
            : (0,zadig_access/* needed */.Ow)(options, 'zadig-project', 'zadig-scan');
        const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host);
        const client = await (0,zadig_workflow/* zadigWorkflow */.b)({ url, token, project, scan });
        const scanId = known ?? (await client.scanId());
        if (known && options['zadig-scan'])
            await checkScan(client, { scanId, taskId, scan });
        await client.cancel(scanId, taskId);
        const said = `Task ${taskId} is being cancelled; Zadig may call it running for a while.`;
        await (flags.json ? (0,code_scanning_access/* printJson */.Q2)({ taskId, scanId, result: 'cancelled' }, host) : (0,code_scanning_access/* print */.yy)(said, host));
        return outcome/* exitCodes */.hS.pass;
    });
}
/** Zadig cancels by id and number, and does not ask whose they are. */
async function checkScan(client, named) {
    const { scan } = await client.record(named.scanId, named.taskId);
    if (scan !== '' && scan !== named.scan)
        throw new errors/* UserError */.yo(`Task ${named.taskId} under the id ${named.scanId} belongs to scan \`${scan}\`, not to \`${named.scan}\`, and is left alone. Check \`--scan-id\` and \`--zadig-scan\`.`);
}
/** From here on the token is masked. */
function optionsOf(flags, environment, host) {
    const raw = { ...(0,read/* secretsFrom */.yD)(environment), ...(0,entry_flags/* rawOf */.UD)(flags) };
    host.mask([raw['github-token'], raw['zadig-token']]);
    return (0,read/* readOptions */.Tt)(raw);
}
function serverOf(options, host) {
    const server = (0,zadig_access/* needed */.Ow)(options, 'zadig-url', 'zadig-token');
    for (const warning of (0,trust/* plainTextWarnings */.tE)({ 'zadig-url': server['zadig-url'] }))
        host.log.warn(warning);
    return server;
}
async function show(task, flags, host) {
    await (flags.json ? (0,code_scanning_access/* printJson */.Q2)(task, host) : (0,code_scanning_access/* print */.yy)(zadigTaskText(task), host));
    const codes = {
        passed: outcome/* exitCodes */.hS.pass,
        failed: outcome/* exitCodes */.hS.fail,
        unknown: outcome/* exitCodes */.hS.error,
    };
    return codes[task.result];
}
function taskIdOf(text) {
    if (/^[1-9]\d{0,14}$/.test(text))
        return Number(text);
    throw new errors/* UserError */.yo(`\`${text}\` is no number of a task: write a whole number above 0, as \`zadig run\` and Zadig's console show it.`);
}


/***/ })

};
