// For an invariant that says what a binding, a type, a slice or an element below already says: who judges those may leave it out.
RuleSet: MenyatakanUlangAturan
* extension[0].url = "https://titian.dev/fhir/ilp/StructureDefinition/menyatakan-ulang"
* extension[0].valueBoolean = true
