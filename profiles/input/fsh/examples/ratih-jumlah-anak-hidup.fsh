Instance: ratih-jumlah-anak-hidup
InstanceOf: JumlahAnakHidup
Usage: #example
Title: "Anak Ny. Ratih dua"
Description: "Ditanyakan sebelum memilih cara KB."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "[#] Births.still living"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 2
