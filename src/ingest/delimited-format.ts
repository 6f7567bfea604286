/** The characters that separate columns in files from the field. */
export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type LineEnding = 'crlf' | 'lf' | 'cr';

/** How a delimited file is written, as found in its first 64 KB. */
export interface DelimitedFormat {
  readonly encoding: TextEncoding;
  readonly bom: boolean;
  readonly lineEnding: LineEnding;
  readonly delimiter: Delimiter;
  /** Columns of the first full row: a title above it may be narrower. */
  readonly columns: number;
  /** The column count most rows have; less than `columns` where trailing blanks are left out by habit. */
  readonly usualColumns: number;
}

const delimiterNames: Readonly<Record<Delimiter, readonly [string, string]>> = {
  ',': ['koma', 'comma'],
  ';': ['titik koma', 'semicolon'],
  '\t': ['tab', 'tab'],
  '|': ['garis tegak', 'vertical bar'],
};

/** A delimiter in words, Indonesian and English. */
export function toDelimiterName(delimiter: Delimiter): { readonly id: string; readonly en: string } {
  const [id, en] = delimiterNames[delimiter];
  return { id, en };
}
