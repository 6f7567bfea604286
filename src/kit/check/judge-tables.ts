import type { Source } from '../../map/source.ts';
import type { TableFile } from '../../map/tables/read-table.ts';
import { unmapped } from '../draft/write-columns.ts';
import type { CheckFinding } from './check-finding.ts';
import { toFinding } from './check-finding.ts';
import type { ColumnUse } from './watch-source.ts';

/** What the tables themselves leave to do: marks of the draft, columns nobody mapped, a duty nobody decided. */
export function judgeTables(files: readonly TableFile[], source: Source): readonly CheckFinding[] {
  return [...files.flatMap(toMarks), ...toUnmapped(source), ...toDuties(source)];
}

function toMarks({ path, text }: TableFile): readonly CheckFinding[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      /#\s*PERIKSA:/.test(line) ? [toFinding('kerjakan', 'tanda-periksa', `${path}:${String(at + 1)}`, markWords)] : [],
    );
}

const markWords = {
  id: 'tanda "# PERIKSA" belum diselesaikan; benarkan barisnya lalu hapus tandanya',
  en: 'a mark "# PERIKSA" is still open; settle the line, then remove the mark',
};

/** A column that stands there once a month is one thing to do. */
function toUnmapped({ columns }: Source): readonly CheckFinding[] {
  return columns
    .filter(({ ignore, block = 0 }) => ignore === unmapped && block === 0)
    .map(({ name }) =>
      toFinding('kerjakan', 'belum-dipetakan', `columns.yaml ${name}`, {
        id: `kolom "${name}" belum dipetakan; petakan, atau tulis alasan mengapa tidak diambil`,
        en: `column "${name}" is not mapped yet; map it, or say why it is not taken`,
      }),
    );
}

function toDuties({ duties }: Source): readonly CheckFinding[] {
  return Object.entries(duties)
    .filter(([, { reason }]) => /^belum diputuskan/i.test(reason))
    .map(([platform]) =>
      toFinding('kerjakan', 'kewajiban-terbuka', `source.yaml kewajiban.${platform}`, {
        id: `kewajiban ${platform} belum diputuskan; tulis kirim, sudah-oleh-pengirim atau tidak, dengan alasannya`,
        en: `the duty towards ${platform} is not decided; write kirim, sudah-oleh-pengirim or tidak, and why`,
      }),
    );
}

/** Columns that were mapped and never filled in any sample, and words that no code list knows. Words are repeated where everybody may see them. */
export function judgeUses(uses: readonly ColumnUse[], isShown: (target: string) => boolean): readonly CheckFinding[] {
  const empty = uses
    .filter(({ filled }) => !filled)
    .map(({ name }) =>
      toFinding('ketahui', 'kolom-kosong', `columns.yaml ${name}`, {
        id: `kolom "${name}" dipetakan tetapi tidak pernah berisi dalam contoh`,
        en: `column "${name}" is mapped but never filled in a sample`,
      }),
    );
  return [...empty, ...uses.filter(({ unknownWords }) => unknownWords.length > 0).map((use) => toWords(use, isShown))];
}

const mostShown = 8;

function toWords({ name, targets, list, unknownWords }: ColumnUse, isShown: (target: string) => boolean): CheckFinding {
  const shown = targets.every(isShown) ? unknownWords.filter(isPlainWord).slice(0, mostShown) : [];
  const words = shown.length === 0 ? '' : `: ${shown.map((word) => `"${word}"`).join(', ')}`;
  const line = `${list ?? 'daftar'}: { kode: [${shown[0] ?? 'kata'}] }`;
  return toFinding('kerjakan', 'kata-tidak-dikenal', `codes.yaml ${name}`, {
    id: `kolom "${name}" memuat ${String(unknownWords.length)} kata yang tidak dikenal daftar kode${words}; tulis artinya di codes.yaml (${line}), atau di missing`,
    en: `column "${name}" holds ${String(unknownWords.length)} words that no code list knows${words}; write in codes.yaml what they mean (${line}), or put them in missing`,
  });
}

/** A word of a form, and no number or name that strayed there. */
function isPlainWord(word: string): boolean {
  return word.length <= 24 && !/\d{4,}/.test(word) && word.split(/\s+/).length <= 3;
}
