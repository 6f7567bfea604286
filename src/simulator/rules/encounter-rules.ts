import { elementsAt } from '../element-path.ts';
import { itemsOf, printed, textAt, valueAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { dateTime, readInstant } from './date-time.ts';
import { identifierSystem } from './identifier-system.ts';
import { isRefused, mandatory, numbered, type Rule, type RuleContext } from './rule.ts';

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const kemkes = 'http://terminology.kemkes.go.id/CodeSystem';
const episodeSystem = `${kemkes}/episodeofcare`;

/** What of the dictionary's rows about an Encounter a kind alone does not say (Kamus Validasi, and field reports of 2026 for closing one). */
export function encounterRules(classes: readonly string[], slugs: readonly string[]): readonly Rule[] {
  return [
    mandatory(10117, 'Encounter.identifier'),
    identifierSystem('Encounter', {
      rule: 10117,
      slugs,
      visitNumbers: {
        [`${episodeSystem}/ANC`]: [],
        [`${episodeSystem}/puerperium`]: ['KF1', 'KF2', 'KF3', 'KF4'],
        [`${episodeSystem}/neonate`]: ['KN1', 'KN2', 'KN3'],
      },
    }),
    knownClass(classes),
    mandatory(10121, 'Encounter.period'),
    mandatory(10122, 'Encounter.statusHistory'),
    dateTime(10122, 'Encounter.statusHistory.period.start'),
    dateTime(10122, 'Encounter.statusHistory.period.end'),
    closedWhole,
  ];
}

/** Postman collection 10 closes an Encounter of the ministry's own class, and was answered 200. */
function knownClass(classes: readonly string[]): Rule {
  return (resource) => {
    const code = textAt(resource, 'class', 'code');
    if (code === undefined) return [];
    const system = textAt(resource, 'class', 'system') ?? '';
    if (system === `${kemkes}/encounter-class`) return [];
    if (system !== actCode) return [refusal('value', numbered(`Invalid coding system: ${system}`, 10002), 'Encounter.class.system')];
    if (classes.includes(code)) return [];
    return [refusal('value', numbered(`Code not found: '${code}' in system: ${system}`, 10001), 'Encounter.class.code')];
  };
}

/** A finished visit needs its whole history, an end after its start, and a diagnosis. */
function closedWhole(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  if (resource['status'] !== 'finished') return [];
  const diagnosis = isRefused('ditolak', context) ? mandatory(10457, 'Encounter.diagnosis')(resource, context) : [];
  return [...endAfterStart(resource, context), ...wholeHistory(resource, context), ...diagnosis];
}

function endAfterStart(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const end = valueAt(resource, 'period', 'end');
  const text = numbered('Element not found: Encounter.period.end', 10121);
  if (end === undefined) return isRefused('ditolak', context) ? [refusal('value', text, 'Encounter.period.end')] : [];
  if (lastsLongEnough(resource, context)) return [];
  const late = `${numbered(`Invalid date time value : ${printed(end)}`, 10121)} Not Allowed : period.end must be later than period.start`;
  return [refusal('value', late, 'Encounter.period.end')];
}

/** Instants that cannot be read are refused by rules of their own. */
function lastsLongEnough(resource: JsonObject, context: RuleContext): boolean {
  const offsets = context.settings?.offsets;
  const [start, end] = ['start', 'end'].map((side) => readInstant(valueAt(resource, 'period', side), offsets));
  if (start === undefined || end === undefined || end > start) return true;
  return end === start && !isRefused('ditolak', context);
}

/** `arrived` may be missing: published requests that begin with `in-progress` or `triaged` were answered 200. */
function wholeHistory(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const history = itemsOf(resource['statusHistory']);
  if (history.length === 0) return [];
  const statuses = new Set(history.map((entry) => textAt(entry, 'status')));
  const isDated = elementsAt(resource, 'Encounter.statusHistory.period').every(
    ({ value }) => textAt(value, 'start') !== undefined && textAt(value, 'end') !== undefined,
  );
  const isWhole = ['in-progress', 'finished'].every((status) => statuses.has(status));
  if (isWhole && (isDated || !isRefused('ditolak', context))) return [];
  return [refusal('value', 'every statusHistory period start and end must be filled (Rule 10122)', 'Encounter.statusHistory')];
}
