import { toDelimitedLine } from '../../ingest/write-delimited.ts';
import type { Draft } from '../draft/make-draft.ts';
import type { RawFile } from '../form.ts';
import type { MaskSetting } from './mask-cell.ts';
import { maskJson } from './mask-json.ts';
import { maskTable } from './mask-table.ts';
import { sweep } from './sweep.ts';

/** A small copy of the file for the folder of its source, with invented people in it and nobody else. */
export function toSample(raw: RawFile, { form, guesses }: Draft, setting: MaskSetting): { readonly name: string; readonly text: string } {
  if (raw.is === 'table' && form.is === 'table') {
    const lines = maskTable(raw.lines, form, guesses, setting);
    const text = lines.map((cells) => toDelimitedLine(cells, { delimiter: toDelimiter(raw.delimiter) })).join('');
    return { name: 'contoh.csv', text: sweep(text, guesses) };
  }
  if (raw.is === 'table' || form.is === 'table') return { name: 'contoh.csv', text: '' };
  const value = maskJson(raw.value, form, guesses, setting);
  const isLines = raw.shape === 'lines' && Array.isArray(value);
  const text = isLines ? value.map((each: unknown) => `${JSON.stringify(each)}\n`).join('') : `${JSON.stringify(value, null, 1)}\n`;
  return { name: isLines ? 'contoh.ndjson' : 'contoh.json', text: sweep(text, guesses) };
}

function toDelimiter(delimiter: string): ',' | ';' | '\t' | '|' {
  return delimiter === ';' || delimiter === '\t' || delimiter === '|' ? delimiter : ',';
}
