import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Bundle, OperationOutcome } from '@medplum/fhirtypes';
import { pack } from 'tar-stream';

/** HL7's validator: its jar or a folder of jars, the guide, and for a machine without network the home that holds its packages. */
export interface JavaValidator {
  readonly jar: string;
  readonly guide: string;
  readonly home?: string;
}

/** Packages that the validator takes for granted and this guide builds nothing on. */
const GRANTED = ['hl7.terminology', 'hl7.fhir.uv.extensions'];

/** The errors that HL7's validator finds in each file, without a terminology server. Rejects where Java or the jar cannot be run. */
export async function askHl7(validator: JavaValidator, files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'titian-agreement-'));
  try {
    // A file of that name beside it is read in place of the package of that name, which would be fetched.
    if (validator.home !== undefined) for (const name of GRANTED) await writeFile(join(folder, name), await toEmptyPackage(name));
    const output = join(folder, 'outcomes.json');
    await promisify(execFile)('java', [...(await toArguments(validator)), ...files, '-output', output], { cwd: folder, maxBuffer: 1e8 });
    return readOutcomes(JSON.parse(await readFile(output, 'utf8')) as Bundle<OperationOutcome>);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function toArguments({ jar, guide, home }: JavaValidator): Promise<readonly string[]> {
  const isFolder = (await stat(jar)).isDirectory();
  return [
    ...(home === undefined ? [] : [`-Duser.home=${home}`]),
    ...(isFolder ? ['-cp', join(jar, '*'), 'org.hl7.fhir.validation.ValidatorCli'] : ['-jar', jar]),
    ...['-version', '4.0.1', '-tx', 'n/a', '-ig', guide],
  ];
}

function readOutcomes({ entry = [] }: Bundle<OperationOutcome>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    entry.map(({ resource }) => {
      const file = resource?.extension?.find(({ url }) => url.endsWith('operationoutcome-file'))?.valueString ?? '';
      const errors = (resource?.issue ?? []).filter(({ severity }) => severity === 'error' || severity === 'fatal');
      return [file, errors.map(({ expression, details }) => `${expression?.[0] ?? ''} ${details?.text ?? ''}`)] as const;
    }),
  );
}

async function toEmptyPackage(name: string): Promise<Buffer> {
  const archive = pack();
  const about = { name, version: '0.0.0', type: 'fhir.ig', fhirVersions: ['4.0.1'], canonical: 'http://hl7.org/fhir', dependencies: {} };
  archive.entry({ name: 'package/package.json' }, JSON.stringify(about));
  archive.entry({ name: 'package/.index.json' }, JSON.stringify({ 'index-version': 2, files: [] }));
  archive.finalize();
  return gzipSync(await buffer(archive));
}
