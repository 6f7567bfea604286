/** Something worth telling the person who starts the gateway, in Indonesian (`id`) and English (`en`). */
export interface EmbeddedEvent {
  readonly kind: 'initialised' | 'started' | 'adopted' | 'waiting' | 'repaired' | 'copied' | 'relocated' | 'user-created' | 'stopped';
  readonly id: string;
  readonly en: string;
}

/** Receives the events of the embedded server in the order in which they happen. */
export type Say = (event: EmbeddedEvent) => void;
