import { Type } from '@sinclair/typebox';
import { createCheck } from './check-request.ts';

const secret = Type.String({ minLength: 1, maxLength: 500, pattern: '^[!-~]+$' });
const words = Type.String({ maxLength: 200, pattern: '\\S' });
const day = Type.String({ format: 'tanggal' });
const secretWords = [
  'teks tanpa spasi, seperti yang diterima dari SATUSEHAT',
  'a text without blanks, as received from SATUSEHAT',
] as const;

/** Checks what a puskesmas enters; what came is never repeated. */
export const checkCredential = createCheck(
  Type.Object(
    {
      clientId: secret,
      clientSecret: secret,
      letter: Type.Object({ number: words, from: day, to: day, signedBy: words }, { additionalProperties: false }),
    },
    { additionalProperties: false },
  ),
  {
    clientId: secretWords,
    clientSecret: secretWords,
    letter: [
      'surat kuasa: number, from dan to sebagai TTTT-BB-HH, signedBy',
      'the letter of authority: number, from and to as YYYY-MM-DD, signedBy',
    ],
  },
);
