import { addDays } from '../days.ts';
import { readDate } from '../conversions/read-date.ts';
import { readFileFacts, toYear } from '../rows/read-file-facts.ts';
import type { FileFacts, RowContext, TracedRecord } from '../rows/row-context.ts';
import type { ContextFact, Source } from '../source.ts';
import { aChange, type Change, type Knob } from './knob.ts';
import type { CellSetting } from './list-cell-knobs.ts';
import type { TitleLine } from './reading-log.ts';
import type { SourceCell } from './source-cell.ts';
import type { Variant } from './variant.ts';
import { varyMonth, varyText } from './vary-text.ts';

type Where = 'title' | 'label' | 'file-name';

const facts: readonly ContextFact[] = ['place', 'date', 'month', 'year', 'recorder'];
const wheres: readonly Where[] = ['title', 'label', 'file-name'];

/** What stands around the records: lines above them, the file's name, what the request says, the headings of months. */
export function listContextKnobs(
  records: readonly TracedRecord[],
  titles: readonly TitleLine[],
  setting: CellSetting & { readonly context: RowContext },
): readonly Knob[] {
  return [...listTitleKnobs(records, titles, setting), ...listRequestKnobs(setting), ...listHeadingKnobs(setting.source)];
}

type Setting = CellSetting & { readonly context: RowContext };

function listTitleKnobs(records: readonly TracedRecord[], titles: readonly TitleLine[], setting: Setting): readonly Knob[] {
  const distinct = [...new Set(records.map(({ file }) => file))];
  return distinct.flatMap((file) =>
    facts.flatMap((fact) =>
      wheres.flatMap((where): readonly Knob[] => {
        const text = file[fact][where];
        if (text === undefined) return [];
        const changes = varyContext(fact, text, setting).map(({ near, to }) => toTitleChange({ near, file, fact, where, to }));
        return [{ cells: [toTitleCell({ fact, where, text }, titles, setting)], changes }];
      }),
    ),
  );
}

function toTitleChange(of: {
  readonly near: boolean;
  readonly file: FileFacts;
  readonly fact: ContextFact;
  readonly where: Where;
  readonly to: string;
}): Change {
  const { near, file, fact, where, to } = of;
  const changed = { ...file, [fact]: { ...file[fact], [where]: to } };
  return aChange({ near, records: (traced) => (traced.file === file ? { ...traced, file: changed } : traced) });
}

/** The line that says it by itself: the last one, where several tables of a file have titles of their own. */
function toTitleCell(
  { fact, where, text }: { readonly fact: ContextFact; readonly where: Where; readonly text: string },
  titles: readonly TitleLine[],
  { source, context }: Setting,
): SourceCell {
  if (where === 'file-name') return { is: 'nama-berkas' };
  const found = titles.findLast(({ cells }) => readFileFacts([cells], source, context)[fact][where] === text);
  return { is: 'judul', ...(found === undefined ? {} : { row: found.line }) };
}

function varyContext(fact: ContextFact, text: string, setting: Setting): readonly Variant<string>[] {
  switch (fact) {
    case 'place':
      return varyText('visit.place', text, setting);
    case 'recorder':
      return varyText('visit.recorder', text, setting);
    case 'month':
      return varyMonth(text);
    case 'date': {
      const date = readDate(text, setting.source.dates, setting.context).value;
      return date === undefined ? [] : [1, -1].map((days) => ({ near: true, to: addDays(date, days) }));
    }
    case 'year':
      return [1, -1].map((years) => ({ near: true, to: String((toYear(text) ?? 0) + years) }));
  }
}

function listRequestKnobs({ context: { request }, places }: Setting): readonly Knob[] {
  const change = (near: boolean, to: Partial<RowContext['request']>): Change =>
    aChange({ near, mapping: ({ context, ...rest }) => ({ ...rest, context: { ...context, request: { ...context.request, ...to } } }) });
  const { date, month, place } = request;
  const next = month === undefined ? undefined : { year: month.year + (month.month === 12 ? 1 : 0), month: (month.month % 12) + 1 };
  return [
    ...(place === undefined
      ? []
      : [
          toRequestKnob(
            'place',
            places.map((each) => change(true, { place: each })),
          ),
        ]),
    ...(date === undefined
      ? []
      : [
          toRequestKnob(
            'date',
            [1, -1].map((days) => change(true, { date: addDays(date, days) })),
          ),
        ]),
    ...(next === undefined ? [] : [toRequestKnob('month', [change(true, { month: next })])]),
  ];
}

function toRequestKnob(column: string, changes: readonly Change[]): Knob {
  return { cells: [{ is: 'permintaan', column }], changes };
}

/** The heading of a repetition says its month; a year later it would be another one. */
function listHeadingKnobs({ repeat }: Source): readonly Knob[] {
  if (repeat?.as === undefined) return [];
  return repeat.of.map(({ word }, block) => {
    const change = aChange({
      near: true,
      mapping: ({ source, context }) => ({ source: withLaterBlock(source, block), context }),
    });
    return { cells: [{ is: 'kepala', column: word }], changes: [change] };
  });
}

function withLaterBlock(source: Source, block: number): Source {
  const { repeat } = source;
  if (repeat === undefined) return source;
  const of = repeat.of.map((each, at) => (at === block ? { ...each, yearsOn: each.yearsOn + 1 } : each));
  return { ...source, repeat: { ...repeat, of } };
}
