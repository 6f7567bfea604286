import type { Span } from './date-range.ts';
import { fingerprint } from './fingerprint.ts';
import { isJsonObject, itemsOf, parseJson, textAt, type JsonObject } from './json.ts';
import { JournalError, type JournalLine } from './journal.ts';
import type { Keeper } from './memory-journal.ts';
import { instantOf, spanOf, toSearchKeys } from './search-keys.ts';

/** What is kept in memory of a stored resource; its text stays in the journal, so that 100,000 of them stay small. */
export interface StoredRecord {
  readonly type: string;
  readonly id: string;
  readonly versionId: string;
  readonly lastUpdated: string;
  /** The IHS number of the organisation it belongs to. */
  readonly organization: string;
  readonly keys: readonly string[];
  readonly instant: string | undefined;
  /** The stretch of time it is about. */
  readonly span: Span | undefined;
  readonly fingerprint: string;
  /** Where its text stands in the journal; undefined for what the district's file brings along. */
  readonly place: { readonly offset: number; readonly length: number } | undefined;
}

const indexed = new Set(['identifier', 'subject', 'encounter', 'context', 'prescription', 'request', 'organization', 'partof']);

/** Every resource the simulated platform holds: found by id and by what a search may ask, its text read from the journal. */
export class ResourceStore {
  private readonly records = new Map<string, StoredRecord>();
  /** Type to key to ids; the keys are the very strings the records hold. */
  private readonly index = new Map<string, Map<string, string | Set<string>>>();
  private readonly interned = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  /** Texts that are not in the journal, or not yet. */
  private readonly texts = new Map<string, string>();
  private journal: Keeper | undefined;

  /** From now on commits go into this journal; before, only `seed` and `replay` may be used. */
  attach(journal: Keeper): void {
    this.journal = journal;
  }

  /** Takes a resource of the district's own file, which is read again at every start and is not journaled. */
  seed(resource: JsonObject, owner: string): void {
    this.keep(this.toRecord(resource, owner, undefined), JSON.stringify(resource));
  }

  /** Takes the resources of a journal line again. */
  replay(line: JournalLine): void {
    const resources = itemsOf(line.value['resources']).filter(isJsonObject);
    const lengths = itemsOf(line.value['lengths']).filter((length) => typeof length === 'number');
    const total = lengths.reduce((sum, length) => sum + length + 1, 0);
    // A line ends with the last resource, a bracket and a brace.
    let offset = line.offset + line.length - 2 - total + 1;
    const organization = textAt(line.value, 'organization') ?? '';
    for (const [position, resource] of resources.entries()) {
      const length = lengths[position] ?? 0;
      this.keep(this.toRecord(resource, organization, { offset, length }), undefined);
      offset += length + 1;
    }
  }

  /** Takes these resources together: one journal line, so that all of them outlive a power cut or none. */
  commit(resources: readonly JsonObject[], organization: string): readonly StoredRecord[] {
    if (this.journal === undefined) throw new JournalError('the store has no journal yet');
    const texts = resources.map((resource) => JSON.stringify(resource));
    const lengths = texts.map((text) => Buffer.byteLength(text));
    const head = `{"line":"commit","organization":${JSON.stringify(organization)},"lengths":${JSON.stringify(lengths)},"resources":[`;
    let offset = this.journal.append(Buffer.from(`${head}${texts.join(',')}]}\n`)) + Buffer.byteLength(head);
    const records = resources.map((resource, position) => {
      const length = lengths[position] ?? 0;
      const record = this.toRecord(resource, organization, { offset, length });
      this.keep(record, texts[position]);
      offset += length + 1;
      return record;
    });
    if (!this.journal.durable) return records;
    void this.journal.settled().then(
      () => {
        this.forgetTexts(records);
      },
      () => undefined,
    );
    return records;
  }

  find(type: string, id: string): StoredRecord | undefined {
    return this.records.get(`${type}/${id}`);
  }

  read(record: StoredRecord): JsonObject {
    const text = this.texts.get(`${record.type}/${record.id}`) ?? this.readJournal(record);
    const resource = parseJson(text);
    if (!isJsonObject(resource)) throw new JournalError('the journal holds something that is no resource');
    return resource;
  }

  /** Finds records of a type that carry every key; at least one key must be an indexed one for this to be quick. */
  search(type: string, keys: readonly string[]): readonly StoredRecord[] {
    const quick = keys.filter(isIndexed);
    if (quick.length === 0) return this.all(type).filter((record) => keys.every((key) => record.keys.includes(key)));
    const candidates = quick.map((key) => this.idsUnder(type, key)).sort((a, b) => a.length - b.length);
    return (candidates[0] ?? [])
      .map((id) => this.records.get(`${type}/${id}`))
      .filter((record) => record !== undefined)
      .filter((record) => keys.every((key) => record.keys.includes(key)));
  }

  all(type?: string): readonly StoredRecord[] {
    return [...this.records.values()].filter((record) => type === undefined || record.type === type);
  }

  countsPerType(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts.entries()].sort());
  }

  private keep(record: StoredRecord, text: string | undefined): void {
    const name = `${record.type}/${record.id}`;
    const former = this.records.get(name);
    if (former === undefined) this.counts.set(record.type, (this.counts.get(record.type) ?? 0) + 1);
    else for (const key of former.keys) this.removeFromIndex(former, key);
    this.records.set(name, record);
    if (text !== undefined) this.texts.set(name, text);
    for (const key of record.keys.filter(isIndexed)) this.addToIndex(record, key);
  }

  private idsUnder(type: string, key: string): readonly string[] {
    const ids = this.index.get(type)?.get(key) ?? [];
    return typeof ids === 'string' ? [ids] : [...ids];
  }

  /** Most keys lead to a single id, and a set for each would cost more than everything else together. */
  private addToIndex({ type, id }: StoredRecord, key: string): void {
    const keys = this.index.get(type) ?? new Map<string, string | Set<string>>();
    this.index.set(type, keys);
    const ids = keys.get(key);
    if (ids === undefined) keys.set(key, id);
    else if (typeof ids === 'string') keys.set(key, new Set([ids, id]));
    else ids.add(id);
  }

  private removeFromIndex({ type, id }: StoredRecord, key: string): void {
    const ids = this.index.get(type)?.get(key);
    if (typeof ids === 'object') ids.delete(id);
    else if (ids === id) this.index.get(type)?.delete(key);
  }

  private toRecord(resource: JsonObject, organization: string, place: StoredRecord['place']): StoredRecord {
    return {
      type: this.intern(textAt(resource, 'resourceType') ?? ''),
      id: textAt(resource, 'id') ?? '',
      versionId: textAt(resource, 'meta', 'versionId') ?? '',
      lastUpdated: textAt(resource, 'meta', 'lastUpdated') ?? '',
      organization: this.intern(organization),
      keys: toSearchKeys(resource).map((key) => (key.startsWith('identifier=') ? key : this.intern(key))),
      instant: instantOf(resource),
      span: spanOf(resource),
      fingerprint: fingerprint(resource),
      place,
    };
  }

  /** The same text is held once, however many records carry it. */
  private intern(text: string): string {
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    this.interned.set(text, text);
    return text;
  }

  private forgetTexts(records: readonly StoredRecord[]): void {
    for (const record of records) {
      const name = `${record.type}/${record.id}`;
      // A newer version may be on its way to the disk.
      if (this.records.get(name) === record) this.texts.delete(name);
    }
  }

  private readJournal(record: StoredRecord): string {
    if (this.journal === undefined || record.place === undefined) throw new JournalError('a record has no text');
    return this.journal.read(record.place.offset, record.place.length);
  }
}

function isIndexed(key: string): boolean {
  return indexed.has(key.slice(0, key.indexOf('=')));
}
