/** Things that happen at moments, in their order; of the same moment the earlier told first. */
export interface EventQueue {
  at(moment: number, happens: (now: number) => void): void;
  /** Runs while there is something to happen and `goOn` says so. */
  run(goOn: () => boolean): void;
}

interface Entry {
  readonly moment: number;
  readonly no: number;
  readonly happens: (now: number) => void;
}

export function createQueue(): EventQueue {
  const heap: Entry[] = [];
  let no = 0;
  return {
    at(moment, happens) {
      no += 1;
      push(heap, { moment, no, happens });
    },
    run(goOn) {
      for (let next = pop(heap); next !== undefined && goOn(); next = pop(heap)) next.happens(next.moment);
    },
  };
}

const isBefore = (one: Entry, other: Entry): boolean => one.moment < other.moment || (one.moment === other.moment && one.no < other.no);

function push(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || isBefore(above, entry)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const [top] = heap;
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let index = 0;
  for (;;) {
    const child = smallerChild(heap, index);
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
  return top;
}

function smallerChild(heap: readonly Entry[], index: number): number {
  const left = index * 2 + 1;
  const [one, other] = [heap[left], heap[left + 1]];
  return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left;
}
