import { Type, type TLiteral } from '@sinclair/typebox';

/** The shape of a choice where sources disagree: which is taken (`pakai`), all that may be chosen, and who says what. */
export function choiceOf<T extends TLiteral[]>(...options: [...T]) {
  const words = Type.Record(Type.String(), Type.String({ minLength: 1 }));
  return Type.Object(
    { pakai: Type.Union(options), pilihan: words, citation: Type.String({ minLength: 1 }) },
    { additionalProperties: false },
  );
}
