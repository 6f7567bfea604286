Profile: ObatDiserahkan
Parent: MedicationDispense
Id: obat-diserahkan
Title: "Obat atau suplemen yang diserahkan"
Description: "Obat atau suplemen yang disebut dengan sediaannya, diserahkan atau tidak diserahkan pada satu kunjungan. Sediaan tidak pernah ditebak dari umur atau warna."
* insert Terbitan
* insert Inggris([["Medicine or supplement handed out"]])
* insert BertandaLingkungan
* obeys ilp-diserahkan
* obeys ilp-jumlah
* medication[x] MS
* medication[x] only CodeableConcept
* medication[x] obeys ilp-jenis-kode
* medication[x] obeys ilp-berkode-atau-tertulis
* subject 1..1 MS
* subject only Reference(Patient)
* context 1..1 MS
* quantity.system 1..1
* quantity.system = $ucum
* quantity.code 1..1
* status MS
* performer MS
* quantity MS
* whenHandedOver MS
