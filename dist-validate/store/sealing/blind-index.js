import { createHmac } from 'node:crypto';
/** The blind indexes of one environment: what was simulated never matches what is real. */
export function toBlindIndex({ index }, environment) {
    return (kind, ...parts) => {
        const digest = createHmac('sha256', index.key)
            .update(JSON.stringify([environment, kind, ...parts]), 'utf8')
            .digest();
        return Buffer.concat([index.id, digest.subarray(0, 16)]);
    };
}
//# sourceMappingURL=blind-index.js.map