import type { Checked } from '../../../src/fhir/checked.ts';
import { compileSource } from '../../../src/map/compile-source.ts';
import type { Programme } from '../../../src/map/programme.ts';
import type { Source } from '../../../src/map/source.ts';

/** The tables of an invented form; what a test does not name is that of a plain weighing list. */
export interface FormTables {
  readonly header?: string;
  readonly context?: string;
  /** Further lines of source.yaml. */
  readonly verbs?: string;
  readonly skip?: string;
  readonly columns?: string;
  /** True where `columns` is all of columns.yaml; else who a row is about stands before it. */
  readonly whole?: boolean;
  readonly about?: string;
  readonly stages?: string;
}

const plainColumns = `
NIK: { is: person.nik }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
JK: { is: person.sex }
`;

/** source.yaml of an invented form. */
export function aSourceYaml({ header, context, verbs, skip, about, stages }: FormTables): string {
  return `title: Formulir rekaan
format: { is: delimited }
header: ${header ?? '{ within: 20 }'}
dates: dmy
decimal: ','
about: ${about ?? 'anak'}
stages: ${stages ?? 'bayi-balita'}
service: posyandu
recorder: kader
verified: false
kewajiban: { satusehat: { is: kirim, reason: catatan asli } }
context:
  ${(context ?? 'place: [{ request: true }]\ndate: [{ request: true }]').trim().replaceAll('\n', '\n  ')}
skip: ${skip ?? '{ jumlah: [JUMLAH] }'}
${verbs ?? ''}
`;
}

/** Compiles an invented form; its faults name the files `rekaan/source.yaml` and `rekaan/columns.yaml`. */
export function compileForm(programme: Programme, form: FormTables): Checked<Source> {
  const files = [
    { path: 'rekaan/source.yaml', text: aSourceYaml(form) },
    { path: 'rekaan/columns.yaml', text: form.columns ?? `${plainColumns}BB: { is: berat-badan }\n` },
  ];
  return compileSource('rekaan', files, programme);
}

/** The same where the form is right. */
export function aForm(programme: Programme, form: FormTables): Source {
  const compiled = compileForm(programme, {
    ...form,
    columns: `${form.whole === true ? '' : plainColumns}${form.columns ?? 'BB: { is: berat-badan }\n'}`,
  });
  if (!compiled.ok) throw new Error(compiled.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  return compiled.value;
}

/** An invented child: NIK of kecamatan 99, name, birth date, sex. */
export const bima = ['6472991005249801', 'Bima Sakti', '10/05/2024', 'L'];
export const sekar = ['6472995208239802', 'Sekar Ayu', '12/08/2023', 'P'];
export const identity = ['NIK', 'Nama', 'Tgl Lahir', 'JK'];
