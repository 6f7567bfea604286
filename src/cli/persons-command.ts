import type { Command } from 'commander';
import type { Checked } from '../fhir/checked.ts';
import { createLog } from '../log.ts';
import { openPersons } from '../open-persons.ts';
import { readSiteFolder } from '../open-titian.ts';
import type { WhoIsWho } from '../identity-desk.ts';
import type { PersonAsker, ReviewState } from '../person-desk.ts';
import { DeskFault, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { tellMerge, tellReviews } from './print-persons.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

interface ReviewOptions {
  readonly state: ReviewState;
  readonly names: boolean;
  readonly after?: string;
  readonly json: boolean;
}

/** What is typed with a decision. */
export interface DecisionOptions {
  readonly by: string;
  readonly why: string;
  readonly force?: boolean;
  readonly json: boolean;
}

/**
 * Adds `titian persons review`, `merge`, `undo` and `not-same`: who is who, as an officer decides it. Exit 0 = done, or nothing is left to look at;
 * 1 = refused, or there are pairs to look at; 2 = could not run.
 */
export function addPersonsCommand(program: Command): void {
  const persons = program
    .command('persons')
    .description('siapa adalah siapa: daftar periksa, gabung, batal / who is who: review list, merge, undo');
  persons
    .command('review')
    .description('pasangan yang mungkin satu orang / pairs that may be one person')
    .option('--state <state>', 'open, same, not-same', 'open')
    .option('--names', 'tampilkan nama dan NIK; hanya bagi nakes puskesmas, dicatat / show names and NIK; for nakes only, logged', false)
    .option('--after <key>', 'lanjutan dari halaman sebelumnya / where the page before ended')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: ReviewOptions) => {
      process.exitCode = await printReviews(options, thisTerminal());
    });
  addDecision(
    persons.command('merge'),
    'jadikan satu: yang kedua menjadi yang pertama / take the second for the first',
    '<survivor> <merged>',
  )
    .option('--force', 'walau keduanya punya NIK sendiri / though each has a NIK of its own', false)
    .action(async (survivor: string, merged: string, options: DecisionOptions) => {
      process.exitCode = await decide(options, thisTerminal(), (desk, how) =>
        desk.merge(survivor, merged, { ...how, force: options.force === true }),
      );
    });
  addDecision(persons.command('undo'), 'batalkan penggabungan / take a merge back', '<merged>').action(
    async (merged: string, options: DecisionOptions) => {
      process.exitCode = await decide(options, thisTerminal(), (desk, how) => desk.undo(merged, how));
    },
  );
  addDecision(persons.command('not-same'), 'bukan orang yang sama / not the same person', '<one> <other>').action(
    async (one: string, other: string, options: DecisionOptions) => {
      process.exitCode = await decide(options, thisTerminal(), (desk, how) => desk.notSame(one, other, how));
    },
  );
}

function addDecision(command: Command, description: string, ids: string): Command {
  return command
    .description(description)
    .arguments(ids)
    .requiredOption('--by <name>', 'siapa yang memutuskan / who decides')
    .requiredOption('--why <text>', 'alasannya, tanpa data orang / why, without data of a person')
    .option('--json', 'keluaran JSON / JSON output', false);
}

/** Prints the review list, masked unless names are asked for; gives the exit code. */
export async function printReviews({ state, names, after, json }: ReviewOptions, terminal: Terminal): Promise<number> {
  const paging = { state, limit: 200, ...(after === undefined ? {} : { after }) };
  const page = await atPersons(terminal, json, (desk) => desk.reviews(paging, { ...thisAccount(), names }));
  if (!page.ok) throw new DeskFault(page.issues);
  terminal.out.write(json ? `${JSON.stringify(page.value)}\n` : tellReviews(page.value));
  return page.value.reviews.length === 0 ? 0 : 1;
}

/** Decides something about people; gives the exit code. What is refused is told with what to do. */
export async function decide<T extends object>(
  { by, why, json }: DecisionOptions,
  terminal: Terminal,
  work: (desk: WhoIsWho, how: { readonly asker: PersonAsker; readonly why: string }) => Promise<Checked<T>>,
): Promise<number> {
  const asker = { by: `${by} (${thisAccount().by})`, names: true };
  const done = await atPersons(terminal, json, (desk) => work(desk, { asker, why }));
  if (!done.ok) {
    terminal.err.write(`${done.issues.map(({ text, diagnostics }) => `${text}\n  ${diagnostics}`).join('\n')}\n`);
    return 1;
  }
  terminal.out.write(json ? `${JSON.stringify(done.value)}\n` : tellMerge(done.value));
  return 0;
}

/** The account that typed a command. */
export function thisAccount(): { readonly by: string } {
  return { by: `cli:${String(process.getuid?.() ?? 0)}` };
}

/** Does something at the desk of persons, with the store opened for it. */
export async function atPersons<T>({ config, err }: Terminal, json: boolean, work: (desk: WhoIsWho) => Promise<T>): Promise<T> {
  const log = createLog(config.logLevel, err);
  return withStore(config, createTell({ json, out: err }), (store) => {
    const site = async () => (await store.site.loadSite(store.db)) ?? readSiteFolder(config.siteDir);
    const note = (event: string, facts: Readonly<Record<string, unknown>>): void => {
      log.info({ event, ...facts });
    };
    return work(openPersons({ store, site, now: () => new Date(), wake: () => undefined }, note));
  });
}
