/** A level at which records repeat: a list, or an object of many whose names are the values of `key`. */
export interface RecordLevel {
  /** Fields that lead from the element before (or from the document) to this level. */
  readonly fields: readonly string[];
  /** Name of the field that the names of an object of many fill; absent for a list. */
  readonly key?: string;
}

/** Where the records of a JSON file stand: level within level, at least one. */
export type RecordPath = readonly RecordLevel[];

const step = /^(?:([^.[\]{}]+)|\[\*\]|\{([^.[\]{}]+)\}|\.)/;

/** Reads `data[*]`, `anak[*].penimbangan[*]`, `per_tanggal{tanggal}[*]` or `[*]`; null where it is no path or does not end in a level. */
export function parseRecordPath(written: string): RecordPath | null {
  const levels: RecordLevel[] = [];
  let fields: string[] = [];
  for (let rest = written.trim(); rest !== '';) {
    const found = step.exec(rest);
    if (found === null) return null;
    rest = rest.slice(found[0].length);
    const [whole, field, key] = found;
    if (whole === '.') continue;
    if (field !== undefined) fields.push(field.trim());
    else {
      levels.push(key === undefined ? { fields } : { fields, key: key.trim() });
      fields = [];
    }
  }
  return levels.length > 0 && fields.length === 0 ? levels : null;
}

/** The path of an element of a level, as JSONPath writes it. */
export function toElementPath(from: string, { fields }: RecordLevel, at: number, key?: string): string {
  const to = fields.map((field) => `.${field}`).join('');
  return `${from}${to}[${key !== undefined && isCalendarWord(key) ? JSON.stringify(key) : String(at)}]`;
}

/** Names of an object of many may be people's names or numbers: in a path only a day or month is repeated, any other goes by its position. */
function isCalendarWord(key: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(key);
}
