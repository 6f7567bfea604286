/** True when an issue holds its subject back; warnings and information do not. */
export function isBlocking(issue) {
    return issue.severity === 'fatal' || issue.severity === 'error';
}
//# sourceMappingURL=issue.js.map