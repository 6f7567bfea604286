import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Concept } from '../terminology/code-system.ts';
import { isShownSo } from '../terminology/display.ts';
import type { Reading } from '../terminology/display.ts';
import type { System } from '../terminology/system.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';

/** Where a coding stands: alone, bound to an extensible value set (whose warning says all there is to say), or in a concept. */
type Setting = 'alone' | 'extensible' | 'concept' | 'unit';

type Severity = 'error' | 'warning' | 'information';

/** One coded thing and where it is, for a finding. */
interface Coded {
  readonly node: JsonObject;
  readonly at: string;
  readonly setting: Setting;
  readonly code: string;
}

/** Checks the codings of a CodeableConcept: that the systems are systems, the codes exist and are shown as their system shows them. */
const checkConcept: Check = (concept, world, report) => {
  const codings = concept['coding'];
  if (!Array.isArray(codings)) return;
  for (let at = 0; at < codings.length; at++) {
    const coding: unknown = codings[at];
    if (isObject(coding) && !isSound(coding, world, report)) explain(coding, `.coding[${String(at)}]`, 'concept', { world, report });
  }
};

/** The same for a Coding that stands alone. */
const checkCoding: Check = (coding, world, report) => {
  if (!isSound(coding, world, report)) explain(coding, '', 'alone', { world, report });
};

/** The same for a Coding bound to an extensible value set. */
const checkExtensibleCoding: Check = (coding, world, report) => {
  if (!isSound(coding, world, report)) explain(coding, '', 'extensible', { world, report });
};

/** Checks the coded unit of a Quantity. */
const checkUnit: Check = (quantity, world, report) => {
  const { system, code } = quantity;
  if (typeof system !== 'string' || typeof code !== 'string') return;
  if (world.terminology.toSystem(system).toStanding(code) === 'valid') return;
  explain(quantity, '', 'unit', { world, report });
};

/** Codes are checked where they stand in another element: there it is known what binds them and that a concept is around them. */
export const codeChecks: readonly (readonly [string, readonly Check[]])[] = [
  ['@CodeableConcept', [checkConcept]],
  ['@Coding', [checkCoding]],
  ['@Coding-extensible', [checkExtensibleCoding]],
  ['@Quantity', [checkUnit]],
];

/** The way of nearly all codings: the code is listed, in use, and shown as it should be, or not shown. Allocates nothing. */
function isSound(coding: JsonObject, world: CheckWorld, report: CheckReport): boolean {
  const { system, code, display } = coding;
  if (typeof system !== 'string' || typeof code !== 'string') return code === undefined && coding['display'] === undefined;
  const known = world.terminology.toSystem(system);
  const concept = known.concepts.get(code);
  if (concept === undefined) return isListed(known, code, report);
  return concept.status === 'active' && (display === undefined || display === concept.display);
}

function isListed(system: System, code: string, { silent }: CheckReport): boolean {
  if (system.fault !== undefined) return false;
  const standing = system.toStanding(code);
  if (standing === 'undecided') return silent === true;
  return standing === 'valid' || (standing === 'listed' && !system.showsCodes);
}

interface Asking {
  readonly world: CheckWorld;
  readonly report: CheckReport;
}

function explain(node: JsonObject, at: string, setting: Setting, { world, report }: Asking): void {
  const { system, code } = node;
  if (system === undefined && (code !== undefined || setting === 'concept'))
    report.add({ code: 'coding-without-system', severity: 'warning', at, rule: SYSTEM_RULE });
  if (typeof system !== 'string' || typeof code !== 'string') return;
  const coded: Coded = { node, at, setting, code };
  const known = world.terminology.toSystem(system);
  if (known.fault === undefined) judgeCode(coded, known, { world, report });
  else tellFault(coded, known.fault, report);
}

/** R4 2.24.0.5 (Coding): the system says what the code means; a code without one means nothing. */
const SYSTEM_RULE = 'http://hl7.org/fhir/StructureDefinition/Coding';

function tellFault({ at, setting, node }: Coded, fault: NonNullable<System['fault']>, report: CheckReport): void {
  const severity = setting === 'concept' ? fault.inConcept : fault.alone;
  const { code, expected } = fault;
  report.add({ code, severity: soften(severity, setting), at: `${at}.system`, rule: SYSTEM_RULE, expected, came: node['system'] });
}

/** What is wrong with a coding that an extensible value set would not hold anyway is a warning there (the reference validator's rule). */
function soften(severity: Severity, setting: Setting): Severity {
  return setting === 'extensible' && severity === 'error' ? 'warning' : severity;
}

function judgeCode(coded: Coded, system: System, asking: Asking): void {
  const { report } = asking;
  const { at, setting, code } = coded;
  const add = (finding: string, severity: Severity): void => {
    report.add({
      code: finding,
      severity: soften(severity, setting),
      at: `${at}.code`,
      rule: system.url,
      expected: system.url,
      came: code,
    });
  };
  switch (system.toStanding(code)) {
    case 'unknown':
      add(setting === 'unit' ? 'unit-unknown' : 'code-unknown', 'error');
      return;
    case 'unlisted':
      add('code-unlisted', 'warning');
      return;
    case 'undecided':
      report.leave({ at: `${at}.code`, about: system.url, reason: 'code-system-not-held' });
      return;
    case 'listed':
    case 'valid':
      judgeListed(coded, system, asking);
  }
}

function judgeListed(coded: Coded, system: System, { world, report }: Asking): void {
  const { at, code } = coded;
  const concept = system.concepts.get(code) ?? system.concepts.get(system.fold(code) ?? '');
  if (concept === undefined) return;
  const found = { at: `${at}.code`, rule: system.url, expected: concept.code, came: code };
  if (concept.code !== code) report.add({ ...found, code: 'code-capitals', severity: 'information' });
  if (concept.status !== 'active') report.add({ ...found, code: 'code-not-in-use', severity: 'warning', expected: system.url });
  if (coded.setting !== 'unit') judgeDisplay(coded, concept, { system, language: toLanguage(world) }, report);
}

function judgeDisplay({ node, at, setting }: Coded, concept: Concept, reading: Reading, report: CheckReport): void {
  const { display } = node;
  if (typeof display !== 'string' || display === concept.display) return;
  const shown = isShownSo(display, concept, reading);
  if (shown === 'so') return;
  const severity = soften(shown === 'another' ? 'error' : 'warning', setting);
  report.add({ code: 'display-wrong', severity, at: `${at}.display`, rule: reading.system.url, expected: concept.display ?? '' });
}

function toLanguage({ resources }: CheckWorld): string {
  const language = resources.at(-1)?.['language'];
  return typeof language === 'string' ? language : 'en';
}
