import { cleanText } from '../conversions/clean-text.ts';
import { defaultConversion } from '../conversions/default-conversion.ts';
import type { FactConversion } from '../conversions/fact-conversions.ts';
import { factConversions } from '../conversions/fact-conversions.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { toGiven } from '../given.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { checkTarget } from './compile-part.ts';
import { toUnknownWord } from './read-table.ts';

/** The conversion of a column, where it is one that gives several facts. */
export function findFactConversion(written: WrittenColumn, setting: ColumnSetting): FactConversion | undefined {
  return factConversions.get(toConversionName(written, setting) ?? '');
}

/** The conversion that a column names, or that follows from its target. */
function toConversionName({ is, convert, codes }: WrittenColumn, { programme }: ColumnSetting): string | undefined {
  if (convert !== undefined || is === undefined) return convert;
  return defaultConversion(is, programme.elements.elements.get(is), codes !== undefined);
}

/** Compiles a column whose cell says several things, such as both numbers of a blood pressure; all it can fill must be known. */
export function compileFacts(
  name: string,
  written: WrittenColumn,
  conversion: FactConversion,
  setting: ColumnSetting,
): Checked<CompiledReader> {
  const { is } = written;
  const { convert, targets } = conversion;
  if (is !== undefined && !targets.includes(is)) {
    return toFailed(setting.fault([name, 'is'], toUnknownWord({ id: 'sasaran konversi', en: 'target of the conversion' }, is, targets)));
  }
  const faults = targets.flatMap((target) => checkTarget(target, [name, is === undefined ? 'convert' : 'is'], setting) ?? []);
  if (faults.length > 0) return toFailed(...faults);
  const read = convert((key) => setting.lists.get(key));
  const named = toGiven({ conversion: toConversionName(written, setting) });
  return toPassed({ targets, read: (text, day) => read(cleanText(text), day), ...named });
}
