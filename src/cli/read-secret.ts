/** A stream from which secrets are read: a terminal, or what another program hands over. */
export interface SecretInput extends AsyncIterable<Buffer | string> {
  readonly isTTY?: boolean;
  setRawMode?: (raw: boolean) => unknown;
}

/** Nothing was typed. */
export class NoSecret extends Error {
  override readonly name = 'NoSecret';
}

/** Lines typed so far, and the one being typed. */
interface Typed {
  readonly lines: readonly string[];
  readonly line: string;
}

/**
 * Asks for lines that are not shown while they are typed; from a pipe they are simply read, in the same order. A secret is never an argument,
 * where the list of processes and the shell's history would keep it.
 */
export async function readSecrets(
  prompts: readonly string[],
  { input, out }: { readonly input: SecretInput; readonly out: NodeJS.WritableStream },
): Promise<readonly string[]> {
  const hidden = input.isTTY === true;
  const ask = (count: number): void => {
    if (hidden) out.write(`${count === 0 ? '' : '\n'}${prompts[count] ?? ''}`);
  };
  if (hidden) input.setRawMode?.(true);
  try {
    const given = await readLines(input, prompts.length, ask);
    if (given.length < prompts.length) throw new NoSecret(tooFew);
    return given.slice(0, prompts.length);
  } finally {
    if (hidden) input.setRawMode?.(false);
  }
}

async function readLines(input: SecretInput, most: number, ask: (count: number) => void): Promise<readonly string[]> {
  let typed: Typed = { lines: [], line: '' };
  ask(0);
  for await (const chunk of input) {
    const before = typed.lines.length;
    for (const letter of String(chunk)) typed = type(typed, letter);
    if (typed.lines.length > before) ask(typed.lines.length);
    if (typed.lines.length >= most) break;
  }
  return type(typed, '\n').lines;
}

/** One more letter; an empty line, as between the two ends of a Windows line, is none. */
function type({ lines, line }: Typed, letter: string): Typed {
  if (letter === '\u0003') throw new NoSecret('Dibatalkan. / Cancelled.');
  if (['\b', '\u007f'].includes(letter)) return { lines, line: line.slice(0, -1) };
  if (!['\r', '\n', '\u0004'].includes(letter)) return { lines, line: line + letter };
  return { lines: line.trim() === '' ? lines : [...lines, line.trim()], line: '' };
}

const tooFew =
  'Ketik, atau alirkan lewat stdin, client id dan client secret, masing-masing satu baris. / Type, or pipe through stdin, client id and client secret, one line each.';
