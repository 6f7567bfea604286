import type { Programme } from '../../map/programme.ts';
import type { WrittenColumn } from '../../map/tables/column-setting.ts';

/** What a column may mean, and how columns.yaml would say it. */
export interface Meaning {
  /** The target, or several joined with `+` where a cell holds several things; empty for what is not taken. */
  readonly target: string;
  readonly written: WrittenColumn;
  /** Code lists of a source that `written` names, by name and code. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A heading that is known, and what it means. */
export interface KnownHeading {
  readonly heading: string;
  readonly tokens: readonly string[];
  readonly meaning: Meaning;
  readonly from: 'alias' | 'element' | 'dictionary';
}

/** Names in the dictionary for what a conversion reads by itself. */
const several: Readonly<Record<string, WrittenColumn>> = {
  'tekanan-darah': { convert: 'blood-pressure' },
  'paritas-gpa': { convert: 'gpa' },
  'diagnosis-icd': { convert: 'diagnosis' },
};

/** How a column of one target is written where no source is followed. */
export function toWritten(target: string): WrittenColumn {
  const own = several[target];
  if (own !== undefined) return own;
  if (target === 'imunisasi') return { is: target, codes: 'vaksin', dated: 'visit.date' };
  if (target === 'imunisasi-td') return { is: target, dated: 'visit.date' };
  if (target === 'riwayat-imunisasi') return { split: [';', ',', '+', '&'], each: [{ is: target, codes: 'vaksin' }] };
  return { is: target };
}

/** The code list that a source has to bring along for an element whose codes the programme has no words for. */
export function toOwnList(target: string, { elements, codeLists }: Programme): Meaning['lists'] {
  const element = elements.elements.get(target);
  if (element?.codes === undefined || codeLists.has(element.list ?? target)) return {};
  return { [element.list ?? target]: Object.fromEntries(element.codes.map((code) => [code, [code.replaceAll('-', ' ')]] as const)) };
}

/** The meaning of a target where no source is followed. */
export function toPlainMeaning(target: string, programme: Programme): Meaning {
  return { target, written: toWritten(target), lists: toOwnList(target, programme) };
}

/** The name under which columns of one meaning are the same, however they are written. */
export function toTarget({ is, each, convert, ignore }: WrittenColumn): string {
  if (ignore !== undefined) return '';
  if (is !== undefined) return is;
  if (each !== undefined) return each.map((part) => part.is).join('+');
  return Object.keys(several).find((name) => several[name]?.convert === convert) ?? convert ?? '';
}
