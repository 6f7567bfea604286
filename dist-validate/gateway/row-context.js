import { createHash } from 'node:crypto';
import { toNearestWord } from "../map/nearest-word.js";
import { localDateOf } from "../map/places/local-time.js";
import { resolvePlace } from "../map/places/resolve-place.js";
/** Everything the rows of one file are read with. Places resolve only inside the submitter's puskesmas, where the key names one. */
export function toRowContext(parts, site, facts) {
    const { place, date, within, fileName } = facts;
    return {
        programme: parts.tables.programme,
        growth: parts.tables.growth,
        // The day that has come anywhere in Indonesia: nobody's today is refused as tomorrow.
        asOf: localDateOf(parts.now(), 'Asia/Jayapura'),
        request: { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }), ...(fileName === undefined ? {} : { fileName }) },
        resolvePlace: (written, on) => resolvePlace(site, written, within, on),
    };
}
/** Version of everything that decides what the same bytes mean: source tables, programme, and the register of places. */
export function toTablesVersion(source, programme, site) {
    return createHash('sha256').update(`${source.version}|${programme.version}|${site.version}`).digest('base64url').slice(0, 22);
}
/** The issue for a source that does not exist, with the nearest one that does. */
export function toUnknownSource(name, known) {
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
//# sourceMappingURL=row-context.js.map