/**
 * Gives what a source gives, and makes it work on the next one while the present one is being used: one ahead and never more. A fault of the
 * source is thrown where the faulty one would have come; whoever leaves early ends the source too.
 */
export async function* readAhead<T>(source: AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  const ask = (): Promise<IteratorResult<T, void>> => {
    const next = source.next();
    // Nobody may be waiting yet, or ever: the fault is thrown by whoever asks for it.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = ask(); ;) {
      const one = await next;
      if (one.done === true) return;
      next = ask();
      yield one.value;
    }
  } finally {
    await source.return();
  }
}
