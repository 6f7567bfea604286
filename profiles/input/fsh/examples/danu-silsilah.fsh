Instance: danu-silsilah
InstanceOf: Silsilah
Usage: #example
Title: "Dari mana berat badan Danu berasal"
Description: "Catatan kader diperiksa tenaga kesehatan; asal berat badannya disebut sampai selnya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* extension[asalElemen][0].extension[sumberdaya].valueUri = "Observation/danu-berat-badan"
* extension[asalElemen][0].extension[unsur].valueString = "Observation.value.value"
* extension[asalElemen][0].extension[sel].valueString = "baris 12 [BB (kg)]"
* extension[asalElemen][0].extension[konversi].valueString = "kg"
* extension[asalElemen][0].extension[aturan].valueString = "elemen berat-badan (4f1c2a90b7de)"
* target[0] = Reference(danu-encounter-hari-posyandu)
* target[1] = Reference(danu-berat-badan)
* recorded = "2025-08-12T09:30:00+00:00"
* activity = $tindakan-data#CREATE "create"
* agent[0].type = $peran-asal#assembler "Assembler"
* agent[0].who.type = "Device"
* agent[0].who.identifier.system = "https://titian.dev/fhir/ilp/sid/perangkat"
* agent[0].who.identifier.value = "titian"
* agent[0].who.display = "Titian: programme 4f1c2a90b7de"
* agent[1].type = $peran-asal#author "Author"
* agent[1].role = Pencatatan#dicatat-kader
* agent[1].who.type = "PractitionerRole"
* agent[1].who.display = "Kader"
* agent[1].onBehalfOf.type = "Organization"
* agent[1].onBehalfOf.identifier.system = $tempat
* agent[1].onBehalfOf.identifier.value = "posyandu-sawo"
* agent[1].onBehalfOf.display = "Posyandu Sawo"
* agent[2].type = $peran-asal#verifier "Verifier"
* agent[2].role = Pencatatan#diverifikasi-nakes
* agent[2].who.type = "PractitionerRole"
* agent[2].who.display = "Tenaga kesehatan"
* entity.role = #source
* entity.what.identifier.system = "https://titian.dev/fhir/ilp/sid/rekaman-sumber"
* entity.what.identifier.value = "9b1e64c07af25d38"
