import { attachments } from './attachments.ts';
import { bindings } from './bindings.ts';
import { bundle } from './bundle.ts';
import { cardinality } from './cardinality.ts';
import { contained } from './contained.ts';
import { extensions } from './extensions.ts';
import { invariants } from './invariants.ts';
import { narrative } from './narrative.ts';
import { profiles } from './profiles.ts';
import { references } from './references.ts';
import { structure } from './structure.ts';
import { syntax } from './syntax.ts';
import { type } from './type.ts';
import type { Probe } from './probe.ts';

/** All probes by what their defect is about: the tests of the validator and its comparison with others. */
export const probes: Readonly<Record<string, readonly Probe[]>> = {
  structure,
  cardinality,
  type,
  syntax,
  bindings,
  profiles,
  invariants,
  references,
  extensions,
  contained,
  bundle,
  narrative,
  attachments,
};
