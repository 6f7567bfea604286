Instance: laras-patient-nik-ibu
InstanceOf: PatientNikIbu
Usage: #example
Title: "Bayi Laras, dikenal dari NIK ibunya"
Description: "Bayi Ny. Laras berumur dua bulan, belum punya NIK dan belum diberi nama; ibunya punya NIK."
* meta.tag[lingkungan] = Lingkungan#simulasi
* identifier[nikIbu].value = "6472995203960002"
* name.use = #temp
* name.text = "By. Ny. Laras"
* gender = #female
* birthDate = "2025-06-10"
