import { pino, type DestinationStream, type Logger } from 'pino';

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

/**
 * The one logger: JSON events with facts, e.g. `log.info({ event: 'message-delivered', platform })`. Identity and secrets are cut out.
 * It writes to standard output; commands whose output is an answer hand it another stream.
 */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[disamarkan]' },
    serializers: { fault: toFaultFacts },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/** Logs a fault that may come back every second: at once where it is another than before, else once a minute with how often it came. */
export function createFaultLog(log: Logger, event: string, now: () => number): (fault: unknown) => void {
  let last = { kind: '', at: -Infinity, unsaid: 0 };
  return (fault) => {
    const { kind, code } = toFaultFacts(fault);
    const same = last.kind === `${kind} ${String(code)}`;
    if (same && now() - last.at < quietMs) {
      last = { ...last, unsaid: last.unsaid + 1 };
      return;
    }
    log.error({ event, fault, ...(same && last.unsaid > 0 ? { repeated: last.unsaid } : {}) });
    last = { kind: `${kind} ${String(code)}`, at: now(), unsaid: 0 };
  };
}

const quietMs = 60_000;

interface FaultFacts {
  readonly kind: string;
  readonly code?: unknown;
  readonly stack?: string | undefined;
}

/** A fault without its message's data: name, code and stack, which hold no values of ours. */
function toFaultFacts(fault: unknown): FaultFacts {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code: unknown = 'code' in fault ? fault.code : undefined;
  return { kind: fault.name, code, stack: fault.stack?.split('\n').slice(1, 6).join('\n') };
}
