import { isJsonObject, textAt, type Json, type JsonObject } from '../json.ts';
import type { FaultName } from './fault-names.ts';
import { readQuota, type QuotaSettings } from './quota.ts';

/** Which requests a disturbance is for. */
export interface FaultMatch {
  readonly method?: string;
  /** A regular expression for the path. */
  readonly path?: string;
  /** The client id whose token, or whose request for a token, is struck. */
  readonly client?: string;
  /** A resource type that the body is, or holds as an entry. */
  readonly resource?: string;
}

/** One planned disturbance. It strikes matching requests with a probability until its times are used up. */
export interface Fault {
  readonly id: string;
  readonly kind: FaultName;
  /** How often it still strikes; undefined is without end. */
  readonly timesLeft: number | undefined;
  readonly hits: number;
  readonly probability: number;
  readonly match: FaultMatch;
  /** For `latency` and `slow-answer`: real milliseconds before the request is looked at, or before its answer goes out. */
  readonly delayMs: number;
  /** For `status`: 500, 502, 503, 504; for `redirect`: 302, 307. */
  readonly status: number;
  /** For `status`: the platform's OperationOutcome instead of plain text. */
  readonly asOutcome: boolean;
  /** For `too-many-requests`: the header Retry-After, left out where undefined. */
  readonly retryAfterSeconds: number | undefined;
  /** For `too-many-requests` and `quota`: how Retry-After is written. */
  readonly retryAfterAs: 'seconds' | 'date';
  /** For `lost-...` and `late-commit`: keep the connection open without a word until the caller gives up, instead of cutting it. */
  readonly hang: boolean;
  /** For `late-commit`: seconds from the end of the connection to the commit. */
  readonly afterSeconds: number;
  /** For `late-commit`: seconds of the wall clock, whatever the simulator's clock says. */
  readonly realTime: boolean;
  /** For `rule-refusal`: the rule, the words and the place of the refusal. */
  readonly rule: number;
  readonly text: string | undefined;
  readonly expression: string | undefined;
  /** For `rule-refusal` and `duplicate-answer`: the entry of a transaction, by number from 0 or by resource type. */
  readonly entry: number | string | undefined;
  /** For `clock-skew`: how far the platform's clock is off. */
  readonly skewSeconds: number;
  /** For `partial-success`: how many entries the answer lacks, from its end. */
  readonly drop: number;
  /** For kinds with several wordings: which one. */
  readonly form: string | undefined;
  /** For `quota`. */
  readonly quota: QuotaSettings | undefined;
}

/** Paths that a kind is about where its specification names none. */
const ownPaths: Readonly<Partial<Record<FaultName, string>>> = {
  quota: '^/fhir-r4/v1',
  'late-commit': '^/fhir-r4/v1',
  'invalid-token': '^/fhir-r4/v1',
  'expired-token': '^/fhir-r4/v1',
  'token-refused': '^/oauth2/',
  'token-penalty': '^/oauth2/',
};

/** Reads a disturbance from JSON; what is missing takes its default. */
export function toFault(spec: JsonObject, kind: FaultName, id: string): Fault {
  return { id, kind, hits: 0, match: toMatch(spec, kind), ...measuresOf(spec, kind), ...wordsOf(spec, kind) };
}

type Measures =
  'timesLeft' | 'probability' | 'rule' | 'afterSeconds' | 'skewSeconds' | 'drop' | 'delayMs' | 'status' | 'retryAfterSeconds' | 'entry';

const usual = { rule: 10003, afterSeconds: 5, skewSeconds: -7200, drop: 1, delayMs: 0, probability: 1 };

function measuresOf(spec: JsonObject, kind: FaultName): Pick<Fault, Measures> {
  const given: Readonly<Record<string, number>> & typeof usual = { ...usual, ...numbersOf(spec) };
  const { rule, afterSeconds, skewSeconds, drop, delayMs, probability } = given;
  const { times, status = kind === 'redirect' ? 302 : 503, retryAfterSeconds, entry = textAt(spec, 'entry') } = given;
  return { timesLeft: times, probability, rule, afterSeconds, skewSeconds, drop, delayMs, status, retryAfterSeconds, entry };
}

function wordsOf(spec: JsonObject, kind: FaultName): Omit<Fault, Measures | 'id' | 'kind' | 'hits' | 'match'> {
  return {
    asOutcome: spec['asOutcome'] === true,
    retryAfterAs: spec['retryAfterAs'] === 'date' ? 'date' : 'seconds',
    hang: spec['hang'] === true,
    realTime: spec['realTime'] === true,
    text: textAt(spec, 'text'),
    expression: textAt(spec, 'expression'),
    form: textAt(spec, 'form'),
    quota: kind === 'quota' ? readQuota(spec) : undefined,
  };
}

function toMatch(spec: JsonObject, kind: FaultName): FaultMatch {
  const path = textAt(spec, 'match', 'path') ?? ownPaths[kind];
  const [method, client, resource] = ['method', 'client', 'resource'].map((key) => textAt(spec, 'match', key));
  return {
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
    ...(path === undefined ? {} : { path }),
    ...(client === undefined ? {} : { client }),
    ...(resource === undefined ? {} : { resource }),
  };
}

function numbersOf(spec: JsonObject): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(spec).filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
}

/** The resource types a body is about: its own, and those of its entries. */
export function typesIn(body: unknown): readonly string[] {
  if (!isJsonObject(body)) return [];
  const entries: Json | undefined = body['entry'];
  const own = textAt(body, 'resourceType') ?? '';
  return [own, ...(Array.isArray(entries) ? entries.map((entry) => textAt(entry, 'resource', 'resourceType') ?? '') : [])];
}
