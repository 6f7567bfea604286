import type { Issue } from '../fhir/issue.ts';
import type { CheckFinding } from '../kit/check/check-finding.ts';
import { createSay, sayTrial } from './print-draft.ts';
import type { ReportPrinting } from './print-draft.ts';
import type { CheckedFolder } from './checked-folder.ts';

type Say = ReturnType<typeof createSay>;

/** Prints what a check found, and ends with whether the folder is ready. */
export function printCheck(checked: CheckedFolder, printing: ReportPrinting): void {
  if (printing.json) {
    printing.out.write(`${JSON.stringify(toJson(checked))}\n`);
    return;
  }
  const say = createSay(printing);
  say({ id: `${checked.dir}: ${checked.source.title}`, en: `${checked.dir}: ${checked.source.title}` });
  for (const { name, trial } of checked.samples) {
    say({ id: name, en: name }, '  ');
    sayTrial(trial, (text, indent = '') => {
      say(text, `    ${indent}`);
    });
  }
  sayColumns(checked, say);
  sayBundles(checked, say);
  sayFindings(checked.findings, 'ketahui', say);
  sayFindings(checked.findings, 'kerjakan', say);
  sayVerdict(checked.findings, say);
}

/** Prints the faults that keep tables from being used at all, each with its file and line. */
export function printFaults(dir: string, issues: readonly Issue[], printing: ReportPrinting): void {
  if (printing.json) {
    const faults = issues.map(({ code, text, diagnostics }) => ({ code, text, diagnostics }));
    printing.out.write(`${JSON.stringify({ dir, verdict: 'belum-siap', faults })}\n`);
    return;
  }
  const say = createSay(printing);
  for (const { text = '', diagnostics = '' } of issues) say({ id: text, en: diagnostics });
  say({
    id: `Belum siap: ${String(issues.length)} salah tulis menghentikan pemuatan.`,
    en: `Not ready: ${String(issues.length)} faults keep it from being loaded.`,
  });
}

function sayColumns({ source, uses }: CheckedFolder, say: Say): void {
  const ignored = source.columns.filter(({ ignore }) => ignore !== undefined);
  say({
    id: `Kolom: dipetakan ${String(uses.length)}, diabaikan dengan alasan ${String(ignored.length)}.`,
    en: `Columns: mapped ${String(uses.length)}, ignored with a reason ${String(ignored.length)}.`,
  });
  for (const { name, ignore = '' } of ignored) say({ id: `${name}: ${ignore}`, en: `${name}: ${ignore}` }, '  ');
}

function sayBundles({ bundles: { bundles, invalid, coverage } }: CheckedFolder, say: Say): void {
  if (bundles === 0) return;
  say({
    id: `Bundle FHIR: ${String(bundles)}, sah ${String(bundles - invalid)}.`,
    en: `FHIR Bundles: ${String(bundles)}, valid ${String(bundles - invalid)}.`,
  });
  for (const { profile, resources, supported, neverFilled } of coverage) {
    const name = profile.slice(profile.lastIndexOf('/') + 1);
    const [filled, all] = [String(supported - neverFilled.length), String(supported)];
    const share =
      supported === 0
        ? { id: 'tanpa unsur mustSupport', en: 'no mustSupport element' }
        : { id: `mustSupport terisi ${filled} dari ${all}`, en: `mustSupport filled ${filled} of ${all}` };
    const count = String(resources);
    say({ id: `${name}: ${count} resource, ${share.id}`, en: `${name}: ${count} resources, ${share.en}` }, '  ');
  }
}

const headings = {
  ketahui: { id: 'Perlu diketahui:', en: 'Good to know:' },
  kerjakan: { id: 'Yang harus dikerjakan:', en: 'To be done:' },
} as const;

function sayFindings(findings: readonly CheckFinding[], weight: CheckFinding['weight'], say: Say): void {
  const own = findings.filter((finding) => finding.weight === weight);
  if (own.length > 0) say(headings[weight]);
  own.forEach(({ at, text }, index) => {
    const mark = `${String(index + 1)}. [${at}] `;
    say({ id: `${mark}${text.id}`, en: `${mark}${text.en}` }, '  ');
  });
}

function sayVerdict(findings: readonly CheckFinding[], say: Say): void {
  const open = findings.filter(({ weight }) => weight === 'kerjakan').length;
  if (open === 0) say({ id: 'Siap: folder ini dapat dipakai.', en: 'Ready: this folder can be used.' });
  else say({ id: `Belum siap: ${String(open)} hal harus dikerjakan.`, en: `Not ready: ${String(open)} things have to be done.` });
}

function toJson({ dir, source, samples, uses, bundles, findings }: CheckedFolder): unknown {
  const open = findings.some(({ weight }) => weight === 'kerjakan');
  return {
    ...{ dir, source: source.name, version: source.version, verdict: open ? 'belum-siap' : 'siap' },
    samples: samples.map(({ name, trial }) => ({
      name,
      refused: trial.isRefused,
      counts: trial.counts,
      reasons: Object.fromEntries(trial.reasons),
    })),
    columns: uses.map(({ name, targets, filled }) => ({ name, targets, filled })),
    ignored: source.columns.flatMap(({ name, ignore }) => (ignore === undefined ? [] : [{ name, reason: ignore }])),
    ...{ bundles, findings },
  };
}
