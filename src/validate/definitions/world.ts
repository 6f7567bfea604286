import type { Issue } from '../../fhir/issue.ts';
import type { CheckWorld } from '../checks/check.ts';
import type { Diagnosis } from '../collector.ts';
import type { ExtensionIr } from '../ir.ts';
import type { FastCheck, Lookup } from '../registry.ts';
import type { Terminology } from '../terminology/terminology.ts';

/** What one validator knows beside the base types: profiles in both paths, and definitions as they came. */
export interface World {
  readonly overlays: Lookup<FastCheck>;
  readonly profileTypes: Lookup<string>;
  readonly diagnoses: Lookup<Diagnosis>;
  readonly extensions: Lookup<ExtensionIr>;
  readonly find: CheckWorld['find'];
  readonly terminology: Terminology;
  /** What could not be used of the definitions; reads all of them. */
  readonly findProblems: () => readonly Issue[];
}
