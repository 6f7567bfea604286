const kindWords = {
    posyandu: 'posyandu',
    pos: 'posyandu',
    puskesmas: 'puskesmas',
    pkm: 'puskesmas',
    // As the e-PPGBM export spells its heading.
    pukesmas: 'puskesmas',
    pustu: 'pustu',
    klinik: 'klinik',
};
/** Makes names comparable: case, spaces, punctuation, accents and leading zeros do not count ("KAMBOJA-02" is "Kamboja 2"). */
export function normalisePlaceName(written) {
    const plain = written.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    const words = (plain.match(/\p{L}+|\d+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ''));
    const [first, ...rest] = words;
    const kind = first !== undefined && rest.length > 0 && Object.hasOwn(kindWords, first) ? kindWords[first] : undefined;
    const bare = kind === undefined ? words.join('') : rest.join('');
    return { full: kind === undefined ? bare : `${kind}${bare}`, bare, kind };
}
//# sourceMappingURL=normalise-place-name.js.map