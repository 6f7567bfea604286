Profile: BuangAirKecil
Parent: YaTidak
Id: buang-air-kecil
Title: "Buang air kecil"
Description: "Ibu nifas buang air kecil seperti biasa, atau tidak."
* insert Terbitan
* insert Inggris([["Urination"]])
* insert Diamati($sct, 102834005, survey)
