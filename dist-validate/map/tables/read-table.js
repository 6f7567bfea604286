import { Ajv } from 'ajv';
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import { toIssue } from "../catalogue/issue-catalogue.js";
import { toFailed, toPassed } from "../../fhir/checked.js";
import { toNearestWord } from "../nearest-word.js";
const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
/** Parses a YAML table and checks its structure; every fault names file, line and, for an unknown word, the nearest known one. */
export function readTable(file, schema) {
    const lines = new LineCounter();
    const document = parseDocument(file.text, { lineCounter: lines });
    const fault = (path, message) => toTableIssue(file.path, toLine(document, lines, path), message);
    const broken = document.errors.map((error) => {
        const [reason = ''] = error.message.split('\n');
        return toTableIssue(file.path, error.linePos?.[0].line ?? 1, {
            id: `bukan YAML yang sah (${reason})`,
            en: `not valid YAML (${reason})`,
        });
    });
    if (broken.length > 0)
        return toFailed(...broken);
    const value = document.toJS();
    const validate = ajv.compile(schema);
    if (validate(value))
        return toPassed({ value, fault });
    // A union that fails reports each of its branches; the first fault of a place says enough.
    const seen = new Set();
    const issues = (validate.errors ?? []).flatMap((error) => {
        if (seen.has(error.instancePath))
            return [];
        seen.add(error.instancePath);
        return [fault(toPath(error), toMessage(error))];
    });
    return toFailed(...issues);
}
/** Names a fault of a table by file and line, in both languages. */
export function toTableIssue(path, line, message) {
    const place = `${path}:${String(line)}`;
    return toIssue({ code: 'tabel-rusak', severity: 'fatal', detail: { id: `${place}: ${message.id}`, en: `${place}: ${message.en}` } });
}
/** Says that a word is unknown and offers the nearest known one. */
export function toUnknownWord(what, word, known) {
    const nearest = toNearestWord(word, known);
    const id = nearest === undefined ? '' : `, mungkin maksudnya "${nearest}"`;
    const en = nearest === undefined ? '' : `, perhaps "${nearest}" was meant`;
    return { id: `${what.id} "${word}" tidak dikenal${id}`, en: `unknown ${what.en} "${word}"${en}` };
}
function toPath(error) {
    const path = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const extra = error.params['additionalProperty'];
    return typeof extra === 'string' ? [...path, extra] : path;
}
function toMessage(error) {
    const extra = error.params['additionalProperty'];
    if (typeof extra === 'string') {
        const known = error.parentSchema?.['properties'];
        return toUnknownWord({ id: 'kata kunci', en: 'keyword' }, extra, typeof known === 'object' && known !== null ? Object.keys(known) : []);
    }
    const missing = error.params['missingProperty'];
    if (typeof missing === 'string')
        return { id: `"${missing}" harus diisi`, en: `"${missing}" is missing` };
    const allowed = error.params['allowedValues'];
    if (Array.isArray(allowed) && typeof error.data === 'string') {
        return toUnknownWord({ id: 'kata', en: 'word' }, error.data, allowed.filter((each) => typeof each === 'string'));
    }
    return { id: `isinya tidak sah (${error.message ?? error.keyword})`, en: `invalid value (${error.message ?? error.keyword})` };
}
function toLine(document, lines, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const offset = toKeyOffset(parent, path[length - 1]);
        if (offset !== null)
            return lines.linePos(offset).line;
    }
    return 1;
}
function toKeyOffset(parent, key) {
    if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
        return pair !== undefined && isNode(pair.key) ? (pair.key.range?.[0] ?? null) : null;
    }
    if (!isNode(parent))
        return null;
    const items = 'items' in parent ? parent.items : [];
    const item = Array.isArray(items) ? items[Number(key)] : undefined;
    return isNode(item) ? (item.range?.[0] ?? null) : null;
}
//# sourceMappingURL=read-table.js.map