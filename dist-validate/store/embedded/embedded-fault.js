/** The embedded PostgreSQL cannot be used; the message says in Indonesian and in English what was found and what to do. */
export class EmbeddedFault extends Error {
    name = 'EmbeddedFault';
    constructor(id, en, cause) {
        super(`${id}\n${en}`, cause === undefined ? undefined : { cause });
    }
}
//# sourceMappingURL=embedded-fault.js.map