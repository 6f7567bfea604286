import { cleanText } from '../conversions/clean-text.ts';
import type { RowContext, SourceValue } from '../rows/row-context.ts';
import type { SkipRule, Source } from '../source.ts';

/** The reason for which a row is passed over, by the source's own rules; undefined where it is to be read. */
export function findSkip(values: readonly SourceValue[], { skips }: Pick<Source, 'skips'>, context: RowContext): string | undefined {
  return skips.find((rule) => isSkipped(values, rule, context))?.reason;
}

function isSkipped(values: readonly SourceValue[], { column: name, besides }: SkipRule, context: RowContext): boolean {
  const written = values.filter((value) => saysSomething(value, context));
  if (written.some(({ column }) => column.name === name)) return false;
  const { elements } = context.programme.elements;
  return !written.some(({ column }) => column.targets.some((target) => elements.has(target) && !besides.includes(target)));
}

/** What cannot be read was written all the same; a stroke that means nothing was not. */
function saysSomething({ column, text }: SourceValue, { asOf }: RowContext): boolean {
  if (column.read === undefined || cleanText(text) === '') return false;
  const { value, remarks } = column.read(text, { asOf });
  return value === undefined ? remarks.length > 0 : value.length > 0;
}
