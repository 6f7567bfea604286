Profile: FisikTungkai
Parent: PemeriksaanFisik
Id: fisik-tungkai
Title: "Tungkai ibu"
Description: "Pemeriksaan tungkai ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Legs in pregnancy"]])
* insert Diamati($sct, 116312005, exam)
* insert JugaBerkode($anc, ANC.SS.DE34)
