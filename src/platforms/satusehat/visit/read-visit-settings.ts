import { Type, type TLiteral } from '@sinclair/typebox';
import { toFailed, toPassed, type Checked } from '../../../fhir/checked.ts';
import { readTable, type TableFile } from '../../../map/tables/read-table.ts';
import type { VisitSettings } from './visit-settings.ts';

const closed = { additionalProperties: false };

const schema = Type.Object(
  {
    'kelas-kunjungan-rumah': oneOf(Type.Literal('HH'), Type.Literal('AMB')),
    'nomor-anc': oneOf(Type.Literal('episode-of-care'), Type.Literal('episodeofcare-anc'), Type.Literal('tidak')),
    'permintaan-laboratorium': oneOf(Type.Literal('dibuat'), Type.Literal('tidak')),
    'identitas-imunisasi': oneOf(Type.Literal('immunization'), Type.Literal('tidak')),
  },
  closed,
);

/** A choice with all that may be chosen and who says what. */
function oneOf<T extends TLiteral[]>(...options: [...T]) {
  const words = Type.Record(Type.String(), Type.String({ minLength: 1 }));
  return Type.Object({ pakai: Type.Union(options), pilihan: words, citation: Type.String({ minLength: 1 }) }, closed);
}

/** Reads what a district chose where sources on visits disagree (programme/kunjungan-satusehat.yaml); a fault names file and line. */
export function readVisitSettings(file: TableFile): Checked<VisitSettings> {
  const table = readTable(file, schema);
  if (!table.ok) return toFailed(...table.issues);
  const { value } = table.value;
  return toPassed({
    homeClass: value['kelas-kunjungan-rumah'].pakai,
    antenatalNumber: value['nomor-anc'].pakai,
    laboratoryRequest: value['permintaan-laboratorium'].pakai,
    immunizationIdentifier: value['identitas-imunisasi'].pakai,
  });
}
