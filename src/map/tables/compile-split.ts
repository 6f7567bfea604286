import { cleanText, toCodeWord } from '../conversions/clean-text.ts';
import type { CodeList } from '../conversions/code-list.ts';
import { findCode } from '../conversions/code-list.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { toUndated } from './to-undated.ts';
import { findList, toCodedFact } from './compile-part.ts';

const aliasRead: Remark = { code: 'D19', severity: 'information' };
const unknownPart: Remark = {
  code: 'D19',
  severity: 'warning',
  detail: { id: 'sebagian isi sel tidak dikenal', en: 'part of the cell is not known' },
};

/** Compiles a cell that holds several coded things (`Merah; MR1`): cut at the separators, each part is whatever knows its word. */
export function compileSplit(name: string, written: WrittenColumn, setting: ColumnSetting): Checked<CompiledReader> {
  const parts = (written.each ?? []).map((part, at) => ({
    part,
    list: findList(part.is, part.codes, [name, 'each', String(at)], setting),
  }));
  const failed = parts.flatMap(({ list }) => (list.ok ? [] : list.issues));
  if (failed.length > 0) return toFailed(...failed);
  const known = parts.flatMap(({ part, list }) => (list.ok ? [{ is: part.is, list: list.value }] : []));
  const separators = new RegExp((written.split ?? [';', ',']).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'u');
  return toPassed({
    targets: known.map(({ is }) => is),
    read: (text) => {
      const words = text
        .split(separators)
        .map(cleanText)
        .filter((word) => word !== '');
      const parts = words.map((word) => readPart(word, known));
      const facts = parts.flatMap((part) => (part === null ? [] : [toCodedFact(part.is, part.code, setting)]));
      const remarks = [
        ...(parts.includes(null) ? [unknownPart] : []),
        ...(parts.some((part) => part?.aliased === true) ? [aliasRead] : []),
      ];
      return { value: facts, remarks: [...remarks, ...toUndated(facts)] };
    },
  });
}

interface KnownPart {
  readonly is: string;
  readonly list: CodeList;
}

/** Asks each list in declared order whether it knows a word. */
function readPart(
  word: string,
  known: readonly KnownPart[],
): { readonly is: string; readonly code: string; readonly aliased: boolean } | null {
  for (const { is, list } of known) {
    const code = findCode(list, word);
    if (code !== undefined) return { is, code, aliased: toCodeWord(code) !== toCodeWord(word) };
  }
  return null;
}
