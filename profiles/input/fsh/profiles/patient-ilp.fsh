Profile: PatientIlp
Parent: Patient
Id: patient-ilp
Title: "Sasaran ILP"
Description: "Orang yang dilayani. Apa pun identitasnya, namanya ada. Tiga profil turunan menyatakan NIK siapa yang dikenal."
* insert Terbitan
* insert Inggris([["Person cared for"]])
* insert BertandaLingkungan
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier MS
* identifier obeys ilp-nik
* identifier contains nik 0..1 and nikIbu 0..1
* identifier[nik] ^short = "NIK milik orang ini sendiri"
* identifier[nik].system 1..1
* identifier[nik].system = $nik
* identifier[nik].value 1..1
* identifier[nikIbu] ^short = "NIK ibu, untuk anak yang belum punya NIK"
* identifier[nikIbu].system 1..1
* identifier[nikIbu].system = $nik-ibu
* identifier[nikIbu].value 1..1
* name 1..* MS
* name.text 1..1 MS
* gender MS
* birthDate MS
