/** What one version of Titian asks of its database: the statements of its folder `sql`, and what its main flows did with them. */
export interface Recorded {
  /** The newest migration of that version. */
  readonly migration: string;
  readonly statements: Readonly<Record<string, string>>;
  readonly flows: readonly RecordedFlow[];
}

export interface RecordedFlow {
  readonly name: string;
  readonly calls: readonly Call[];
}

/** One statement by its name (or `begin`, `commit`), its values, and what came back. */
export interface Call {
  readonly statement: string;
  readonly values: readonly unknown[];
  readonly count: number;
  readonly rows: readonly unknown[];
}

/** Values as JSON can hold them: bytes and moments are marked. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { $at: value.toISOString() };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

/** The values that `toPlain` wrote down. */
export function fromPlain(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (typeof plain !== 'object' || plain === null) return plain;
  const { $bytes, $at } = plain as { readonly $bytes?: unknown; readonly $at?: unknown };
  if (typeof $bytes === 'string') return Buffer.from($bytes, 'base64');
  if (typeof $at === 'string') return new Date($at);
  return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, fromPlain(inner)]));
}
