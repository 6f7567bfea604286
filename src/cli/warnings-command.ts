import { InvalidArgumentError, type Command } from 'commander';
import { judgeAll } from '../gateway/judging/judge-persons.ts';
import { checkWarningQuery } from '../http/warning-routes.ts';
import { byteOrderMark, toDelimitedLine, type WriteOptions } from '../ingest/write-delimited.ts';
import { createLog } from '../log.ts';
import { toGiven } from '../map/given.ts';
import { openWarnings } from '../open-warnings.ts';
import type { WarningDesk, WarningQuestion } from '../report/warnings/warning-desk.ts';
import type { WarningLine } from '../report/warnings/warning-line.ts';
import { tellWarning, toWarningCells, warningColumns } from '../report/warnings/write-warnings.ts';
import { checkTyped, DeskFault, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { toReadingParts } from './compose-replay.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** What can be typed after `titian warnings`. */
export interface WarningsOptions {
  readonly state: readonly string[];
  readonly place?: string;
  readonly since?: string;
  readonly toTell: boolean;
  /** Name of the nakes who asks for people by name. */
  readonly names?: string;
  readonly acknowledge: readonly string[];
  readonly csv: boolean;
  readonly excel: boolean;
  readonly json: boolean;
}

/** Warnings fetched at once. */
const pageSize = 500;

const more = (text: string, texts: readonly string[]): readonly string[] => [...texts, ...text.split(',')];

/**
 * Adds `titian warnings`: the list of early warnings with rule, inputs and source cells behind each line. People stand masked but for the
 * nakes who answers for the place (`--names`), which is noted. What only named officers may see is never on it.
 */
export function addWarningsCommand(program: Command): void {
  program
    .command('warnings')
    .description('peringatan dini: siapa perlu ditindaklanjuti, dan mengapa / early warnings: whom to see to, and why')
    .option('--state <state>', 'terbuka (bawaan), selesai, ditarik / open, ended, withdrawn', more, [])
    .option('--place <code>', 'kode tempat, beserta yang di bawahnya / a place and those beneath it')
    .option('--since <YYYY-MM-DD>', 'dibuka, diketahui atau ditarik sejak / opened, found or withdrawn since')
    .option('--to-tell', 'yang ditarik setelah diakui / withdrawn after somebody acknowledged them', false)
    .option('--names <nakes>', 'dengan nama orang, untuk nakes penanggung jawab ini; dicatat / people by name, for this nakes; noted')
    .option('--acknowledge <id>', 'akui peringatan ini / acknowledge this warning', readIds, [])
    .option('--csv', 'CSV, koma / comma separated', false)
    .option('--excel', 'CSV untuk Excel, titik koma / for Excel, semicolons', false)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: WarningsOptions) => {
      process.exitCode = await printWarnings(options, thisTerminal());
    });
}

/** Looks at whoever is due, then prints the list or acknowledges; gives 1 where a warning to be acknowledged is not known. */
export async function printWarnings(options: WarningsOptions, { config, out, err }: Terminal): Promise<0 | 1> {
  const question = readQuestion(options);
  const log = createLog(config.logLevel, err);
  return withStore(config, createTell({ json: options.json || options.csv || options.excel, out: err }), async (store) => {
    const parts = await toReadingParts(config, store);
    await judgeAll(parts);
    const desk = openWarnings({ store, site: parts.site, log });
    if (options.acknowledge.length > 0) return acknowledge(desk, options.acknowledge, { out, err });
    const writing = toWriting(options);
    out.write(writing.head);
    await eachPage(desk, question, (warnings, first) => {
      for (const [at, line] of warnings.entries()) out.write(writing.line(line, first && at === 0));
      if (first && warnings.length === 0) out.write(writing.none);
    });
    out.write(writing.foot);
    return 0;
  });
}

function readQuestion({ state, place, since, toTell, names }: WarningsOptions): WarningQuestion {
  const typed = toGiven({ state: state.length === 0 ? undefined : state, place, since });
  const { state: states = toTell ? ['ditarik'] : ['terbuka'], ...rest } = checkTyped(checkWarningQuery, typed);
  return { states, ...toGiven({ ...rest, names: names === undefined ? undefined : { nakes: names }, toTell: toTell || undefined }) };
}

async function eachPage(
  desk: WarningDesk,
  question: WarningQuestion,
  write: (warnings: readonly WarningLine[], first: boolean) => void,
): Promise<void> {
  let after: string | undefined;
  do {
    const page = await desk.list(question, askedHere(), { limit: pageSize, ...toGiven({ after }) });
    if (!page.ok) throw new DeskFault(page.issues);
    write(page.value.warnings, after === undefined);
    after = page.value.next;
  } while (after !== undefined);
}

/** How a list is written: what stands before it, each line, and what stands behind it. */
interface Writing {
  readonly head: string;
  readonly line: (line: WarningLine, first: boolean) => string;
  readonly foot: string;
  readonly none: string;
}

function toWriting({ csv, excel, json }: WarningsOptions): Writing {
  if (json)
    return { head: '{"warnings":[', line: (line, first) => `${first ? '' : ','}\n${JSON.stringify(line)}`, foot: '\n]}\n', none: '' };
  if (!csv && !excel) return { head: '', line: tellWarning, foot: '', none: 'Tidak ada peringatan. / There are no warnings.\n' };
  const options: WriteOptions = excel ? { delimiter: ';', digits: 'excel' } : { delimiter: ',' };
  const head = (excel ? byteOrderMark : '') + toDelimitedLine(warningColumns, options);
  return { head, line: (line) => toDelimitedLine(toWarningCells(line), options), foot: '', none: '' };
}

async function acknowledge(desk: WarningDesk, ids: readonly string[], { out, err }: Omit<Terminal, 'config'>): Promise<0 | 1> {
  let unknown = 0;
  for (const id of ids) {
    const done = await desk.acknowledge(id, askedHere());
    if (done) out.write(`${id} diakui / acknowledged\n`);
    else err.write(`${id}: tidak ada peringatan dengan nomor itu / there is no warning with that id\n`);
    unknown += done ? 0 : 1;
  }
  return unknown === 0 ? 0 : 1;
}

/** The account that typed it. */
function askedHere(): { readonly by: string } {
  return { by: `cli:${String(process.getuid?.() ?? 0)}` };
}

function readIds(text: string, ids: readonly string[]): readonly string[] {
  if (text.split(',').every((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))) return [...ids, ...text.split(',')];
  throw new InvalidArgumentError('Tulis nomor peringatan seperti pada daftarnya. / Write the id of the warning as the list has it.');
}
