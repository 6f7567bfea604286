import { isUtf8 } from 'node:buffer';
// WHATWG Encoding Standard, index windows-1252, 0x80-0x9F. Node 20's TextDecoder('windows-1252') answers with C1 controls instead.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** One line as text, or `undefined` when its bytes are no text in this encoding. */
export function decodeText(bytes, encoding) {
    if (encoding === 'utf-8')
        return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    const text = bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
    return /[\u0080-\u009f]/.test(text) ? undefined : text;
}
//# sourceMappingURL=decode-text.js.map