import { setTimeout as sleep } from 'node:timers/promises';
import { deliverDue } from "./worker.js";
/** Runs the way out again and again: at once while something is due, else every `idleMs`. A fault is told and tried again after a rest. */
export function runWorker(parts, options) {
    const ending = new AbortController();
    let rest = new AbortController();
    const wake = () => {
        rest.abort();
    };
    const running = (async () => {
        while (!ending.signal.aborted) {
            const looked = await deliverDue(parts).catch((fault) => {
                options.onFault(fault);
                return 0;
            });
            if (looked > 0)
                continue;
            await sleep(options.idleMs, undefined, { signal: AbortSignal.any([ending.signal, rest.signal]) }).catch(() => undefined);
            rest = new AbortController();
        }
    })();
    return {
        wake,
        stop: async () => {
            ending.abort();
            await running;
        },
    };
}
//# sourceMappingURL=run-worker.js.map