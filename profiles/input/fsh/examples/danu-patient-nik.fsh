Instance: danu-patient-nik
InstanceOf: PatientNik
Usage: #example
Title: "Danu, sudah punya NIK"
Description: "Danu berumur dua tahun dan sudah tercatat di kartu keluarga dengan NIK sendiri."
* meta.tag[lingkungan] = Lingkungan#simulasi
* identifier[nik].value = "6472990706230001"
* name.use = #official
* name.text = "Danu Prasetya"
* gender = #male
* birthDate = "2023-06-07"
