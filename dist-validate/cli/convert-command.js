import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { readDelimited } from "../ingest/read-delimited.js";
import { loadTables } from "../load-tables.js";
import { convertRows } from "../map/convert/convert-rows.js";
import { isLocalDate } from "../map/days.js";
import { toNearestWord } from "../map/nearest-word.js";
import { resolvePlace } from "../map/places/resolve-place.js";
import { readMonth } from "../map/conversions/read-month.js";
import { createRowReader } from "../map/rows/create-row-reader.js";
import { readSiteFolder } from "../open-titian.js";
import { packageRoot } from "../root.js";
import { printConversion } from "./print-conversion.js";
/** The command was called with something that does not exist, or that is no date. */
export class ConvertCallError extends Error {
    name = 'ConvertCallError';
}
/** Adds `titian convert`: reads a file into an empty gateway, without platform, history or database, and prints what comes of it. */
export function addConvertCommand(program) {
    program
        .command('convert')
        .description('baca berkas tanpa menyimpan atau mengirim / read a file without storing or sending')
        .argument('<file>', 'berkas setempat / local file')
        .requiredOption('--source <name>', 'nama sumber, folder di sources/ / name of the source')
        .option('--place <name>', 'tempat, bila tidak ada di berkas / place')
        .option('--date <date>', 'tanggal kunjungan YYYY-MM-DD, bila tidak ada di berkas / visit date')
        .option('--month <month>', 'bulan YYYY-MM, bila tidak ada di berkas / month')
        .option('--as-of <date>', 'hari pembacaan, bawaan hari ini / day of reading')
        .option('--site <dir>', 'folder jejaring, bawaan site-example / site folder')
        .option('--sources <dir>', 'folder sumber tambahan / further folder of sources')
        .option('--json', 'satu objek JSON per baris / one JSON object a line', false)
        .action(async (file, options) => {
        const printing = { out: process.stdout, err: process.stderr, today: toLocalToday(new Date()) };
        process.exitCode = await convertAndPrint(file, options, printing);
    });
}
/** Converts and prints; 0 = every row is accepted, 1 = some are quarantined, 2 = the file or the call cannot be used. */
export async function convertAndPrint(file, options, printing) {
    const tables = await loadTables([join(packageRoot, 'sources'), ...(options.sources === undefined ? [] : [options.sources])]);
    const site = await readSiteFolder(options.site ?? join(packageRoot, 'site-example'));
    const source = tables.sources.get(options.source);
    if (source === undefined)
        throw new ConvertCallError(toUnknownSource(options.source, tables.sources.keys()));
    const asOf = toDate(options.asOf ?? printing.today, '--as-of');
    const context = {
        programme: tables.programme,
        growth: tables.growth,
        asOf,
        request: toRequest(file, options),
        resolvePlace: (written, on) => resolvePlace(site, written, undefined, on),
    };
    const { conversion, issues } = await convertFile(file, source, { tables, site, context });
    const bundleOf = printing.toBundle?.(tables, site);
    const show = { json: options.json, out: printing.out, elements: tables.programme.elements, ...(bundleOf && { bundleOf }) };
    printConversion(file, conversion, issues, show);
    if (issues.some(({ severity }) => severity === 'fatal'))
        return 2;
    return conversion.rows.some(({ row }) => row.status === 'quarantined') ? 1 : 0;
}
/** Reads one delimited file through a source into an empty gateway. Only a file that cannot be opened throws. */
export async function convertFile(file, source, { tables, site, context }) {
    const format = source.delimiter === undefined ? {} : { delimiter: source.delimiter };
    const opened = await readDelimited(createReadStream(file), format);
    const reader = createRowReader(source, context, [...tables.sources.values()]);
    const rows = [];
    if (opened.ok) {
        for await (const line of opened.value.lines)
            for (const row of reader.take(line))
                rows.push(row);
        rows.push(...reader.end());
    }
    const numbers = { person: 0, visit: 0 };
    const conversion = convertRows(rows, {
        ...tables,
        source,
        site,
        newPersonId: () => `orang-${String((numbers.person += 1))}`,
        newVisitId: () => `kunjungan-${String((numbers.visit += 1))}`,
    });
    return { conversion, issues: [...opened.issues, ...(opened.ok ? reader.issues() : [])] };
}
function toRequest(file, options) {
    const month = options.month === undefined ? null : readMonth(options.month);
    if (options.month !== undefined && month === null)
        throw new ConvertCallError(`--month: seharusnya YYYY-MM / expected YYYY-MM`);
    return {
        fileName: basename(file),
        ...(options.place === undefined ? {} : { place: options.place }),
        ...(options.date === undefined ? {} : { date: toDate(options.date, '--date') }),
        ...(month === null ? {} : { month }),
    };
}
function toDate(text, option) {
    if (isLocalDate(text))
        return text;
    throw new ConvertCallError(`${option}: seharusnya tanggal YYYY-MM-DD / expected a date YYYY-MM-DD`);
}
function toUnknownSource(name, known) {
    const all = [...known];
    const nearest = toNearestWord(name, all);
    const list = all.join(', ');
    const meant = nearest === undefined ? '' : ` Mungkin maksudnya "${nearest}". / Perhaps "${nearest}" was meant.`;
    return `Sumber "${name}" tidak ada. Yang ada: ${list}. / There is no source "${name}". There are: ${list}.${meant}`;
}
function toLocalToday(now) {
    const pad = (value) => String(value).padStart(2, '0');
    return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
//# sourceMappingURL=convert-command.js.map