import type { Changes, NotRead, OwedAnew, ReplayReport, ReplaySample, SampleFact } from '../gateway/replay/replay-report.ts';

const why: Readonly<Record<NotRead, string>> = {
  'berkas-dihapus': 'isinya sudah dihapus / its bytes were erased',
  'sumber-tidak-ada': 'tidak ada tabel untuk bentuknya / there are no tables for its source',
  'tidak-terbaca': 'tabel hari ini tidak dapat membacanya / the tables of today cannot read it',
  'sedang-dibaca': 'sedang dibaca proses lain / another process is reading it',
};

/** Says what a replay did or would do, as a person reads it from top to bottom. */
export function tellReplay(report: ReplayReport): string {
  const { submissions, notRead, rows, visits, resources, platforms, samples } = report;
  const lines = [
    `${String(submissions)} kiriman, ${String(rows.read)} baris ${report.dryRun ? 'akan dibaca ulang; tidak ada yang diubah / would be read again; nothing was changed' : 'dibaca ulang / read again'}`,
    ...notRead.map(
      ({ submission, why: reason, codes }) => `  ${submission}: ${why[reason]}${codes.length === 0 ? '' : ` [${codes.join(', ')}]`}`,
    ),
    '',
    toLine('', ['baru/new', 'berubah/changed', 'ditarik/retracted', 'sama/same']),
    toChangesLine('kunjungan / visits', visits),
    ...Object.entries(resources).map(([type, changes]) => toChangesLine(type, changes)),
    ...toBlock(
      'Putusan baris / verdicts of rows',
      Object.entries(rows.verdicts).map(([change, count]) => `${pad(count)} ${change}`),
    ),
    ...Object.entries(platforms).flatMap(([name, owed]) => toBlock(`Terutang lagi ke / owed anew to ${name}`, toOwedLines(owed))),
    ...toBlock('Contoh / examples', samples.flatMap(toSampleLines)),
  ];
  return `${lines.join('\n')}\n`;
}

function toBlock(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

const firstColumn = 24;
const otherColumns = 19;

function toLine(first: string, others: readonly string[]): string {
  return `${first.padEnd(firstColumn)}${others.map((other) => other.padStart(otherColumns)).join('')}`;
}

function toChangesLine(name: string, { created, changed, retracted, same }: Changes): string {
  return toLine(name, [created, changed, retracted, same].map(String));
}

const kinds: Readonly<Record<keyof OwedAnew, string>> = {
  visit: 'kunjungan baru atau diperbaiki / visits, new or corrected',
  withdrawn: 'kunjungan yang ditarik / visits taken back',
  patient: 'orang / people',
  place: 'tempat / places',
  practitioner: 'nakes / practitioners',
  episode: 'episode / courses of care',
};

function toOwedLines(owed: OwedAnew): readonly string[] {
  const named = Object.entries(kinds) as readonly [keyof OwedAnew, string][];
  return named.filter(([kind]) => owed[kind] > 0).map(([kind, words]) => `${pad(owed[kind])} ${words}`);
}

const words = { created: 'baru / new', changed: 'berubah / changed', retracted: 'ditarik / retracted' } as const;

function toSampleLines({ visit, place, date, change, facts, resources }: ReplaySample): readonly string[] {
  const changed = Object.entries(resources).map(([type, counts]) => `${type} ${toSigns(counts)}`);
  return [`${visit} ${place} ${date}: ${words[change]} (${changed.join(', ')})`, ...facts.map((fact) => `    ${toFactLine(fact)}`)];
}

/** `+` new, `~` changed, `-` gone. */
function toSigns({ created, changed, retracted }: Changes): string {
  const signs = [
    ['+', created],
    ['~', changed],
    ['-', retracted],
  ] as const;
  return signs
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign}${String(count)}`)
    .join(' ');
}

function toFactLine({ element, ordinal, cell, before, after, change }: SampleFact): string {
  const name = ordinal === 1 ? element : `${element} (${String(ordinal)})`;
  const values = before === undefined && after === undefined ? words[change] : `${before ?? '-'} -> ${after ?? '-'}`;
  return `${name} [${cell}]: ${values}`;
}

function pad(count: number): string {
  return String(count).padStart(6);
}
