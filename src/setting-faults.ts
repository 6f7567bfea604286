import type { ErrorObject } from 'ajv';

/** One sentence a variable: what was expected, and what came unless it may hold a secret. */
export function listFaults(errors: readonly ErrorObject[], environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = new Set(errors.map(({ instancePath }) => instancePath.slice(1)));
  return [...names].map((name) => {
    const [id, en] = expected[name] ?? ['nilai lain', 'another value'];
    const came = secret.has(name) ? '' : `, "${environment[name] ?? ''}"`;
    return `${name}${came}: seharusnya ${id} / expected ${en}`;
  });
}

const secret = new Set(['DATABASE_URL', 'TITIAN_API_KEY', 'TITIAN_FHIR_SERVER_URL']);
const port = ['bilangan bulat 0 sampai 65535', 'a whole number from 0 to 65535'] as const;
const expected: Readonly<Record<string, readonly [string, string]>> = {
  TITIAN_PORT: port,
  TITIAN_SANDBOX_PORT: port,
  TITIAN_REPORT_DAY: ['bilangan bulat 1 sampai 28', 'a whole number from 1 to 28'],
  TITIAN_MAX_BODIES_MB: ['bilangan bulat mulai dari 128 (dua file terbesar)', 'a whole number from 128 (two files of the largest size)'],
  TITIAN_MAX_SUBMISSIONS: ['bilangan bulat mulai dari 4', 'a whole number from 4'],
  TITIAN_MAX_BACKLOG_MB: ['bilangan bulat mulai dari 1', 'a whole number from 1'],
  TITIAN_MAX_LOOP_DELAY_MS: ['bilangan bulat mulai dari 50', 'a whole number from 50'],
  TITIAN_MIN_FREE_DISK_MB: ['bilangan bulat mulai dari 0', 'a whole number from 0'],
  TITIAN_ENVIRONMENT: ['simulasi, staging atau produksi', 'simulasi, staging or produksi'],
  TITIAN_LOG_LEVEL: ['debug, info, warn, error atau silent', 'debug, info, warn, error or silent'],
  TITIAN_SATUSEHAT_URL: ['alamat yang mulai dengan https:// atau http://', 'an address that begins with https:// or http://'],
  TITIAN_FHIR_SERVER_URL: [
    'alamat https:// atau http:// tanpa kata sandi',
    'an address that begins with https:// or http://, without a password',
  ],
  TITIAN_FHIR_SERVER_IDENTITY: ['samar atau lengkap', 'samar or lengkap'],
  DATABASE_URL: ['alamat yang mulai dengan postgres:// atau postgresql://', 'an address that begins with postgres:// or postgresql://'],
};
