Instance: sekar-patient-nik
InstanceOf: PatientNik
Usage: #example
Title: "Sekar, ibu hamil"
Description: "Sekar hamil anak pertama dan tercatat dengan NIK sendiri."
* meta.tag[lingkungan] = Lingkungan#simulasi
* identifier[nik].value = "6472995508980003"
* name.use = #official
* name.text = "Sekar Maharani"
* gender = #female
* birthDate = "1998-08-15"
