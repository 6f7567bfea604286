import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import type { ElementDefinition, Whom } from '../element-definition.ts';
import { toGiven } from '../given.ts';
import type { ElementOverlay } from '../programme.ts';
import type { StagesTable } from './programme-schema.ts';
import { toUnknownWord } from './read-table.ts';

/** What the tables of life stages may name. */
export interface KnownWords {
  readonly elements: ReadonlyMap<string, ElementDefinition>;
  readonly stages: ReadonlySet<string>;
}

type Report = (path: readonly (string | number)[], message: Bilingual) => void;
type WrittenOverlay = StagesTable['value']['elements'][string];

/** Compiles which elements apply at the stages of a group, with what differs there; what nobody knows is named with the nearest word. */
export function compileOverlays(
  elements: StagesTable['value']['elements'],
  known: KnownWords,
  report: Report,
): ReadonlyMap<string, ElementOverlay> {
  return new Map(
    Object.entries(elements).map(([key, written]): readonly [string, ElementOverlay] => {
      const at: Report = (path, message) => {
        report([key, ...path], message);
      };
      checkOverlay(key, written, known, at);
      const { range, bands, ages, issue } = written;
      return [key, toGiven({ range, bands, ages, issue })];
    }),
  );
}

function checkOverlay(key: string, written: WrittenOverlay, { elements, stages }: KnownWords, report: Report): void {
  const element = elements.get(key);
  if (element === undefined) report([], toUnknownWord({ id: 'elemen', en: 'element' }, key, elements.keys()));
  else {
    checkLimits(written, element, report);
    checkCodes(Object.keys(written.ages ?? {}), element.codes ?? [], report);
  }
  for (const [nth, band] of (written.bands ?? []).entries()) checkWhom(['bands', nth, 'for'], band.for, stages, report);
}

function checkLimits({ range, bands }: WrittenOverlay, { unit }: ElementDefinition, report: Report): void {
  if (unit !== undefined || (range === undefined && bands === undefined)) return;
  report([range === undefined ? 'bands' : 'range'], { id: 'hanya yang berangka mempunyai batas', en: 'only what is a number has limits' });
}

function checkCodes(codes: readonly string[], known: readonly string[], report: Report): void {
  for (const code of codes) if (!known.includes(code)) report(['ages', code], toUnknownWord({ id: 'kode', en: 'code' }, code, known));
}

/** Reports a stage that a band is meant for, and that there is none of. */
export function checkWhom(path: readonly (string | number)[], whom: Whom, stages: ReadonlySet<string>, report: Report): void {
  for (const word of ['stages', 'notStages'] as const) {
    for (const [nth, stage] of (whom[word] ?? []).entries()) {
      // Who fits no stage of the programme is at `lain`.
      if (stage !== 'lain' && !stages.has(stage)) report([...path, word, nth], toUnknownWord({ id: 'tahap', en: 'stage' }, stage, stages));
    }
  }
}
