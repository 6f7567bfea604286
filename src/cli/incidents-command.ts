import type { Command } from 'commander';
import type { IncidentLine } from '../deliveries.ts';
import { atDesk, thisTerminal, type Terminal } from './compose-deliveries.ts';

interface ListOptions {
  readonly all: boolean;
  readonly json: boolean;
}

/** Adds `titian incidents list|show|close` and `titian done`: what went wrong at a platform, and what people did about it there. */
export function addIncidentsCommand(program: Command): void {
  const incidents = program
    .command('incidents')
    .description('insiden di platform: catatan orang lain dan perbaikannya / incidents at a platform');
  incidents
    .command('list', { isDefault: true })
    .description('yang terbuka / what is open')
    .option('--all', 'juga yang sudah ditutup / also what was closed', false)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action((options: ListOptions) => printIncidents(options, thisTerminal()));
  incidents
    .command('show <id>')
    .description('satu insiden dengan pesan-pesannya / one of them with its messages')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action((id: string, options: Pick<ListOptions, 'json'>) => printIncidents({ ...options, all: true, id }, thisTerminal()));
  incidents
    .command('close <id>')
    .description('tutup dengan catatan / close it with a note')
    .requiredOption('--note <text>', 'apa yang sudah dilakukan / what was done')
    .action(async (id: string, { note }: { readonly note: string }) => {
      const terminal = thisTerminal();
      await atDesk(terminal, false, (desk, asker) => desk.closeIncident(id, { asker, note }));
      terminal.out.write(`${id} ditutup / closed\n`);
    });
}

/** Adds `titian done`: a person says that what no machine could correct at the platform is corrected there. */
export function addDoneCommand(program: Command): void {
  program
    .command('done <visit>')
    .description('koreksi sudah dibuat dengan tangan di platform / a correction was made by hand at the platform')
    .requiredOption('--note <text>', 'siapa, kapan, apa / who, when, what')
    .action(async (visit: string, { note }: { readonly note: string }) => {
      const terminal = thisTerminal();
      await atDesk(terminal, false, (desk, asker) => desk.markDone(visit, { asker, note }));
      terminal.out.write(`${visit} selesai / done\n`);
    });
}

/** Prints incidents, or one of them whole. */
export async function printIncidents({ all, json, id }: ListOptions & { readonly id?: string }, terminal: Terminal): Promise<void> {
  const states: readonly IncidentLine['state'][] = all ? ['open', 'closed'] : ['open'];
  const found = await atDesk(terminal, json, (desk, asker) => desk.incidents({ states, ...(id === undefined ? {} : { id }) }, asker));
  if (json) terminal.out.write(`${JSON.stringify({ incidents: found })}\n`);
  else terminal.out.write(found.length === 0 ? 'Tidak ada insiden. / There are no incidents.\n' : found.map(tellIncident).join(''));
}

function tellIncident({ id, kind, state, visit, place, date, foundAt, repairedAt, parts, messages = [] }: IncidentLine): string {
  const done = repairedAt === undefined ? 'sedang diperbaiki / being put right' : `diperbaiki ${repairedAt}`;
  const head = `${id}  ${kind}  ${state}  kunjungan ${visit} (${place ?? '-'}, ${date ?? '-'})  ditemukan ${foundAt}, ${done}\n`;
  const resources = parts.map((part) => `  ${part.type}/${part.id}: ${part.outcome}\n`);
  return [head, ...resources, ...messages.map(({ at, plan, delivery }) => `  ${at} ${plan}: ${delivery}\n`)].join('');
}
