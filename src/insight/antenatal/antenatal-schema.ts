import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { citationFields, settingsSchema } from '../status/status-schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const whole = Type.Integer({ minimum: 0 });

const windowsSchema = Type.Object(
  {
    windows: Type.Array(Type.Object({ is: text, days: Type.Tuple([whole, whole]) }, strict), { minItems: 1 }),
    ...citationFields,
  },
  strict,
);

/** programme/antenatal.yaml. */
export const antenatalTablesSchema = Type.Object(
  {
    settings: settingsSchema,
    pregnancy: Type.Object(
      {
        days: whole,
        longestDays: whole,
        trimesters: Type.Array(Type.Object({ is: whole, to: whole }, strict), { minItems: 1 }),
        overdueDays: whole,
        ...citationFields,
      },
      strict,
    ),
    childbed: windowsSchema,
    newborn: windowsSchema,
  },
  strict,
);

export type WrittenAntenatalTables = Static<typeof antenatalTablesSchema>;
