import { toFailed, toPassed } from "../fhir/checked.js";
import { unitWords } from "./conversions/read-number.js";
import { toContentVersion } from "./content-version.js";
import { compileCodeList } from "./tables/compile-code-list.js";
import { codeListsSchema, elementsSchema, lifeStagesSchema } from "./tables/programme-schema.js";
import { readTable, toUnknownWord } from "./tables/read-table.js";
const growthFlags = new Set(['zs-bb-u', 'zs-tb-u', 'zs-bb-tb', 'zs-imt-u', 'zs-lk-u', 'zs-lila-u']);
/** Compiles programme/elements, life-stages and terminology once; every fault in them names file and line. */
export function compileProgramme(files) {
    const issues = [];
    const keep = (checked) => {
        issues.push(...checked.issues);
        return checked.ok ? [checked.value] : [];
    };
    const inFolder = (folder) => files.filter(({ path }) => path.includes(`${folder}/`));
    const lists = inFolder('terminology').flatMap((file) => keep(readTable(file, codeListsSchema)));
    const elementTables = inFolder('elements').flatMap((file) => keep(readTable(file, elementsSchema)));
    const stageTables = inFolder('life-stages').flatMap((file) => keep(readTable(file, lifeStagesSchema)));
    const codeLists = toCodeLists(lists, issues);
    const elements = toElements(elementTables, codeLists, issues);
    const groups = toGroups(stageTables, elements, issues);
    if (issues.length > 0)
        return toFailed(...issues);
    const version = toContentVersion(files);
    return toPassed({ version, elements: { version, elements }, groups, codeLists });
}
function toCodeLists(tables, issues) {
    const lists = new Map();
    for (const { value, fault } of tables) {
        for (const [key, codes] of Object.entries(value.lists)) {
            const compiled = compileCodeList(key, codes, (path, message) => fault(['lists', key, ...path], message));
            issues.push(...compiled.issues);
            if (compiled.ok)
                lists.set(key, compiled.value);
        }
    }
    return lists;
}
function toElements(tables, codeLists, issues) {
    const elements = new Map();
    for (const { value, fault } of tables) {
        for (const [key, written] of Object.entries(value)) {
            if (elements.has(key))
                issues.push(fault([key], { id: `elemen "${key}" sudah ada di berkas lain`, en: `element "${key}" stands in another file already` }));
            const { codes, repeats, ...rest } = written;
            const list = typeof codes === 'string' ? codeLists.get(codes) : undefined;
            if (typeof codes === 'string' && list === undefined) {
                issues.push(fault([key, 'codes'], toUnknownWord({ id: 'daftar kode', en: 'code list' }, codes, codeLists.keys())));
            }
            checkElement(key, written, fault, issues);
            const known = Array.isArray(codes) ? codes : [...new Set(list?.byWord.values() ?? [])];
            elements.set(key, { key, ...rest, repeats: repeats ?? false, ...(codes === undefined ? {} : { codes: known }) });
        }
    }
    return elements;
}
function checkElement(key, element, fault, issues) {
    const { shape, unit, range } = element;
    if (shape === 'quantity' && unit === undefined)
        issues.push(fault([key], { id: '"unit" harus diisi', en: '"unit" is missing' }));
    if (unit !== undefined && !(unit.smallest in unitWords)) {
        issues.push(fault([key, 'unit', 'smallest'], toUnknownWord({ id: 'satuan', en: 'unit' }, unit.smallest, Object.keys(unitWords))));
    }
    if (range?.growthFlag !== undefined && !growthFlags.has(range.growthFlag)) {
        issues.push(fault([key, 'range', 'growthFlag'], toUnknownWord({ id: 'indeks', en: 'index' }, range.growthFlag, growthFlags)));
    }
}
function toGroups(tables, elements, issues) {
    const groups = new Map();
    for (const { value, fault } of tables) {
        const overlays = new Map();
        for (const [key, { range, ages }] of Object.entries(value.elements)) {
            const element = elements.get(key);
            if (element === undefined)
                issues.push(fault(['elements', key], toUnknownWord({ id: 'elemen', en: 'element' }, key, elements.keys())));
            for (const code of Object.keys(ages ?? {})) {
                if (element?.codes?.includes(code) === true)
                    continue;
                issues.push(fault(['elements', key, 'ages', code], toUnknownWord({ id: 'kode', en: 'code' }, code, element?.codes ?? [])));
            }
            overlays.set(key, { ...(range === undefined ? {} : { range }), ...(ages === undefined ? {} : { ages }) });
        }
        groups.set(value.group, { group: value.group, stages: value.stages, elements: overlays });
    }
    return groups;
}
//# sourceMappingURL=compile-programme.js.map