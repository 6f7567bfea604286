import { correctDefinition } from "./corrections.js";
import { expandValueSet } from "./expand-value-set.js";
import { generateBase } from "./generate-base.js";
import { generateOverlays } from "./generate-overlay.js";
import { toText } from "./json.js";
import { toOverlay } from "./overlay.js";
import { readSnapshot } from "./read-snapshot.js";
/** The rules whose FHIRPath is run: those of our own profiles. */
const OWN_RULE = 'ilp-';
/**
 * Compiles definitions to the source of a validator. Pure and deterministic: the same definitions give the same bytes, in whatever order they come.
 * Throws for one of our own profiles that cannot be compiled, because a profile that is silently not checked is worse than none.
 */
export function compileDefinitions(definitions) {
    const base = toProfiles(definitions.base.map(correctDefinition).filter((each) => each !== undefined));
    const types = base.filter((profile) => profile.derivation === 'specialization' || profile.url.endsWith('/Element'));
    const bases = new Map(types.map((profile) => [profile.type, profile]));
    const own = toOwnProfiles(definitions.own, bases);
    const profiles = [...base.filter((profile) => profile.type === 'Quantity' && profile.derivation === 'constraint'), ...own];
    const overlays = profiles.map((profile) => ({ profile, overlay: toOverlay(profile, bases) }));
    const toTargetTypes = createTargetTypes([...types, ...own]);
    const runs = (key) => key.startsWith(OWN_RULE);
    const terminology = toTerminology([...definitions.base, ...definitions.own]);
    const needed = toNeeded([...types, ...profiles]);
    const valueSets = needed.flatMap((url) => expandValueSet(url, terminology) ?? []);
    const expanded = new Set(valueSets.map((set) => set.url));
    return {
        modules: {
            'base-fast': generateBase(types, 'fast', toTargetTypes),
            'base-diagnose': generateBase(types, 'diagnose', toTargetTypes),
            'profiles-fast': generateOverlays(overlays, 'fast', toTargetTypes, runs),
            'profiles-diagnose': generateOverlays(overlays, 'diagnose', toTargetTypes, runs),
        },
        valueSets,
        manifest: {
            resourceTypes: types.filter((type) => type.kind === 'resource' && !type.abstract).map((type) => type.type),
            profileTypes: profiles.map((profile) => [profile.url, profile.type]),
            ownDomain: definitions.ownDomain,
            notExpanded: toNeeded(types, 'required').filter((url) => !expanded.has(url)),
        },
        ir: types,
    };
}
function toProfiles(definitions) {
    const profiles = definitions.filter((each) => each['resourceType'] === 'StructureDefinition').flatMap((each) => readSnapshot(each) ?? []);
    const unique = new Map(profiles.map((profile) => [profile.url, profile]));
    return [...unique.values()].sort((left, right) => (left.url < right.url ? -1 : 1));
}
function toOwnProfiles(definitions, bases) {
    const wanted = definitions.filter((each) => each['resourceType'] === 'StructureDefinition' && each['kind'] !== 'logical');
    for (const each of wanted) {
        const profile = readSnapshot(each);
        if (profile === undefined)
            throw new Error(`${toText(each['url'])} has no snapshot; run npm run profiles`);
        if (!bases.has(profile.type))
            throw new Error(`${profile.url} constrains ${profile.type}, which R4 does not have`);
    }
    return toProfiles(wanted);
}
/** Resolves target canonicals to resource types; undefined when anything may be meant or one of them is not known. */
function createTargetTypes(profiles) {
    const types = new Map(profiles.map((profile) => [profile.url, profile.type]));
    return (canonicals) => {
        const known = canonicals.flatMap((canonical) => types.get(canonical) ?? []);
        if (known.length < canonicals.length || known.includes('Resource'))
            return undefined;
        return [...new Set(known)].sort();
    };
}
function toTerminology(definitions) {
    const pick = (resourceType) => new Map(definitions.filter((each) => each['resourceType'] === resourceType).map((each) => [toText(each['url']), each]));
    return { valueSets: pick('ValueSet'), codeSystems: pick('CodeSystem') };
}
function toNeeded(profiles, strength) {
    const urls = new Set();
    const visit = (element) => {
        const { binding } = element;
        if (binding !== undefined && (strength === undefined || binding.strength === strength))
            urls.add(binding.valueSet);
        element.children.forEach(visit);
        for (const slice of element.slices)
            visit(slice.element);
    };
    for (const profile of profiles)
        visit(profile.root);
    return [...urls].sort();
}
//# sourceMappingURL=compile-definitions.js.map