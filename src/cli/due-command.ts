import type { Command } from 'commander';
import { judgeAll } from '../gateway/judging/judge-persons.ts';
import { calledNow, checkDueQuery } from '../http/due-routes.ts';
import { byteOrderMark, toDelimitedLine, type WriteOptions } from '../ingest/write-delimited.ts';
import { createLog } from '../log.ts';
import { toGiven } from '../map/given.ts';
import { openDues } from '../open-dues.ts';
import type { DueDesk, DueLine, DueQuestion } from '../report/dues/due-desk.ts';
import { dueColumns, tellDue, toDueCells } from '../report/dues/write-dues.ts';
import { checkTyped, DeskFault, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { toReadingParts } from './compose-replay.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** What can be typed after `titian due`. */
export interface DueOptions {
  readonly state: readonly string[];
  readonly kind: readonly string[];
  readonly place?: string;
  readonly on?: string;
  /** Name of the nakes who asks for people by name. */
  readonly names?: string;
  readonly csv: boolean;
  readonly excel: boolean;
  readonly json: boolean;
}

/** Lines fetched at once. */
const pageSize = 500;

const more = (text: string, texts: readonly string[]): readonly string[] => [...texts, ...text.split(',')];

/**
 * Adds `titian due`: who should be given a dose or seen by a nakes, who is late, and who is still to come, on any day. People stand masked but
 * for the nakes who answers for the place (`--names`), which is noted. What only named officers may see is never on it.
 */
export function addDueCommand(program: Command): void {
  program
    .command('due')
    .description('siapa jatuh tempo atau terlambat: imunisasi, K, KF, KN / who is due or late: doses and contacts')
    .option('--place <code>', 'kode tempat, beserta yang di bawahnya / a place and those beneath it')
    .option('--on <YYYY-MM-DD>', 'untuk hari ini (bawaan) atau hari lain, misalnya hari posyandu / for today or another day')
    .option(
      '--state <state>',
      'akan-datang, jatuh-tempo, terlambat, terlewat; bawaan jatuh-tempo,terlambat / to come, due, late, missed',
      more,
      [],
    )
    .option('--kind <kind>', 'imunisasi, kontak / doses, contacts', more, [])
    .option('--names <nakes>', 'dengan nama orang, untuk nakes penanggung jawab ini; dicatat / people by name, for this nakes; noted')
    .option('--csv', 'CSV, koma / comma separated', false)
    .option('--excel', 'CSV untuk Excel, titik koma / for Excel, semicolons', false)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: DueOptions) => {
      process.exitCode = await printDues(options, thisTerminal());
    });
}

/** Looks at whoever is to be looked at, then prints the list; always 0, for a list that is empty is a list. */
export async function printDues(options: DueOptions, { config, out, err }: Terminal): Promise<number> {
  const question = readQuestion(options);
  const log = createLog(config.logLevel, err);
  return withStore(config, createTell({ json: options.json || options.csv || options.excel, out: err }), async (store) => {
    const parts = await toReadingParts(config, store);
    await judgeAll(parts);
    const writing = toWriting(options);
    out.write(writing.head);
    let count = 0;
    for await (const line of eachLine(openDues({ store, site: parts.site, log }), question)) {
      out.write(writing.line(line, count === 0));
      count += 1;
    }
    out.write(count === 0 ? writing.none + writing.foot : writing.foot);
    return 0;
  });
}

function readQuestion({ state, kind, place, on, names }: DueOptions): DueQuestion {
  const typed = toGiven({ state: toList(state), kind: toList(kind), place, on });
  const { state: states = calledNow, kind: kinds, ...rest } = checkTyped(checkDueQuery, typed);
  return { states, ...toGiven({ ...rest, kinds, names: names === undefined ? undefined : { nakes: names } }) };
}

function toList(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

async function* eachLine(desk: DueDesk, question: DueQuestion): AsyncGenerator<DueLine> {
  let after: string | undefined;
  do {
    const page = await desk.list(question, { by: `cli:${String(process.getuid?.() ?? 0)}` }, { limit: pageSize, ...toGiven({ after }) });
    if (!page.ok) throw new DeskFault(page.issues);
    yield* page.value.due;
    after = page.value.next;
  } while (after !== undefined);
}

/** How a list is written: what stands before it, each line, and what stands behind it. */
interface Writing {
  readonly head: string;
  readonly line: (line: DueLine, first: boolean) => string;
  readonly foot: string;
  readonly none: string;
}

function toWriting({ csv, excel, json }: DueOptions): Writing {
  if (json) return { head: '{"due":[', line: (line, first) => `${first ? '' : ','}\n${JSON.stringify(line)}`, foot: '\n]}\n', none: '' };
  if (!csv && !excel) return { head: '', line: tellDue, foot: '', none: 'Tidak ada yang jatuh tempo. / Nothing is due.\n' };
  const options: WriteOptions = excel ? { delimiter: ';', digits: 'excel' } : { delimiter: ',' };
  const head = (excel ? byteOrderMark : '') + toDelimitedLine(dueColumns, options);
  return { head, line: (line) => toDelimitedLine(toDueCells(line), options), foot: '', none: '' };
}
