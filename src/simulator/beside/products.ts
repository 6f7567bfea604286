import { readFileSync } from 'node:fs';
import { itemsOf, parseJson, textAt, valueAt, type JsonObject } from '../json.ts';
import type { Answer } from '../refusal.ts';
import type { Call } from '../world.ts';

/** A product of the pharmaceutical dictionary, as much of it as is simulated. */
export interface Product {
  readonly code: string;
  readonly name: string;
}

const identifierKinds = ['kfa', 'nie', 'lkpp'];

/** Reads the products of a simulated district: `{"produk": [{"kfa_code", "name"}]}`. */
export function readProducts(path: string): readonly Product[] {
  return itemsOf(valueAt(parseJson(readFileSync(path, 'utf8')), 'produk')).map((item) => ({
    code: textAt(item, 'kfa_code') ?? '',
    name: textAt(item, 'name') ?? '',
  }));
}

/** Answers `GET /kfa-v2/products?identifier=kfa&code=93...`; what is missing is refused in the form of KFA, which is neither FHIR's nor the gateway's. */
export function findProduct(products: readonly Product[], { query }: Call): Answer {
  const [identifier, code] = [query.get('identifier') ?? '', query.get('code') ?? ''];
  const missing = [...(identifierKinds.includes(identifier) ? [] : ['identifier']), ...(code === '' ? ['code'] : [])];
  if (missing.length > 0) return unprocessable(missing);
  const product = identifier === 'kfa' ? products.find((each) => each.code === code) : undefined;
  return {
    status: 200,
    body: { search_code: code, search_identifier: identifier, result: product === undefined ? null : toResult(product) },
  };
}

/** Answers `GET /kfa-v2/products/all?page=1&size=100&product_type=farmasi`; medical devices (`alkes`) are not in the list. */
export function listProducts(products: readonly Product[], { query }: Call): Answer {
  const missing = Object.entries(demands)
    .filter(([field, isGood]) => !isGood(query.get(field) ?? ''))
    .map(([field]) => field);
  if (missing.length > 0) return unprocessable(missing);
  const [page, size] = [Number(query.get('page')), Number(query.get('size'))];
  const word = (query.get('keyword') ?? '').toLowerCase();
  const found = query.get('product_type') === 'alkes' ? [] : products.filter(({ name }) => name.toLowerCase().includes(word));
  const data = found.slice((page - 1) * size, page * size).map(toResult);
  return { status: 200, body: { total: found.length, page, size, items: { data } } };
}

const demands: Readonly<Record<string, (value: string) => boolean>> = {
  page: isCount,
  size: isCount,
  product_type: (value) => value === 'farmasi' || value === 'alkes',
};

function isCount(value: string): boolean {
  return /^[1-9]\d{0,5}$/.test(value);
}

function toResult({ code, name }: Product): JsonObject {
  return { name, kfa_code: code, active: true, state: 'valid', farmalkes_type: { code: 'vaccine', name: 'Vaksin' } };
}

function unprocessable(missing: readonly string[]): Answer {
  const detail = missing.map((field) => ({ loc: ['query', field], msg: 'field required', type: 'value_error.missing' }));
  return { status: 422, body: { detail } };
}
