import { pino } from 'pino';
/** The one list of names that never reach a log line, at any depth we log. */
const secret = [
    'nik',
    'nikIbu',
    'name',
    'nama',
    'address',
    'alamat',
    'mother',
    'father',
    'token',
    'authorization',
    'client_secret',
    'clientSecret',
    'body',
    'cells',
    'text',
];
/** The one logger: JSON events with facts, e.g. `log.info({ event: 'message-delivered', platform })`. Identity and secrets are cut out. */
export function createLog(level) {
    return pino({
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[disamarkan]' },
        serializers: { fault: toFaultFacts },
    });
}
/** A fault without its message's data: name, code and stack, which hold no values of ours. */
function toFaultFacts(fault) {
    if (!(fault instanceof Error))
        return { kind: typeof fault };
    const code = 'code' in fault ? fault.code : undefined;
    return { kind: fault.name, code, stack: fault.stack?.split('\n').slice(1, 6).join('\n') };
}
//# sourceMappingURL=log.js.map