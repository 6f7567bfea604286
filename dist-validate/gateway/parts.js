/** Platforms to which visits are owed. */
export const platforms = ['satusehat'];
/** A reading is taken over by another process when nothing was stored for this long. */
export const readingLeaseMs = 30_000;
//# sourceMappingURL=parts.js.map