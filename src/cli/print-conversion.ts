import type { Issue } from '../fhir/issue.ts';
import { toCounts, toEnrolmentLine, toIssueLine, toPersonLine, toRowLine, toVisitLine } from '../map/convert/to-lines.ts';
import type { Conversion, ConvertedVisit } from '../map/convert/convert-rows.ts';
import type { ElementTable } from '../map/element-definition.ts';

/** Makes the platform-neutral Bundle of a visit. */
export type BundleOf = (visit: ConvertedVisit) => unknown;

/** How a conversion is printed. */
export interface Showing {
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  readonly elements: ElementTable;
  readonly bundleOf?: BundleOf;
}

/** Prints a conversion: JSON lines for programs, or a table in Indonesian for people. */
export function printConversion(file: string, conversion: Conversion, issues: readonly Issue[], showing: Showing): void {
  const lines = showing.json ? toJsonLines(file, conversion, issues, showing) : toTableLines(file, conversion, issues);
  for (const line of lines) showing.out.write(`${line}\n`);
}

function* toJsonLines(file: string, conversion: Conversion, issues: readonly Issue[], { elements, bundleOf }: Showing): Generator<string> {
  if (issues.length > 0) yield JSON.stringify({ file, issues: issues.map(toIssueLine) });
  for (const row of conversion.rows) yield JSON.stringify(toRowLine(row));
  for (const person of conversion.persons) yield JSON.stringify(toPersonLine(person, elements));
  for (const visit of conversion.visits) yield JSON.stringify(toVisitLine(visit, elements, bundleOf?.(visit)));
  for (const enrolment of conversion.enrolments) yield JSON.stringify(toEnrolmentLine(enrolment, elements));
  yield JSON.stringify({ counts: toCounts(conversion) });
}

const statusWords = { accepted: 'diterima', warning: 'diterima, dengan catatan', quarantined: 'ditahan', skipped: 'dilewati' } as const;

/** For the screen of whoever sent the file: no names, no NIK. */
function* toTableLines(file: string, conversion: Conversion, issues: readonly Issue[]): Generator<string> {
  yield file;
  for (const issue of issues) yield `  ! ${issue.text}`;
  for (const { row } of conversion.rows) {
    const reason = row.reason === undefined ? '' : ` (${row.reason})`;
    yield `${String(row.row).padStart(6)}  ${statusWords[row.status]}${reason}`;
    for (const issue of row.issues) {
      if (issue.severity !== 'information')
        yield `        ${issue.code}${issue.cell === undefined ? '' : ` [${issue.cell}]`}: ${issue.text}`;
    }
  }
  yield* toTotals(conversion);
}

function* toTotals(conversion: Conversion): Generator<string> {
  const { accepted, warning, quarantined, skipped, headings, parts } = toCounts(conversion);
  const joined = parts === 0 ? '' : `, bagian baris lain ${String(parts)}`;
  const owed = conversion.visits.filter(({ sending }) => sending === 'kirim').length;
  yield `Diterima ${String(accepted)}, dengan catatan ${String(warning)}, ditahan ${String(quarantined)}, dilewati ${String(skipped)}, judul dan kepala ${String(headings)}${joined}.`;
  const { length: enrolled } = conversion.enrolments;
  if (enrolled > 0) yield `Sasaran didaftarkan ${String(enrolled)}.`;
  yield `Orang ${String(conversion.persons.length)}, kunjungan ${String(conversion.visits.length)}, siap dikirim ${String(owed)}. Tidak ada yang disimpan atau dikirim.`;
  const found = [...conversion.visits, ...conversion.enrolments].flatMap(({ findings }) => findings.map(({ code }) => code));
  const counted = [...new Set(found)].sort().map((code) => `${code} ${String(found.filter((each) => each === code).length)}`);
  if (counted.length > 0) yield `Temuan, bukan diagnosis: ${counted.join(', ')}.`;
}
