/** The store cannot do its work: a database of another kind, a changed migration, a lost lease. The message is Indonesian and English. */
export class StoreFault extends Error {
    name = 'StoreFault';
    id;
    en;
    constructor(id, en, cause) {
        super(`${id}\n${en}`, { cause });
        this.id = id;
        this.en = en;
    }
}
//# sourceMappingURL=store-fault.js.map