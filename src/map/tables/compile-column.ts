import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { FactConversion } from '../conversions/fact-conversions.ts';
import type { Column } from '../source.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { compileFacts, findFactConversion } from './compile-facts.ts';
import { compilePart } from './compile-part.ts';
import { compileSplit } from './compile-split.ts';
import { withTokens } from './read-tokens.ts';

/** Compiles one column into a reader of its cells; it must say what it is, or why it is ignored. */
export function compileColumn(name: string, written: WrittenColumn, setting: ColumnSetting): Checked<Column> {
  const several = findFactConversion(written, setting);
  if (!isOneVerb(written, several)) {
    return toFailed(
      setting.fault([name], {
        id: 'kolom harus memiliki tepat satu dari "is", "each" atau "ignore"',
        en: 'a column needs exactly one of "is", "each" or "ignore"',
      }),
    );
  }
  const base = { name, names: [name, ...(written.aliases ?? [])], required: written.required ?? false };
  if (written.ignore !== undefined) return toPassed({ ...base, targets: [], ignore: written.ignore });
  const compiled = compileReader(name, written, several, setting);
  if (!compiled.ok) return compiled;
  const read = withTokens(name, written, compiled.value.read, setting);
  return read.ok ? toPassed({ ...base, targets: compiled.value.targets, read: read.value }) : read;
}

function compileReader(
  name: string,
  written: WrittenColumn,
  several: FactConversion | undefined,
  setting: ColumnSetting,
): Checked<CompiledReader> {
  if (several !== undefined) return compileFacts(name, written, several, setting);
  return written.is === undefined ? compileSplit(name, written, setting) : compilePart(name, { ...written, is: written.is }, setting);
}

/** A conversion that knows what it fills needs no other verb. */
function isOneVerb({ is, each, ignore }: WrittenColumn, several: FactConversion | undefined): boolean {
  const verbs = [is, each, ignore].filter((verb) => verb !== undefined);
  return verbs.length === 1 || (verbs.length === 0 && several !== undefined);
}
