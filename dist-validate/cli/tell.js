/** Tells a person what happens: JSON lines for programs, or Indonesian sentences with English beside them. */
export function createTell(options) {
    return ({ event, id, en, facts }) => {
        if (options.json)
            options.out.write(`${JSON.stringify({ event, ...facts })}\n`);
        else
            options.out.write(`${id}\n  ${en}\n`);
    };
}
//# sourceMappingURL=tell.js.map