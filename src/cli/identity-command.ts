import type { Command } from 'commander';
import type { IdentityItem, IdentityItemPage, NamedRecord, ShownIdentity } from '../identity-desk.ts';
import type { ReviewState } from '../person-desk.ts';
import { DeskFault, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { atPersons, thisAccount, type DecisionOptions } from './persons-command.ts';

interface ListOptions {
  readonly state: ReviewState;
  readonly names: boolean;
  readonly after?: string;
  readonly json: boolean;
}

/**
 * Adds `titian identity list`, `same`, `not-same` and `deny`: which record of a platform is a person's, as an officer decides it. Exit 0 = done, or
 * nothing is left to look at; 1 = refused, or there are records to look at; 2 = could not run.
 */
export function addIdentityCommand(program: Command): void {
  const identity = program
    .command('identity')
    .description('siapa di platform: catatan yang mungkin milik seseorang / records of a platform that may be a person’s');
  identity
    .command('list')
    .description('catatan yang ditawarkan / records that are offered')
    .option('--state <state>', 'open, same, not-same', 'open')
    .option('--names', 'tampilkan nama dan NIK; hanya bagi nakes puskesmas, dicatat / show names and NIK; for nakes only, logged', false)
    .option('--after <key>', 'lanjutan dari halaman sebelumnya / where the page before ended')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: ListOptions) => {
      process.exitCode = await printIdentities(options, thisTerminal());
    });
  for (const is of ['same', 'not-same'] as const)
    addDecision(identity.command(is), is === 'same' ? 'orang yang sama / the same person' : 'bukan orang yang sama / not the same person')
      .argument('<id>')
      .action(async (id: string, options: DecisionOptions) => {
        process.exitCode = await decideIdentity({ record: id, is }, options, thisTerminal());
      });
  addDecision(identity.command('deny'), 'nomor yang sudah dipakai ternyata milik orang lain / an adopted number is somebody else’s')
    .argument('<person>')
    .argument('<number>')
    .option('--platform <name>', 'platform', 'satusehat')
    .action(async (person: string, platformId: string, options: DecisionOptions & { readonly platform: string }) => {
      const record = { person, platformId, platform: options.platform };
      process.exitCode = await decideIdentity({ record, is: 'not-same' }, options, thisTerminal());
    });
}

function addDecision(command: Command, description: string): Command {
  return command
    .description(description)
    .requiredOption('--by <name>', 'siapa yang memutuskan / who decides')
    .requiredOption('--why <text>', 'alasannya, tanpa data orang / why, without data of a person')
    .option('--json', 'keluaran JSON / JSON output', false);
}

/** Prints what is offered, masked unless names are asked for; gives the exit code. */
export async function printIdentities({ state, names, after, json }: ListOptions, terminal: Terminal): Promise<number> {
  const paging = { state, limit: 200, ...(after === undefined ? {} : { after }) };
  const page = await atPersons(terminal, json, (desk) => desk.identities(paging, { ...thisAccount(), names }));
  if (!page.ok) throw new DeskFault(page.issues);
  terminal.out.write(json ? `${JSON.stringify(page.value)}\n` : tellIdentities(page.value));
  return page.value.identities.length === 0 ? 0 : 1;
}

/** Decides about a record; gives the exit code. What is refused is told with what to do. */
export async function decideIdentity(
  { record, is }: { readonly record: string | NamedRecord; readonly is: 'same' | 'not-same' },
  { by, why, json }: DecisionOptions,
  terminal: Terminal,
): Promise<number> {
  const asker = { by: `${by} (${thisAccount().by})`, names: true };
  const done = await atPersons(terminal, json, (desk) => desk.decideIdentity(record, is, { asker, why }));
  if (!done.ok) {
    terminal.err.write(`${done.issues.map(({ text, diagnostics }) => `${text}\n  ${diagnostics}`).join('\n')}\n`);
    return 1;
  }
  const told =
    is === 'same'
      ? 'Diingat: orang yang sama. / Remembered: the same person.'
      : 'Diingat: bukan orang yang sama. / Remembered: not the same person.';
  terminal.out.write(json ? `${JSON.stringify(done.value)}\n` : `${told}\n`);
  return 0;
}

function tellIdentities({ identities, next }: IdentityItemPage): string {
  if (identities.length === 0) return 'Tidak ada catatan untuk diperiksa. / There is no record to look at.\n';
  const more = next === undefined ? '' : `Berikutnya / next: --after ${next}\n`;
  return `${identities.map(tellIdentity).join('')}${more}`;
}

function tellIdentity({ id, platform, platformId, person, foundBy, reason, foundAt, ours, theirs }: IdentityItem): string {
  const head = [id, platform, foundBy, reason, foundAt.slice(0, 10)].filter((part) => part !== undefined).join(' · ');
  return `${head}\n    di sini / here   ${person}  ${tellSide(ours)}\n    di sana / there  ${platformId}  ${tellSide(theirs)}\n`;
}

function tellSide({ name, birthDate, sex, nik, mother, birthOrder }: ShownIdentity): string {
  const facts = [name, birthDate, sex, nik, mother === undefined ? undefined : `ibu / mother ${mother}`, birthOrder?.toString()];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
