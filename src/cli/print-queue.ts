import type { QueueCause, QueueGroup, QueueItem, RedriveCause, RedriveOutcome, RedriveReport } from '../deliveries.ts';
import type { SubjectKind } from '../platforms/subject.ts';

const kinds: Readonly<Record<SubjectKind, string>> = {
  visit: 'kunjungan',
  patient: 'orang',
  place: 'tempat',
  practitioner: 'nakes',
  episode: 'episode',
};
const releases: Readonly<Record<QueueCause['release'], string>> = {
  orang: 'perlu orang / needs a person',
  sendiri: 'lepas sendiri / released by itself',
};
const indent = ' '.repeat(8);

/** What is held, parked or waiting, as a person reads it: how many, why, and what to do. */
export function tellGroups(groups: readonly QueueGroup[]): string {
  if (groups.length === 0) return 'Tidak ada yang tertahan, ditolak atau menunggu. / Nothing is held, refused or waiting.\n';
  return groups.map(tellGroup).join('');
}

function tellGroup(group: QueueGroup): string {
  const of = Object.entries(group.kinds).map(([kind, count]) => `${String(count)} ${kinds[kind as SubjectKind]}`);
  const age = `tertua / oldest ${tellAge(group.oldestSeconds)}`;
  const head = `${String(group.count).padStart(7)} ${tellCause(group)} · ${releases[group.release]} · ${of.join(', ')} · ${age}\n`;
  // The title of a rule is its number: what it means has to be said.
  const means = group.rule === undefined ? '' : `${indent}${group.meaning.id}\n${indent}  ${group.meaning.en}\n`;
  return `${head}${indent}${group.title.id}\n${indent}  ${group.title.en}\n${means}${indent}-> ${group.remedy.id}\n${indent}   ${group.remedy.en}\n`;
}

function tellCause({ reason, state, rule, platform }: QueueCause): string {
  return `${reason} (${state}, ${platform}${rule === undefined ? '' : `, aturan / rule ${rule}`})`;
}

function tellAge(seconds: number): string {
  if (seconds < 7200) return `${String(Math.floor(seconds / 60))} menit / min`;
  return seconds < 172_800 ? `${String(Math.floor(seconds / 3600))} jam / h` : `${String(Math.floor(seconds / 86_400))} hari / d`;
}

/** One line a debt, with the cells it came from. */
export function tellItems(items: readonly QueueItem[], next: string | undefined): string {
  const lines = items.map(({ kind, id, place, date, reason, since, attempts, cells, behind }) => {
    const where = [place, date].filter((part) => part !== undefined).join(' ');
    const waits = behind === undefined ? '' : ` · menunggu / waits for ${kinds[behind.kind]} ${behind.id}`;
    const from = cells.map(
      ({ submission, row, columns }) => `${indent}kiriman ${submission} baris ${String(row)} [${columns.join(', ')}]\n`,
    );
    return `${kinds[kind]} ${id} · ${where} · ${reason} · sejak / since ${since} · ${String(attempts)} percobaan / attempts${waits}\n${from.join('')}`;
  });
  return `${lines.join('')}${next === undefined ? '' : `Berikutnya / next: --after ${next}\n`}`;
}

const outcomes: readonly (readonly [RedriveOutcome, string])[] = [
  ['ready', 'siap dikirim / ready'],
  ['waiting', 'menunggu / waiting'],
  ['moved', 'pindah alasan / moved'],
  ['unchanged', 'tetap, sebabnya masih ada / unchanged, its cause stands'],
  ['leased', 'sedang dikerjakan / at work'],
];

/** What a redrive does or did, by cause, with samples. */
export function tellReport(report: RedriveReport): string {
  const head = report.dryRun
    ? 'Uji coba: tidak ada yang diubah. / Dry run: nothing was changed.\n'
    : `Selesai (${report.environment}). / Done (${report.environment}).\n`;
  const causes = report.causes.map(tellCauseOf).join('');
  const none = report.causes.length === 0 ? 'Tidak ada yang cocok dengan saringan ini. / Nothing fits this filter.\n' : '';
  const stopped =
    report.platformState === 'running'
      ? ''
      : `${report.platform}: ${report.platformState}. Lanjutkan: titian platform resume ${report.platform}\n`;
  const more = report.more ? 'Masih ada lagi: ulangi, atau persempit saringan. / There are more: repeat, or narrow the filter.\n' : '';
  return `${head}${none}${causes}${stopped}${more}`;
}

function tellCauseOf(cause: RedriveCause): string {
  const lines = outcomes.flatMap(([outcome, words]) => {
    const count = cause.counts[outcome];
    if (count === 0) return [];
    const samples = (cause.samples[outcome] ?? []).map(({ kind, id, to }) => `${kinds[kind]} ${id}${to === undefined ? '' : ` -> ${to}`}`);
    return [`${String(count).padStart(9)} ${words}: ${samples.join('; ')}${count > samples.length ? '; …' : ''}\n`];
  });
  const act = cause.counts.unchanged === 0 ? '' : `${indent}-> ${cause.remedy.id}\n${indent}   ${cause.remedy.en}\n`;
  return `${tellCause(cause)}: ${cause.title.id}\n${lines.join('')}${act}`;
}
