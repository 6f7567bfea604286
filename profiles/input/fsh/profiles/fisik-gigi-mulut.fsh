Profile: FisikGigiMulut
Parent: PemeriksaanFisik
Id: fisik-gigi-mulut
Title: "Gigi dan mulut ibu"
Description: "Pemeriksaan gigi dan mulut ibu: normal atau tidak."
* insert Terbitan
* insert Inggris([["Teeth and mouth in pregnancy"]])
* insert Diamati($sct, 423066003, exam)
* insert JugaBerkode($anc, ANC.SS.DE29)
