import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { OtherReading, WrittenNumber } from '../conversions/read-number.ts';
import type { ElementDefinition, PlausibleRange } from '../element-definition.ts';
import type { ElementValue } from '../visit.ts';

/** A measure after it was held against its limits. */
export interface DoubtedValue {
  readonly value: ElementValue | undefined;
  readonly remarks: readonly Remark[];
  readonly isTest: boolean;
}

/**
 * Holds a measure against the limits of its element. Beyond the hard ones it is read in another unit, if exactly one reading
 * is possible (D13, D12), and otherwise refused (D14): never corrected. Two possible readings refuse it as well.
 */
export function doubtValue(measure: WrittenNumber, definition: ElementDefinition, range: PlausibleRange): DoubtedValue {
  const { written } = measure;
  const possible = toPossible(measure, definition, range);
  const [reading] = possible;
  if (reading === undefined) {
    const isTest = range.testFrom !== undefined && measure.int >= range.testFrom * toPerUnit(definition);
    return { value: undefined, remarks: [toImplausible(written, definition, range)], isTest };
  }
  if (new Set(possible.map(({ int }) => int)).size > 1)
    return { value: undefined, remarks: [toAmbiguous(written, definition)], isTest: false };
  const { int, code } = reading;
  const doubts: readonly Remark[] = code === undefined ? [] : [{ code, severity: 'information' }];
  const soft: readonly Remark[] = isWithin(int, range.soft, definition) ? [] : [toUnusual(written, definition)];
  return { value: { kind: 'quantity', int, written }, remarks: [...doubts, ...soft], isTest: false };
}

/** The readings within the hard limits: another unit is tried only where the plain reading is impossible. */
function toPossible({ int, others }: WrittenNumber, definition: ElementDefinition, range: PlausibleRange): readonly PossibleReading[] {
  const first = isWithin(int, range.hard, definition);
  const further = others.filter((other) => isWithin(other.int, range.hard, definition) && (!first || other.code === 'D12'));
  return first ? [{ int }, ...further] : further;
}

interface PossibleReading {
  readonly int: number;
  readonly code?: OtherReading['code'];
}

function isWithin(int: number, range: readonly [number, number] | undefined, definition: ElementDefinition): boolean {
  if (range === undefined) return true;
  const perUnit = toPerUnit(definition);
  return int >= range[0] * perUnit && int <= range[1] * perUnit;
}

/** Limits stand in the unit of the element, whatever unit the column is written in. */
function toPerUnit(definition: ElementDefinition): number {
  return definition.unit?.perUnit ?? 1;
}

/** The remark that refuses a value (D14). The value itself is quoted only where everybody may see the element. */
export function toImplausible(written: string, definition: ElementDefinition, range: PlausibleRange): Remark {
  const limits = range.hard;
  const unit = definition.unit?.display ?? '';
  const between = limits === undefined ? '' : `${String(limits[0])}-${String(limits[1])} ${unit}`;
  const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
  return {
    code: 'D14',
    severity: 'warning',
    detail: {
      id: `${definition.title}${came}${between === '' ? '' : `, yang mungkin ${between}`}`,
      en: `${definition.key}${came}${between === '' ? '' : `, possible is ${between}`}`,
    },
  };
}

function toUnusual(written: string, definition: ElementDefinition): Remark {
  const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
  return {
    code: 'D14',
    severity: 'information',
    detail: { id: `${definition.title}${came} di luar kisaran biasa, dipakai`, en: `${definition.key}${came} is unusual, it is used` },
  };
}

function toAmbiguous(written: string, definition: ElementDefinition): Remark {
  const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
  return {
    code: 'D12',
    severity: 'warning',
    detail: { id: `${definition.title}${came} bermakna ganda`, en: `${definition.key}${came} is ambiguous` },
  };
}
