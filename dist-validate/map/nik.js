/**
 * Reads a structurally valid NIK: sixteen digits, a real date, a serial that is not 0000. Anything else gives nothing.
 * There is no check digit; a NIK that reads well may still be somebody else's. `asOf` decides the century of two-digit years.
 */
export function readNik(nik, asOf) {
    const parts = /^(\d{6})(\d{2})(\d{2})(\d{2})(\d{4})$/.exec(nik);
    if (parts === null || parts[5] === '0000')
        return undefined;
    const day = Number(parts[2]);
    const sex = day > 40 ? 'P' : 'L';
    const yearOfCentury = Number(parts[4]);
    const century = Number(asOf.slice(0, 2));
    const monthDay = `${parts[3] ?? ''}-${String(day > 40 ? day - 40 : day).padStart(2, '0')}`;
    const inCentury = `${String(century)}${String(yearOfCentury).padStart(2, '0')}-${monthDay}`;
    const birthDate = inCentury > asOf ? `${String(century - 1)}${inCentury.slice(2)}` : inCentury;
    return isRealDate(birthDate) ? { area: parts[1] ?? '', birthDate, sex } : undefined;
}
function isRealDate(date) {
    const [year, month, day] = date.split('-').map(Number);
    if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1)
        return false;
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return day <= (days[month - 1] ?? 0);
}
//# sourceMappingURL=nik.js.map