Profile: Silsilah
Parent: Provenance
Id: silsilah
Title: "Silsilah"
Description: "Dari mana satu Bundle kunjungan berasal: rekaman mana, dirakit dengan daftar versi mana, dicatat dan diperiksa siapa, dan bila diminta asal setiap elemennya. Yang ditambahkan menurut kebijakan puskesmas mempunyai silsilah sendiri."
* insert Terbitan
* insert Inggris([["Provenance"]])
* insert BertandaLingkungan
* obeys ilp-rekaman-asal
* obeys ilp-perakit
* extension contains AsalElemen named asalElemen 0..*
* target MS
* recorded MS
* activity 1..1 MS
* activity = $tindakan-data#CREATE
* agent MS
* entity 0..1 MS
* entity.role = #source
* entity.what.identifier 1..1
* entity.what.identifier.system 1..1
* entity.what.identifier.system = "https://titian.dev/fhir/ilp/sid/rekaman-sumber"
* entity.what.identifier.value 1..1
* entity obeys ilp-rekaman-bersidik
* entity.what.identifier.value ^short = "Sidik berkunci rekaman asal, tanpa isi rekaman"
