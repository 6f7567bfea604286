import { createHash } from 'node:crypto';
/** Returns a repeatable source of random numbers (mulberry32): the same seed gives the same row of numbers. */
export function seededRandom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}
/** Draws a version 4 UUID from the given source. */
export function drawUuid(random) {
    const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
    digits[12] = '4';
    digits[16] = (8 + Math.floor(random() * 4)).toString(16);
    const hex = digits.join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
/** Draws a text of letters and digits, such as an access token. */
export function drawText(random, length) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    return Array.from({ length }, () => letters[Math.floor(random() * letters.length)] ?? 'x').join('');
}
/** A short digest that is the same for the same text, used for comparing contents and for ids of people read from a file. */
export function digest(text) {
    return createHash('sha256').update(text).digest();
}
//# sourceMappingURL=random.js.map