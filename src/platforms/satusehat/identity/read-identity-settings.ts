import { Type } from '@sinclair/typebox';
import { toFailed, toPassed, type Checked } from '../../../fhir/checked.ts';
import { readTable, type TableFile } from '../../../map/tables/read-table.ts';
import { choiceOf } from '../choice-of.ts';
import { identityDefaults, type IdentitySettings } from './identity-settings.ts';

const schema = Type.Object(
  {
    'hubungan-ibu': choiceOf(Type.Literal('MTH'), Type.Literal('FAMMEMB')),
    'bentuk-perubahan-pasien': choiceOf(Type.Literal('test-dan-replace'), Type.Literal('replace-saja')),
  },
  { additionalProperties: false },
);

/** Reads what a district chose where the platform's documents on people disagree (programme/identitas-satusehat.yaml); a fault names file and line. */
export function readIdentitySettings(file: TableFile): Checked<IdentitySettings> {
  const table = readTable(file, schema);
  if (!table.ok) return toFailed(...table.issues);
  const { value } = table.value;
  return toPassed({
    ...identityDefaults,
    motherRelationship: value['hubungan-ibu'].pakai,
    patch: value['bentuk-perubahan-pasien'].pakai,
  });
}
