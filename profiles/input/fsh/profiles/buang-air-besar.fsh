Profile: BuangAirBesar
Parent: YaTidak
Id: buang-air-besar
Title: "Buang air besar"
Description: "Ibu nifas sudah buang air besar, atau belum."
* insert Terbitan
* insert Inggris([["Defecation"]])
* insert Diamati($sct, 366257004, survey)
