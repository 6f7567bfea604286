/** Says what was found in a site's file and what to do, Indonesian and English; the sentences begin in lower case. */
export function toSiteIssue(where, id, en, severity = 'error') {
    const { file, line, column } = where;
    const at = column === undefined ? '' : `, kolom ${column}`;
    const inColumn = column === undefined ? '' : `, column ${column}`;
    return {
        severity,
        type: 'value',
        code: 'jejaring-tidak-sah',
        text: `${file} baris ${line}${at}: ${id}`,
        diagnostics: `${file} line ${line}${inColumn}: ${en}`,
        ...(column === undefined ? {} : { cell: column }),
    };
}
//# sourceMappingURL=site-issue.js.map