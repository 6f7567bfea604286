const cellExtension = 'https://titian.dev/fhir/ilp/StructureDefinition/sel-sumber';
const codeSystem = 'https://titian.dev/fhir/ilp/CodeSystem/kode-temuan';
/** Issues as FHIR says them: Indonesian in `details.text`, English in `diagnostics`, our code in `details.coding`, the source cell in an extension. */
export function toOperationOutcome(issues) {
    return { resourceType: 'OperationOutcome', issue: issues.map(toOutcomeIssue) };
}
function toOutcomeIssue(issue) {
    return {
        ...(issue.cell === undefined ? {} : { extension: [{ url: cellExtension, valueString: issue.cell }] }),
        severity: issue.severity,
        code: issue.type,
        details: { coding: [{ system: codeSystem, code: issue.code }], text: issue.text },
        diagnostics: issue.diagnostics,
        ...(issue.expression === undefined ? {} : { expression: [issue.expression] }),
    };
}
//# sourceMappingURL=operation-outcome.js.map