Profile: FisikParu
Parent: PemeriksaanFisik
Id: fisik-paru
Title: "Paru ibu"
Description: "Pemeriksaan paru ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Lungs in pregnancy"]])
* insert Diamati($sct, 301230006, exam)
* insert JugaBerkode($anc, ANC.SS.DE32)
