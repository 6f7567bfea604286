import type { Programme } from '../../map/programme.ts';
import type { Duty, Recorder } from '../../map/visit.ts';
import type { Form } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import type { Marks } from '../guess/guess-marks.ts';
import type { StageGuess } from '../guess/guess-stage.ts';
import type { Answers } from './answer.ts';
import type { FoundContext } from './find-context.ts';

/** What source.yaml says of the file as a whole. */
export interface DraftFacts extends Pick<Marks, 'dates' | 'decimal'> {
  readonly title: string;
  readonly about: 'anak' | 'semua';
  readonly stages: string;
  /** Present where the file is a register of sasaran. */
  readonly category?: string;
  readonly service: string;
  readonly recorder: Recorder;
  readonly duty: { readonly is: Duty; readonly reason: string };
}

/** What facts are found from. */
export interface FactsSetting {
  readonly name: string;
  readonly form: Form;
  readonly marks: Marks;
  readonly stage: StageGuess;
  readonly context: FoundContext;
  readonly programme: Programme;
  readonly answers: Answers;
}

/** Finds whom a form is about, and whether it holds visits or is a register of people. */
export function toFacts(
  guesses: readonly ColumnGuess[],
  { name, form, marks, stage, context, programme, answers }: FactsSetting,
): DraftFacts {
  const category = isRegister(guesses, form, context, programme) ? toCategory(stage.group, programme) : undefined;
  const about = guesses.some(({ meaning }) => ['person.mother', 'person.parents', 'person.nikIbu'].includes(meaning?.target ?? ''))
    ? 'anak'
    : 'semua';
  const service = category === undefined ? `posyandu-${stage.group === 'bayi-balita' ? 'balita' : stage.group}` : 'pendaftaran-sasaran';
  const duty = toDuty(answers);
  const said = {
    recorder: answers.recorder ?? ('kader' as const),
    duty,
  };
  const facts = {
    title: `Draf ${name}`,
    dates: marks.dates,
    decimal: marks.decimal,
    about,
    stages: stage.group,
    service,
    ...said,
  } as const;
  return category === undefined ? facts : { ...facts, category };
}

const undecided = 'Belum diputuskan apakah sistem lain sudah mengirim kunjungan ini; sampai diputuskan tidak ada yang dikirim.';
const decided = 'Diputuskan oleh yang menyambungkan sumber ini; tulis alasannya.';

function toDuty({ duty }: Answers): DraftFacts['duty'] {
  return duty === undefined ? { is: 'tidak', reason: undecided } : { is: duty, reason: decided };
}

/** People with neither a day of a visit nor anything measured. */
function isRegister(guesses: readonly ColumnGuess[], form: Form, { open }: FoundContext, { elements }: Programme): boolean {
  if (!open.includes('date') || (form.is === 'table' && form.repeat !== undefined)) return false;
  const isMeasured = guesses.some(({ meaning }) => {
    const target = meaning?.target ?? '';
    return target === 'tekanan-darah' || /^(?:kg|cm|mm\[Hg\]|g\/dL)$/.test(elements.elements.get(target)?.unit?.ucum ?? '');
  });
  return !isMeasured && guesses.some(({ meaning }) => meaning?.target === 'person.name');
}

/** The stage of life that a register of a group enrols as: pregnancy among mothers, else the widest by age. */
function toCategory(group: string, { groups }: Programme): string | undefined {
  const stages = groups.get(group)?.stages ?? [];
  const pregnant = stages.find((stage) => 'during' in stage && stage.during === 'hamil');
  return (pregnant ?? stages.at(-2) ?? stages[0])?.is;
}
