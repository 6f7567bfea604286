import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/** A value that may be written as a choice: `{"either": [...]}`. */
export type Choice<T> = T | { readonly either: readonly (T | null)[] };

export interface ExpectedRow {
  readonly row: number | string;
  readonly status: string;
  readonly issues: readonly string[];
  readonly info?: readonly string[];
  readonly reason?: string;
  readonly either?: readonly { readonly status: string; readonly issues: readonly string[] }[];
}

export interface ExpectedPerson {
  readonly ref: string;
  readonly rows: readonly (number | string)[];
  readonly nik: string | null;
  readonly nikIbu: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly birth?: Readonly<Record<string, unknown>>;
  readonly mother?: string;
  readonly father?: string;
  readonly parents?: string;
  readonly nameIsOfficial?: boolean;
  readonly conditional?: string;
}

export interface ExpectedVisit {
  readonly person: string;
  readonly rows: readonly (number | string)[];
  readonly date: string;
  readonly place: Choice<string>;
  readonly lifeStage: string;
  readonly elements: Readonly<Record<string, unknown>>;
  readonly absent?: readonly string[];
  readonly reported?: Readonly<Record<string, unknown>>;
  readonly computed: Readonly<Record<string, Choice<unknown>>>;
  readonly sending: Choice<string>;
  readonly notSent?: readonly string[];
  readonly findings?: readonly Choice<string>[];
  readonly notFindings?: readonly string[];
  readonly verified?: boolean;
  readonly kerahasiaan?: string;
  /** The visit exists only under a condition that a file read alone does not meet. */
  readonly conditional?: string;
}

/** An entry in the register of sasaran. */
export interface ExpectedEnrolment {
  readonly person: string;
  readonly rows: readonly (number | string)[];
  readonly category: string;
  readonly elements: Readonly<Record<string, unknown>>;
  readonly sending: Choice<string>;
  readonly findings?: readonly Choice<string>[];
  readonly notFindings?: readonly string[];
}

/** What a correct reading of a sample comes to, as it lies beside the sample. */
export interface SampleOutcome {
  readonly source: string;
  readonly path: string;
  readonly counts: Readonly<Record<'rows' | 'headings' | 'accepted' | 'warning' | 'quarantined' | 'skipped', number>>;
  readonly rows: readonly ExpectedRow[];
  readonly persons: readonly ExpectedPerson[];
  readonly visits: readonly ExpectedVisit[];
  readonly enrolments?: readonly ExpectedEnrolment[];
  readonly assumptions: { readonly place: string; readonly placeFrom?: string; readonly asOf?: string };
}

/** Finds every sample of every source that has an expected outcome beside it. */
export async function readSampleOutcomes(): Promise<readonly SampleOutcome[]> {
  const root = join(packageRoot, 'sources');
  const names = await readdir(root);
  const outcomes = await Promise.all(
    names.map(async (source) => {
      const folder = join(root, source, 'samples');
      const all = await readdir(folder);
      const files = all.filter((file) => file.endsWith('.expected.json'));
      return Promise.all(
        files.map(async (file) => {
          const outcome = JSON.parse(await readFile(join(folder, file), 'utf8')) as Omit<SampleOutcome, 'source' | 'path'>;
          return { ...outcome, source, path: join(folder, toSample(file, all)) };
        }),
      );
    }),
  );
  return outcomes.flat();
}

/** The file that an expected outcome is about: the one of its name, whatever its form. */
function toSample(outcome: string, all: readonly string[]): string {
  const found = all.find((file) => file !== outcome && file.replace(/\.\w+$/, '') === outcome.replace('.expected.json', ''));
  if (found === undefined) throw new Error(`no sample of ${outcome}`);
  return found;
}

/** The codes of a family of identity reasons are advice only: being held is what counts. */
export function toHoldFamily(sending: string): string {
  const identity = ['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'nik-tidak-cocok', 'tanggal-lahir'];
  return identity.includes(sending.replace('hold:', '')) ? 'hold:identitas' : sending;
}

/** All values a choice allows. */
export function toChoices<T>(choice: Choice<T>): readonly (T | null)[] {
  return typeof choice === 'object' && choice !== null && 'either' in choice ? choice.either : [choice];
}
