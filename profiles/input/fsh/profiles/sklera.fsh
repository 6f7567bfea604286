Profile: Sklera
Parent: PemeriksaanFisik
Id: sklera
Title: "Sklera ibu"
Description: "Pemeriksaan sklera ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Sclera in pregnancy"]])
* insert Diamati($loinc, 10197-2, exam)
* insert JugaBerkode($anc, ANC.SS.DE27)
