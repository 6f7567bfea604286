import type { Command } from 'commander';
import { atDesk, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { tellGroups, tellItems } from './print-queue.ts';
import { addFilterOptions, readFilter, type TypedFilter } from './queue-options.ts';

/** What can be typed after `titian owed`. */
export interface OwedOptions extends TypedFilter {
  readonly list: boolean;
  readonly after?: string;
  readonly limit: string;
  readonly json: boolean;
}

/** Adds `titian owed`: what is held, refused or waiting, by cause; with `--list` one by one, with the cells it came from. */
export function addOwedCommand(program: Command): void {
  addFilterOptions(
    program.command('owed').description('yang tertahan, ditolak atau menunggu, menurut sebab / what is held, refused or waiting'),
  )
    .option('--list', 'satu per satu / one by one', false)
    .option('--after <key>', 'lanjutan dari halaman sebelumnya / where the page before ended')
    .option('--limit <number>', 'sebanyak / how many', '50')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action((options: OwedOptions) => printOwed(options, thisTerminal()));
}

/** Prints what the filter means: groups, or one by one. */
export async function printOwed({ list, after, limit, json, ...typed }: OwedOptions, terminal: Terminal): Promise<void> {
  const filter = readFilter(typed);
  if (!list) {
    const groups = await atDesk(terminal, json, (desk, asker) => desk.groups(filter, asker));
    terminal.out.write(json ? `${JSON.stringify({ groups })}\n` : tellGroups(groups));
    return;
  }
  const paging = { limit: toLimit(limit), ...(after === undefined ? {} : { after }) };
  const page = await atDesk(terminal, json, (desk, asker) => desk.items(filter, paging, asker));
  terminal.out.write(json ? `${JSON.stringify(page)}\n` : tellItems(page.items, page.next));
}

/** What was typed for --limit is no number of lines. */
export class LimitFault extends Error {
  override readonly name = 'LimitFault';
}

function toLimit(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 500) return Number(text);
  throw new LimitFault('--limit: seharusnya 1 sampai 500 / expected 1 to 500');
}
