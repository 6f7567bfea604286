Instance: ratih-infeksi-luka-sesar
InstanceOf: InfeksiLukaSesar
Usage: #example
Title: "Luka sesar Ny. Ratih tanpa tanda infeksi"
Description: "Luka jahitan kering."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Tanda Infeksi Luka Jahitan Sectio Caesaria"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = false
