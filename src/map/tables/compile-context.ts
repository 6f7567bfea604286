import type { Issue } from '../../fhir/issue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { monthPattern } from '../conversions/read-month.ts';
import type { Column, ContextFact, ContextStep, Source } from '../source.ts';
import { toUnknownWord } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

type Step = SourceTable['value']['context']['place'][number];

const facts: readonly ContextFact[] = ['place', 'date', 'month', 'year', 'recorder'];

/** Compiles the verbs that say where place, day, month, year and recorder stand; a column they name has to be mapped to just that. */
export function compileContext(source: SourceTable, columns: readonly Column[], issues: Issue[]): Source['context'] {
  const toSteps = (fact: ContextFact): readonly ContextStep[] =>
    (source.value.context[fact] ?? []).flatMap((step, at): readonly ContextStep[] => {
      const fault = { fact, at, source, issues };
      if (step.request === true) return [{ from: 'request' }];
      if (step.title !== undefined) return toPatternStep('title', step.title, fault);
      if (step['file-name'] !== undefined) return toPatternStep('file-name', step['file-name'], fault);
      if (step.label !== undefined) return [{ from: 'label', labels: [step.label].flat().map(toComparable) }];
      return toColumnStep(step, columns, fault);
    });
  const { place, date, month, year, recorder } = Object.fromEntries(facts.map((fact) => [fact, toSteps(fact)]));
  return { place: place ?? [], date: date ?? [], month: month ?? [], year: year ?? [], recorder: recorder ?? [] };
}

interface StepFault {
  readonly fact: ContextFact;
  readonly at: number;
  readonly source: SourceTable;
  readonly issues: Issue[];
}

function toColumnStep(step: Step, columns: readonly Column[], { fact, at, source, issues }: StepFault): readonly ContextStep[] {
  const target = `visit.${fact}`;
  // A column of a repetition goes by its own name: each of its repetitions has one.
  const repeated = source.value.repeat?.columns[step.column ?? '']?.is === target;
  const column = columns.find(({ name }) => name === step.column);
  if (repeated || column?.targets.includes(target) === true) return [{ from: 'column' }];
  const named = columns.filter(({ targets }) => targets.includes(target)).map(({ name }) => name);
  const message = toUnknownWord({ id: `kolom untuk ${target}`, en: `column for ${target}` }, step.column ?? '', named);
  issues.push(source.fault(['context', fact, at, 'column'], message));
  return [];
}

/** A pattern has known parts only, each once, and the fact it is written for among them. */
function toPatternStep(from: 'title' | 'file-name', written: string, { fact, at, source, issues }: StepFault): readonly ContextStep[] {
  const parts = [...written.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
  const path = ['context', fact, at, from];
  const strange = parts.find((part) => !(facts as readonly string[]).includes(part));
  if (strange !== undefined)
    issues.push(source.fault(path, toUnknownWord({ id: 'bagian', en: 'part' }, `{${strange}}`, facts.map(toBraced))));
  else if (!parts.includes(fact)) {
    issues.push(
      source.fault(path, {
        id: `pola untuk ${fact} harus memuat {${fact}}`,
        en: `a pattern for ${fact} has to hold {${fact}}`,
      }),
    );
  } else if (new Set(parts).size < parts.length) {
    issues.push(source.fault(path, { id: 'satu bagian hanya boleh sekali dalam pola', en: 'a part may stand in a pattern only once' }));
  } else return [{ from, pattern: toPattern(written) }];
  return [];
}

function toBraced(part: string): string {
  return `{${part}}`;
}

const dayPattern = '\\d{1,4}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{2,4}|\\d{1,2}[\\s./-]*\\p{L}+\\.?[\\s./,-]*\\d{2,4}';
const patterns: Readonly<Record<string, string>> = {
  month: `(?<month>${monthPattern})(?!\\d)`,
  date: `(?<date>${dayPattern})(?!\\d)`,
  // `2025/2026`: the year in which a year of service begins.
  year: '(?<year>(?:19|20)\\d{2})(?:\\s*[/-]\\s*\\d{2,4})?(?!\\d)',
};

/**
 * Turns `POSYANDU {place} - {month}` into a pattern with named parts. The words are found in any case and anywhere, with or
 * without a colon behind them; a place or a name runs to the next word or to the end of the cell, a month is a month with its year.
 */
function toPattern(written: string): RegExp {
  const parts = written.split(/(\{\w+\})/).filter((part) => part !== '');
  const pattern = parts.map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return toWordPattern(part);
    return patterns[name] ?? `(?<${name}>.+?)`;
  });
  const last = /^\{(\w+)\}$/.exec(parts.at(-1) ?? '')?.[1];
  const isOpen = last !== undefined && !(last in patterns);
  return new RegExp(`${pattern.join('')}${isOpen ? '\\s*$' : ''}`, 'iu');
}

function toWordPattern(words: string): string {
  // A stroke is written as it comes: `-`, or the longer ones of a word processor.
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return escaped.replace(/[-–—]/g, '[-–—]').replace(/\s+/g, '[\\s:=,]*');
}
