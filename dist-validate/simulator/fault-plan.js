import { isJsonObject, textAt, valueAt } from "./json.js";
import { seededRandom } from "./random.js";
const kinds = [
    'latency',
    'status',
    'too-many-requests',
    'lost-before-commit',
    'lost-after-commit',
    'html-403',
    'truncated-json',
    'expired-token',
];
/** The disturbances in force, in the order they were planned; what strikes is decided by their seeds alone. */
export class FaultPlan {
    planned = [];
    last = 0;
    random;
    constructor(random) {
        this.random = random;
    }
    /** Adds a fault from JSON; the answer is the fault as planned, or what is wrong with it. */
    add(spec) {
        const kind = kinds.find((each) => isJsonObject(spec) && spec['kind'] === each);
        if (!isJsonObject(spec) || kind === undefined)
            return { wrong: `"kind" harus salah satu dari / must be one of: ${kinds.join(', ')}` };
        const path = readPattern(textAt(spec, 'match', 'path'));
        if (path === 'wrong')
            return { wrong: '"match.path" bukan ekspresi reguler / is not a regular expression' };
        const fault = toFault(spec, kind, `fault-${String((this.last += 1))}`);
        const seed = valueAt(spec, 'seed');
        this.planned.push({ fault, path, random: typeof seed === 'number' ? seededRandom(seed) : this.random });
        return fault;
    }
    /** The faults that strike this request: all delays, and at most one other. */
    strike(method, path) {
        const struck = [];
        for (const plan of this.planned) {
            const taken = plan.fault.kind !== 'latency' && struck.some((fault) => fault.kind !== 'latency');
            if (taken || !applies(plan, method, path))
                continue;
            const { timesLeft, hits } = plan.fault;
            plan.fault = { ...plan.fault, hits: hits + 1, timesLeft: timesLeft === undefined ? undefined : timesLeft - 1 };
            struck.push(plan.fault);
        }
        return struck;
    }
    list() {
        return this.planned.map((plan) => plan.fault);
    }
    /** Takes back one fault, or all of them. */
    clear(id) {
        this.planned = id === undefined ? [] : this.planned.filter((plan) => plan.fault.id !== id);
    }
}
function applies({ fault, path, random }, method, asked) {
    if (fault.timesLeft !== undefined && fault.timesLeft <= 0)
        return false;
    if (fault.match.method !== undefined && fault.match.method !== method)
        return false;
    if (path !== undefined && !path.test(asked))
        return false;
    return fault.probability >= 1 || random() < fault.probability;
}
function toFault(spec, kind, id) {
    const [method, path] = [textAt(spec, 'match', 'method')?.toUpperCase(), textAt(spec, 'match', 'path')];
    return {
        id,
        kind,
        timesLeft: numberAt(spec['times']),
        hits: 0,
        probability: numberAt(spec['probability']) ?? 1,
        match: { ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) },
        delayMs: numberAt(spec['delayMs']) ?? 0,
        status: numberAt(spec['status']) ?? 503,
        asOutcome: spec['asOutcome'] === true,
        retryAfterSeconds: numberAt(spec['retryAfterSeconds']),
        hang: spec['hang'] === true,
    };
}
function numberAt(value) {
    return typeof value === 'number' ? value : undefined;
}
function readPattern(source) {
    if (source === undefined)
        return undefined;
    try {
        return new RegExp(source);
    }
    catch {
        return 'wrong';
    }
}
//# sourceMappingURL=fault-plan.js.map