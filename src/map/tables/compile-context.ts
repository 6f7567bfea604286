import type { Issue } from '../../fhir/issue.ts';
import { monthPattern } from '../conversions/read-month.ts';
import type { Column, ContextStep, Source } from '../source.ts';
import { toUnknownWord } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

type Steps = NonNullable<SourceTable['value']['context']['month']>;

/** Compiles the verbs that say where place, date and month stand; a column they name has to be mapped to just that. */
export function compileContext(source: SourceTable, columns: readonly Column[], issues: Issue[]): Source['context'] {
  const { place, date, month } = source.value.context;
  const toSteps = (what: 'place' | 'date' | 'month', steps: Steps): readonly ContextStep[] =>
    steps.flatMap((step, at): readonly ContextStep[] => {
      if (step.request === true) return [{ from: 'request' }];
      if (step.title !== undefined) return [{ from: 'title', pattern: toPattern(step.title) }];
      if (step['file-name'] !== undefined) return [{ from: 'file-name', pattern: toPattern(step['file-name']) }];
      const column = columns.find(({ name }) => name === step.column);
      if (column?.targets.includes(`visit.${what}`) === true) return [{ from: 'column' }];
      const named = columns.filter(({ targets }) => targets.includes(`visit.${what}`)).map(({ name }) => name);
      const message = toUnknownWord({ id: `kolom untuk visit.${what}`, en: `column for visit.${what}` }, step.column ?? '', named);
      issues.push(source.fault(['context', what, at], message));
      return [];
    });
  return { place: toSteps('place', place), date: toSteps('date', date), month: toSteps('month', month ?? []) };
}

/**
 * Turns `POSYANDU {place} - {month}` into a pattern with named parts. The words are found in any case and anywhere, with or
 * without a colon behind them; a place runs to the next word or to the end of the cell, a month is a month with its year.
 */
function toPattern(written: string): RegExp {
  const parts = written.split(/(\{\w+\})/).filter((part) => part !== '');
  const pattern = parts.map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return toWordPattern(part);
    return name === 'month' ? `(?<month>${monthPattern})(?!\\d)` : `(?<${name}>.+?)`;
  });
  return new RegExp(`${pattern.join('')}${parts.at(-1) === '{month}' ? '' : '\\s*$'}`, 'iu');
}

function toWordPattern(words: string): string {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return escaped.replace(/[-–—]/g, '[-–—]').replace(/\s+/g, '[\\s:=,]*');
}
