Instance: tegar-patient-tanpa-nik
InstanceOf: PatientTanpaNik
Usage: #example
Title: "Tegar, belum punya NIK"
Description: "Tegar baru pindah; NIK-nya dan NIK ibunya belum diketahui kader."
* meta.tag[lingkungan] = Lingkungan#simulasi
* name.use = #official
* name.text = "Tegar Wijaya"
* gender = #male
* birthDate = "2024-12-01"
