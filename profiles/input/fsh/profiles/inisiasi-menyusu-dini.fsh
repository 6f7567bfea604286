Profile: InisiasiMenyusuDini
Parent: Tindakan
Id: inisiasi-menyusu-dini
Title: "Inisiasi menyusu dini"
Description: "Inisiasi menyusu dini (IMD), dilakukan atau tidak dilakukan."
* insert Terbitan
* insert Inggris([["Early initiation of breastfeeding"]])
* insert Dilakukan(440626008, $sct, 431868002)
