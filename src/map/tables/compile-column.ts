import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { toGiven } from '../given.ts';
import type { FactConversion } from '../conversions/fact-conversions.ts';
import type { Column, ReadCell } from '../source.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { compileExtract } from './compile-extract.ts';
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
        id: 'kolom harus memiliki tepat satu dari "is", "each", "extract" atau "ignore"; "extract" boleh di samping "is"',
        en: 'a column needs exactly one of "is", "each", "extract" or "ignore"; "extract" may stand beside "is"',
      }),
    );
  }
  const base = {
    name,
    names: [name, ...(written.aliases ?? [])],
    required: written.required ?? false,
    ...toGiven({ freeText: isFreeText(written) }),
  };
  if (written.ignore !== undefined) return toPassed({ ...base, targets: [], ignore: written.ignore });
  const compiled = compileReaders(name, written, several, setting);
  if (!compiled.ok) return compiled;
  const read = withTokens(name, written, compiled.value.read, setting);
  const { targets, conversion, list } = compiled.value;
  return read.ok ? toPassed({ ...base, ...toGiven({ conversion, list }), targets, read: read.value }) : read;
}

function isFreeText({ extract }: WrittenColumn): true | undefined {
  return extract === undefined ? undefined : true;
}

/** What a cell says as a whole, and what can be read out of it beside that. */
function compileReaders(
  name: string,
  written: WrittenColumn,
  several: FactConversion | undefined,
  setting: ColumnSetting,
): Checked<CompiledReader> {
  if (written.extract === undefined) return compileReader(name, written, several, setting);
  const plain = hasReader(written, several) ? compileReader(name, written, several, setting) : noReader;
  const extracted = compileExtract(name, written, setting, compileColumn);
  if (!plain.ok || !extracted.ok) return toFailed(...plain.issues, ...extracted.issues);
  const targets = [...plain.value.targets, ...extracted.value.targets];
  const { conversion = 'extract' } = plain.value;
  return toPassed({ targets, conversion, read: readBoth(plain.value.read, extracted.value.read) });
}

const noReader: Checked<CompiledReader> = toPassed({ targets: [], read: () => ({ value: [], remarks: [] }) });

/** A text is kept as it stands only where an element is named for it. */
function readBoth(plain: ReadCell, extracted: ReadCell): ReadCell {
  return (text, day) => {
    const [whole, parts] = [plain(text, day), extracted(text, day)];
    return { value: [...(whole.value ?? []), ...(parts.value ?? [])], remarks: [...whole.remarks, ...parts.remarks] };
  };
}

function hasReader({ is, each }: WrittenColumn, several: FactConversion | undefined): boolean {
  return is !== undefined || each !== undefined || several !== undefined;
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
function isOneVerb({ is, each, ignore, extract }: WrittenColumn, several: FactConversion | undefined): boolean {
  const verbs = [is ?? extract, each, ignore].filter((verb) => verb !== undefined);
  return verbs.length === 1 || (verbs.length === 0 && several !== undefined);
}
