import { Type, type Static } from '@sinclair/typebox';

/** The form of these claims; another form gets another name. */
export const receiptFormat = 'titian-receipt/1';

/** Type of a receipt in its JWS header (RFC 8725, 3.11: whoever verifies asks for exactly this one). */
export const receiptType = 'titian-receipt+jws';

const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const count = Type.Integer({ minimum: 0 });
const moment = Type.String();
const deliverySchema = Type.Object({
  visit: Type.String(),
  platform: Type.String(),
  environment: Type.String(),
  encounter: Type.String(),
  patient: Type.Optional(Type.String()),
  version: count,
  at: moment,
});

/** What a receipt says. Nothing in it names a person but the numbers a platform gave. */
export const claimsSchema = Type.Object({
  format: Type.Literal(receiptFormat),
  /** This installation, by a name of its own; `iat` in seconds since 1970 (RFC 7519, 4.1.6), `issuedAt` the same to read. */
  iss: Type.String(),
  iat: Type.Integer(),
  issuedAt: moment,
  environment: Type.Union([Type.Literal('simulasi'), Type.Literal('staging'), Type.Literal('produksi')]),
  /** Outside produksi: that nothing of this reached the national record. */
  notice: Type.Optional(Type.Object({ id: Type.String(), en: Type.String() })),
  /** `diproses`: received, verdicts not yet complete. `selesai`: every row has its verdict. */
  state: Type.Union([Type.Literal('diproses'), Type.Literal('selesai')]),
  submission: Type.Object({
    id: Type.String(),
    submitter: Type.String(),
    source: Type.String(),
    request: Type.Record(Type.String(), Type.String()),
    receivedAt: moment,
  }),
  /** `sha256` is absent once the bytes were erased with a person in them. */
  file: Type.Object({ bytes: count, sha256: Type.Optional(sha256), erasedAt: Type.Optional(moment) }),
  reading: Type.Object({ id: Type.String(), tablesVersion: Type.String(), startedAt: moment, finishedAt: Type.Optional(moment) }),
  /** Only of a finished reading; the hash is over the verdict lines in the order of the file. */
  verdicts: Type.Optional(
    Type.Object({
      counts: Type.Object({
        rows: count,
        headings: count,
        /** Absent in receipts from before rows could have parts. */
        parts: Type.Optional(count),
        accepted: count,
        warning: count,
        quarantined: count,
        skipped: count,
      }),
      sha256,
    }),
  ),
  /** What platforms have taken so far: `count` and hash are of all, `list` is the part after `after`, and `next` where the following part begins. */
  deliveries: Type.Object({
    count,
    sha256,
    list: Type.Array(deliverySchema),
    after: Type.Optional(Type.String()),
    next: Type.Optional(Type.String()),
  }),
});

export type ReceiptClaims = Readonly<Static<typeof claimsSchema>>;

/** What a platform has taken, as a receipt says it. */
export type ReceiptDelivery = Readonly<Static<typeof deliverySchema>>;
