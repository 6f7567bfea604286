/** Reads at least `headBytes` bytes, or all there are, without losing them for the reader that follows. */
export async function peekHead(bytes, headBytes) {
    const source = bytes[Symbol.asyncIterator]();
    const taken = [];
    let size = 0;
    let complete = false;
    while (size < headBytes && !complete) {
        const next = await source.next();
        if (next.done === true)
            complete = true;
        else {
            taken.push(next.value);
            size += next.value.length;
        }
    }
    const close = async () => {
        await source.return?.();
    };
    const head = Buffer.concat(taken).subarray(0, headBytes);
    return { head, complete: complete && size <= headBytes, all: replay(taken, source, complete), close };
}
async function* replay(taken, source, complete) {
    try {
        for (let chunk = taken.shift(); chunk !== undefined; chunk = taken.shift())
            yield chunk;
        if (complete)
            return;
        for (let next = await source.next(); next.done !== true; next = await source.next())
            yield next.value;
    }
    finally {
        await source.return?.();
    }
}
//# sourceMappingURL=peek-head.js.map