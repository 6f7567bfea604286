Profile: FisikTht
Parent: PemeriksaanFisik
Id: fisik-tht
Title: "Telinga, hidung dan tenggorokan ibu"
Description: "Pemeriksaan telinga, hidung dan tenggorokan ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Ears, nose and throat in pregnancy"]])
* insert Diamati($sct, 297268004, exam)
* insert JugaBerkode($anc, ANC.SS.DE30)
