import { identityEntries } from "./identity-entries.js";
import { laterEntries } from "./later-entries.js";
import { rowEntries } from "./row-entries.js";
import { valueEntries } from "./value-entries.js";
/** Every issue that reading and mapping can raise, by its code: D01 to D30 of the dirty-data catalogue, else a slug. */
export const issueCatalogue = { ...identityEntries, ...valueEntries, ...rowEntries, ...laterEntries };
/** Shapes a remark as an issue of a cell, with the words of the catalogue. */
export function toIssue(remark, cell) {
    const entry = issueCatalogue[remark.code];
    const { detail } = remark;
    const text = detail === undefined ? entry.title.id : `${entry.title.id}: ${detail.id}`;
    const diagnostics = detail === undefined ? entry.title.en : `${entry.title.en}: ${detail.en}`;
    // Where nothing has to be done it is said what became of it; otherwise what to do.
    const ending = remark.severity === 'information' ? entry.meaning : entry.remedy;
    return {
        severity: remark.severity,
        type: remark.severity === 'information' ? 'informational' : entry.type,
        code: remark.code,
        text: `${toSentence(text)} ${ending.id}`,
        diagnostics: `${toSentence(diagnostics)} ${ending.en}`,
        ...(cell === undefined ? {} : { cell }),
    };
}
function toSentence(text) {
    return text.endsWith('.') ? text : `${text}.`;
}
//# sourceMappingURL=issue-catalogue.js.map