/** The blind indexes under which a person is kept and sought. */
export function toDigests({ digest }, { person, desa, sender }) {
    const digests = [];
    const add = (kind, ...parts) => {
        const known = parts.filter((part) => part !== undefined && part !== '');
        if (known.length === parts.length)
            digests.push({ kind, digest: digest(kind, ...known.map((part) => part ?? '')) });
    };
    add('nik', person.nik);
    add('nik-ibu', person.nikIbu);
    add('kk', person.kk);
    add('nomor-pengirim', sender, person.localId);
    if (person.birthDate !== undefined)
        digests.push({ kind: 'lahir', digest: digest('lahir', person.birthDate, person.sex ?? '', placeName(desa)) });
    return digests;
}
/** Names of one desa are written in many ways; capitals and spaces do not tell two apart. */
function placeName(desa) {
    return (desa ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
//# sourceMappingURL=person-digests.js.map