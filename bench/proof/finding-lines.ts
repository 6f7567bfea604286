const mostShown = 20;

/** A figure, and the first of the sentences it counts. */
export function toFindingLines(figure: string, found: readonly string[]): readonly string[] {
  const shown = found.slice(0, mostShown).map((finding) => `  ${finding}`);
  const more = found.length > mostShown ? [`  and ${String(found.length - mostShown)} more`] : [];
  return [`${figure}: ${String(found.length)}`, ...shown, ...more];
}
