// Longer than 200 lines with its comments: one machine over bytes, whose states cannot be read apart from each other.
import { toComparable } from '../map/conversions/clean-text.ts';
import { ByteBasket } from './byte-basket.ts';
import type { CutFault, CutOptions, FilePlace, JsonCut } from './json-cut.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const longestName = 512;
const between: ReadonlySet<number> = new Set([comma, colon, closeList, closeObject]);

/**
 * Cuts the bytes of one JSON document into its records and everything else (the envelope), without parsing either: only strings and brackets are
 * followed. Nothing but the element at hand and the envelope is held, so that memory stays flat for any number of records.
 */
export class JsonCutter {
  readonly #options: CutOptions;
  readonly #route: readonly string[];
  readonly #stack: number[] = [];
  /** The name read last at each depth of the route, in comparable form. */
  readonly #names: string[] = [];
  readonly #envelope: ByteBasket;
  #element: ByteBasket | undefined;
  #elementPlace: FilePlace = { line: 1, column: 1 };
  #cuts: JsonCut[] = [];
  #line = 1;
  #column = 0;
  #inString = false;
  #escaped = false;
  #name: number[] | undefined;
  #lastName = '';
  /** Depth of the records; 0 outside them. */
  #listDepth = 0;
  #isWhole = false;
  /** In an object of many, whether the name of the next element has been read. */
  #isNamed = false;
  #state: 'reading' | 'over' | 'failed' = 'reading';

  constructor(options: CutOptions) {
    this.#options = options;
    this.#route = options.fields.map(toComparable);
    this.#envelope = new ByteBasket(options.mostEnvelopeBytes);
  }

  /** Takes the next bytes and gives what is now complete. Nothing comes after a fault. */
  push(chunk: Buffer): readonly JsonCut[] {
    for (let at = 0; at < chunk.length && this.#state !== 'failed'; at += 1) {
      const byte = chunk[at] ?? 0;
      // Characters are counted, not the further bytes of one.
      if ((byte & 0xc0) !== 0x80) this.#column += 1;
      this.#take(byte)?.add(byte);
    }
    if (this.#state !== 'failed' && this.#envelope.isFull()) this.#fail('envelope');
    return this.#give();
  }

  /** Says that the bytes have ended. */
  end(): readonly JsonCut[] {
    if (this.#state === 'reading') this.#fail('end');
    return this.#give();
  }

  /** Everything outside the records so far, with an empty list in their place, closed where it is still open: JSON text, if the document is. */
  envelope(): Buffer {
    const depth = this.#listDepth === 0 ? this.#stack.length : this.#listDepth - (this.#isWhole ? 1 : 0);
    const open = this.#stack
      .slice(0, depth)
      .map((byte) => (byte === openObject ? '}' : ']'))
      .reverse();
    return Buffer.concat([this.#envelope.bytes() ?? Buffer.from('{}'), Buffer.from(open.join(''))]);
  }

  #give(): readonly JsonCut[] {
    const cuts = this.#cuts;
    this.#cuts = [];
    return cuts;
  }

  #fail(why: CutFault): void {
    this.#state = 'failed';
    this.#cuts.push({ is: 'fault', why, place: { line: this.#line, column: this.#column }, inElement: this.#listDepth > 0 });
  }

  /** Takes one byte and says where it belongs. */
  #take(byte: number): ByteBasket | undefined {
    if (this.#inString) return this.#takeInString(byte);
    if (byte > 0x20) return this.#takeMark(byte);
    if (byte === 0x0a) {
      this.#line += 1;
      this.#column = 0;
    }
    return this.#basket();
  }

  #basket(): ByteBasket | undefined {
    return this.#element ?? (this.#listDepth > 0 ? undefined : this.#envelope);
  }

  #takeInString(byte: number): ByteBasket | undefined {
    // RFC 8259, 7: no bare control character stands in a string. Where a quote was lost this is where it shows.
    if (byte < 0x20) this.#fail('string');
    else if (byte === quote && !this.#escaped) this.#endString();
    else {
      this.#escaped = byte === backslash && !this.#escaped;
      if (this.#name !== undefined && this.#name.length < longestName) this.#name.push(byte);
    }
    return this.#basket();
  }

  #endString(): void {
    this.#inString = false;
    if (this.#name === undefined) return;
    this.#lastName = toName(this.#name);
    this.#name = undefined;
  }

  #takeMark(byte: number): ByteBasket | undefined {
    if (this.#state === 'over') this.#fail('trailing');
    if (this.#isElementBegun(byte)) this.#begin(false);
    const act = this.#acts[byte];
    return act === undefined ? this.#basket() : act();
  }

  /** What a mark of JSON does, and where it belongs. */
  readonly #acts: Readonly<Record<number, () => ByteBasket | undefined>> = {
    [openList]: () => this.#open(openList),
    [openObject]: () => this.#open(openObject),
    [closeList]: () => this.#close(openList, closeList),
    [closeObject]: () => this.#close(openObject, closeObject),
    [quote]: () => {
      this.#beginString();
      return this.#basket();
    },
    [colon]: () => {
      this.#endName();
      return this.#basket();
    },
    [comma]: () => {
      if (this.#isAtElements() && !this.#isWhole) this.#finish();
      return this.#basket();
    },
  };

  #isAtElements(): boolean {
    return this.#listDepth > 0 && this.#stack.length === this.#listDepth;
  }

  /** In a list every value is an element; in an object of many it is what stands behind a name. */
  #isElementBegun(byte: number): boolean {
    if (this.#element !== undefined || !this.#isAtElements() || between.has(byte)) return false;
    return !this.#options.isMap || this.#isNamed;
  }

  #beginString(): void {
    this.#inString = true;
    this.#escaped = false;
    const isOnRoute = this.#listDepth === 0 && this.#stack.length <= this.#route.length;
    if (isOnRoute || (this.#listDepth > 0 && this.#element === undefined)) this.#name = [];
  }

  #endName(): void {
    if (this.#listDepth === 0) this.#names[this.#stack.length] = toComparable(this.#lastName);
    else if (this.#element === undefined) this.#isNamed = true;
  }

  #open(byte: number): ByteBasket | undefined {
    const isRecords = this.#listDepth === 0 && this.#isAtRecords();
    this.#stack.push(byte);
    if (this.#stack.length > this.#options.mostDepth) this.#fail('depth');
    if (!isRecords) return this.#basket();
    this.#cuts.push({ is: 'begin' });
    this.#listDepth = this.#stack.length;
    if (byte === (this.#options.isMap ? openObject : openList)) {
      this.#isWhole = false;
      return this.#envelope;
    }
    this.#begin(true);
    return this.#element;
  }

  #isAtRecords(): boolean {
    const depth = this.#route.length;
    return this.#stack.length === depth && this.#stack.every((byte, at) => byte === openObject && this.#names[at + 1] === this.#route[at]);
  }

  #close(opened: number, byte: number): ByteBasket | undefined {
    if (this.#stack.at(-1) !== opened) {
      this.#fail('bracket');
      return undefined;
    }
    const into = this.#isAtElements() ? this.#endRecords(byte) : this.#basket();
    this.#stack.pop();
    if (this.#stack.length === 0 && this.#state === 'reading') this.#state = 'over';
    return into;
  }

  /** The last bracket belongs to what stands where a list belongs, and otherwise to the envelope. */
  #endRecords(byte: number): ByteBasket | undefined {
    if (this.#isWhole) this.#element?.add(byte);
    this.#finish();
    this.#listDepth = 0;
    return this.#isWhole ? undefined : this.#envelope;
  }

  #begin(whole: boolean): void {
    this.#isWhole = whole;
    this.#element = new ByteBasket(whole ? this.#options.mostEnvelopeBytes : this.#options.mostElementBytes);
    this.#elementPlace = { line: this.#line, column: this.#column };
    // What stands in the place of the list leaves an empty one behind.
    if (whole) for (const mark of [openList, closeList]) this.#envelope.add(mark);
  }

  #finish(): void {
    if (this.#element === undefined) return;
    const named = this.#options.isMap && !this.#isWhole ? { key: this.#lastName } : {};
    this.#cuts.push({ is: 'element', bytes: this.#element.bytes(), whole: this.#isWhole, place: this.#elementPlace, ...named });
    this.#element = undefined;
    this.#isNamed = false;
  }
}

/** A name as JSON means it, escapes undone. */
function toName(bytes: readonly number[]): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
