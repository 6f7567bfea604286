import type { Concept } from './code-system.ts';
import type { System } from './system.ts';

/** As the system shows the code; as something else; or otherwise, while the system is held in part and may have more to show. */
export type Shown = 'so' | 'another' | 'otherwise';

/** Where a display is read: the system that shows the code, and the language of the resource. */
export interface Reading {
  readonly system: System;
  readonly language: string;
}

/** Compares a display with what the system shows in the language of the resource. Capitals do not matter, blanks do. */
export function isShownSo(display: string, concept: Concept, { system, language }: Reading): Shown {
  const said = display.toLowerCase();
  const fitting = concept.designations.filter((each) => speaks(each.language, language));
  const own = concept.display !== undefined;
  if (!own && fitting.length === 0) return 'so';
  if (concept.display?.toLowerCase() === said || fitting.some((each) => each.value.toLowerCase() === said)) return 'so';
  return system.complete || isOfAnother(said, concept, system) ? 'another' : 'otherwise';
}

/** A designation without a language speaks any; otherwise the first part of the tag counts (BCP 47). */
function speaks(designation: string, language: string): boolean {
  return designation === '' || toPrimary(designation) === toPrimary(language);
}

function toPrimary(tag: string): string {
  return (tag.split('-', 1)[0] ?? '').toLowerCase();
}

function isOfAnother(said: string, concept: Concept, { concepts }: System): boolean {
  for (const other of concepts.values()) if (other !== concept && other.display?.toLowerCase() === said) return true;
  return false;
}
