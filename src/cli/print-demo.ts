import type { DemoCounts, DemoFile } from './count-demo.ts';

const columns = [
  ['file', 44],
  ['baris', 7],
  ['diterima', 10],
  ['catatan', 9],
  ['ditolak', 9],
  ['dilewati', 9],
] as const;

/** Prints what the demo did as tables that a person reads from left to right: files, then visits, then why some stay here. */
export function printDemo(files: readonly DemoFile[], { summary, warned, reasons }: DemoCounts, out: NodeJS.WritableStream): void {
  const line = (cells: readonly (string | number)[]): string => cells.map((cell, at) => fit(cell, columns[at]?.[1] ?? 9)).join('') + '\n';
  out.write('\n' + line(columns.map(([title]) => title)));
  for (const { file, rows, accepted, warning, quarantined, skipped } of files)
    out.write(line([file, rows, accepted, warning, quarantined, skipped]));
  out.write(
    `\n${String(summary.visits)} kunjungan disimpan sebagai ${String(summary.resources)} sumber FHIR yang sah / visits kept as valid FHIR resources\n`,
  );
  out.write(`  ${pad(summary.delivered)} diterima sandbox (simulasi, bukan terkirim) / taken by the sandbox (simulation, not sent)\n`);
  out.write(`  ${pad(summary.waiting)} menunggu, lepas sendiri / waiting, released by itself\n`);
  out.write(`  ${pad(summary.held)} ditahan, perlu orang / held, needs a person\n`);
  out.write(`  ${pad(summary.rejected)} ditolak sandbox / refused by the sandbox\n`);
  out.write(
    `  ${pad(summary.visits - summary.delivered - summary.waiting - summary.held - summary.rejected)} tidak dikirim: ekspor kementerian / never sent: a ministry's own export\n`,
  );
  for (const [reason, count] of Object.entries(reasons)) out.write(`      ${pad(count)} ${reason}\n`);
  out.write(`\n${String(summary.warnings)} peringatan dini terbuka / early warnings open (titian warnings)\n`);
  for (const [name, count] of Object.entries(warned)) out.write(`      ${pad(count)} ${name}\n`);
}

function fit(cell: string | number, width: number): string {
  return typeof cell === 'number' ? String(cell).padEnd(width) : cell.padEnd(width);
}

function pad(count: number): string {
  return String(count).padStart(4);
}
