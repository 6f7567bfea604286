import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toCodeWord } from '../conversions/clean-text.ts';
import type { CodeList } from '../conversions/code-list.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';

type Fault = (path: readonly string[], message: Bilingual) => Issue;

/** Turns `code: [words]` into a lookup by word; a word that would mean two codes is a fault. The code itself is a word too. */
export function compileCodeList(
  key: string,
  codes: Readonly<Record<string, readonly (string | number)[]>>,
  fault: Fault,
): Checked<CodeList> {
  const byWord = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [code, words] of Object.entries(codes)) {
    for (const word of [code, ...words]) {
      const comparable = toCodeWord(String(word));
      const other = byWord.get(comparable);
      if (other !== undefined && other !== code) {
        issues.push(fault([code], { id: `"${String(word)}" sudah berarti "${other}"`, en: `"${String(word)}" means "${other}" already` }));
      }
      byWord.set(comparable, code);
    }
  }
  return issues.length === 0 ? toPassed({ key, byWord }) : toFailed(...issues);
}
