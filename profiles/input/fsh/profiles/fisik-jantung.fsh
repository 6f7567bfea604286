Profile: FisikJantung
Parent: PemeriksaanFisik
Id: fisik-jantung
Title: "Jantung ibu"
Description: "Pemeriksaan jantung ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Heart in pregnancy"]])
* insert Diamati($loinc, 10200-4, exam)
* insert JugaBerkode($anc, ANC.SS.DE31)
