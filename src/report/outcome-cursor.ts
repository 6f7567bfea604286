import type { OutcomePosition } from '../store/outcomes.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(?<epoch>${uuid}) (?<seq>\\d{1,16}) (?<reading>(?:${uuid})?) (?<position>-1|\\d{1,16})$`);

const beginning: OutcomePosition = { epoch: undefined, seq: 0, reading: undefined, position: -1 };

/** Writes where a reader stands as a text that tells nobody anything. */
export function writeCursor({ epoch = '', seq, reading = '', position }: OutcomePosition): string {
  return Buffer.from([epoch, String(seq), reading, String(position)].join(' '), 'latin1').toString('base64url');
}

/** Reads a cursor of ours; no text is the beginning. Undefined for a text that is none. */
export function readCursor(text: string | undefined): OutcomePosition | undefined {
  if (text === undefined) return beginning;
  const parts = form.exec(Buffer.from(text, 'base64url').toString('latin1'))?.groups;
  if (parts === undefined) return undefined;
  const { epoch, reading } = parts;
  const [seq, position] = [Number(parts['seq']), Number(parts['position'])];
  if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(position)) return undefined;
  return { epoch, seq, reading: reading === '' ? undefined : reading, position };
}
