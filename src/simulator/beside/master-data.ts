import { itemsOf, textAt, type JsonObject } from '../json.ts';
import type { Answer } from '../refusal.ts';
import type { Call, World } from '../world.ts';
import { areaLevels, areasOf, type Area } from './areas.ts';

const pageSize = 100;

/** Answers `/masterdata/v1/{level}`: areas by their own codes or their parents'; BPS codes, which differ, are not simulated. */
export function listAreas(level: string, { query }: Call): Answer {
  const rows = wanted(level, query);
  return { status: 200, body: { status_code: 200, message: 'Success', data: rows.map((row) => toRow(row, level)) } };
}

/** Answers `/masterdata/v2/{level}`: the same, page by page with a cursor; where the cursor stands in the answer is not published whole. */
export function pageAreas(level: string, { query }: Call): Answer {
  const rows = wanted(level, query);
  const current = Math.max(1, Number(query.get('current_page') ?? 1) || 1);
  const shown = rows.slice((current - 1) * pageSize, current * pageSize);
  const page = {
    is_cursor: true,
    current_page: current,
    next: rows.length > current * pageSize ? current + 1 : null,
    prev: current > 1 ? current - 1 : null,
  };
  return { status: 200, body: { status_code: 200, message: 'Success', meta: { page }, data: shown.map((row) => toRow(row, level)) } };
}

function wanted(level: string, query: URLSearchParams): readonly Area[] {
  const { digits = 0, parameter = '' } = areaLevels[level] ?? {};
  return areasOf(
    digits,
    (query.get(parameter) ?? '').split(',').filter((code) => code !== ''),
  );
}

function toRow({ code, name }: Area, level: string): JsonObject {
  const parent = code.slice(0, areaLevels[level]?.parentDigits ?? 0);
  return { code, parent_code: parent === '' ? null : parent, bps_code: null, name };
}

/** Answers the Master Sarana Index: the facilities of the simulated district, all of them puskesmas (102). */
export function listFacilities(world: World, { query }: Call): Answer {
  const [limit, page] = [Number(query.get('limit') ?? 10), Math.max(1, Number(query.get('page') ?? 1) || 1)];
  if (limit > 2000) return { status: 400, body: { status_code: 400, message: 'limit cannot be more than 2000', data: null } };
  const size = limit > 0 ? Math.floor(limit) : 10;
  const found = facilities(world).filter((facility) => asked(facility, query));
  return {
    status: 200,
    body: {
      status_code: 200,
      message: 'Success',
      page,
      total_page: Math.ceil(found.length / size),
      data: found.slice((page - 1) * size, page * size),
    },
  };
}

function facilities(world: World): readonly JsonObject[] {
  return world.store
    .all('Organization')
    .filter(({ keys }) => keys.includes('type=prov'))
    .map((record) => ({
      kode_satusehat: record.id,
      kode_sarana: null,
      nama: textAt(world.store.read(record), 'name') ?? '',
      operasional: true,
      jenis_sarana: { kode: '102', nama: 'Pusat Kesehatan Masyarakat', nama_alt: 'Puskesmas' },
      status_sarana: 'valid',
      status_aktif: true,
    }));
}

function asked(facility: JsonObject, query: URLSearchParams): boolean {
  const [kind, id, name] = ['jenis_sarana', 'kode_satusehat', 'nama'].map((key) => query.get(key) ?? '');
  const named = (textAt(facility, 'nama') ?? '').toLowerCase();
  return itemsOf([
    kind === '' || kind === textAt(facility, 'jenis_sarana', 'kode'),
    id === '' || id === textAt(facility, 'kode_satusehat'),
    named.includes((name ?? '').toLowerCase()),
  ]).every((holds) => holds === true);
}
