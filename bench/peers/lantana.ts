import { createRequire } from 'node:module';
import type { Judge } from './judge.ts';

/** What is used of the npm package `fhir`. */
interface Lantana {
  readonly Fhir: new () => {
    readonly validate: (resource: object, options: { readonly errorOnUnexpected: boolean }) => { readonly valid: boolean };
  };
}

/** Makes a judge of the npm package `fhir`, with unknown elements as errors. Profiles loaded into it change none of its verdicts, so it gets none. */
export function createLantana(): Judge {
  const { Fhir } = createRequire(import.meta.url)('fhir') as Lantana;
  const fhir = new Fhir();
  const options = { errorOnUnexpected: true };
  return {
    name: 'fhir',
    accepts: (text) => {
      try {
        return fhir.validate(JSON.parse(text) as object, options).valid;
      } catch {
        // A resource it stumbles over is not accepted.
        return false;
      }
    },
  };
}
