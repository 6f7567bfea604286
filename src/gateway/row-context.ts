import { createHash } from 'node:crypto';
import type { Issue } from '../fhir/issue.ts';
import { toNearestWord } from '../map/nearest-word.ts';
import type { Site } from '../map/place.ts';
import { localDateOf } from '../map/places/local-time.ts';
import { resolvePlace } from '../map/places/resolve-place.ts';
import type { Programme } from '../map/programme.ts';
import type { RowContext } from '../map/rows/row-context.ts';
import type { Source } from '../map/source.ts';
import type { GatewayParts } from './parts.ts';

/** Everything the rows of one file are read with. Places resolve only inside the submitter's puskesmas, where the key names one. */
export function toRowContext(parts: Pick<GatewayParts, 'tables' | 'now'>, site: Site, facts: Readonly<Record<string, string>>): RowContext {
  const { place, date, within, fileName } = facts as { place?: string; date?: string; within?: string; fileName?: string };
  return {
    programme: parts.tables.programme,
    growth: parts.tables.growth,
    // The day that has come anywhere in Indonesia: nobody's today is refused as tomorrow.
    asOf: localDateOf(parts.now(), 'Asia/Jayapura'),
    request: {
      ...(place === undefined ? {} : { place }),
      ...(date === undefined ? {} : { date }),
      ...(fileName === undefined ? {} : { fileName }),
    },
    resolvePlace: (written, on) => resolvePlace(site, written, within, on),
  };
}

/** Version of everything that decides what the same bytes mean: source tables, programme, and the register of places. */
export function toTablesVersion(source: Source, programme: Programme, site: Site): string {
  return createHash('sha256').update(`${source.version}|${programme.version}|${site.version}`).digest('base64url').slice(0, 22);
}

/** The issue for a source that does not exist, with the nearest one that does. */
export function toUnknownSource(name: string, known: Iterable<string>): Issue {
  const names = [...known];
  const near = toNearestWord(name, names);
  return {
    severity: 'fatal',
    type: 'not-found',
    code: 'sumber-tidak-dikenal',
    text: `Bentuk "${name}" tidak dikenal${near === undefined ? '' : `; mungkin maksudnya "${near}"`}. Yang ada: ${names.join(', ')}.`,
    diagnostics: `There is no source "${name}"${near === undefined ? '' : `; did you mean "${near}"`}. Known: ${names.join(', ')}.`,
  };
}
