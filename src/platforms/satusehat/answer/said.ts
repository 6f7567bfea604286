import { field, list, text, type Answer } from '../../answer.ts';
import { toElementPath } from '../../element-names.ts';
import { meaningOfText, type KnownMeaning } from './known-texts.ts';

/** One thing that an answer says, by its codes. Wording stays behind: it may quote a name or a number. */
export interface Said {
  readonly rule: string | undefined;
  readonly meaning: KnownMeaning | undefined;
  /** Path of elements, without any value. */
  readonly expression: string | undefined;
  /** The code in quotes that a code system lacks, to find which entry carries it; never shown. */
  readonly quoted: string | undefined;
}

/** An answer with the status that counts: some services answer 200 and say in the body that it failed. */
export interface Envelope {
  readonly status: number;
  readonly said: readonly Said[];
}

const mostIssues = 100;

/** Reads the envelope of an answer, whichever of SATUSEHAT's services it is of: OperationOutcome, the Patient service's list, faults of the gateway, or nothing that is understood. */
export function readEnvelope(answer: Answer): Envelope {
  const { body } = answer;
  const issues = list(field(body, 'issue')).slice(0, mostIssues).flatMap(toSaid);
  return { status: toStatus(answer), said: issues.length > 0 ? issues : readValidation(body) };
}

/** KYC says it in `metadata.code`, the Patient service in `code` with `error`, the Master Sarana Index in `status_code`; all may come with 200. */
function toStatus({ status, body }: Answer): number {
  const isSuccess = status >= 200 && status <= 299;
  const ofPatient = field(body, 'error') === true ? field(body, 'code') : undefined;
  const told = [field(field(body, 'metadata'), 'code'), field(body, 'status_code'), ofPatient].map(toFailure);
  return isSuccess ? (told.find((one) => one !== undefined) ?? status) : status;
}

function toFailure(named: unknown): number | undefined {
  const status = typeof named === 'string' && /^\d{3}$/.test(named) ? Number(named) : named;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined;
}

/** One for each path that an issue names. */
function toSaid(issue: unknown): readonly Said[] {
  const rule = ruleNumberOf(issue);
  const words = text(field(field(issue, 'details'), 'text'));
  const paths = list(field(issue, 'expression')).slice(0, mostIssues).map(toElementPath);
  const expressions = [...new Set(paths.filter((path) => path !== undefined))];
  const quoted = /^Code not found: '([^']{1,100})'/.exec(words)?.[1];
  const said = { rule, meaning: rule === undefined ? meaningOf(issue, words) : undefined, quoted };
  return expressions.length === 0 ? [{ ...said, expression: undefined }] : expressions.map((expression) => ({ ...said, expression }));
}

/** Codes before words: `duplicate` and `forbidden` are the platform's own (Postman collections; field report of 2026-09-21). */
function meaningOf(issue: unknown, words: string): KnownMeaning | undefined {
  const code = field(issue, 'code');
  if (code === 'duplicate') return 'duplikat';
  if (code === 'forbidden') return 'tidak-diizinkan';
  return meaningOfText(words);
}

/** Rule numbers are written in three ways; the pattern accepts them all. */
export function ruleNumberOf(issue: unknown): string | undefined {
  const said = [field(field(issue, 'details'), 'text'), field(issue, 'diagnostics')].map((one) => text(one).slice(0, 2000)).join(' ');
  return /Rule\s?(?:Number)?\s?:?\s*(\d{5})(?!\d)/i.exec(said)?.[1];
}

/** The Patient service lists what it found, each by its property: `test:name` is about Patient.name. */
function readValidation(body: unknown): readonly Said[] {
  return list(field(field(body, 'data'), 'validation'))
    .slice(0, mostIssues)
    .filter((one) => field(one, 'valid') === false)
    .map((one) => {
      const expression = toElementPath(`Patient.${text(field(one, 'property')).replace(/^\w{1,10}:/, '')}`);
      return { rule: undefined, meaning: undefined, expression, quoted: undefined };
    });
}
