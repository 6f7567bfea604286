import type { CheckReport, CheckWorld } from '../checks/check.ts';
import type { JsonObject } from '../json.ts';
import { checkDerivation } from './check-derivation.ts';
import { compileForm, toPath } from './form.ts';
import type { Form, FormItem } from './form.ts';

/**
 * Checks what a Questionnaire says about itself and no definition states, as the reference validator does: each enableWhen speaks of another
 * item of the form that was asked before, and a derived form keeps to the one it is derived from.
 */
export function checkQuestionnaire(questionnaire: JsonObject, world: CheckWorld, report: CheckReport): void {
  const form = compileForm(questionnaire);
  if (form.conditional) for (const item of form.items) checkConditions(form, item, report);
  if (questionnaire['derivedFrom'] !== undefined) checkDerivation(form, world, report);
}

function checkConditions(form: Form, item: FormItem, report: CheckReport): void {
  item.conditions.forEach(({ question }, i) => {
    const target = form.byLinkId.get(question);
    const fault = question === '' ? undefined : findFault(item, target);
    if (fault === undefined) return;
    const severity = fault === 'enable-when-later' ? 'warning' : 'error';
    report.add({
      code: fault,
      severity,
      at: `${toPath(item)}.enableWhen[${String(i)}]`,
      rule: 'Questionnaire.item.enableWhen',
      came: question,
    });
  });
}

function findFault(item: FormItem, target: FormItem | undefined): string | undefined {
  if (target === undefined) return 'enable-when-unknown';
  if (target === item) return 'enable-when-self';
  if (isInside(item, target)) return 'enable-when-inner';
  return target.order > item.order ? 'enable-when-later' : undefined;
}

function isInside(outer: FormItem, inner: FormItem): boolean {
  let each: FormItem | undefined = inner;
  while (each !== undefined && each.depth > outer.depth) each = each.parent;
  return each === outer;
}
