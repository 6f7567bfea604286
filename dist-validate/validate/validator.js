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
        runtime.W.resource = resource;
        if (!profiles.every((url) => runtime.follows(resource, [url])))
            return 'invalid';
        return runtime.W.warned ? 'warnings' : 'ok';
    };
    const validate = (resource, profiles = []) => {
        const resourceType = toResourceType(resource, runtime);
        const excess = findExcess(resource, caps);
        if (excess !== undefined) {
            const finding = {
                code: excess,
                severity: 'error',
                path: resourceType,
                rule: '',
                expected: toLimit(excess, caps),
                came: undefined,
            };
            return { resourceType, valid: false, issues: [toIssue(finding)], undecided: [] };
        }
        const collector = new Collector(runtime, diagnoses);
        begin(runtime, resource);
        collector.resource(resource, resourceType);
        runtime.W.resource = resource;
        if (isObject(resource))
            for (const url of profiles)
                collector.followOne(resource, url, resourceType);
        const { issues, undecided } = collector;
        return { resourceType, valid: !issues.some(isBlocking), issues, undecided };
    };
    return { validate, judge, isValid: (resource, profiles) => judge(resource, profiles) !== 'invalid' };
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
function toLimit(excess, caps) {
    if (excess === 'too-deep')
        return String(caps.depth);
    return String(excess === 'too-long' ? caps.stringLength : caps.nodes);
}
//# sourceMappingURL=validator.js.map