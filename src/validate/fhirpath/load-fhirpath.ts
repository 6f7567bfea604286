import { createRequire } from 'node:module';
import type fhirpathModule from 'fhirpath';
import type { FP_Decimal } from 'fhirpath';
import type r4 from 'fhirpath/fhir-context/r4';

/** fhirpath.js with the model of R4. */
interface Fhirpath {
  readonly fhirpath: typeof fhirpathModule;
  readonly model: typeof r4;
  readonly toDecimal: (value: number) => unknown;
}

let loaded: Fhirpath | undefined;

/** Loads fhirpath.js when it is first needed: it takes longer to load than the whole validator, and most expressions never need it. */
export function loadFhirpath(): Fhirpath {
  if (loaded !== undefined) return loaded;
  const require = createRequire(import.meta.url);
  // What the package exports is read as what its declarations say.
  const fhirpath = require('fhirpath') as typeof fhirpathModule & { readonly FP_Decimal: typeof FP_Decimal };
  const model = require('fhirpath/fhir-context/r4') as typeof r4;
  loaded = { fhirpath, model, toDecimal: (value) => fhirpath.FP_Decimal.getDecimal(value) };
  return loaded;
}
