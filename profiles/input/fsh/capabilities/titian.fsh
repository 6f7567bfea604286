Instance: titian
InstanceOf: CapabilityStatement
Usage: #definition
* url = "https://titian.dev/fhir/ilp/CapabilityStatement/titian"
* version = "0.1.0"
* name = "Titian"
* title = "Yang ditawarkan alamat /fhir"
* status = #draft
* experimental = false
* date = "2025-10-01"
* publisher = "Titian"
* jurisdiction = $negara#ID "Indonesia"
* description = "Operasi $validate pada seluruh server dan pada setiap jenis, menurut profil ILP. Data diserahkan lewat /v1/submissions, bukan lewat FHIR; karena itu tidak ada interaksi baca atau tulis."
* kind = #capability
* software.name = "Titian"
* implementationGuide = "https://titian.dev/fhir/ilp/ImplementationGuide/id.titian.ilp"
* fhirVersion = #4.0.1
* format = #json
* rest.mode = #server
* rest.security.description = "Kunci pada kepala Authorization: Bearer; hanya /fhir/metadata tanpa kunci."
* rest.operation.name = "validate"
* rest.operation.definition = "http://hl7.org/fhir/OperationDefinition/Resource-validate"
