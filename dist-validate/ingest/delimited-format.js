/** The characters that separate columns in files from the field. */
export const delimiters = [',', ';', '\t', '|'];
const delimiterNames = {
    ',': ['koma', 'comma'],
    ';': ['titik koma', 'semicolon'],
    '\t': ['tab', 'tab'],
    '|': ['garis tegak', 'vertical bar'],
};
/** A delimiter in words, Indonesian and English. */
export function toDelimiterName(delimiter) {
    const [id, en] = delimiterNames[delimiter];
    return { id, en };
}
//# sourceMappingURL=delimited-format.js.map