Instance: ny-laras-patient-nik
InstanceOf: PatientNik
Usage: #example
Title: "Ny. Laras, ibu bayi Laras"
Description: "Hamil kedua kalinya, bersalin pada Juni 2025; bayinya dikenal dari NIK-nya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* identifier[nik].value = "6472995203960002"
* name.use = #official
* name.text = "Laras Ayuningtyas"
* gender = #female
* birthDate = "1996-03-12"
