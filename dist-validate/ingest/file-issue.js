/** Shapes a finding about bytes, lines or columns as an issue; a cell's text is never quoted in it. */
export function toFileIssue(finding) {
    const type = finding.type ?? (finding.severity === 'information' ? 'informational' : 'structure');
    return { severity: finding.severity, type, code: finding.code, text: finding.text, diagnostics: finding.diagnostics };
}
//# sourceMappingURL=file-issue.js.map