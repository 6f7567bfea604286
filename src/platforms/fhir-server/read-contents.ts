import type { UpstreamEntry } from '../platform.ts';
import type { Contents } from './to-visit-bundle.ts';

/** What the server holds of a visit, as one text of the upstream table: `ours=Type/id` by blanks. */
export function readContents(entry: UpstreamEntry | undefined): Contents {
  const pairs = (entry?.platformId ?? '').split(' ').filter((pair) => pair.includes('='));
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/** The text of contents; never empty, so that nothing held is told from never looked. */
export function writeContents(contents: Contents): string {
  return [...contents].map(([ours, theirs]) => `${ours}=${theirs}`).join(' ') || 'kosong';
}
