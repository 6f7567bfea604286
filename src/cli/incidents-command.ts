import type { Command } from 'commander';
import type { Asker, IncidentLine, IncidentPage } from '../deliveries.ts';
import { checkNote } from '../http/incident-routes.ts';
import { atDesk, checkTyped, thisTerminal, type Terminal } from './compose-deliveries.ts';

interface ListOptions {
  readonly all: boolean;
  readonly after?: string;
  readonly json: boolean;
}

/** What a person says at the command line, and who. */
export interface SaidOptions {
  readonly by?: string;
  readonly note: string;
  readonly json: boolean;
}

/**
 * Adds `titian incidents list|show|close` and `titian done`: what went wrong at a platform, and what people did about it there. Exit 0 = done, or no
 * incident is open; 1 = incidents are open; 2 = could not run.
 */
export function addIncidentsCommand(program: Command): void {
  const incidents = program
    .command('incidents')
    .description(
      'insiden di platform: catatan orang lain dan perbaikannya / incidents at a platform: records of somebody else, and their repair',
    );
  incidents
    .command('list', { isDefault: true })
    .description('yang terbuka, yang terbaru dahulu / what is open, the newest first')
    .option('--all', 'juga yang sudah ditutup / also what was closed', false)
    .option('--after <key>', 'lanjutan dari halaman sebelumnya / where the page before ended')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: ListOptions) => {
      process.exitCode = await printIncidents(options, thisTerminal());
    });
  incidents
    .command('show <id>')
    .description('satu insiden dengan pesan-pesannya / one of them with its messages')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action((id: string, { json }: Pick<ListOptions, 'json'>) => printIncident(id, json, thisTerminal()));
  addSaid(incidents.command('close'), 'tutup dengan catatan / close it with a note')
    .argument('<id>')
    .action((id: string, options: SaidOptions) => closeIncident(id, options, thisTerminal()));
}

/** Adds `titian done`: a person says that what no machine could correct at the platform is corrected there. */
export function addDoneCommand(program: Command): void {
  addSaid(program.command('done'), 'koreksi sudah dibuat dengan tangan di platform / a correction was made by hand at the platform')
    .argument('<visit>')
    .action((visit: string, options: SaidOptions) => markDone(visit, options, thisTerminal()));
}

function addSaid(command: Command, description: string): Command {
  return command
    .description(description)
    .requiredOption('--note <text>', 'apa yang dilakukan dan kapan, tanpa data orang / what was done and when, without data of a person')
    .option('--by <name>', 'siapa yang melakukannya / who did it')
    .option('--json', 'keluaran JSON / JSON output', false);
}

/** Prints a page of incidents; gives the exit code. */
export async function printIncidents({ all, after, json }: ListOptions, terminal: Terminal): Promise<number> {
  const states: readonly IncidentLine['state'][] = all ? ['open', 'closed'] : ['open'];
  const paging = { limit: 200, ...(after === undefined ? {} : { after }) };
  const page = await atDesk(terminal, json, (desk, asker) => desk.incidents({ states, ...paging }, asker));
  terminal.out.write(json ? `${JSON.stringify(page)}\n` : tellIncidents(page));
  return page.incidents.some(({ state }) => state === 'open') ? 1 : 0;
}

/** Prints one incident whole. */
export async function printIncident(id: string, json: boolean, terminal: Terminal): Promise<void> {
  const incident = await atDesk(terminal, json, (desk, asker) => desk.incident(id, asker));
  terminal.out.write(json ? `${JSON.stringify(incident)}\n` : tellIncident(incident));
}

/** Closes an incident, and says who closed it: that of whoever did so first. */
export async function closeIncident(id: string, { by, note, json }: SaidOptions, terminal: Terminal): Promise<void> {
  checkTyped(checkNote, { note });
  const closed = await atDesk(terminal, json, (desk, asker) => desk.closeIncident(id, { asker: toNamed(asker, by), note }));
  terminal.out.write(json ? `${JSON.stringify(closed)}\n` : `${id} ditutup oleh / closed by ${closed.closedBy ?? '-'}\n`);
}

/** Says that a visit was corrected by hand. */
export async function markDone(visit: string, { by, note, json }: SaidOptions, terminal: Terminal): Promise<void> {
  checkTyped(checkNote, { note });
  const { done } = await atDesk(terminal, json, (desk, asker) => desk.markDone(visit, { asker: toNamed(asker, by), note }));
  const told = done === 0 ? `${visit}: sudah dicatat selesai / was marked as done before` : `${visit} selesai / done`;
  terminal.out.write(json ? `${JSON.stringify({ visit, done })}\n` : `${told}\n`);
}

function toNamed(asker: Asker, by: string | undefined): Asker {
  return by === undefined ? asker : { ...asker, by: `${by} (${asker.by})` };
}

function tellIncidents({ incidents, next }: IncidentPage): string {
  if (incidents.length === 0) return 'Tidak ada insiden. / There are no incidents.\n';
  return `${incidents.map(tellIncident).join('')}${next === undefined ? '' : `Berikutnya / next: --after ${next}\n`}`;
}

function tellIncident(incident: IncidentLine): string {
  const { id, kind, state, visit, place, date, foundAt, repairedAt, parts, messages = [], closedBy, closedAt, note } = incident;
  const done = repairedAt === undefined ? 'sedang diperbaiki / being put right' : `diperbaiki / put right ${repairedAt}`;
  const where = `kunjungan / visit ${visit} (${place ?? '-'}, ${date ?? '-'})`;
  const head = `${id}  ${kind}  ${state}  ${where}  ditemukan / found ${foundAt}, ${done}\n`;
  const resources = parts.map((part) => `  ${part.type}/${part.id}: ${part.outcome}\n`);
  const sent = messages.map(({ at, plan, delivery }) => `  ${at} ${plan}: ${delivery}\n`);
  const closed =
    closedAt === undefined ? [] : [`  ditutup / closed ${closedAt} ${closedBy ?? ''}${note === undefined ? '' : `: ${note}`}\n`];
  return [head, ...resources, ...sent, ...closed].join('');
}
