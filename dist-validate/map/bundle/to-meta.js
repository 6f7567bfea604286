/** Profile and tags of a resource: simulated data stay recognisable wherever they turn up (field rule 2). */
export function toMeta(profile, ...tags) {
    return { ...(profile !== undefined && { profile: [profile] }), tag: tags.map((tag) => ({ ...tag })) };
}
//# sourceMappingURL=to-meta.js.map