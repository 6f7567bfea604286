import { errorCode } from './embedded/error-code.ts';
import { KeyFault } from './sealing/key-fault.ts';
import { StoreFault } from './store-fault.ts';

/** What keeps a database named by DATABASE_URL from being opened, with where it is and what to do; its password is never repeated. */
export function toDatabaseFault(url: string, cause: unknown): unknown {
  if (cause instanceof StoreFault || cause instanceof KeyFault) return cause;
  const code = errorCode(cause);
  const name = typeof code === 'string' ? code : cause instanceof Error ? cause.name : 'unknown';
  const [id, en] = remedies[name] ?? otherRemedy;
  return new StoreFault(
    `Basis data dari DATABASE_URL (${toAddress(url)}) tidak dapat dibuka: ${name}. ${id}`,
    `The database of DATABASE_URL (${toAddress(url)}) cannot be opened: ${name}. ${en}`,
    cause,
  );
}

function toAddress(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

const otherRemedy = ['Periksa host, port, nama basis data dan haknya.', 'Check its host, port, database name and rights.'] as const;

/** By Node's system errors and PostgreSQL's SQLSTATE. */
const remedies: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: [
    'Tidak ada server di sana; jalankan, atau perbaiki host dan portnya.',
    'No server is there; start it, or correct host and port.',
  ],
  ENOTFOUND: ['Nama hostnya tidak dikenal; perbaiki.', 'Its host name is unknown; correct it.'],
  '28P01': ['Nama pengguna atau kata sandinya salah.', 'Its user or password is wrong.'],
  '28000': [
    'Server tidak menerima pengguna ini dari komputer ini (pg_hba.conf).',
    'The server does not let this user in from here (pg_hba.conf).',
  ],
  '3D000': [
    'Basis data itu belum ada; buat dengan: createdb -T template0 -E UTF8 NAMA',
    'There is no such database; make it with: createdb -T template0 -E UTF8 NAME',
  ],
  '42501': [
    'Pengguna ini tidak boleh membuat tabel di sana; beri hak pada skema public.',
    'This user may not make tables there; grant it rights on the schema public.',
  ],
  '53300': [
    'Server tidak menerima sambungan lagi; naikkan max_connections.',
    'The server takes no more connections; raise max_connections.',
  ],
};
