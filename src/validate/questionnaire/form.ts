import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** One enableWhen of an item, with the items it speaks of found beforehand. */
export interface Condition {
  readonly source: JsonObject;
  readonly operator: string;
  /** The linkId whose answers decide. */
  readonly question: string;
  /** False when the form has no such item: the condition cannot be met. */
  readonly known: boolean;
  /** The nearest item around both, within which answers are looked for; undefined for the whole response. */
  readonly scope: FormItem | undefined;
}

/** Items side by side, and where each linkId stands among them. */
export interface Siblings {
  readonly items: FormItem[];
  readonly index: Map<string, number>;
  /** Those whose absence has to be looked at. */
  readonly required: number[];
}

/** An item of a Questionnaire made ready for asking. */
export interface FormItem {
  readonly source: JsonObject;
  readonly linkId: string;
  readonly type: string;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly parent: FormItem | undefined;
  readonly depth: number;
  /** Where it stands in its list, and in the whole form counted from its top. */
  readonly position: number;
  readonly order: number;
  readonly children: Siblings;
  readonly options: readonly JsonObject[];
  readonly conditions: Condition[];
}

/** A Questionnaire made ready for checking responses. */
export interface Form {
  readonly source: JsonObject;
  readonly top: Siblings;
  /** All items, in the order of the form. */
  readonly items: readonly FormItem[];
  readonly byLinkId: ReadonlyMap<string, FormItem>;
  readonly conditional: boolean;
}

const forms = new WeakMap<JsonObject, Form>();

/** Makes a Questionnaire ready, once for each object: it must not be changed afterwards. */
export function toForm(questionnaire: JsonObject): Form {
  const known = forms.get(questionnaire);
  if (known !== undefined) return known;
  const form = compileForm(questionnaire);
  forms.set(questionnaire, form);
  return form;
}

interface Waiting {
  readonly position: number;
  readonly source: JsonObject;
  readonly parent: FormItem | undefined;
}

/** Makes a Questionnaire ready that is looked at only once. Works by a list, so that no depth is too deep. */
export function compileForm(questionnaire: JsonObject): Form {
  const top = toSiblings();
  const byLinkId = new Map<string, FormItem>();
  const all: FormItem[] = [];
  const waiting = toWaiting(questionnaire, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const item = toItem(next, all.length);
    all.push(item);
    join(next.parent?.children ?? top, item);
    if (!byLinkId.has(item.linkId)) byLinkId.set(item.linkId, item);
    for (const inner of toWaiting(next.source, item)) waiting.push(inner);
  }
  for (const item of all) item.conditions.push(...toConditions(item, byLinkId));
  return { source: questionnaire, top, items: all, byLinkId, conditional: all.some((item) => item.conditions.length > 0) };
}

/** The items inside, last first, so that they are taken from the end in their order. */
function toWaiting(source: JsonObject, parent: FormItem | undefined): Waiting[] {
  const items = Array.isArray(source['item']) ? (source['item'] as readonly unknown[]) : [];
  return items.flatMap((inner, position) => (isObject(inner) ? [{ source: inner, parent, position }] : [])).reverse();
}

function toSiblings(): Siblings {
  return { items: [], index: new Map(), required: [] };
}

function toItem({ source, parent, position }: Waiting, order: number): FormItem {
  return {
    ...{ source, position, order },
    linkId: toText(source['linkId']),
    type: toText(source['type']),
    required: source['required'] === true,
    repeats: source['repeats'] === true,
    parent,
    depth: parent === undefined ? 0 : parent.depth + 1,
    children: toSiblings(),
    options: toObjects(source['answerOption']),
    conditions: [],
  };
}

function join(siblings: Siblings, item: FormItem): void {
  const at = siblings.items.push(item) - 1;
  if (!siblings.index.has(item.linkId)) siblings.index.set(item.linkId, at);
  if (item.required) siblings.required.push(at);
}

function toConditions(item: FormItem, byLinkId: ReadonlyMap<string, FormItem>): readonly Condition[] {
  return toObjects(item.source['enableWhen']).map((source) => {
    const question = toText(source['question']);
    const target = byLinkId.get(question);
    const scope = target === undefined ? undefined : toCommon(item, target);
    return { source, operator: toText(source['operator']), question, known: target !== undefined, scope };
  });
}

/** The innermost item that holds both, either of them included. */
function toCommon(left: FormItem, right: FormItem): FormItem | undefined {
  let one: FormItem | undefined = left;
  let other: FormItem | undefined = right;
  while (one !== other) {
    if (one === undefined || other === undefined) return undefined;
    if (one.depth >= other.depth) one = one.parent;
    else other = other.parent;
  }
  return one;
}

/** The way from the form to an item. */
export function toPath(item: FormItem): string {
  const steps: string[] = [];
  for (let each: FormItem | undefined = item; each !== undefined; each = each.parent) steps.push(`.item[${String(each.position)}]`);
  return steps.reverse().join('');
}
