// Longer than 200 lines: what the receiver keeps and how a message changes it, read as one.
/** One resource of a message to the receiver. The first part of a message is its root; the others are contents of that root. */
export interface Part {
  /** What the sender calls it. */
  readonly ref: string;
  readonly type: string;
  /** The sender's identifier: what is looked for after a lost answer. */
  readonly number: string;
  /** The receiver's id where the sender knows it; without it the part is made. */
  readonly id?: string;
  readonly body: unknown;
  readonly hash: string;
  /** Ids of the receiver's on which it leans; they must be held and not ended. */
  readonly leansOn: readonly string[];
}

/** One message: all of its parts take effect, or none. */
export interface ReceiverMessage {
  /** The sender's version of the subject. */
  readonly version: number;
  /** The root must not be there yet, or must be there as the sender knew it: whatever lands late is refused. */
  readonly guard: { readonly ifNoneExist: true } | { readonly ifMatch: string };
  /** Ends the root and everything in it. */
  readonly end?: boolean;
  /** Numbers of the parts that stand in the root; others that it held are ended. */
  readonly contents: readonly string[];
  readonly parts: readonly Part[];
}

/** What a part was at one time. */
export interface Held {
  readonly order: number;
  readonly version: number;
  readonly hash: string;
  readonly body: unknown;
  readonly ended: boolean;
}

/** A resource as the receiver keeps it, its newest state last. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  /** What the sender called it when it was made. */
  readonly ref: string;
  readonly root: string;
  readonly leansOn: readonly string[];
  readonly history: readonly Held[];
}

export type Outcome = 'done' | 'exists' | 'changed-meanwhile' | 'no-parent' | 'unknown-id' | 'lacks-part' | 'refused' | 'found' | 'absent';

/** One line of the journal: an effect on one resource, a message that had none (by its root), or a look. */
export interface JournalLine {
  readonly at: string;
  readonly order: number;
  readonly method: 'POST' | 'PUT' | 'END' | 'GET';
  readonly type: string;
  readonly ref: string;
  readonly number: string;
  readonly id: string | undefined;
  readonly version: number | undefined;
  readonly hash: string | undefined;
  readonly leansOn: readonly string[];
  readonly outcome: Outcome;
  /** True when it landed after the sender had given up. */
  readonly late: boolean;
}

/** What became of a message. */
export type Committed =
  | { readonly outcome: 'done'; readonly entries: readonly { readonly id: string; readonly hash: string }[] }
  | { readonly outcome: Exclude<Outcome, 'done' | 'found' | 'absent'> };

/** What the receiver knows: resources with their history, and the journal of everything that was asked of it. Nothing is ever taken out of either. */
export class ReceiverWorld {
  readonly journal: JournalLine[] = [];
  private readonly held = new Map<string, Resource>();
  private readonly numbered = new Map<string, string[]>();
  private readonly contents = new Map<string, string[]>();
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  resources(): readonly Resource[] {
    return [...this.held.values()];
  }

  /** Does a message wholly or not at all. */
  commit(message: ReceiverMessage, { late = false, refuse = false } = {}): Committed {
    const [root] = message.parts;
    const fault = refuse ? 'refused' : this.findFault(message);
    if (root === undefined) return { outcome: 'refused' };
    if (fault !== undefined) {
      this.tell(root, { method: methodOf(message, root), message, outcome: fault, late });
      return { outcome: fault };
    }
    const id = root.id ?? this.newId();
    const entries = message.parts.map((part, index) => this.put(part, { id: index === 0 ? id : part.id, root: id, message, late }));
    this.endLeftOut(id, message, late);
    return { outcome: 'done', entries };
  }

  /** Finds resources of one type by the sender's number, each with what it holds. */
  look(type: string, number: string): readonly { readonly root: Resource; readonly parts: readonly Resource[] }[] {
    const found = this.byNumber(type, number);
    const line = { method: 'GET', type, ref: '', number, id: found[0]?.id, version: undefined, hash: undefined, leansOn: [] } as const;
    this.write({ ...line, outcome: found.length > 0 ? 'found' : 'absent', late: false });
    return found.map((root) => ({ root, parts: this.partsOf(root.id) }));
  }

  private findFault(message: ReceiverMessage): Exclude<Committed['outcome'], 'done'> | undefined {
    const [root, ...parts] = message.parts;
    if (root === undefined) return 'refused';
    const guarded = this.findGuardFault(message.guard, root);
    if (guarded !== undefined) return guarded;
    if (parts.some(({ id }) => id !== undefined && this.held.get(id)?.root !== root.id)) return 'unknown-id';
    if (message.parts.some(({ leansOn }) => leansOn.some((id) => !this.stands(id)))) return 'no-parent';
    return message.end === true || this.isWhole(message, root) ? undefined : 'lacks-part';
  }

  /** Every part the root names stands once the message is done. */
  private isWhole({ contents, parts }: ReceiverMessage, { id = '' }: Part): boolean {
    const standing = this.partsOf(id).filter((part) => this.stands(part.id));
    const numbers = new Set([...parts.slice(1), ...standing].map(({ number }) => number));
    return contents.every((number) => numbers.has(number));
  }

  private findGuardFault(guard: ReceiverMessage['guard'], root: Part): 'exists' | 'unknown-id' | 'changed-meanwhile' | undefined {
    if ('ifNoneExist' in guard) return this.byNumber(root.type, root.number).length > 0 ? 'exists' : undefined;
    const known = this.held.get(root.id ?? '');
    if (known === undefined) return 'unknown-id';
    return known.history.at(-1)?.hash === guard.ifMatch ? undefined : 'changed-meanwhile';
  }

  private put(
    part: Part,
    of: { id: string | undefined; root: string; message: ReceiverMessage; late: boolean },
  ): { id: string; hash: string } {
    const { message, late } = of;
    const id = of.id ?? this.newId();
    const before = this.held.get(id);
    const order = this.tell(part, { method: methodOf(message, part), message, outcome: 'done', late, id });
    const state: Held = { order, version: message.version, hash: part.hash, body: part.body, ended: message.end === true };
    const { type, number, ref, leansOn } = part;
    this.held.set(id, { id, type, number, ref: before?.ref ?? ref, root: of.root, leansOn, history: [...(before?.history ?? []), state] });
    if (before === undefined) {
      append(this.numbered, `${type}|${number}`, id);
      if (id !== of.root) append(this.contents, of.root, id);
    }
    return { id, hash: part.hash };
  }

  private endLeftOut(rootId: string, message: ReceiverMessage, late: boolean): void {
    const kept = new Set(message.end === true ? [] : message.contents);
    for (const part of this.partsOf(rootId)) {
      const last = part.history.at(-1);
      if (last === undefined || last.ended || kept.has(part.number)) continue;
      const { id, type, number, ref, leansOn } = part;
      const told = { type, number, ref, leansOn, body: last.body, hash: last.hash };
      const order = this.tell(told, { method: 'END', message, outcome: 'done', late, id });
      this.held.set(id, { ...part, history: [...part.history, { ...last, order, version: message.version, ended: true }] });
    }
  }

  private partsOf(root: string): readonly Resource[] {
    return (this.contents.get(root) ?? []).flatMap((id) => this.held.get(id) ?? []);
  }

  private byNumber(type: string, number: string): readonly Resource[] {
    return (this.numbered.get(`${type}|${number}`) ?? []).flatMap((id) => this.held.get(id) ?? []);
  }

  private stands(id: string): boolean {
    return this.held.get(id)?.history.at(-1)?.ended === false;
  }

  private tell(
    { ref, type, number, hash, leansOn, id: known }: Part,
    of: { method: JournalLine['method']; message: ReceiverMessage; outcome: Outcome; late: boolean; id?: string },
  ): number {
    const { method, message, outcome, late, id = known } = of;
    return this.write({ method, type, ref, number, id, version: message.version, hash, leansOn, outcome, late });
  }

  private write(line: Omit<JournalLine, 'at' | 'order'>): number {
    const order = this.journal.length + 1;
    this.journal.push({ at: this.now().toISOString(), order, ...line });
    return order;
  }

  private newId(): string {
    return `R${String(this.held.size + 1).padStart(6, '0')}`;
  }
}

function methodOf(message: ReceiverMessage, part: Part): 'POST' | 'PUT' | 'END' {
  if (message.end === true) return 'END';
  return part.id === undefined ? 'POST' : 'PUT';
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
