/**
 * Holds a measure against the limits of its element. Beyond the hard ones it is read in another unit, if exactly one reading
 * is possible (D13, D12), and otherwise refused (D14): never corrected. Two possible readings refuse it as well.
 */
export function doubtValue(measure, definition, range) {
    const isPossible = (int) => isWithin(int, range.hard, definition);
    const written = measure.written;
    const first = isPossible(measure.int);
    const others = measure.others.filter(({ int }) => isPossible(int));
    const readings = new Set([
        ...(first ? [measure.int] : []),
        ...others.filter(({ code }) => code === 'D12' || !first).map(({ int }) => int),
    ]);
    const [int, ...more] = readings;
    const isTest = range.testFrom !== undefined && measure.int >= range.testFrom * toPerUnit(definition) && int === undefined;
    if (int === undefined)
        return { value: undefined, remarks: [toImplausible(written, definition, range)], isTest };
    if (more.length > 0)
        return { value: undefined, remarks: [toAmbiguous(written, definition)], isTest: false };
    const value = { kind: 'quantity', int, written };
    const code = first ? undefined : others[0]?.code;
    const doubts = code === undefined ? [] : [{ code, severity: 'information' }];
    const soft = isWithin(int, range.soft, definition) ? [] : [toUnusual(written, definition)];
    return { value, remarks: [...doubts, ...soft], isTest: false };
}
function isWithin(int, range, definition) {
    if (range === undefined)
        return true;
    const perUnit = toPerUnit(definition);
    return int >= range[0] * perUnit && int <= range[1] * perUnit;
}
/** Limits stand in the unit of the element, whatever unit the column is written in. */
function toPerUnit(definition) {
    return definition.unit?.perUnit ?? 1;
}
/** The remark that refuses a value (D14). The value itself is quoted only where everybody may see the element. */
export function toImplausible(written, definition, range) {
    const limits = range.hard;
    const unit = definition.unit?.display ?? '';
    const between = limits === undefined ? '' : `${String(limits[0])}-${String(limits[1])} ${unit}`;
    const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
    return {
        code: 'D14',
        severity: 'warning',
        detail: {
            id: `${definition.title}${came}${between === '' ? '' : `, yang mungkin ${between}`}`,
            en: `${definition.key}${came}${between === '' ? '' : `, possible is ${between}`}`,
        },
    };
}
function toUnusual(written, definition) {
    const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
    return {
        code: 'D14',
        severity: 'information',
        detail: { id: `${definition.title}${came} di luar kisaran biasa, dipakai`, en: `${definition.key}${came} is unusual, it is used` },
    };
}
function toAmbiguous(written, definition) {
    const came = definition.kerahasiaan === 'umum' ? ` "${written}"` : '';
    return {
        code: 'D12',
        severity: 'warning',
        detail: { id: `${definition.title}${came} bermakna ganda`, en: `${definition.key}${came} is ambiguous` },
    };
}
//# sourceMappingURL=doubt-value.js.map