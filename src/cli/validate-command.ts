import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadValidator, ValidatorNotBuilt } from '../validate/load-validator.ts';
import { undecidedReasons } from '../validate/undecided-reasons.ts';
import { toNotUtf8, validateText } from '../validate/validate-text.ts';
import type { Verdict } from '../validate/validate-text.ts';
import type { Validator } from '../validate/validator.ts';

/** How the command prints, and against which profiles it validates beside meta.profile. */
interface ValidatePrinting {
  readonly json: boolean;
  readonly profiles: readonly string[];
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

interface ValidateFlags {
  readonly json: boolean;
  readonly profile: readonly string[];
}

/** Adds `titian validate FILE... [--json] [--profile URL...]`: base R4 and our profiles, offline. */
export function addValidateCommand(program: Command): void {
  program
    .command('validate')
    .description('periksa resource FHIR terhadap R4 dan profil ILP / validate FHIR resources against R4 and the ILP profiles')
    .argument(
      '<file...>',
      'JSON (resource atau Bundle), NDJSON, atau folder yang berisinya / JSON (a resource or a Bundle), NDJSON, or a folder of them',
    )
    .option('--json', 'satu objek JSON per resource / one JSON object a resource', false)
    .option('--profile <url...>', 'profil selain meta.profile / profiles beside meta.profile', [])
    .action(async (files: readonly string[], { json, profile }: ValidateFlags) => {
      process.exitCode = await printValidation(files, { json, profiles: profile, out: process.stdout, err: process.stderr });
    });
}

/** Validates files and prints a verdict for each resource; gives 0 when all are valid, 1 when one is not, 2 when a file could not be read or nothing is built. */
export async function printValidation(files: readonly string[], printing: ValidatePrinting): Promise<0 | 1 | 2> {
  try {
    const validator = await loadValidator();
    let worst: 0 | 1 | 2 = 0;
    for (const file of (await Promise.all(files.map(listFiles))).flat()) {
      const outcome = await printFile(validator, file, printing);
      if (outcome > worst) worst = outcome;
    }
    return worst;
  } catch (error) {
    if (!(error instanceof ValidatorNotBuilt)) throw error;
    printing.err.write(`${error.message}\n`);
    return 2;
  }
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

async function printFile(validator: Validator, file: string, { json, profiles, out, err }: ValidatePrinting): Promise<0 | 1 | 2> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) {
    err.write(`${file}: berkas tidak dapat dibaca; periksa nama dan izinnya / the file cannot be read; check its name and permissions\n`);
    return 2;
  }
  const verdicts = isUtf8(bytes)
    ? validateText(validator, { file, text: bytes.toString('utf8'), profiles, options: {} })
    : [toNotUtf8(file)];
  for (const verdict of verdicts) out.write(json ? `${JSON.stringify(verdict)}\n` : toReadable(verdict));
  return verdicts.every((verdict) => verdict.valid) ? 0 : 1;
}

const MARKS: Readonly<Record<string, string>> = { fatal: 'GALAT', error: 'GALAT', warning: 'PERINGATAN', information: 'CATATAN' };

function toReadable({ file, resourceType, valid, issues, undecided }: Verdict): string {
  const head = `${file}${resourceType === '' ? '' : ` (${resourceType})`}: ${valid ? 'sah / valid' : 'tidak sah / not valid'}`;
  const lines = issues.map(({ severity, code, expression, text, diagnostics }) => {
    const place = expression === '' ? '' : `${expression}: `;
    return `  ${MARKS[severity] ?? severity} [${code}] ${place}${text}\n      ${diagnostics}`;
  });
  const open = undecided.map(
    ({ expression, valueSet, reason }) => `  tidak diputuskan / undecided: ${expression} (${valueSet}): ${toReason(reason)}`,
  );
  return `${[head, ...lines, ...open].join('\n')}\n`;
}

function toReason(reason: string): string {
  const title = undecidedReasons[reason]?.title;
  return title === undefined ? reason : `${title.id} / ${title.en}`;
}
