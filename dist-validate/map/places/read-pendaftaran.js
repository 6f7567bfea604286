import { toFailed, toPassed } from "../../fhir/checked.js";
import { readPeriod } from "./read-place-row.js";
import { readRegister } from "./read-register.js";
import { createRowReader, toFilled } from "./row-reader.js";
const shape = {
    file: 'pendaftaran.csv',
    columns: ['person', 'category', 'place', 'domicile', 'from', 'to', 'reason-out'],
    required: ['person', 'category', 'place', 'from'],
};
const reasonsOut = ['pindah', 'melahirkan', 'keguguran', 'meninggal', 'lewat-umur'];
/** Reads pendaftaran.csv, the register of sasaran: who is looked after where, from when to when, and why no longer. */
export function readPendaftaran(text, places) {
    const table = readRegister(text, shape);
    if (!table.ok)
        return table;
    const read = table.value.map((row) => readEnrolment(row, places));
    const issues = read.flatMap((result) => result.issues);
    return issues.length > 0 ? toFailed(...issues) : toPassed(read.flatMap((result) => (result.ok ? [result.value] : [])));
}
function readEnrolment(row, places) {
    const reader = createRowReader(row, shape.file);
    const { to } = readPeriod(reader, 'from', 'to');
    const reasonOut = reader.oneOf('reason-out', reasonsOut);
    if (reasonOut !== undefined && to === undefined)
        reader.fault('to', ['isi tanggal keluar, karena alasannya ada.', 'fill in the last day, for the reason is given.']);
    reader.matching('category', /^[a-z]+(-[a-z0-9]+)*$/, [
        'diharapkan kata kecil dengan tanda hubung, misalnya ibu-hamil.',
        'expected lower-case words with hyphens, such as ibu-hamil.',
    ]);
    const enrolment = {
        person: reader.required('person'),
        category: reader.required('category'),
        place: readPlaceCode(reader, places),
        from: reader.required('from'),
        ...toFilled({ domicile: reader.text('domicile'), to, reasonOut }),
    };
    return reader.issues.length > 0 ? toFailed(...reader.issues) : toPassed(enrolment);
}
function readPlaceCode(reader, places) {
    const place = reader.required('place');
    if (place !== '' && !places.has(place)) {
        reader.fault('place', [
            'kode tempat ini tidak ada di jejaring.csv; tambahkan, atau betulkan kodenya.',
            'this place code is not in jejaring.csv; add it, or mend the code.',
        ]);
    }
    return place;
}
//# sourceMappingURL=read-pendaftaran.js.map