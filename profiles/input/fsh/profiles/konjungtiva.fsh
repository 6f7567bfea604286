Profile: Konjungtiva
Parent: PemeriksaanFisik
Id: konjungtiva
Title: "Konjungtiva ibu"
Description: "Pemeriksaan konjungtiva ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Conjunctiva in pregnancy"]])
* insert Diamati($loinc, 10197-2, exam)
* insert JugaBerkode($anc, ANC.SS.DE26)
