import { toIssue } from "../catalogue/issue-catalogue.js";
/** Reads every cell of a record by its column. */
export function readRowFacts(record, day) {
    const facts = [];
    const issues = [];
    const unread = [];
    for (const { column, cell, text } of record.values) {
        const reading = column.read?.(text, day);
        for (const remark of reading?.remarks ?? [])
            issues.push(toIssue(remark, cell));
        if (reading !== undefined && reading.value === undefined && reading.remarks.length > 0)
            unread.push(...column.targets);
        for (const fact of reading?.value ?? [])
            facts.push({ ...fact, cell });
    }
    return { facts, issues, unread };
}
/** The text a row gives for a target, if any. */
export function textOf(facts, is) {
    const value = facts.find((fact) => fact.is === is)?.value;
    return value?.kind === 'text' && value.text !== '' ? value.text : undefined;
}
/** The date a row gives for a target, if any. */
export function dateOf(facts, is) {
    const value = facts.find((fact) => fact.is === is)?.value;
    return value?.kind === 'date' ? value.date : undefined;
}
/** The code a row gives for a target, if any. */
export function codeOf(facts, is) {
    const value = facts.find((fact) => fact.is === is)?.value;
    return value?.kind === 'coded' ? value.code : undefined;
}
//# sourceMappingURL=row-facts.js.map