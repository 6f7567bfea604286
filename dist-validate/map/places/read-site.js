import { toFailed, toPassed } from "../../fhir/checked.js";
import { toContentVersion } from "../content-version.js";
import { readJejaring } from "./read-jejaring.js";
import { readPendaftaran } from "./read-pendaftaran.js";
import { readPolicies } from "./read-policies.js";
/**
 * Reads a district's registers and policies, or says every fault with its file, line, column and remedy.
 * The version is a hash of the three texts.
 */
export function readSite(files) {
    const places = readJejaring(files.jejaring);
    if (!places.ok)
        return places;
    const enrolments = readPendaftaran(files.pendaftaran, places.value);
    const policies = readPolicies(files.policies, places.value);
    if (!enrolments.ok || !policies.ok)
        return toFailed(...places.issues, ...enrolments.issues, ...policies.issues);
    const version = toContentVersion(Object.entries(files).map(([path, text]) => ({ path, text })));
    return toPassed({ version, places: places.value, policies: policies.value, enrolments: enrolments.value }, places.issues);
}
//# sourceMappingURL=read-site.js.map