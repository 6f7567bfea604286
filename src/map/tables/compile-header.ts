import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Column, Source } from '../source.ts';
import type { SourceTable } from './source-schema.ts';

/** How the header of a source is found. */
export type HeaderVerb = Pick<Source, 'headerWithin' | 'headerLines' | 'positional'>;

const defaultLines = 2;
const mostLines = 5;

/** Compiles the header verb: found by its words within so many lines, or passed over where columns are known by their number. */
export function compileHeader(source: SourceTable, issues: Issue[]): HeaderVerb {
  const { header = {}, format } = source.value;
  if (format.is === 'json') return { headerWithin: 1, headerLines: 1, positional: false };
  const { positional, none } = header;
  return positional === true || none === true ? compilePositional(source, issues) : compileNamed(source, issues);
}

function compilePositional({ value, fault }: SourceTable, issues: Issue[]): HeaderVerb {
  const { within, none, lines = none === true ? 0 : 1 } = value.header ?? {};
  if (within !== undefined) {
    const message = {
      id: '"within" hanya untuk kepala yang dicari dari namanya; sebutkan "lines", jumlah baris di atas data',
      en: '"within" is for a header found by its names; give "lines", the number of lines above the rows',
    };
    issues.push(fault(['header', 'within'], message));
  }
  return { headerWithin: Math.max(1, lines), headerLines: lines, positional: true };
}

function compileNamed({ value, fault }: SourceTable, issues: Issue[]): HeaderVerb {
  const { within, lines = defaultLines } = value.header ?? {};
  const refuse = (path: readonly string[], message: Bilingual): void => {
    issues.push(fault(path, message));
  };
  if (within === undefined) {
    refuse(['header'], {
      id: '"header" harus menyebut "within" (dicari dalam sekian baris), "positional" atau "none"',
      en: '"header" has to give "within" (found in so many lines), "positional" or "none"',
    });
  }
  if (lines < 1 || lines > mostLines) {
    refuse(['header', 'lines'], {
      id: `kepala kolom terdiri atas 1 sampai ${String(mostLines)} baris`,
      en: `a header is made of 1 to ${String(mostLines)} lines`,
    });
  }
  return { headerWithin: within ?? 1, headerLines: lines, positional: false };
}

/** Columns known by position are named by their number, from 1; what is named by a word can only be the question of a row. */
export function checkPositions(columns: readonly Column[], source: SourceTable, columnFault: SourceTable['fault']): readonly Issue[] {
  const { header = {}, group, repeat } = source.value;
  if (header.positional !== true && header.none !== true) return [];
  if (repeat !== undefined) {
    return [
      source.fault(['repeat'], {
        id: '"repeat" memerlukan kepala kolom; di sini kolom dibaca menurut nomornya',
        en: '"repeat" needs a header; here columns are read by their number',
      }),
    ];
  }
  return columns.flatMap(({ name }) =>
    /^[1-9]\d{0,3}$/.test(name) || group !== undefined
      ? []
      : [
          columnFault([name], {
            id: `kolom "${name}" harus bernama nomor kolom, mulai dari '1', karena "header" dibaca menurut letak`,
            en: `column "${name}" has to be named by its number, from '1', because "header" goes by position`,
          }),
        ],
  );
}
