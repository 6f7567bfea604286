/** The middle of figures, or the mean of the two in the middle. */
export function toMedian(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A figure to two decimals. */
export function toRounded(figure: number): number {
  return Number(figure.toFixed(2));
}
