import { toDaysBetween } from '../../src/map/days.js';
// Month, kg, cm, cm of head: about the median of WHO Child Growth Standards 2006; only plausibility matters here.
const medians = [
  [0, 3.3, 49.5, 34.2],
  [3, 6.1, 61, 40],
  [6, 7.6, 67, 42.8],
  [12, 9.3, 75, 45.6],
  [24, 11.8, 87, 47.8],
  [36, 14, 95.5, 49],
  [48, 16, 102.5, 49.8],
  [60, 18, 109, 50.3],
];
/** Measures a child on a day: near the median of its age, and always plausible. */
export function measureChild(random, child, date) {
  const months = toDaysBetween(child.birthDate, date) / 30.4375;
  const around = (column, percent) => Math.round(toMedian(months, column) * (1000 + random.between(-percent * 10, percent * 10)));
  return {
    weightG: Math.round(around(1, 9) / 100) * 100,
    heightMm: Math.round(around(2, 3) / 100),
    headMm: Math.round(around(3, 2) / 100),
    vitaminA: months < 6 ? undefined : months < 12 ? 'Biru' : 'Merah',
  };
}
function toMedian(months, column) {
  const above = medians.findIndex(([month]) => month > months);
  const [low, high] = [medians[Math.max(0, above - 1)] ?? medians[0], medians[above] ?? medians[7]];
  const part = high[0] === low[0] ? 0 : (months - low[0]) / (high[0] - low[0]);
  return low[column] + (high[column] - low[column]) * part;
}
