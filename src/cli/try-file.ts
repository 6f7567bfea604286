import { basename, join } from 'node:path';
import type { Issue } from '../fhir/issue.ts';
import { toPassed } from '../fhir/checked.ts';
import type { Tables } from '../load-tables.ts';
import type { Conversion } from '../map/convert/convert-rows.ts';
import { toCounts } from '../map/convert/to-lines.ts';
import type { Counts } from '../map/convert/to-lines.ts';
import { isLocalDate } from '../map/days.ts';
import { toGiven } from '../map/given.ts';
import type { Site } from '../map/place.ts';
import { resolvePlace } from '../map/places/resolve-place.ts';
import type { RequestFacts } from '../map/rows/row-context.ts';
import type { ContextStep, Source } from '../map/source.ts';
import type { LocalDate } from '../map/visit.ts';
import { readSiteFolder } from '../open-titian.ts';
import { packageRoot } from '../root.ts';
import { convertFile } from './convert-command.ts';

/** What became of a file that was read with a source, without storing anything. */
export interface Trial {
  /** The whole file was refused. */
  readonly isRefused: boolean;
  readonly issues: readonly Issue[];
  readonly counts: Counts;
  /** How often each code was given to rows that were not accepted, the most frequent first. */
  readonly reasons: readonly (readonly [code: string, times: number])[];
  readonly conversion: Conversion;
  readonly site: Site;
}

/** What a trial is made with. Without a site of its own any posyandu will do: it is the form that is tried. */
export interface TrialSetting {
  readonly tables: Tables;
  readonly today: LocalDate;
  readonly request: { readonly place?: string; readonly date?: string };
  readonly site?: string;
}

/** Reads a file with a source into an empty gateway. */
export async function tryFile(file: string, source: Source, { tables, today, request, site: folder }: TrialSetting): Promise<Trial> {
  const site = await readSiteFolder(folder ?? join(packageRoot, 'site-example'));
  const any = [...site.places.values()].find(({ posyanduDay }) => posyanduDay !== undefined);
  const date = request.date !== undefined && isLocalDate(request.date) ? request.date : today;
  const asked = {
    fileName: basename(file),
    ...toDay(source, date, request.date !== undefined),
    ...toGiven({ place: request.place ?? any?.name }),
  };
  const context = {
    ...{ programme: tables.programme, growth: tables.growth, asOf: today, request: asked },
    resolvePlace: (written: string, on: LocalDate) => {
      const found = resolvePlace(site, written, undefined, on);
      return found.ok || folder !== undefined || any === undefined ? found : toPassed(any);
    },
  };
  const { conversion, issues } = await convertFile(file, source, { tables, site, context });
  const isRefused = issues.some(({ severity }) => severity === 'fatal');
  return { isRefused, issues, counts: toCounts(conversion), reasons: toReasons(conversion), conversion, site };
}

/** A day is said with the file only where the file says none: said beside the months of a register it would be another day. */
function toDay({ context, repeat }: Source, date: LocalDate, isAsked: boolean): Pick<RequestFacts, 'date' | 'month'> {
  const isOpen = (steps: readonly ContextStep[]): boolean => steps.every(({ from }) => from === 'request');
  const month = { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
  if (repeat !== undefined) return isOpen(context.year) ? { month } : {};
  return isAsked || (isOpen(context.date) && isOpen(context.month)) ? { date } : {};
}

function toReasons({ rows }: Conversion): Trial['reasons'] {
  const found = new Map<string, number>();
  for (const { row } of rows) {
    if (row.heading || row.status === 'accepted' || row.status === 'skipped') continue;
    for (const code of new Set(row.issues.filter(({ severity }) => severity !== 'information').map(({ code }) => code))) {
      found.set(code, (found.get(code) ?? 0) + 1);
    }
  }
  return [...found].toSorted((one, other) => other[1] - one[1]);
}
