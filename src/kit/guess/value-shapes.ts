import { readNik } from '../../map/conversions/read-nik.ts';
import { cleanText } from '../../map/conversions/clean-text.ts';
import { isDayCell } from '../inspect/cell-kinds.ts';

/** Words and marks that mean "nothing was written". */
const nothing =
  /^(?:[-–—.\s*]+|n\/?a|#n\/a|null|nihil|kosong|tdk|tidak (?:diukur|ditimbang|ada|hadir|tahu)|tdk (?:diukur|ditimbang|hadir)|belum(?: diukur)?)$/i;

/** True for a cell that says nothing of its column. */
export function isNothing(text: string): boolean {
  return nothing.test(text);
}

/** Words of one to six names: letters with the marks that names bear. */
export function isNameLike(text: string): boolean {
  return /^\p{L}[\p{L}\s.,'’`/()-]{1,60}$/u.test(text) && text.split(/\s+/).length <= 6;
}

/** What a NIK column holds, be it mended or masked. */
export function isNikLike(text: string): boolean {
  const { is } = readNik(text);
  return (
    is === 'nik' ||
    is === 'D01' ||
    is === 'D04' ||
    (is === 'D05' && /^\d{16}$/.test(cleanText(text))) ||
    /^'?\d{15,17}$/.test(cleanText(text))
  );
}

type Shape = (text: string) => boolean;

const isWordy: Shape = (text) => /\p{L}/u.test(text) && !isDayCell(text);
const isNumber: Shape = (text) => /^[+-]?\d+(?:[.,]\d+)?$/.test(text);
const isUnitNumber: Shape = (text) => /^(?:r[tw]\.?\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?$/i.test(text);
const isIdLike: Shape = (text) => /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,40}$/u.test(text);
const isText: Shape = (text) => !isNumber(text) && !isDayCell(text);

/** The shape of cells of targets that take any text: what reading alone cannot tell apart. */
const shapes: Readonly<Record<string, Shape>> = {
  'person.nik': isNikLike,
  'person.nikIbu': isNikLike,
  'person.nikParent': isNikLike,
  'person.name': isNameLike,
  'person.mother': isNameLike,
  'person.father': isNameLike,
  'person.parents': isNameLike,
  'person.spouse': isNameLike,
  'person.birthPlace': isNameLike,
  'person.localId': isIdLike,
  'person.address.rt': isUnitNumber,
  'person.address.rw': isUnitNumber,
  'visit.place': isWordy,
  'visit.recorder': isNameLike,
  'visit.verifiedBy': isNameLike,
  'visit.number': isIdLike,
  'person.phone': (text) => /^'?\+?[\d\s().-]{8,18}$/.test(text),
  'person.kk': (text) => /^'?[\d\s.-]{12,22}$/.test(text),
  'person.bpjs': (text) => /^'?[\d\s.-]{8,18}$/.test(text),
};

/** The shape that cells of a target have, where their shape says anything. */
export function toShape(target: string, isFree: boolean): Shape | undefined {
  const own = shapes[target];
  if (own !== undefined) return own;
  if (isFree) return isText;
  if (target.startsWith('reported.zs-')) return isNumber;
  return target.startsWith('person.address.') || target.startsWith('reported.status') ? isWordy : undefined;
}
