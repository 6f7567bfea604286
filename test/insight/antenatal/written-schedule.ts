import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** programme/antenatal.yaml as a person reads it, apart from how we compile it. */
export interface WrittenSchedule {
  readonly pregnancy: {
    readonly days: number;
    readonly longestDays: number;
    readonly knownDays: number;
    readonly trimesters: readonly { readonly is: number; readonly to: number; readonly delayDays: number }[];
  };
  readonly contacts: { readonly list: readonly { readonly is: string; readonly trimester: number }[] };
  readonly plan: { readonly weeks: Readonly<Record<string, readonly [number, number]>> };
  readonly indicators: readonly { readonly is: string; readonly spread: readonly number[] }[];
  readonly childbed: WrittenWindows;
  readonly newborn: WrittenWindows;
  readonly tablets: { readonly least: Readonly<Record<string, number>> };
  readonly preeclampsia: Readonly<Record<'high' | 'moderate', { readonly least: number; readonly of: readonly string[] }>>;
  readonly services: {
    readonly list: readonly { readonly is: string; readonly all?: readonly string[]; readonly any?: readonly string[] }[];
  };
}

interface WrittenWindows {
  readonly windows: readonly { readonly is: string; readonly days: readonly [number, number] }[];
}

export const scheduleText = readFileSync(fileURLToPath(new URL('../../../programme/antenatal.yaml', import.meta.url)), 'utf8');

export const schedule = parse(scheduleText) as WrittenSchedule;

/** Chooses an option of a setting of the schedule, as a dinkes would. */
export function choosing(setting: string, use: string): { readonly 'programme/antenatal.yaml': (text: string) => string } {
  return { 'programme/antenatal.yaml': (text) => text.replace(new RegExp(`(  ${setting}:\\n[^]*?use: )\\S+`), `$1'${use}'`) };
}
