Profile: Pengukuran
Parent: Observation
Id: pengukuran
Title: "Pengukuran"
Description: "Dasar semua pengukuran tubuh: satu angka dengan satuan UCUM, dari satu orang, pada satu kunjungan. Setiap pengukuran memakai salah satu profil turunannya."
* insert Terbitan
* insert BertandaLingkungan
* ^abstract = true
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains jenis 1..1
* subject 1..1
* subject only Reference(Patient)
* encounter 1..1
* effective[x] 1..1
* effective[x] only dateTime
* value[x] 1..1
* value[x] only Quantity
* value[x] obeys ilp-terukur
* value[x].value 1..1
* value[x].comparator 0..0
* value[x].unit 1..1
* value[x].system 1..1
* value[x].system = $ucum
* value[x].code 1..1
