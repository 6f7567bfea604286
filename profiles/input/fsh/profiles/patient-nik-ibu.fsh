Profile: PatientNikIbu
Parent: PatientIlp
Id: patient-nik-ibu
Title: "Anak dengan NIK ibu"
Description: "Anak yang belum punya NIK, dikenal dari NIK ibu dan tanggal lahirnya. NIK ibu tidak pernah menjadi NIK anak."
* insert Terbitan
* insert Inggris([["Child known by the mother’s number"]])
* identifier[nik] 0..0
* identifier[nikIbu] 1..1 MS
* birthDate 1..1
