import type { Command } from 'commander';
import type { PlatformOrder, PlatformStatus } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import { toUnknownPlatform } from '../gateway/queue-scope.ts';
import { checkOrder } from '../http/check-order.ts';
import { atDesk, checkTyped, thisTerminal, type Terminal } from './compose-deliveries.ts';

const orders: readonly (readonly [PlatformOrder, string])[] = [
  ['pause', 'jeda: tidak ada yang mulai dikirim; yang sedang dikirim diselesaikan / begin nothing; what is being sent ends'],
  ['drain', 'habiskan yang sudah waktunya sekarang, lalu jeda sendiri / send what is due now, then pause by itself'],
  ['resume', 'lanjutkan / go on'],
];

interface OrderOptions {
  readonly reason?: string;
  readonly json: boolean;
}

/** Adds `titian platform pause|drain|resume|status`: holds for every gateway on the same database from the moment the command ends. */
export function addPlatformCommand(program: Command): void {
  const platform = program.command('platform').description('jeda dan lanjutkan pengiriman / pause and resume sending');
  for (const [order, description] of orders)
    platform
      .command(order)
      .description(description)
      .argument('<name>', 'platform, mis. satusehat / such as satusehat')
      .option('--reason <text>', 'mengapa, tanpa data orang / why, without data of a person')
      .option('--json', 'keluaran JSON / JSON output', false)
      .action((name: string, options: OrderOptions) => printOrder(name, { order, ...options }, thisTerminal()));
  platform
    .command('status')
    .description('keadaan setiap platform / how each platform stands')
    .argument('[name]', 'satu platform saja / one alone')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action((name: string | undefined, options: { readonly json: boolean }) => printStatus(name, options, thisTerminal()));
}

/** Tells a platform to pause, to drain or to go on, and prints how it stands then. */
export async function printOrder(
  name: string,
  { order, reason, json }: OrderOptions & { readonly order: PlatformOrder },
  terminal: Terminal,
): Promise<void> {
  const told = checkTyped(checkOrder, reason === undefined ? {} : { reason });
  const status = await atDesk(terminal, json, (desk, asker) => desk.order(name, order, { asker, ...told }));
  print([status], json, terminal);
}

/** Prints how platforms stand. */
export async function printStatus(name: string | undefined, { json }: { readonly json: boolean }, terminal: Terminal): Promise<void> {
  print(await atDesk(terminal, json, (desk, asker) => findStatuses(name, desk.platforms(asker))), json, terminal);
}

async function findStatuses(
  name: string | undefined,
  all: Promise<readonly PlatformStatus[]>,
): Promise<Checked<readonly PlatformStatus[]>> {
  const statuses = await all;
  const wanted = statuses.filter(({ platform }) => name === undefined || platform === name);
  const known = statuses.map(({ platform }) => platform);
  return wanted.length > 0 ? toPassed(wanted) : toFailed(toUnknownPlatform(name ?? '', known));
}

function print(statuses: readonly PlatformStatus[], json: boolean, { out }: Terminal): void {
  out.write(json ? `${JSON.stringify({ platforms: statuses })}\n` : statuses.map(tellStatus).join(''));
}

const states: Readonly<Record<PlatformStatus['state'], string>> = {
  running: 'berjalan / running',
  draining: 'menghabiskan yang sudah waktunya, lalu jeda / draining, then paused',
  paused: 'jeda / paused',
};

function tellStatus({ platform, environment, state, since, setBy, reason, due = 0, inFlight = 0 }: PlatformStatus): string {
  const told =
    since === undefined ? '' : `  sejak / since ${since}, oleh / by ${setBy ?? '-'}${reason === undefined ? '' : `: ${reason}`}\n`;
  return `${platform} (${environment}): ${states[state]}\n${told}  ${String(due)} menunggu giliran / due, ${String(inFlight)} sedang dikerjakan / in flight\n`;
}
