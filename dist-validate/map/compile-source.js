import { toFailed, toPassed } from "../fhir/checked.js";
import { toComparable } from "./conversions/clean-text.js";
import { toContentVersion } from "./content-version.js";
import { compileColumn } from "./tables/compile-column.js";
import { compileCodeList } from "./tables/compile-code-list.js";
import { compileContext } from "./tables/compile-context.js";
import { codesSchema, columnsSchema, sourceSchema } from "./tables/source-schema.js";
import { readTable, toTableIssue, toUnknownWord } from "./tables/read-table.js";
const noCodes = '{}';
/** Compiles the tables of one source (source.yaml, columns.yaml, codes.yaml) against the programme; every fault names file and line. */
export function compileSource(name, files, programme) {
    const find = (ending) => files.find(({ path }) => path.endsWith(`/${ending}`));
    const [sourceFile, columnsFile] = [find('source.yaml'), find('columns.yaml')];
    if (sourceFile === undefined || columnsFile === undefined) {
        const missing = sourceFile === undefined ? 'source.yaml' : 'columns.yaml';
        return toFailed(toTableIssue(`${name}/${missing}`, 1, { id: 'berkas tidak ada', en: 'the file is missing' }));
    }
    const source = readTable(sourceFile, sourceSchema);
    const columns = readTable(columnsFile, columnsSchema);
    const codes = readTable(find('codes.yaml') ?? { path: `${name}/codes.yaml`, text: noCodes }, codesSchema);
    if (!source.ok || !columns.ok || !codes.ok)
        return toFailed(...source.issues, ...columns.issues, ...codes.issues);
    const issues = [];
    const lists = toLists(codes.value, programme, issues);
    const compiled = toColumns(source.value, columns.value, { programme, lists, issues });
    const context = compileContext(source.value, compiled, issues);
    if (!programme.groups.has(source.value.value.group)) {
        issues.push(source.value.fault(['group'], toUnknownWord({ id: 'kelompok', en: 'group' }, source.value.value.group, programme.groups.keys())));
    }
    if (issues.length > 0)
        return toFailed(...issues);
    const { format, header, kewajiban, skip, ...rest } = source.value.value;
    return toPassed({
        ...rest,
        name,
        version: toContentVersion(files.map(({ path, text }) => ({ path: path.slice(path.lastIndexOf('/') + 1), text }))),
        ...(format.delimiter === undefined ? {} : { delimiter: format.delimiter }),
        headerWithin: header.within,
        duties: kewajiban,
        context,
        totals: skip.jumlah.map(toComparable),
        columns: compiled,
        byHeader: new Map(compiled.flatMap((column) => column.names.map((each) => [toComparable(each), column]))),
    });
}
function toLists(codes, programme, issues) {
    const lists = new Map(programme.codeLists);
    for (const [key, words] of Object.entries(codes.value ?? {})) {
        const written = Object.fromEntries(Object.entries(words).map(([code, all]) => [code, all.map(String)]));
        const compiled = compileCodeList(key, written, (path, message) => codes.fault([key, ...path], message));
        issues.push(...compiled.issues);
        if (compiled.ok)
            lists.set(key, compiled.value);
    }
    return lists;
}
function toColumns(source, table, compiling) {
    const { programme, lists, issues } = compiling;
    const seen = new Map();
    return Object.entries(table.value).flatMap(([name, written]) => {
        for (const header of [name, ...(written.aliases ?? [])]) {
            const other = seen.get(toComparable(header));
            if (other !== undefined && other !== name) {
                issues.push(table.fault([name], {
                    id: `judul "${header}" sudah milik kolom "${other}"`,
                    en: `header "${header}" belongs to column "${other}" already`,
                }));
            }
            seen.set(toComparable(header), name);
        }
        const { dates, decimal } = source.value;
        const compiled = compileColumn(name, written, { programme, lists, dates, decimal, fault: table.fault });
        issues.push(...compiled.issues);
        return compiled.ok ? [compiled.value] : [];
    });
}
//# sourceMappingURL=compile-source.js.map