Profile: PatientNik
Parent: PatientIlp
Id: patient-nik
Title: "Sasaran dengan NIK sendiri"
Description: "Orang yang dikenal dari NIK-nya sendiri."
* insert Terbitan
* insert Inggris([["Person with a national number"]])
* identifier[nik] 1..1 MS
* identifier[nikIbu] 0..0
