import { itemsOf, textAt, valueAt, type Json, type JsonObject } from './json.ts';
import { refusal, type Refusal } from './refusal.ts';

const administrativeCode = 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode';
const areaParts = ['province', 'city', 'district', 'village'];

/** Compares an address with the one Dukcapil knows, area, RT and RW apart, in the words the platform passes on; nothing known, nothing compared. */
export function compareAddress(known: JsonObject | undefined, given: JsonObject): readonly Refusal[] {
  const [have, want] = [partsOf(given['address']), partsOf(known?.['address'])];
  if (want.size === 0) return [];
  const differs = (part: string): boolean => want.has(part) && want.get(part) !== have.get(part);
  return [
    ...(areaParts.some(differs) ? [refusal('exception', 'alamat TIDAK SESUAI', 'Patient.address')] : []),
    ...['rt', 'rw']
      .filter(differs)
      .map((part) =>
        refusal('exception', `no_${part} TIDAK SESUAI`, `Patient.address[x].extension[x].extension[x](url:${part}).valueCode`),
      ),
  ];
}

/** Numbers of RT and RW are the same with and without leading zeros. */
function partsOf(address: Json | undefined): ReadonlyMap<string, string> {
  const extensions = itemsOf(address).flatMap((each) => itemsOf(valueAt(each, 'extension')));
  const parts = extensions
    .filter((each) => textAt(each, 'url') === administrativeCode)
    .flatMap((each) => itemsOf(valueAt(each, 'extension')));
  return new Map(parts.map((part) => [textAt(part, 'url') ?? '', (textAt(part, 'valueCode') ?? '').replace(/^0+(?=\d{1,3}$)/, '')]));
}
