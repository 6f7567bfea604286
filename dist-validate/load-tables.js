import { loadGrowthTables, loadGrowthThresholds } from "./ingest/growth-tables.js";
import { readProgrammeFiles, readSourceFolders } from "./ingest/programme-files.js";
import { compileProgramme } from "./map/compile-programme.js";
import { compileSource } from "./map/compile-source.js";
import { packageRoot } from "./root.js";
import { loadValidator } from "./validate/load-validator.js";
/** Tables with faults: nothing is loaded, every fault is named with file and line. */
export class TablesFault extends Error {
    name = 'TablesFault';
    issues;
    constructor(issues) {
        super(`Tabel tidak dapat dipakai / tables cannot be used:\n${issues.map(({ cell, text, diagnostics }) => `  ${cell ?? ''} ${text} / ${diagnostics}`).join('\n')}`);
        this.issues = issues;
    }
}
/** Loads programme, sources (a later folder wins over an earlier one of the same name), growth tables and the validator. */
export async function loadTables(sourceDirs) {
    const [files, folders, growth, thresholds, validator] = await Promise.all([
        readProgrammeFiles(packageRoot),
        Promise.all(sourceDirs.map((dir) => readSourceFolders(dir))),
        loadGrowthTables(packageRoot),
        loadGrowthThresholds(packageRoot),
        loadValidator(),
    ]);
    const programme = orFault(compileProgramme(files));
    const sources = new Map();
    const issues = [];
    for (const folder of folders.flat()) {
        const compiled = compileSource(folder.name, folder.files, programme);
        if (compiled.ok)
            sources.set(folder.name, compiled.value);
        else
            issues.push(...compiled.issues);
    }
    if (issues.length > 0)
        throw new TablesFault(issues);
    return { programme, sources, growth, thresholds, validator };
}
function orFault(checked) {
    if (!checked.ok)
        throw new TablesFault(checked.issues);
    return checked.value;
}
//# sourceMappingURL=load-tables.js.map