Profile: FisikLeher
Parent: PemeriksaanFisik
Id: fisik-leher
Title: "Leher ibu"
Description: "Pemeriksaan leher ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Neck in pregnancy"]])
* insert Diamati($loinc, 11411-6, exam)
* insert JugaBerkode($anc, ANC.SS.DE28)
