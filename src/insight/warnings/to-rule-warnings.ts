import { addMonths } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import { isEnrolment } from '../status/list-records.ts';
import { isNakesContact } from '../antenatal/is-contact.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Scene } from './evaluate-condition.ts';
import type { Finding, WarningDraft } from './finding.ts';
import { askRule } from './judge-history.ts';
import type { RuleAnswer } from './judge-history.ts';
import { findEndOfPregnancy } from './pregnancy-end.ts';
import { strictest } from './to-evidence.ts';
import type { WarningRule } from './warning-rules.ts';
import type { WarningTables } from './warning-tables.ts';

/** What warnings are drawn up from. */
export interface WarningFacts {
  readonly history: History;
  readonly tables: WarningTables;
  readonly asOf: LocalDate;
}

/** Draws up the warnings of one rule: opened by the first visit that shows it, closed by the first one that ends it, and so on. */
export function toRuleWarnings(rule: WarningRule, scenes: readonly Scene[], facts: WarningFacts): readonly WarningDraft[] {
  const runs: { readonly shown: RuleAnswer[]; closed?: LocalDate }[] = [];
  for (const answer of scenes.map((scene) => askRule(rule, scene, facts.tables))) {
    const open = runs.at(-1);
    const isOpen = open !== undefined && endOf(open, rule, facts, answer.scene.visit.date) === undefined;
    if (answer.holds === true) {
      if (isOpen) open.shown.push(answer);
      else runs.push({ shown: [answer] });
    } else if (isOpen && isEndedBy(rule, open.shown, answer, facts.tables)) {
      open.closed = answer.scene.visit.date;
    }
  }
  return runs.flatMap((run) => toDraft(rule, run, facts));
}

interface Run {
  readonly shown: readonly RuleAnswer[];
  readonly closed?: LocalDate;
}

/** The day a warning was over: by a visit, or before it by age or the end of the pregnancy. */
function endOf({ shown, closed }: Run, rule: WarningRule, { history }: WarningFacts, by: LocalDate): LocalDate | undefined {
  const last = shown.at(-1)?.scene.visit.date ?? '';
  const days = rule.closes.flatMap((closing) => {
    if (closing === 'kehamilan' || closing === 'persalinan') return findEndOfPregnancy(last, history, closing) ?? [];
    if (typeof closing === 'object' && history.person.birthDate !== undefined) return addMonths(history.person.birthDate, closing.months);
    return [];
  });
  return [...days, ...(closed === undefined ? [] : [closed])].filter((day) => day <= by).sort()[0];
}

function isEndedBy(rule: WarningRule, shown: readonly RuleAnswer[], { scene }: RuleAnswer, tables: WarningTables): boolean {
  if (rule.closes.includes('nakes') && !isEnrolment(scene.visit) && isNakesContact(scene.visit, tables.antenatal)) return true;
  const held = shown.at(-1)?.held ?? [];
  return rule.closes.includes('status') && held.length > 0 && held.every((each) => evaluateCondition(each, scene).holds === false);
}

function toDraft(rule: WarningRule, run: Run, facts: WarningFacts): readonly WarningDraft[] {
  const findings: readonly Finding[] = run.shown.flatMap(({ finding }) => finding ?? []);
  const [first] = run.shown;
  const last = run.shown.at(-1);
  const latest = findings.at(-1);
  if (first === undefined || last === undefined || latest === undefined) return [];
  const closed = endOf(run, rule, facts, facts.asOf);
  return [
    {
      code: rule.code,
      person: facts.history.person.id,
      level: latest.level,
      place: last.scene.visit.place,
      opened: first.scene.visit.date,
      latest: last.scene.visit.date,
      ...(closed === undefined ? {} : { closed }),
      findings,
      kerahasiaan: strictest(findings.map(({ kerahasiaan }) => kerahasiaan)),
      text: rule.text,
    },
  ];
}
