// Every URL once. The canonical of this guide stands in sushi-config.yaml; our artefacts are called by name.
Alias: $nik = https://fhir.kemkes.go.id/id/nik
Alias: $nik-ibu = https://fhir.kemkes.go.id/id/nik-ibu
Alias: $tempat = https://titian.dev/fhir/ilp/sid/tempat
Alias: $kfa = http://sys-ids.kemkes.go.id/kfa
Alias: $loinc = http://loinc.org
Alias: $sct = http://snomed.info/sct
Alias: $ucum = http://unitsofmeasure.org
Alias: $negara = urn:iso:std:iso:3166
Alias: $kategori = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $act = http://terminology.hl7.org/CodeSystem/v3-ActCode
