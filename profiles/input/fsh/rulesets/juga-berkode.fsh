// A second coding that says the same, e.g. the id of WHO's data dictionary of antenatal care beside LOINC; both are asked for.
RuleSet: JugaBerkode(system, code)
* code ^patternCodeableConcept.coding[1] = {system}#{code}
