import { isUtf8 } from 'node:buffer';
import type { Issue } from '../fhir/issue.ts';
import { isObject, toObjects } from '../validate/json.ts';
import type { JsonObject } from '../validate/json.ts';
import { judgeText, parseJson, type JudgedText } from '../validate/text/judge-text.ts';
import { cutOut } from '../validate/text/cut-out.ts';
import { toIssue } from '../validate/messages.ts';
import type { Validator } from '../validate/validator.ts';
import { Refusal } from './refusal.ts';

/** What is to be validated, and as what: the type and the profiles the address asks for. */
export interface ValidationRequest {
  readonly bytes: Uint8Array;
  readonly type?: string;
  readonly profiles: readonly string[];
  readonly mode?: string;
}

/** Modes of R4's $validate that need no store: what is stored here is not what is validated. */
const MODES: ReadonlySet<string> = new Set(['create', 'update', 'profile']);

/**
 * Does what R4's $validate asks: the body is the resource, or a Parameters with it in `resource` beside `profile` and `mode`; definitions it stands
 * on (a Questionnaire, StructureDefinition, ValueSet, CodeSystem) may come along in parameters named `definition`, and hold for this request alone.
 * Throws a Refusal (400) where there is nothing that could be validated: no UTF-8, or a mode that needs a store.
 */
export function judgeRequest(validator: Validator, { bytes, type, profiles, mode }: ValidationRequest): JudgedText {
  if (!isUtf8(bytes)) throw new Refusal(400, [toPlainIssue('encoding-wrong', 'UTF-8')]);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const wrapped = toWrapped(text);
  refuseMode(wrapped.mode ?? mode);
  const asked = { profiles: [...profiles, ...wrapped.profiles], options: {} };
  const own = wrapped.at === undefined ? text : cutOut(text, `Parameters.parameter[${String(wrapped.at)}].resource`);
  const knowing = wrapped.definitions.length === 0 ? validator : validator.with(wrapped.definitions);
  return withType(judgeText(knowing, own, asked), type);
}

interface Wrapped {
  /** Which parameter holds the resource; absent where the body is the resource itself. */
  readonly at?: number;
  readonly profiles: readonly string[];
  readonly definitions: readonly JsonObject[];
  readonly mode?: string;
}

const NOT_WRAPPED: Wrapped = { profiles: [], definitions: [] };

function toWrapped(text: string): Wrapped {
  // Only a body that names Parameters is read twice.
  const body = text.includes('"Parameters"') ? parseJson(text.replace(/^\uFEFF/, '')).value : undefined;
  const parameters = isObject(body) && body['resourceType'] === 'Parameters' ? body['parameter'] : undefined;
  if (!Array.isArray(parameters)) return NOT_WRAPPED;
  const at = parameters.findIndex((each) => isObject(each) && each['name'] === 'resource' && isObject(each['resource']));
  if (at < 0) return NOT_WRAPPED;
  const values = (name: string): readonly string[] =>
    toObjects(parameters)
      .filter((each) => each['name'] === name)
      .flatMap(toValue);
  const [mode] = values('mode');
  const definitions = toObjects(parameters).flatMap(({ name, resource }) =>
    name === 'definition' && isObject(resource) ? [resource] : [],
  );
  return { at, profiles: values('profile'), definitions, ...(mode !== undefined && { mode }) };
}

/** R4 types `profile` as uri and `mode` as code; clients write canonical and string as well. */
function toValue(parameter: JsonObject): readonly string[] {
  const value = parameter['valueUri'] ?? parameter['valueCanonical'] ?? parameter['valueCode'] ?? parameter['valueString'];
  return typeof value === 'string' ? [value] : [];
}

function refuseMode(mode: string | undefined): void {
  if (mode === undefined || MODES.has(mode)) return;
  const issue: Issue = {
    severity: 'error',
    type: 'not-supported',
    code: 'mode-tidak-didukung',
    text: 'Mode ini tidak didukung: $validate di sini memeriksa isi resource (create, update, profile), bukan penghapusan.',
    diagnostics: 'This mode is not supported: $validate checks the content of a resource here (create, update, profile), not deletions.',
  };
  throw new Refusal(400, [issue]);
}

/** The address names a type: any other is an error, whatever else was found. */
function withType(judged: JudgedText, type: string | undefined): JudgedText {
  const came = judged.result.resourceType;
  if (type === undefined || came === type || came === '') return judged;
  const issue = toIssue({ code: 'resource-type-other', severity: 'error', path: came, rule: '', expected: type, came });
  return { ...judged, result: { ...judged.result, valid: false, issues: [issue, ...judged.result.issues] } };
}

function toPlainIssue(code: string, expected: string): Issue {
  return toIssue({ code, severity: 'error', path: '', rule: '', expected, came: undefined });
}
