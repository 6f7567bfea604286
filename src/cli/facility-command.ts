import type { Command } from 'commander';
import type { FacilityHistoryEntry, FacilityOrder, FacilityStatus } from '../facilities.ts';
import { toPassed } from '../fhir/checked.ts';
import { checkCredential } from '../http/check-credential.ts';
import { checkTyped, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { atFacilities } from './compose-facilities.ts';
import { readSecrets, type SecretInput } from './read-secret.ts';

const orders: readonly (readonly [FacilityOrder, string])[] = [
  ['pause', 'jeda: tidak ada yang dikirim atas nama puskesmas ini / nothing is sent in its name'],
  ['resume', 'lanjutkan, juga setelah SATUSEHAT menolak kredensialnya / go on, also after a refusal of its credentials'],
  ['revoke', 'cabut: client id dan client secret dihapus di sini / take back; client id and secret are deleted here'],
];

/** What is typed about the letter of authority; the secrets never are. */
export interface EnterOptions {
  readonly letter: string;
  readonly from: string;
  readonly to: string;
  readonly signedBy: string;
  readonly json: boolean;
}

/** Adds `titian facility list|history|enter|pause|resume|revoke`: what puskesmas entered to be spoken for at SATUSEHAT. */
export function addFacilityCommand(program: Command): void {
  const facility = program.command('facility').description('kredensial SATUSEHAT tiap puskesmas / SATUSEHAT credentials of each puskesmas');
  const withJson = (command: Command): Command => command.option('--json', 'keluaran JSON / JSON output', false);
  const named = (name: string): Command =>
    withJson(facility.command(name).argument('<facility>', 'nomor Organization atau kode puskesmas / Organization number or code'));
  withJson(facility.command('list').description('keadaan tiap puskesmas / how each stands')).action((options: JsonOption) =>
    printFacilities(options, thisTerminal()),
  );
  named('history')
    .description('siapa mengubah apa, kapan / who changed what, and when')
    .action((name: string, options: JsonOption) => printHistory(name, options, thisTerminal()));
  named('enter')
    .description('masukkan client id dan client secret (diketik tersembunyi, atau dua baris lewat stdin) / enter them, hidden or by stdin')
    .requiredOption('--letter <nomor>', 'nomor surat kuasa / number of the letter of authority')
    .requiredOption('--from <TTTT-BB-HH>', 'berlaku dari / valid from')
    .requiredOption('--to <TTTT-BB-HH>', 'berlaku sampai / valid to')
    .requiredOption('--signed-by <nama>', 'penanda tangan / who signed it')
    .action((name: string, options: EnterOptions) => enterCredential(name, options, { ...thisTerminal(), input: process.stdin }));
  for (const [order, description] of orders)
    named(order)
      .description(description)
      .action((name: string, options: JsonOption) => orderFacility(name, order, options, thisTerminal()));
}

interface JsonOption {
  readonly json: boolean;
}

/** Prints how each puskesmas stands. */
export async function printFacilities({ json }: JsonOption, terminal: Terminal): Promise<void> {
  const facilities = await atFacilities(terminal, json, async (desk, asker) => toPassed(await desk.list(asker)));
  terminal.out.write(json ? `${JSON.stringify({ facilities })}\n` : facilities.map(tellStatus).join(''));
}

/** Prints what was done about one of them. */
export async function printHistory(name: string, { json }: JsonOption, terminal: Terminal): Promise<void> {
  const history = await atFacilities(terminal, json, (desk, asker) => desk.history(name, asker));
  terminal.out.write(json ? `${JSON.stringify({ history })}\n` : history.map(tellEvent).join(''));
}

/** Asks for the secrets and hands them over; they are printed nowhere. */
export async function enterCredential(
  name: string,
  { letter: number, from, to, signedBy, json }: EnterOptions,
  terminal: Terminal & { readonly input: SecretInput },
): Promise<void> {
  const [clientId, clientSecret] = await readSecrets(['client id: ', 'client secret: '], { input: terminal.input, out: terminal.err });
  const entry = checkTyped(checkCredential, { clientId, clientSecret, letter: { number, from, to, signedBy } });
  const status = await atFacilities(terminal, json, (desk, asker) => desk.enter(name, entry, asker));
  printOne(status, json, terminal);
}

/** Pauses, resumes or revokes. */
export async function orderFacility(name: string, order: FacilityOrder, { json }: JsonOption, terminal: Terminal): Promise<void> {
  const status = await atFacilities(terminal, json, (desk, asker) => desk.order(name, order, asker));
  printOne(status, json, terminal);
}

function printOne(status: FacilityStatus, json: boolean, { out }: Terminal): void {
  out.write(json ? `${JSON.stringify(status)}\n` : tellStatus(status));
}

const words: Readonly<Record<FacilityStatus['state'], string>> = {
  ada: 'ada / there',
  'kredensial-belum-ada': 'belum ada / not there',
  'kredensial-surat-habis': 'surat kuasa tidak berlaku / letter not in force',
  'kredensial-dijeda': 'dijeda / paused',
  'kredensial-dicabut': 'dicabut / revoked',
  'kredensial-ditolak': 'ditolak SATUSEHAT / refused by SATUSEHAT',
};

function tellStatus({ organization, puskesmas, environment, mode, state, enteredOn, letter, set }: FacilityStatus): string {
  const entered = enteredOn === undefined ? '' : `, dimasukkan / entered ${enteredOn.slice(0, 10)}`;
  const until = letter === undefined ? '' : `, berlaku sampai / valid to ${letter.to}`;
  const by = set === undefined ? '' : `, oleh / by ${set.puskesmas ? 'puskesmas' : set.by}, ${set.at.slice(0, 10)}`;
  return `${puskesmas} (${organization}, ${environment}, ${mode}): ${words[state]}${entered}${until}${by}\n`;
}

function tellEvent({ at, event, by }: FacilityHistoryEntry): string {
  return `${at}  ${event}  ${by}\n`;
}
