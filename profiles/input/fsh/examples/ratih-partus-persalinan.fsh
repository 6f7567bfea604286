Instance: ratih-partus-persalinan
InstanceOf: PartusPersalinan
Usage: #example
Title: "Ny. Ratih pernah bersalin dua kali"
Description: "Ditanyakan pada kunjungan nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Including live births, stillbirths, miscarriages, abortions, and tubal and other ectopic pregnancies, how many times have you been pregnant"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 2
