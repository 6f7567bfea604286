import { fdatasyncSync, mkdirSync, openSync, closeSync, readSync, ftruncateSync, fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isJsonObject, parseJson } from "./json.js";
/** The journal cannot be read or written; nothing may be answered that is not in it. */
export class JournalError extends Error {
    name = 'JournalError';
}
/**
 * An append-only file of JSON lines that outlives the process.
 * Lines are numbered by offset at once and written behind; `settled` waits until all of them are on the disk, one fdatasync for all who wait.
 */
export class Journal {
    pending = [];
    waiters = [];
    running = false;
    failure;
    end;
    file;
    reader;
    counts = { lines: 0, syncs: 0 };
    constructor(file, reader, end) {
        this.file = file;
        this.reader = reader;
        this.end = end;
    }
    /** Opens the journal, hands every whole line to `replay` in order, and cuts off a torn last line. */
    static async open(path, replay) {
        mkdirSync(dirname(path), { recursive: true });
        const { lines, end, size } = replayFile(path, replay);
        const journal = new Journal(await open(path, 'a'), openSync(path, 'r'), end);
        return { journal, opening: { lines, tornBytes: size - end } };
    }
    /** The length of the file once everything appended so far is written. */
    get bytes() {
        return this.end;
    }
    /** Takes a line; it stands in the file only after `settled`. Returns the offset of its first byte. */
    append(line) {
        if (this.failure !== undefined)
            throw this.failure;
        const offset = this.end;
        this.pending.push(line);
        this.end += line.length;
        this.counts.lines += 1;
        return offset;
    }
    /** Waits until everything appended before this call is on the disk. */
    settled() {
        if (this.failure !== undefined)
            return Promise.reject(this.failure);
        if (this.pending.length === 0 && !this.running)
            return Promise.resolve();
        return new Promise((resolve, reject) => {
            this.waiters.push({ resolve, reject });
            if (!this.running)
                void this.flush();
        });
    }
    /** Reads bytes that are already on the disk. */
    read(offset, length) {
        const bytes = Buffer.allocUnsafe(length);
        const count = readSync(this.reader, bytes, 0, length, offset);
        if (count !== length)
            throw new JournalError('the journal is shorter than its index: was it changed while the simulator ran?');
        return bytes.toString('utf8');
    }
    /** Writes what is pending and closes the file. */
    async close() {
        await this.settled().catch(() => undefined);
        closeSync(this.reader);
        await this.file.close();
    }
    async flush() {
        this.running = true;
        while (this.failure === undefined && (this.pending.length > 0 || this.waiters.length > 0)) {
            const [lines, waiters] = [this.pending, this.waiters];
            this.pending = [];
            this.waiters = [];
            await this.writeDown(lines).catch((cause) => {
                this.failure = new JournalError('the journal could not be written; the simulator answers nothing more', { cause });
            });
            for (const waiter of waiters)
                this.release(waiter);
        }
        for (const waiter of this.waiters.splice(0))
            this.release(waiter);
        this.running = false;
    }
    async writeDown(lines) {
        if (lines.length === 0)
            return;
        await this.file.appendFile(Buffer.concat(lines));
        await this.file.datasync();
        this.counts.syncs += 1;
    }
    release(waiter) {
        if (this.failure === undefined)
            waiter.resolve();
        else
            waiter.reject(this.failure);
    }
}
function replayFile(path, replay) {
    const file = openSync(path, 'a+');
    try {
        const size = fstatSync(file).size;
        let [lines, end] = [0, 0];
        for (const { bytes, offset } of linesOf(file)) {
            const value = readLine(bytes);
            // A broken line that ends in a newline but is not the last was not torn: somebody changed the file.
            if (value === undefined && offset + bytes.length + 1 < size)
                throw new JournalError(`the journal is damaged at byte ${String(offset)}`);
            if (value === undefined)
                break;
            replay({ value, offset, length: bytes.length });
            end = offset + bytes.length + 1;
            lines += 1;
        }
        if (end < size) {
            ftruncateSync(file, end);
            fdatasyncSync(file);
        }
        return { lines, end, size };
    }
    finally {
        closeSync(file);
    }
}
/** Walks over the lines that end in a newline; a rest without one is torn and is not given out. */
function* linesOf(file) {
    const chunk = Buffer.allocUnsafe(1 << 20);
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (let position = 0, count = readSync(file, chunk, 0, chunk.length, 0); count > 0; count = readSync(file, chunk, 0, chunk.length, position)) {
        position += count;
        rest = Buffer.concat([rest, chunk.subarray(0, count)]);
        for (let newline = rest.indexOf(10); newline !== -1; newline = rest.indexOf(10)) {
            yield { bytes: rest.subarray(0, newline), offset };
            rest = rest.subarray(newline + 1);
            offset += newline + 1;
        }
    }
}
function readLine(bytes) {
    try {
        const value = parseJson(bytes.toString('utf8'));
        return isJsonObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=journal.js.map