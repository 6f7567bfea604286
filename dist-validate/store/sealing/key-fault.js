/** A key that is missing, wrong or unsafe, or data it cannot open. The message is Indonesian and English and never holds a secret. */
export class KeyFault extends Error {
    name = 'KeyFault';
    id;
    en;
    constructor(id, en, cause) {
        super(`${id}\n${en}`, { cause });
        this.id = id;
        this.en = en;
    }
}
//# sourceMappingURL=key-fault.js.map