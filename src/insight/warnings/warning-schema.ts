import type { Static, TSchema } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { citationFields, forSchema, settingSchema, settingsSchema } from '../status/status-schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const whole = Type.Integer({ minimum: 0 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

/** A condition as it is written: exactly one of status, element, age, all, any, with what belongs to it. */
export interface WrittenCondition {
  readonly status?: string;
  readonly element?: string;
  readonly is?: readonly string[];
  readonly clear?: readonly string[];
  readonly yes?: boolean;
  readonly from?: number;
  readonly below?: number;
  readonly age?: { readonly from?: number; readonly below?: number };
  readonly all?: readonly WrittenCondition[];
  readonly any?: readonly WrittenCondition[];
}

/** Conditions nest this deep and no deeper: what needs more is to be two rules. */
const deepest = 3;

function toConditionSchema(depth: number): TSchema {
  const inner = depth === 0 ? {} : { all: nested(depth), any: nested(depth) };
  return Type.Object(
    {
      status: Type.Optional(text),
      element: Type.Optional(text),
      is: Type.Optional(Type.Array(text, { minItems: 1 })),
      clear: Type.Optional(Type.Array(text, { minItems: 1 })),
      yes: Type.Optional(Type.Boolean()),
      from: Type.Optional(Type.Number()),
      below: Type.Optional(Type.Number()),
      age: Type.Optional(Type.Object({ from: Type.Optional(whole), below: Type.Optional(whole) }, strict)),
      ...inner,
    },
    strict,
  );
}

function nested(depth: number) {
  return Type.Optional(Type.Array(toConditionSchema(depth - 1), { minItems: 1 }));
}

const condition = Type.Unsafe<WrittenCondition>(toConditionSchema(deepest));
const level = oneOf('merah', 'jingga', 'kuning', 'info');
const sensitivity = oneOf('umum', 'terbatas', 'sangat-terbatas');
const bilingual = Type.Object({ id: text, en: text }, strict);

const closing = Type.Unsafe<'status' | 'nakes' | 'kehamilan' | 'persalinan' | { readonly months: number }>({
  anyOf: [
    { type: 'string', enum: ['status', 'nakes', 'kehamilan', 'persalinan'] },
    { type: 'object', properties: { months: { type: 'integer', minimum: 0 } }, required: ['months'], additionalProperties: false },
  ],
});

const ruleSchema = Type.Object(
  {
    code: text,
    title: text,
    for: forSchema,
    when: condition,
    level,
    raise: Type.Optional(Type.Array(Type.Object({ level, when: condition, setting: Type.Optional(settingSchema) }, strict))),
    warns: Type.Optional(Type.Boolean()),
    closes: Type.Array(closing, { minItems: 1 }),
    kerahasiaan: sensitivity,
    setting: Type.Optional(settingSchema),
    text: bilingual,
    ...citationFields,
  },
  strict,
);

const lapseSchema = Type.Object(
  {
    code: text,
    title: text,
    of: Type.Optional(text),
    since: Type.Optional(oneOf('lahir')),
    days: Type.Optional(whole),
    unless: Type.Optional(Type.Object({ is: oneOf('nik') }, strict)),
    until: Type.Optional(whole),
    level,
    kerahasiaan: sensitivity,
    text: bilingual,
    ...citationFields,
  },
  strict,
);

/** programme/warnings.yaml. */
export const warningRulesSchema = Type.Object(
  {
    settings: settingsSchema,
    secrecy: Type.Array(Type.Object({ for: forSchema, is: sensitivity, why: text }, strict)),
    rules: Type.Array(ruleSchema, { minItems: 1 }),
    lapses: Type.Array(lapseSchema),
  },
  strict,
);

/** programme/warnings/*.yaml: further rules, such as those of one stage of life. */
export const furtherRulesSchema = Type.Object(
  { rules: Type.Optional(Type.Array(ruleSchema)), lapses: Type.Optional(Type.Array(lapseSchema)) },
  { ...strict, minProperties: 1 },
);

/** programme/warnings.yaml as it is written. */
export type WrittenRules = Static<typeof warningRulesSchema>;

export type WrittenRule = Static<typeof ruleSchema>;

export type WrittenLapse = Static<typeof lapseSchema>;

/** What ends a warning. */
export type Closing = Static<typeof closing>;

/** Who may see what beyond the sensitivity of elements. */
export type Secrecy = Static<typeof warningRulesSchema>['secrecy'][number];
