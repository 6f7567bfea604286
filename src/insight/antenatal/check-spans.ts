import type { ReportFault } from '../status/check-words.ts';

/** A named span of whole days or weeks, both ends included, and where it is written. */
export interface WrittenSpan {
  readonly is: string;
  readonly span: readonly [number, number];
  readonly path: readonly (string | number)[];
}

/** Reports spans that end before they begin, overlap, leave a gap, do not begin where they have to, or have a name twice. */
export function checkSpans(spans: readonly WrittenSpan[], { from, report }: { readonly from: number; readonly report: ReportFault }): void {
  const names = new Set<string>();
  let next = from;
  for (const { is, span, path } of spans) {
    const [first, last] = span;
    if (names.has(is)) report(path, { id: `"${is}" tertulis dua kali`, en: `"${is}" is written twice` });
    names.add(is);
    if (last < first) report(path, { id: `${is} berakhir sebelum mulai`, en: `${is} ends before it begins` });
    if (first < next)
      report(path, { id: `${is} bertumpang tindih: seharusnya mulai pada ${next}`, en: `${is} overlaps: it should begin at ${next}` });
    if (first > next)
      report(path, { id: `ada celah sebelum ${is}: seharusnya mulai pada ${next}`, en: `a gap before ${is}: it should begin at ${next}` });
    next = Math.max(first, last) + 1;
  }
}
