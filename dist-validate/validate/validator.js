import { isBlocking } from "../fhir/issue.js";
import { Collector } from "./collector.js";
import { isObject } from "./json.js";
import { DEFAULT_CAPS, findExcess } from "./measure.js";
import { toIssue } from "./messages.js";
import { createRuntime } from "./runtime.js";
/** Joins generated modules to a validator. */
export function createValidator(parts) {
    const runtime = createRuntime(parts);
    const caps = parts.caps ?? DEFAULT_CAPS;
    for (const [name, check] of parts.baseFast(runtime))
        runtime.registry.types.set(name, check);
    for (const [url, check] of parts.profilesFast(runtime))
        runtime.registry.overlays.set(url, check);
    const diagnoses = { types: new Map(parts.baseDiagnose(runtime)), overlays: new Map(parts.profilesDiagnose(runtime)) };
    const judge = (resource, profiles = []) => {
        if (findExcess(resource, caps) !== undefined)
            return 'invalid';
        begin(runtime, resource);
        if (!runtime.isResource(resource))
            return 'invalid';
        if (!profiles.every((url) => runtime.follows(resource, [url])))
            return 'invalid';
        return runtime.W.warned ? 'warnings' : 'ok';
    };
    return {
        judge,
        isValid: (resource, profiles) => judge(resource, profiles) !== 'invalid',
        validate: (resource, profiles = []) => {
            const resourceType = toResourceType(resource, runtime);
            const excess = findExcess(resource, caps);
            if (excess !== undefined)
                return toRefusal(resourceType, excess, caps);
            const { issues, undecided } = diagnose(runtime, diagnoses, resource, profiles);
            return { resourceType, valid: !issues.some(isBlocking), issues, undecided };
        },
    };
}
function diagnose(runtime, diagnoses, resource, profiles) {
    const collector = new Collector(runtime, diagnoses);
    const path = toResourceType(resource, runtime);
    begin(runtime, resource);
    collector.resource(resource, path);
    if (isObject(resource))
        for (const url of profiles)
            collector.followOne(resource, url, path);
    return collector;
}
/** What is too large or too deep is not walked at all. */
function toRefusal(resourceType, excess, caps) {
    const limits = { 'too-deep': caps.depth, 'too-many-nodes': caps.nodes, 'too-long': caps.stringLength };
    const expected = String(limits[excess]);
    const issue = toIssue({ code: excess, severity: 'error', path: resourceType, rule: '', expected, came: undefined });
    return { resourceType, valid: false, issues: [issue], undecided: [] };
}
function begin(runtime, resource) {
    runtime.W.warned = false;
    runtime.W.resource = resource;
    runtime.W.root = resource;
}
/** The type as the resource names it when R4 has it; what else stands there is not repeated. */
function toResourceType(resource, runtime) {
    const type = isObject(resource) ? resource['resourceType'] : undefined;
    return typeof type === 'string' && runtime.registry.resourceTypes.has(type) ? type : 'Resource';
}
//# sourceMappingURL=validator.js.map