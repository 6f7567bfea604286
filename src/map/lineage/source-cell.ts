/**
 * Where a value stands in what the sender handed in. A cell is named, never quoted: its row (physical line of a table, JSON path of a record)
 * and its column as the sender wrote it.
 */
export interface SourceCell {
  /** A cell of a row; a line above the table (`judul`); a heading that says a month (`kepala`); the file's name; what the request says beside it. */
  readonly is: 'sel' | 'judul' | 'kepala' | 'nama-berkas' | 'permintaan';
  readonly row?: number | string;
  readonly column?: string;
  /** The conversion of its column, as columns.yaml names it. */
  readonly conversion?: string;
}

/** Tells two cells apart, whatever they are read by. */
export function toCellKey({ is, row, column }: SourceCell): string {
  return [is, row ?? '', column ?? ''].join('\0');
}

/** A cell in one line, in Indonesian: `baris 7 [BB]`, `$.data[0] [peserta.nama]`, `judul baris 1`. */
export function toCellText({ is, row = '', column = '' }: SourceCell): string {
  const at = typeof row === 'number' ? `baris ${String(row)}` : row;
  const texts: Readonly<Record<SourceCell['is'], string>> = {
    sel: `${at} [${column}]`,
    judul: `judul ${at}`,
    kepala: `kepala kolom [${column}]`,
    'nama-berkas': 'nama berkas',
    permintaan: `permintaan [${column}]`,
  };
  return texts[is];
}
