import { Type } from '@sinclair/typebox';
import { toFailed, toPassed, type Checked } from '../../../fhir/checked.ts';
import { readTable, type TableFile } from '../../../map/tables/read-table.ts';
import { choiceOf } from '../choice-of.ts';
import type { VisitSettings } from './visit-settings.ts';

const schema = Type.Object(
  {
    'kelas-kunjungan-rumah': choiceOf(Type.Literal('HH'), Type.Literal('AMB')),
    'nomor-anc': choiceOf(Type.Literal('episode-of-care'), Type.Literal('episodeofcare-anc'), Type.Literal('tidak')),
    'permintaan-laboratorium': choiceOf(Type.Literal('dibuat'), Type.Literal('tidak')),
    'identitas-imunisasi': choiceOf(Type.Literal('immunization'), Type.Literal('tidak')),
    'asal-hitungan': choiceOf(Type.Literal('tidak'), Type.Literal('disebut')),
  },
  { additionalProperties: false },
);

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
    derivedFrom: value['asal-hitungan'].pakai,
  });
}
