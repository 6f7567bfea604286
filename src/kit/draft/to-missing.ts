import { cleanText, toComparable } from '../../map/conversions/clean-text.ts';
import { bloodGroupTargets } from '../../map/conversions/read-blood-group.ts';
import type { Programme } from '../../map/programme.ts';
import type { FormColumn } from '../form.ts';
import { isNothing } from '../guess/value-shapes.ts';
import type { Meaning } from '../words/meaning.ts';

const ofBlood: readonly string[] = bloodGroupTargets;
const mostWords = 12;

/** The words that mean "nothing" in a column: a stroke, a zero where none can be measured, and those that stand there. */
export function toMissing({ values }: FormColumn, { target, written }: Meaning, programme: Programme): readonly string[] {
  const element = programme.elements.elements.get(target);
  // A stroke below a result may mean negative: what it means is asked. Of blood it says nothing (D29).
  if (element?.shape === 'lab-result' && element.unit === undefined) return ofBlood.includes(target) ? ['-'] : [];
  const seen = values.map(cleanText).filter((value) => isNothing(value) && /\p{L}/u.test(value));
  const words = seen.filter((value, at) => seen.findIndex((other) => toComparable(other) === toComparable(value)) === at);
  return ['-', ...(isMeasured(meaningKey(target, written), programme) ? ['0'] : []), ...words.slice(0, mostWords)];
}

function meaningKey(target: string, written: Meaning['written']): string {
  return written.convert === 'blood-pressure' ? 'tekanan-darah-sistolik' : target;
}

/** True for what cannot be zero: a weight, a height, a pressure. */
function isMeasured(target: string, programme: Programme): boolean {
  const unit = programme.elements.elements.get(target)?.unit;
  return unit !== undefined && /^(?:kg|g|cm|mm\[Hg\]|wk|mo|g\/dL|mg\/dL|Cel|\/min)$/.test(unit.ucum);
}
