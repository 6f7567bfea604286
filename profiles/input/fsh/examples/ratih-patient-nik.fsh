Instance: ratih-patient-nik
InstanceOf: PatientNik
Usage: #example
Title: "Ny. Ratih, bersalin dengan sesar"
Description: "Bersalin di rumah sakit; kunjungan nifasnya di posyandu."
* meta.tag[lingkungan] = Lingkungan#simulasi
* identifier[nik].value = "6472995507940003"
* name.use = #official
* name.text = "Ratih Maheswari"
* gender = #female
* birthDate = "1994-07-15"
