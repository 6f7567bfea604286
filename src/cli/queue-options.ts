import type { Command } from 'commander';
import type { QueueFilter } from '../deliveries.ts';
import { checkFilter } from '../http/queue-filter.ts';
import { checkTyped } from './compose-deliveries.ts';

/** A filter as it is typed. */
export interface TypedFilter {
  readonly platform?: string;
  readonly state: readonly string[];
  readonly reason: readonly string[];
  readonly rule?: string;
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly id: readonly string[];
}

const more = (text: string, texts: readonly string[]): readonly string[] => [...texts, ...text.split(',')];

/** Adds the options that say which debts are meant. Lists stand with commas, or an option is said again. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--platform <name>', 'bawaan: satu-satunya yang ada / the only one there is')
    .option('--reason <code>', 'kode alasan / code of the reason', more, [])
    .option('--state <state>', 'waiting, held, parked, partial', more, [])
    .option('--rule <number>', "nomor aturan platform / number of the platform's rule")
    .option('--place <code>', 'kode tempat, beserta yang di bawahnya / a place and those beneath it')
    .option('--from <YYYY-MM-DD>', 'kunjungan sejak / visits from')
    .option('--to <YYYY-MM-DD>', 'kunjungan sampai / visits to')
    .option('--id <id>', 'nomor kunjungan, orang atau tempat / id of a visit, person or place', more, []);
}

/** The filter that was typed, checked like that of a request. */
export function readFilter({ platform, state, reason, rule, place, from, to, id }: TypedFilter): QueueFilter {
  const given = {
    ...{ platform, rule, place, from, to },
    states: state.length === 0 ? undefined : state,
    reasons: reason.length === 0 ? undefined : reason,
    ids: id.length === 0 ? undefined : id,
  };
  return checkTyped(checkFilter, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
}
