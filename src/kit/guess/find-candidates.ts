import { toComparable } from '../../map/conversions/clean-text.ts';
import { toUnitWords } from '../../map/conversions/read-number.ts';
import type { FormColumn } from '../form.ts';
import type { Candidate, GuessSetting } from './candidate.ts';
import type { Meaning } from '../words/meaning.ts';
import { toWritten } from '../words/meaning.ts';
import { scoreHeading } from '../words/score-heading.ts';
import type { HeadingWords } from '../words/to-heading-words.ts';
import { toHeadingWords } from '../words/to-heading-words.ts';
import type { Evidence } from './read-evidence.ts';
import { readEvidence, toCells } from './read-evidence.ts';
import { toExtract } from './find-extracts.ts';
import { toSeveral } from './find-several.ts';

const leastName = 0.45;
const mostCandidates = 8;
/** Titles of elements are sentences of the programme, words of forms speak more plainly. */
const trust = { alias: 1, dictionary: 1, element: 0.97 } as const;

/** Finds what a column may mean, the likeliest first. */
export function findCandidates(column: FormColumn, setting: GuessSetting): readonly Candidate[] {
  const heading = toHeadingWords(column.heading, column.within, setting.words);
  const named = scoreAll(column, heading, setting);
  const several = toSeveral(column, setting);
  const found = [...named, ...(several === undefined ? [] : [several]), ...toShapeOnly(column, named)];
  const judged = found.flatMap(({ meaning, name }) => toCandidate(column, { meaning, name, unit: heading.unit }, setting));
  const extract = toExtract(column, setting);
  return [...judged.map((each) => withoutOwnWords(each, judged, setting)), ...extract]
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostCandidates);
}

interface Named {
  readonly meaning: Meaning;
  readonly name: number;
}

/** The best likeness of a heading with each target. */
function scoreAll(column: FormColumn, { readings }: HeadingWords, { headings, words }: GuessSetting): readonly Named[] {
  const own = column.within.length === 0 ? toComparable(column.heading) : undefined;
  const best = new Map<string, Named>();
  for (const { heading, tokens, meaning, from } of headings) {
    const alike = toComparable(heading) === own ? 1 : Math.max(0, ...readings.map((reading) => scoreHeading(reading, tokens, words)));
    const name = alike * trust[from];
    const key = `${meaning.target}:${String(meaning.written.ignore)}`;
    if (name >= leastName && name > (best.get(key)?.name ?? 0)) best.set(key, { meaning, name });
  }
  return [...best.values()].toSorted((one, other) => other.name - one.name).slice(0, mostCandidates);
}

/** What the cells alone say, where the heading says nothing. */
function toShapeOnly(column: FormColumn, named: readonly Named[]): readonly Named[] {
  const isKnown = named.some(({ name }) => name > 0.7);
  if (isKnown || toCells(column).length < 2) return [];
  return shapeTargets.map((target) => ({
    meaning: { target, written: toWritten(target), lists: {} },
    name: column.heading === '' ? 0.65 : 0.5,
  }));
}

const shapeTargets: readonly string[] = ['person.nik', 'tekanan-darah', 'person.sex'];

function toCandidate(
  column: FormColumn,
  { meaning, name, unit }: Named & { readonly unit: string | undefined },
  setting: GuessSetting,
): readonly Candidate[] {
  if (meaning.target === '')
    return [{ meaning, name, evidence: { share: 1, asked: 0 }, score: name * (isLongNumber(column) ? 0.55 : 0.93) }];
  const choices = toUnits(meaning, unit, setting).flatMap((each) => {
    const evidence = readEvidence(column, each, setting);
    return evidence === null ? [] : [{ meaning: each, evidence }];
  });
  const [first, ...rest] = choices;
  if (first === undefined) return [];
  const best = rest.reduce((most, each) => (each.evidence.share > most.evidence.share ? each : most), first);
  const evidence = isOwnWords(column, meaning, name, setting) ? toOwnWords(best.evidence) : best.evidence;
  return [{ meaning: best.meaning, evidence, name, score: toScore(name, evidence) * toFit(meaning, setting) }];
}

/** What is asked at the stage of life a form is about goes before what is asked of anybody. */
function toFit({ target }: Meaning, { programme, fitting }: GuessSetting): number {
  if (!programme.elements.elements.has(target)) return 1;
  return fitting.has(target) ? 1.02 : 0.94;
}

function toOwnWords(evidence: Evidence): Evidence {
  return evidence.share >= ownWords ? evidence : { ...evidence, share: ownWords, isOwnWords: true };
}

const ownWords = 0.6;
const mostOwnWords = 8;

/** A heading that is known, above a few short words that are not: codes of the sender's own, which he has to translate. */
function isOwnWords(column: FormColumn, { target }: Meaning, name: number, { programme }: GuessSetting): boolean {
  const element = programme.elements.elements.get(target);
  if (name < 0.9 || element === undefined || element.unit !== undefined || element.shape === 'text' || element.shape === 'date')
    return false;
  const cells = toCells(column);
  return cells.length > 0 && cells.length <= mostOwnWords && cells.every((cell) => /^\p{L}[\p{L}\s-]{0,24}$/u.test(cell));
}

/** Words of the sender's own are believed only where nothing else of a like heading has them in its list: `RSUD` below `rujukan` is a place. */
function withoutOwnWords(candidate: Candidate, all: readonly Candidate[], setting: GuessSetting): Candidate {
  const { meaning, name, evidence } = candidate;
  if (evidence.isOwnWords !== true || !all.some((each) => isListed(each, setting))) return candidate;
  return { ...candidate, evidence: { ...evidence, share: 0 }, score: toScore(name, { ...evidence, share: 0 }) * toFit(meaning, setting) };
}

function isListed({ meaning, name, evidence }: Candidate, { programme }: GuessSetting): boolean {
  const isCoded = programme.elements.elements.get(meaning.target)?.codes !== undefined;
  return isCoded && name >= leastListed && evidence.share >= 0.9 && evidence.asked > 0;
}

const leastListed = 0.6;

/** Numbers of cards and people are no running numbers, whatever their heading. */
function isLongNumber(column: FormColumn): boolean {
  const cells = toCells(column);
  return cells.length > 0 && cells.filter((cell) => /^'?\d[\d\s.-]{8,}$/.test(cell)).length * 2 > cells.length;
}

/** A heading is believed as far as its cells bear it out; without any cell a little less. */
function toScore(name: number, { share, asked }: Evidence): number {
  return asked === 0 ? name * 0.9 : name * (0.3 + 0.7 * share);
}

/** A measure in its own unit, in the one that the heading names, or in those of its kind. */
function toUnits(meaning: Meaning, named: string | undefined, { programme }: GuessSetting): readonly Meaning[] {
  const { written } = meaning;
  const element = written.is === undefined ? undefined : programme.elements.elements.get(written.is);
  if (element?.unit === undefined || written.unit !== undefined) return [meaning];
  const { smallest, perUnit } = element.unit;
  const scales = Object.entries(toUnitWords(element.unit));
  const withUnit = (unit: string): Meaning => ({ ...meaning, written: { ...written, unit } });
  const own = scales.find(([word]) => word === named);
  if (own !== undefined) return [isSilent(own[1], element.unit) ? meaning : withUnit(own[0])];
  const usual = ['kg', 'g', 'cm', 'm', 'bulan', 'tahun', 'g/l'];
  return [
    meaning,
    ...scales.filter(([word, per]) => per !== perUnit && usual.includes(word)).map(([word]) => withUnit(word)),
    ...toBareMonths(meaning, smallest),
  ];
}

/** An interval has no unit of its own, so that even its months have to be said. */
function isSilent(per: number, { perUnit, smallest }: { readonly perUnit: number; readonly smallest: string }): boolean {
  return per === perUnit && smallest !== 'mo';
}

/** A bare number of an interval is months or years. */
function toBareMonths(meaning: Meaning, smallest: string): readonly Meaning[] {
  return smallest === 'mo' ? ['bulan', 'tahun'].map((unit) => ({ ...meaning, written: { ...meaning.written, unit } })) : [];
}
