/**
 * Chooses for each row at most one column of a table of scores, so that the total is the largest there is (Kuhn-Munkres). A score of zero or
 * below is no choice. Gives for each row the column, or -1.
 */
export function assign(scores: readonly (readonly number[])[], width: number): readonly number[] {
  const size = Math.max(scores.length, width);
  if (size === 0) return [];
  const cost = (row: number, column: number): number => -(scores[row]?.[column] ?? 0);
  const state: State = { rowPrice: zeros(size + 1), columnPrice: zeros(size + 1), owner: zeros(size + 1), size, cost };
  for (let row = 1; row <= size; row += 1) place(row, state);
  const chosen = scores.map(() => -1);
  for (let column = 1; column <= size; column += 1) {
    const row = (state.owner[column] ?? 0) - 1;
    if ((scores[row]?.[column - 1] ?? 0) > 0) chosen[row] = column - 1;
  }
  return chosen;
}

interface State {
  readonly rowPrice: number[];
  readonly columnPrice: number[];
  /** The row that has a column, from 1; 0 for nobody. */
  readonly owner: number[];
  readonly size: number;
  readonly cost: (row: number, column: number) => number;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** Finds the cheapest way to give a row a column, moving others where that is cheaper. */
function place(row: number, state: State): void {
  const { owner, size } = state;
  const least = Array.from({ length: size + 1 }, () => Number.POSITIVE_INFINITY);
  const seen = Array.from({ length: size + 1 }, () => false);
  const way = zeros(size + 1);
  owner[0] = row;
  let column = 0;
  do {
    seen[column] = true;
    const next = step(column, { least, seen, way }, state);
    pay(next.delta, { least, seen }, state);
    column = next.column;
  } while ((owner[column] ?? 0) !== 0);
  while (column !== 0) {
    const before = way[column] ?? 0;
    owner[column] = owner[before] ?? 0;
    column = before;
  }
}

interface Search {
  readonly least: number[];
  readonly seen: boolean[];
  readonly way: number[];
}

function step(from: number, { least, seen, way }: Search, state: State) {
  let [delta, column] = [Number.POSITIVE_INFINITY, 0];
  for (let to = 1; to <= state.size; to += 1) {
    if (seen[to] === true) continue;
    const price = toPrice(from, to, state);
    if (price < at(least, to)) [least[to], way[to]] = [price, from];
    if (at(least, to) < delta) [delta, column] = [at(least, to), to];
  }
  return { delta, column };
}

function toPrice(from: number, to: number, { owner, rowPrice, columnPrice, cost }: State): number {
  const row = at(owner, from);
  return cost(row - 1, to - 1) - at(rowPrice, row) - at(columnPrice, to);
}

function at(all: readonly number[], place: number): number {
  return all[place] ?? 0;
}

function pay(delta: number, { least, seen }: Pick<Search, 'least' | 'seen'>, { owner, rowPrice, columnPrice, size }: State): void {
  for (let to = 0; to <= size; to += 1) {
    if (seen[to] === true) {
      const row = owner[to] ?? 0;
      rowPrice[row] = (rowPrice[row] ?? 0) + delta;
      columnPrice[to] = (columnPrice[to] ?? 0) - delta;
    } else least[to] = (least[to] ?? 0) - delta;
  }
}
