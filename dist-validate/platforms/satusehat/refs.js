/** Our names of what SATUSEHAT holds: the keys of the upstream table. */
export const refOf = {
    organization: (place) => `place/${place}/organization`,
    location: (place) => `place/${place}/location`,
    practitioner: (key) => `practitioner/${key}`,
    patient: (person) => `patient/${person}`,
    /** The masked name agreed, the NIK's own date did not: the full search decides. */
    patientNameSeen: (person) => `patient/${person}/nama-cocok`,
    visit: (visit) => `visit/${visit}`,
    /** We have looked for an Encounter of another sender and found none. */
    visitAlone: (visit) => `visit/${visit}/tanpa-pengirim-lain`,
    /** The contents of an adopted Encounter of one type have been looked up. */
    visitContents: (visit, type) => `visit/${visit}/isi-${type}`,
    resource: (visit, resource) => `visit/${visit}/${resource}`,
};
//# sourceMappingURL=refs.js.map