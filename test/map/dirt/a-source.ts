import { compileSource } from '../../../src/map/compile-source.ts';
import type { Programme } from '../../../src/map/programme.ts';
import type { Source } from '../../../src/map/source.ts';

const sourceYaml = `title: Formulir uji
format: { is: delimited }
header: { within: 5 }
dates: dmy
decimal: ','
about: semua
stages: ibu
service: posyandu-ibu
recorder: kader
verified: false
kewajiban:
  satusehat: { is: kirim, reason: uji }
context:
  place: [{ request: true }]
  date: [{ column: Tanggal }]
skip: { jumlah: [JUMLAH] }
`;

const columnsYaml = `Nama: { is: person.name, required: true }
NIK: { is: person.nik }
Tgl Lahir: { is: person.birthDate }
JK: { is: person.sex }
Tanggal: { is: visit.date }
`;

/** A form of the test's own for mothers: name, NIK, birth date, sex and day, and the columns that the test speaks of. */
export function aSource(programme: Programme, columns: string, codes = '{}'): Source {
  const files = [
    { path: 'uji/source.yaml', text: sourceYaml },
    { path: 'uji/columns.yaml', text: columnsYaml + columns },
    { path: 'uji/codes.yaml', text: codes },
  ];
  const compiled = compileSource('uji', files, programme);
  if (compiled.ok) return compiled.value;
  throw new Error(compiled.issues.map(({ diagnostics }) => diagnostics).join('\n'));
}
