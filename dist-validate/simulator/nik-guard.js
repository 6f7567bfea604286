import { isJsonObject, printed } from "./json.js";
import { refuse } from "./refusal.js";
const nikSystems = ['https://fhir.kemkes.go.id/id/nik', 'https://fhir.kemkes.go.id/id/nik-ibu'];
const freeTexts = new Set(['display', 'text', 'div', 'valueString', 'note', 'comment']);
/** NIKs that the ministry published for its own sandbox; they belong to nobody, so they may be asked for here too. */
const ministryTestNiks = new Set([
    '9271060312000002',
    '9271060312000003',
    '0000000000000000',
    '1111111111111111',
    '9999999999999999',
    '3313096403900009',
]);
/** Answers whether a NIK may enter the simulator: only those of kecamatan 99, which does not exist, and the ministry's test list. */
export function isInventedNik(nik) {
    return ministryTestNiks.has(nik) || (/^\d{16}$/.test(nik) && nik.slice(4, 6) === '99');
}
/** Answers whether anything in a body looks like the NIK of a real person: in an identifier, or written into a free text. */
export function holdsRealNik(value) {
    if (Array.isArray(value))
        return value.some(holdsRealNik);
    if (!isJsonObject(value))
        return false;
    const system = value['system'];
    if (typeof system === 'string' && nikSystems.includes(system))
        return !isInventedNik(printed(value['value']));
    return Object.entries(value).some(([key, item]) => typeof item === 'string' ? freeTexts.has(key) && namesRealNik(item) : holdsRealNik(item));
}
/** Answers whether a search value such as `https://fhir.kemkes.go.id/id/nik|...` asks for a NIK that may be real. */
export function asksRealNik(searchValue) {
    const [system = '', nik = ''] = searchValue.split('|');
    return nikSystems.includes(system) && !isInventedNik(nik);
}
/** The refusal of a NIK that may be real; the number itself is never repeated. */
export function refuseRealNik() {
    return refuse(400, {
        severity: 'error',
        code: 'business-rule',
        text: 'Simulator menolak NIK di luar kecamatan uji 99 (digit 5-6). Simulasi hanya untuk orang rekaan; tidak ada yang disimpan.',
        diagnostics: 'The simulator refuses a NIK outside the test district 99 (digits 5-6). Simulation is for invented people only; nothing was stored.',
    });
}
/** A run of 16 digits counts as a NIK when its province and its date of birth (women: day + 40) can exist. */
function namesRealNik(text) {
    return (text.match(/(?<!\d)\d{16}(?!\d)/g) ?? []).some((digits) => /^[1-9]\d{5}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])/.test(digits) && !isInventedNik(digits));
}
//# sourceMappingURL=nik-guard.js.map