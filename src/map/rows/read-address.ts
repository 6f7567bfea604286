import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { RowFact } from './row-facts.ts';

/** The address of a row, with what was noticed. */
export interface ReadAddress {
  readonly address: Readonly<Record<string, string>> | undefined;
  readonly issues: readonly Issue[];
}

const prefix = 'person.address.';

/** Parts of a Kemendagri code and how many digits each adds: province, district, subdistrict, village. */
const parts = [
  ['kode-provinsi', 2],
  ['kode-kabupaten', 2],
  ['kode-kecamatan', 2],
  ['kode-desa', 4],
] as const;

const badCode = {
  code: 'D22',
  severity: 'warning',
  detail: { id: 'kode wilayah tidak terbaca, tidak dipakai', en: 'the area code cannot be read, it is not used' },
} as const;
const joined = {
  code: 'D22',
  severity: 'information',
  detail: { id: 'bagian kode digabung', en: 'parts of the code were joined' },
} as const;

/**
 * Reads the address of a row. Parts of an area code that lost their zeros (`35`, `10`, `3`, `2004`) are padded and joined to
 * `kode-wilayah` (D22), as far as they follow each other; a whole code loses its dots. Names stay as written.
 */
export function readAddress(facts: readonly RowFact[]): ReadAddress {
  const written = facts.filter(({ is, value }) => is.startsWith(prefix) && value.kind === 'text');
  const texts = new Map(written.map(({ is, value }) => [is.slice(prefix.length), value.kind === 'text' ? value.text : ''] as const));
  const { code, issue, key } = toAreaCode(texts);
  const cell = written.find(({ is }) => is === `${prefix}${key}`)?.cell;
  const names = [...texts].filter(([key]) => !key.startsWith('kode-'));
  const address = { ...Object.fromEntries(names), ...(code === null ? {} : { 'kode-wilayah': code }) };
  return {
    address: Object.keys(address).length === 0 ? undefined : address,
    issues: issue === null ? [] : [toIssue(issue, cell)],
  };
}

interface AreaCode {
  readonly code: string | null;
  readonly issue: typeof badCode | typeof joined | null;
  /** The part that the issue is about. */
  readonly key: string;
}

function toAreaCode(texts: ReadonlyMap<string, string>): AreaCode {
  const whole = texts.get('kode-wilayah');
  if (whole !== undefined) return toWhole(whole);
  let code = '';
  for (const [key, digits] of parts) {
    const part = texts.get(key);
    if (part === undefined) break;
    const own = toPart(part, code, digits);
    if (own === null) return { code: code === '' ? null : code, issue: badCode, key };
    code += own;
  }
  return code === '' ? { code: null, issue: null, key: '' } : { code, issue: joined, key: parts[0][0] };
}

/** A part by itself, or one that repeats the code of its parents before it. */
function toPart(written: string, parents: string, digits: number): string | null {
  const plain = written.replace(/[\s.]/g, '').replace(/,0+$/, '');
  const own = parents !== '' && plain.length === parents.length + digits && plain.startsWith(parents) ? plain.slice(parents.length) : plain;
  return /^\d+$/.test(own) && own.length <= digits && Number(own) > 0 ? own.padStart(digits, '0') : null;
}

function toWhole(written: string): AreaCode {
  const plain = written.replace(/[\s.]/g, '');
  const known = [2, 4, 6, 10].includes(plain.length) && /^\d+$/.test(plain);
  const key = 'kode-wilayah';
  return known ? { code: plain, issue: plain === written ? null : joined, key } : { code: null, issue: badCode, key };
}
