import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import type { Command } from 'commander';
import { CodeListFault, loadCodeLists } from '../validate/load-code-lists.ts';
import { loadValidator, ValidatorNotBuilt } from '../validate/load-validator.ts';
import type { ValidationOptions } from '../validate/options.ts';
import { toUnread, validateText } from '../validate/text/validate-text.ts';
import type { Verdict } from '../validate/text/validate-text.ts';
import type { Validator } from '../validate/validator.ts';
import { createTally, printSummary, printVerdict, type Tally } from './print-verdict.ts';
import { DefinitionsFault, readDefinitions } from './use-definitions.ts';
import { largestText, readJsonTexts, UnreadText } from './read-json-texts.ts';
import { addValidateOptions, toValidationOptions, type Language, type ValidateFlags } from './validate-options.ts';

/** How the command prints, and against what it validates beside base R4 and meta.profile. */
interface ValidatePrinting {
  readonly json: boolean;
  readonly lang?: Language;
  readonly profiles: readonly string[];
  readonly options?: Partial<ValidationOptions>;
  /** Files, folders and packages of definitions, Questionnaires among them. */
  readonly definitions?: readonly string[];
  /** Files and folders of codes that the site holds. */
  readonly lists?: readonly string[];
  /** What the file `-` stands for. */
  readonly input?: AsyncIterable<Uint8Array>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** Adds `titian validate FILE... [--profile URL...] [--definitions PATH...]`: base R4, our profiles and others, offline. */
export function addValidateCommand(program: Command): void {
  const command = program
    .command('validate')
    .description('periksa resource FHIR terhadap R4 dan profil ILP / validate FHIR resources against R4 and the ILP profiles')
    .argument(
      '<file...>',
      'JSON (resource atau Bundle), NDJSON, folder yang berisinya, atau - untuk masukan standar / JSON (a resource or a Bundle), NDJSON, a folder of them, or - for standard input',
    );
  addValidateOptions(command).action(async (files: readonly string[], flags: ValidateFlags) => {
    const { json, lang, profile } = flags;
    process.exitCode = await printValidation(files, {
      ...{ json, lang, profiles: profile, options: toValidationOptions(flags) },
      ...{ definitions: [...flags.definitions, ...flags.questionnaire], lists: flags.lists },
      ...{ input: process.stdin, out: process.stdout, err: process.stderr },
    });
  });
}

/** Validates files and prints a verdict for each resource; gives 0 when all are valid, 1 when one is not, 2 when a file could not be read or nothing is built. */
export async function printValidation(files: readonly string[], printing: ValidatePrinting): Promise<0 | 1 | 2> {
  try {
    const validator = await openValidator(printing);
    const tally = createTally();
    let worst: 0 | 1 | 2 = 0;
    for (const file of (await Promise.all(files.map(listFiles))).flat()) {
      const outcome = await printFile(validator, file, { ...printing, tally });
      if (outcome > worst) worst = outcome;
    }
    if (!printing.json) printSummary(tally, printing);
    return worst;
  } catch (error) {
    if (!isToldPlainly(error)) throw error;
    printing.err.write(`${error.message}\n`);
    return 2;
  }
}

function isToldPlainly(fault: unknown): fault is Error {
  return fault instanceof ValidatorNotBuilt || fault instanceof DefinitionsFault || fault instanceof CodeListFault;
}

/** The built validator, with what was handed in; what of that cannot be used is told at once, once. */
async function openValidator({ definitions = [], lists = [], err }: ValidatePrinting): Promise<Validator> {
  const validator = await loadValidator(undefined, lists.flatMap(loadCodeLists));
  if (definitions.length === 0) return validator;
  const extended = validator.with(await readDefinitions(definitions));
  for (const { text, diagnostics, rule = '' } of extended.problems) err.write(`${rule}: ${text}\n    ${diagnostics}\n`);
  return extended;
}

/** A folder stands for the JSON and NDJSON files in and below it, by name; anything else for itself. */
async function listFiles(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /\.(?:json|ndjson)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

type Printing = ValidatePrinting & { readonly tally: Tally };

async function printFile(validator: Validator, file: string, printing: Printing): Promise<0 | 1 | 2> {
  let worst: 0 | 1 = 0;
  try {
    for await (const verdict of judgeFile(validator, file, printing)) {
      printVerdict(verdict, printing);
      if (!verdict.valid) worst = 1;
    }
    return worst;
  } catch (fault) {
    if (!types.isNativeError(fault) || !('syscall' in fault)) throw fault;
    printing.err.write(
      `${file}: berkas tidak dapat dibaca; periksa nama dan izinnya / the file cannot be read; check its name and permissions\n`,
    );
    return 2;
  }
}

async function* judgeFile(validator: Validator, file: string, { profiles, options = {}, input }: Printing): AsyncGenerator<Verdict> {
  const bytes: AsyncIterable<Uint8Array> = file === '-' && input !== undefined ? input : createReadStream(file);
  try {
    for await (const text of readJsonTexts(bytes)) yield* validateText(validator, { file, ...text, profiles, options });
  } catch (fault) {
    if (!(fault instanceof UnreadText)) throw fault;
    yield toUnread(file, fault.code, fault.code === 'encoding-wrong' ? 'UTF-8' : `${String(largestText / 1048576)} MB`);
  }
}
