import { toUnknownWord } from "./read-table.js";
/** Compiles the verbs that say where place, date and month stand; a column they name has to be mapped to just that. */
export function compileContext(source, columns, issues) {
    const { place, date, month } = source.value.context;
    const toSteps = (what, steps) => steps.flatMap((step, at) => {
        if (step.request === true)
            return [{ from: 'request' }];
        if (step.title !== undefined)
            return [{ from: 'title', pattern: toPattern(step.title) }];
        if (step['file-name'] !== undefined)
            return [{ from: 'file-name', pattern: toPattern(step['file-name']) }];
        const column = columns.find(({ name }) => name === step.column);
        if (column?.targets.includes(`visit.${what}`) === true)
            return [{ from: 'column' }];
        const named = columns.filter(({ targets }) => targets.includes(`visit.${what}`)).map(({ name }) => name);
        const message = toUnknownWord({ id: `kolom untuk visit.${what}`, en: `column for visit.${what}` }, step.column ?? '', named);
        issues.push(source.fault(['context', what, at], message));
        return [];
    });
    return { place: toSteps('place', place), date: toSteps('date', date), month: toSteps('month', month ?? []) };
}
/**
 * Turns `POSYANDU {place} - {month}` into a pattern with named parts. The words are found in any case and anywhere;
 * what stands in braces runs to the next word, or to the end of the cell.
 */
function toPattern(written) {
    const parts = written.split(/(\{\w+\})/).filter((part) => part !== '');
    const pattern = parts.map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        return name === undefined ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*') : `(?<${name}>.+?)`;
    });
    return new RegExp(`${pattern.join('')}\\s*$`, 'iu');
}
//# sourceMappingURL=compile-context.js.map