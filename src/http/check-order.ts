import { Type } from '@sinclair/typebox';
import { createCheck } from './check-request.ts';

/** Checks what is told a platform besides the order itself. */
export const checkOrder = createCheck(
  Type.Object({ reason: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }, { additionalProperties: false }),
  { reason: ['teks 1 sampai 200 huruf, tanpa data orang', 'a text of 1 to 200 letters, without data of a person'] },
);
