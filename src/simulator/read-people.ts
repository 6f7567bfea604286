import { readFileSync } from 'node:fs';
import { isJsonObject, itemsOf, parseJson, textAt, type Json, type JsonObject } from './json.ts';
import { isInventedNik } from './nik-guard.ts';
import { toIhsNumber, type PeopleRegister, type Person, type Practitioner } from './people-register.ts';

/** A file of people or organisations says something the simulator cannot take; the message names file and place, never a NIK. */
export class SimulatorDataError extends Error {
  override readonly name = 'SimulatorDataError';
}

/**
 * Reads people into the register, from JSON (`{"pasien": [...], "nakes": [...]}`) or NDJSON (one person a line, health workers with `"jenis": "nakes"`).
 * A NIK outside kecamatan 99 stops the reading: the simulator holds invented people only.
 */
export function readPeople(path: string, register: PeopleRegister): void {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.ndjson') || path.endsWith('.jsonl')) {
    for (const [index, line] of text.split('\n').entries())
      if (line.trim() !== '') addLine(`${path}:${String(index + 1)}`, parse(path, line), register);
    return;
  }
  const whole = parse(path, text);
  const patients = Array.isArray(whole) ? whole : listOf(whole, 'pasien');
  for (const [index, entry] of patients.entries()) register.add(toPerson(`${path} pasien[${String(index)}]`, entry));
  for (const [index, entry] of listOf(whole, 'nakes').entries())
    register.addPractitioner(toPractitioner(`${path} nakes[${String(index)}]`, entry));
}

/** Reads one person as the files and the journal write them. */
export function toPerson(where: string, entry: Json): Person {
  const { name, birthDate, gender, object } = particulars(where, entry);
  const nik = textAt(object, 'nik');
  const motherNik = textAt(object, 'nikIbu');
  if (nik === undefined && motherNik === undefined)
    throw new SimulatorDataError(`${where}: "nik" atau "nikIbu" harus ada / "nik" or "nikIbu" is needed`);
  for (const number of [nik, motherNik]) if (number !== undefined) demandInvented(where, number);
  const known = { nik, motherNik, name, birthDate, gender, ...besidesOf(object) };
  return { ...known, ihs: ihsOf(object, [nik ?? '', motherNik ?? '', name, birthDate]) };
}

function besidesOf({ urutanLahir: order, lain: more }: JsonObject): Pick<Person, 'birthOrder' | 'more'> {
  return { birthOrder: typeof order === 'number' ? order : 0, ...(isJsonObject(more) ? { more } : {}) };
}

function ihsOf(entry: JsonObject, particulars: readonly string[]): string | undefined {
  return entry['terdaftar'] === false ? undefined : (textAt(entry, 'ihs') ?? toIhsNumber(...particulars));
}

function addLine(where: string, entry: Json, register: PeopleRegister): void {
  if (textAt(entry, 'jenis') === 'nakes') register.addPractitioner(toPractitioner(where, entry));
  else register.add(toPerson(where, entry));
}

function toPractitioner(where: string, entry: Json): Practitioner {
  const { name, birthDate, gender, object } = particulars(where, entry);
  const [ihs, nik] = [textAt(object, 'ihs'), textAt(object, 'nik')];
  if (ihs === undefined || nik === undefined)
    throw new SimulatorDataError(`${where}: "ihs" dan "nik" harus ada / "ihs" and "nik" are needed`);
  demandInvented(where, nik);
  return { ihs, nik, name, birthDate, gender };
}

function particulars(where: string, entry: Json): Pick<Person, 'name' | 'birthDate' | 'gender'> & { readonly object: JsonObject } {
  const [name, birthDate, sex] = [textAt(entry, 'nama'), textAt(entry, 'lahir'), textAt(entry, 'jk')];
  if (
    !isJsonObject(entry) ||
    name === undefined ||
    birthDate === undefined ||
    !/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ||
    (sex !== 'L' && sex !== 'P')
  ) {
    throw new SimulatorDataError(
      `${where}: diharapkan nama, lahir (YYYY-MM-DD), jk (L atau P) / expected nama, lahir (YYYY-MM-DD), jk (L or P)`,
    );
  }
  return { name, birthDate, gender: sex === 'L' ? 'male' : 'female', object: entry };
}

function demandInvented(where: string, nik: string): void {
  if (!isInventedNik(nik))
    throw new SimulatorDataError(
      `${where}: NIK di luar kecamatan uji 99 ditolak simulator / a NIK outside the test district 99 is refused by the simulator`,
    );
}

function listOf(whole: Json, key: string): readonly Json[] {
  return isJsonObject(whole) ? itemsOf(whole[key]) : [];
}

function parse(path: string, text: string): Json {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new SimulatorDataError(`${path}: bukan JSON / not JSON`, { cause });
  }
}
