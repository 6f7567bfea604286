import { v7 } from 'uuid';
/** A fresh id for a row of our own: UUID version 7, in the order of time, so that indexes grow at their end. */
export function toOwnId(at, random) {
    return v7({ msecs: at.getTime(), random: random(16) });
}
//# sourceMappingURL=own-id.js.map