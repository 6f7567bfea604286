import { toIssue } from "../catalogue/issue-catalogue.js";
import { isSameValue } from "../rows/read-elements.js";
/**
 * Merges another row into a visit. The same recorder corrects; another recorder adds a part, and where the two contradict,
 * verified nakes goes before nakes, nakes before kader, kader before a system's export (field rule 4). Absence deletes nothing.
 */
export function mergeVisit(known, draft, elements) {
    const issues = [];
    const merged = [...known.elements];
    let changed = false;
    for (const element of draft.elements) {
        const repeats = elements.elements.get(element.key)?.repeats === true;
        const at = merged.findIndex((each) => each.key === element.key && (!repeats || isSameValue(each.value, element.value)));
        const before = merged[at];
        if (before === undefined) {
            merged.push({ ...element, ordinal: merged.filter(({ key }) => key === element.key).length + 1, ...toRecorder(draft, known) });
            changed = true;
        }
        else if (!isSameValue(before.value, element.value)) {
            const other = recorderOf(before, known) !== draft.recorder;
            if (other)
                issues.push(toIssue({ code: 'isi-berbeda', severity: 'warning' }, element.cell));
            if (other && rank(draft) <= rank({ recorder: recorderOf(before, known), verified: known.verified }))
                continue;
            merged[at] = { ...element, ordinal: before.ordinal, ...toRecorder(draft, known) };
            changed = true;
        }
    }
    const visit = { ...known, ...toAuthor(known, draft), elements: merged, reported: { ...known.reported, ...draft.reported } };
    return { visit, issues, changed: changed || visit.verified !== known.verified || hasNewReport(known, draft) };
}
function hasNewReport(known, { reported }) {
    return Object.entries(reported).some(([key, value]) => known.reported[key] !== value);
}
/** The visit bears its highest author; an element by somebody else says so itself. */
function toAuthor(known, draft) {
    const verified = known.verified || draft.verified;
    return { recorder: rank(draft) > rank(known) ? draft.recorder : known.recorder, verified };
}
function toRecorder(draft, known) {
    return draft.recorder === known.recorder ? {} : { recorder: draft.recorder };
}
function recorderOf(element, visit) {
    return element.recorder ?? visit.recorder;
}
function rank({ recorder, verified }) {
    if (recorder === 'nakes')
        return verified ? 3 : 2;
    return recorder === 'kader' ? 1 : 0;
}
//# sourceMappingURL=merge-visit.js.map