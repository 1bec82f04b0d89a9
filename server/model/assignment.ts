// The best pairing of two lists: which of the one goes with which of the other so that the sum of what the pairs are
// worth is the greatest there is (the Hungarian method, by shortest augmenting paths). Nobody must have a partner.

/** `worth(i, j)` is what pairing the i-th of the one with the j-th of the other is worth; 0 or less: they stay apart. */
export function bestPairs(
  rows: number,
  columns: number,
  worth: (row: number, column: number) => number,
): [row: number, column: number][] {
  if (rows > columns)
    return bestPairs(columns, rows, (row, column) => worth(column, row)).map(([row, column]) => [
      column,
      row,
    ]);
  const costs = Array.from({ length: rows + 1 }, (_, row) =>
    Float64Array.from({ length: columns + 1 }, (__, column) =>
      row === 0 || column === 0 ? 0 : -Math.max(0, worth(row - 1, column - 1)),
    ),
  );
  const state = {
    columns,
    costs,
    rowPrice: new Float64Array(rows + 1),
    columnPrice: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
  };
  for (let row = 1; row <= rows; row += 1) place(state, row);
  const pairs: [number, number][] = [];
  for (let column = 1; column <= columns; column += 1) {
    const row = state.rowOf[column] ?? 0;
    if ((costs[row]?.[column] ?? 0) < 0) pairs.push([row - 1, column - 1]);
  }
  return pairs;
}

/** Numbered from 1; 0 is nobody. */
interface State {
  readonly columns: number;
  readonly costs: readonly Float64Array[];
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowOf: Int32Array;
}

/** Finds the cheapest chain of changes that gives one more row a column, and makes them. */
function place(state: State, row: number): void {
  const { columns, rowOf } = state;
  const slack = new Float64Array(columns + 1).fill(Infinity);
  const cameFrom = new Int32Array(columns + 1);
  const isReached = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let at = 0;
  while (rowOf[at] !== 0) at = reach(state, at, slack, cameFrom, isReached);
  while (at !== 0) {
    const before = cameFrom[at] ?? 0;
    rowOf[at] = rowOf[before] ?? 0;
    at = before;
  }
}

/** Reaches the column that is cheapest to reach next. */
function reach(
  { columns, costs, rowPrice, columnPrice, rowOf }: State,
  from: number,
  slack: Float64Array,
  cameFrom: Int32Array,
  isReached: Uint8Array,
): number {
  isReached[from] = 1;
  const row = rowOf[from] ?? 0;
  const [cost, price] = [costs[row], rowPrice[row] ?? 0];
  let [least, next] = [Infinity, 0];
  for (let column = 1; column <= columns; column += 1) {
    if (isReached[column] === 1) continue;
    const reduced = (cost?.[column] ?? 0) - price - (columnPrice[column] ?? 0);
    if (reduced < (slack[column] ?? 0)) {
      slack[column] = reduced;
      cameFrom[column] = from;
    }
    if ((slack[column] ?? 0) < least) [least, next] = [slack[column] ?? 0, column];
  }
  for (let column = 0; column <= columns; column += 1) {
    if (isReached[column] === 1) {
      const priced = rowOf[column] ?? 0;
      rowPrice[priced] = (rowPrice[priced] ?? 0) + least;
      columnPrice[column] = (columnPrice[column] ?? 0) - least;
    } else slack[column] = (slack[column] ?? 0) - least;
  }
  return next;
}
