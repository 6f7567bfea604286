import type { Birth } from './visit.ts';

/** Elements that are facts of the birth: they belong to the person, and the visits of the newborn tell of them. */
export const birthFacts: Readonly<Record<string, keyof Birth>> = { 'berat-badan-lahir': 'weightG', 'panjang-badan-lahir': 'lengthMm' };
