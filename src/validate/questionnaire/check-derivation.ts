import type { CheckFinding, CheckReport, CheckWorld } from '../checks/check.ts';
import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { findOption } from './check-options.ts';
import { toForm, toPath } from './form.ts';
import { toExtensions, toObject, toValue } from './typed-value.ts';
import type { Form, FormItem } from './form.ts';

const KIND = 'http://hl7.org/fhir/StructureDefinition/questionnaire-derivationType';
const KINDS = 'http://hl7.org/fhir/questionnaire-derivationType';
const RULE = 'Questionnaire.derivedFrom';

/** Holds a form against each form it is derived from, where it says how (`extends` or `compliesWith`). */
export function checkDerivation(form: Form, world: CheckWorld, report: CheckReport): void {
  const { derivedFrom, _derivedFrom: companions } = form.source;
  if (!Array.isArray(derivedFrom)) return;
  derivedFrom.forEach((canonical: unknown, i) => {
    if (typeof canonical !== 'string') return;
    const at = `.derivedFrom[${String(i)}]`;
    const original = world.find('Questionnaire', canonical);
    const companion: unknown = Array.isArray(companions) ? companions[i] : undefined;
    if (original === undefined) report.add({ code: 'derivation-unknown', severity: 'warning', at, rule: RULE, expected: canonical });
    else compare(form, toForm(original), toKind(toObject(companion), at, report), report);
  });
}

/** How a form is derived; undefined where it is not said, or said so that nothing follows from it. */
function toKind(companion: JsonObject, at: string, report: CheckReport): string | undefined {
  const [extension] = toExtensions(companion, KIND);
  const { system, code } = toObject(extension && toValue(extension).value);
  if (system === KINDS && (code === 'extends' || code === 'compliesWith')) return code;
  const severity = system === KINDS && code === 'inspiredBy' ? 'information' : 'warning';
  report.add({ code: 'derivation-not-checked', severity, at, rule: KIND });
  return undefined;
}

function compare(form: Form, original: Form, kind: string | undefined, report: CheckReport): void {
  if (kind === undefined) return;
  for (const item of form.items) {
    const before = original.byLinkId.get(item.linkId);
    const at = toPath(item);
    const tell = (code: string, part: string, expected = ''): void => {
      report.add({ code, severity: 'error', at: at + part, rule: RULE, expected } satisfies CheckFinding);
    };
    if (before !== undefined) compareItem(item, before, tell);
    else if (kind === 'compliesWith') tell('derivation-item-added', '', item.linkId);
  }
}

type Tell = (code: string, part: string, expected?: string) => void;

function compareItem(item: FormItem, before: FormItem, tell: Tell): void {
  if (before.type !== '' && item.type !== '' && item.type !== before.type) tell('derivation-type', '.type', before.type);
  if (item.repeats && !before.repeats) tell('derivation-looser', '.repeats', 'repeats');
  if (before.required && item.source['required'] === false) tell('derivation-looser', '.required', 'required');
  compareLength(item, before, tell);
  compareOptions(item, before, tell);
}

function compareLength(item: FormItem, before: FormItem, tell: Tell): void {
  const most = before.source['maxLength'];
  const own = item.source['maxLength'];
  if (typeof most !== 'number' || (typeof own === 'number' && own <= most)) return;
  tell('derivation-looser', '.maxLength', `maxLength ${String(most)}`);
}

/** Options may be fewer than those of the original, not others, and not taken from a value set instead; nor the other way round. */
function compareOptions(item: FormItem, before: FormItem, tell: Tell): void {
  const bySet = before.source['answerValueSet'] !== undefined;
  if (bySet && item.options.length > 0) tell('derivation-looser', '.answerOption', 'answerValueSet');
  if (before.options.length === 0) return;
  if (item.source['answerValueSet'] !== undefined || item.options.length === 0) tell('derivation-looser', '', 'answerOption');
  toObjects(item.source['answerOption']).forEach((option, i) => {
    if (findOption({ ...toValue(option), item: before }) === undefined) tell('derivation-option-added', `.answerOption[${String(i)}]`);
  });
}
