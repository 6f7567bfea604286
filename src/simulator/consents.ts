import { textAt, type JsonObject } from './json.ts';

/** What a patient said about the exchange of their record. */
export interface ConsentEntry {
  readonly ihs: string;
  readonly optedIn: boolean;
  /** The member of staff who wrote it down. */
  readonly agent: string;
  readonly at: string;
}

/** Who consents to the exchange of their record; whoever never said anything does. */
export class ConsentBook {
  private readonly entries = new Map<string, ConsentEntry>();

  find(ihs: string): ConsentEntry | undefined {
    return this.entries.get(ihs);
  }

  keep(entry: ConsentEntry): void {
    this.entries.set(entry.ihs, entry);
  }

  /** Whether the person a resource is about has opted out. */
  forbids(resource: JsonObject): boolean {
    const reference = textAt(resource, 'subject', 'reference') ?? textAt(resource, 'patient', 'reference') ?? '';
    return this.entries.get(reference.replace(/^Patient\//, ''))?.optedIn === false;
  }
}
