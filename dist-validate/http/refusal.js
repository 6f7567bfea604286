/** A request that cannot be served, with the answer it gets. Thrown by routes, turned into an OperationOutcome by the one handler. */
export class Refusal extends Error {
    status;
    issues;
    headers;
    constructor(status, issues, headers = {}) {
        super(`HTTP ${String(status)}`);
        this.status = status;
        this.issues = issues;
        this.headers = headers;
    }
}
//# sourceMappingURL=refusal.js.map