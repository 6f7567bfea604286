import type { Mode, Scope } from './generate/emit.ts';
import { createTypeTable } from './fhirpath/type-table.ts';
import { generateOverlays } from './generate/generate-overlay.ts';
import type { ProfileIr } from './ir.ts';
import { toOverlay } from './overlay.ts';
import type { Lookup } from './registry.ts';

/** What profiles are compiled against: base types by code, and the type of every definition by its canonical. */
export interface ProfileWorld {
  readonly bases: Lookup<ProfileIr>;
  readonly typeOf: Lookup<string>;
  /** Profiles by canonical, for slices told apart by what the profiles of their types say. */
  readonly profileOf: Lookup<ProfileIr>;
}

/** Compiles profiles to the source of one path's module. The same at build time and for profiles loaded later. Throws for an element no code can be written for. */
export function compileProfiles(profiles: readonly ProfileIr[], mode: Mode, { bases, typeOf, profileOf }: ProfileWorld): string {
  const overlays = profiles.map((profile) => ({ profile, overlay: toOverlay(profile, bases, profileOf) }));
  return generateOverlays(overlays, mode, createTargetTypes(typeOf), createTypeTable(bases));
}

/** Resolves target canonicals to resource types; undefined when anything may be meant or one of them is not known. */
export function createTargetTypes(typeOf: Lookup<string>): Scope['toTargetTypes'] {
  return (canonicals) => {
    const known = canonicals.flatMap((canonical) => typeOf.get(canonical) ?? []);
    if (known.length < canonicals.length || known.includes('Resource')) return undefined;
    return [...new Set(known)].sort();
  };
}
