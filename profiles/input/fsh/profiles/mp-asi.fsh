Profile: MpAsi
Parent: YaTidak
Id: mp-asi
Title: "Makanan pendamping ASI"
Description: "Anak mendapat makanan pendamping ASI (MP-ASI), atau tidak."
* insert Terbitan
* insert Inggris([["Complementary food"]])
* insert Diamati($klinis, OC000009, survey)
