Instance: danu-mp-asi
InstanceOf: MpAsi
Usage: #example
Title: "Danu mendapat MP-ASI"
Description: "Makan tiga kali sehari di samping ASI."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Makanan Pendamping ASI (MPASI)"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
